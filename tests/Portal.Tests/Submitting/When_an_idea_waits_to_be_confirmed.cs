using Smederijen.Domain.Ideas;
using Smederijen.Portal.Tests.Attachments;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Submitting;

/// <summary>Anybody can have typed the address: whoever has it sees all that was sent before saying whose it is.</summary>
public sealed class When_an_idea_waits_to_be_confirmed
{
    [Fact]
    public async Task Its_photo_is_shown_to_the_one_with_the_link_and_to_nobody_else()
    {
        await using var world = await World.Begin();
        await HandIn(world);
        var page = (await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link())).ShouldHave(200);
        var photo = PhotoOn(page);
        photo.ShouldStartWith($"{page.Path}/bestanden/");
        (await world.Browser.Get(photo)).ShouldHave(200);
        (await world.NewBrowser().Get(photo)).Status.ShouldNotBe(200);
        var idea = await world.LastIn(IdeaPhase.AwaitingConfirmation);
        (await world.NewBrowser().Get($"{idea.Page()}/bijlagen/{photo.Split('/')[^1]}")).ShouldHave(404);
        (await world.Browser.Get($"{page.Path}/bestanden/iets-anders.jpg")).ShouldHave(404);
        (await world.Browser.Press(world.Mailbox.LastTo(Submitter).Link())).ShouldHave(200);
        (await world.Browser.Get(photo)).ShouldHave(404);
        (await world.NewBrowser().Get($"{idea.Page()}/bijlagen/{photo.Split('/')[^1]}")).ShouldHave(200);
    }

    [Fact]
    public async Task Whoever_did_not_hand_it_in_wipes_it_and_hears_nothing_more()
    {
        await using var world = await World.Begin();
        await HandIn(world);
        var link = world.Mailbox.LastTo(Submitter).Link();
        var page = (await world.Browser.Open(link)).ShouldHave(200);
        var photo = PhotoOn(page);
        var idea = await world.LastIn(IdeaPhase.AwaitingConfirmation);
        page.Text.ShouldNotContain("niet-van-mij", customMessage: "one press erases nothing");
        var asks = (await world.Browser.Get($"{page.Path}?wissen=vraag")).ShouldHave(200);
        asks.Words.ShouldContain("Dat kunt u niet terugdraaien.");
        asks.Hidden("antwoord").ShouldBe("niet-van-mij");
        (await world.Browser.Send(page.Path, new { antwoord = "niet-van-mij" })).ShouldHave(200).Words.ShouldContain("Alles is gewist");
        (await world.Browser.Open(link)).ShouldHave(200).Words.ShouldContain("Alles is gewist");
        await world.Work();
        (await world.Browser.Get(photo)).ShouldHave(404);
        foreach (var row in await world.Store.Rows(idea.Smederij, ""))
            row.Data.ShouldNotContain(AnIdea.beschrijving, Case.Insensitive, row.Row);
        foreach (var row in await world.Store.Rows(idea.Smederij, ""))
            row.Data.ShouldNotContain(Submitter, Case.Insensitive, row.Row);
        var mails = world.Mailbox.To(Submitter).Count;
        await world.After(400);
        world.Mailbox.To(Submitter).Count.ShouldBe(mails);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_did_not_hand_it_in_wipes_it_also_when_the_time_to_confirm_is_over()
    {
        await using var world = await World.Begin();
        await HandIn(world);
        var link = world.Mailbox.LastTo(Submitter).Link();
        var idea = await world.LastIn(IdeaPhase.AwaitingConfirmation);
        await world.After(8);
        var page = (await world.Browser.Open(link)).ShouldHave(200);
        page.Words.ShouldContain("De tijd om dit idee te bevestigen is voorbij.");
        (await world.Browser.Get($"{page.Path}?wissen=vraag")).ShouldHave(200).Hidden("antwoord").ShouldBe("niet-van-mij");
        (await world.Browser.Send(page.Path, new { antwoord = "niet-van-mij" })).ShouldHave(200).Words.ShouldContain("Alles is gewist");
        await world.Work();
        foreach (var row in await world.Store.Rows(idea.Smederij, ""))
        {
            row.Data.ShouldNotContain(AnIdea.beschrijving, Case.Insensitive, row.Row);
            row.Data.ShouldNotContain(Submitter, Case.Insensitive, row.Row);
        }
        (await world.Browser.Send(page.Path, new { antwoord = "niet-van-mij" })).ShouldHave(200).Words.ShouldContain("Alles is gewist");
    }

    [Fact]
    public async Task Once_it_is_confirmed_the_link_wipes_nothing()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var link = world.Mailbox.To(Submitter)[0].Link();
        var page = (await world.Browser.Open(link)).ShouldHave(200);
        (await world.Browser.Post(page.Path, new { antwoord = "niet-van-mij" })).ShouldHave(409);
        (await world.Browser.Get(idea.Page())).ShouldHave(200).Words.ShouldContain(AnIdea.beschrijving);
    }

    private static async Task HandIn(World world)
    {
        (await world.Browser.PostWithFiles(
            $"/smederijen/{World.Village}/ideeen/nieuw", AnIdea, "bijlagen", ("foto.jpg", Sample.Read("plain.jpg")))).ShouldHave(303);
        await world.Work();
    }

    private static string PhotoOn(Answer page) =>
        page.Text.Split("<img src=\"").Skip(1).Select(part => part.Split('"')[0])
            .Single(source => source.Contains("/bestanden/", StringComparison.Ordinal));
}
