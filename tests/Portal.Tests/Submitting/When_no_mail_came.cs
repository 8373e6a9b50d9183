using Smederijen.Domain.Ideas;
using Smederijen.Portal.Links;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Submitting;

/// <summary>The page after a form shows the address, sends the mail again, and takes a better address.</summary>
public sealed class When_no_mail_came
{
    private const string Wrong = "janie@voorbeeld.example";
    private const string Form = $"/smederijen/{World.Village}/ideeen/nieuw";

    [Fact]
    public async Task The_page_shows_the_address_without_a_cookie_and_without_telling_it_in_its_own()
    {
        await using var world = await World.Begin();
        var location = (await world.Browser.Post(Form, AnIdea)).ShouldHave(303).Location;
        location.ShouldNotContain("@");
        var page = (await world.NewBrowser().Get(location)).ShouldHave(200);
        page.Words.ShouldContain(Submitter);
        page.Headers.SetCookie.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_mail_goes_out_again()
    {
        await using var world = await World.Begin();
        var page = await Sent(world, Submitter);
        var again = new { wat = "opnieuw", opdracht = page.Hidden("opdracht") };
        (await world.Browser.Send(page.Path, again)).ShouldHave(200).Words.ShouldContain("nog een keer");
        (await world.Browser.Send(page.Path, again)).ShouldHave(200);
        await world.Work();
        world.Mailbox.To(Submitter).Count.ShouldBe(2, "one for the form, and one for the button however often it was pressed");
    }

    [Fact]
    public async Task A_corrected_address_gets_the_idea_and_the_link_of_the_first_is_void()
    {
        await using var world = await World.Begin();
        var page = await Sent(world, Wrong);
        var idea = await world.LastIn(IdeaPhase.AwaitingConfirmation);
        var first = world.Mailbox.LastTo(Wrong).Link();
        (await world.Browser.Send(page.Path, new { wat = "adres", email = Submitter, opdracht = page.Hidden("opdracht") })).ShouldHave(200)
            .Words.ShouldContain(Submitter);
        await world.Work();

        (await world.NewBrowser().Open(first)).ShouldHave(410).Words.ShouldContain("een ander e-mailadres");
        var stranger = world.NewBrowser();
        await stranger.Post((await stranger.Get(first)).Location, new { opdracht = "x" });
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.AwaitingConfirmation);

        (await world.NewBrowser().Press(world.Mailbox.LastTo(Submitter).Link())).ShouldHave(200);
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.GatheringSupport);
    }

    [Fact]
    public async Task A_wrong_address_of_a_supporter_is_corrected_the_same_way()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var page = (await world.Browser.Send($"{idea.Page()}/steun", new { naam = "Piet", email = Wrong, postcode = "7927 AB" })).ShouldHave(200);
        await world.Work();
        var first = world.Mailbox.LastTo(Wrong).Link();
        (await world.Browser.Send(page.Path, new { wat = "adres", email = "piet@voorbeeld.example", opdracht = page.Hidden("opdracht") })).ShouldHave(200);
        await world.Work();
        (await world.NewBrowser().Open(first)).ShouldHave(404);
        (await world.NewBrowser().Press(world.Mailbox.LastTo("piet@voorbeeld.example").Link())).ShouldHave(200).Words.ShouldContain("uw steun telt mee");
    }

    [Fact]
    public async Task Who_confirmed_already_does_not_count_twice_by_correcting_the_address_however_often()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var page = (await world.Browser.Send($"{idea.Page()}/steun", new { naam = "Piet", email = Wrong, postcode = "7927 AB" })).ShouldHave(200);
        await world.Work();
        (await world.NewBrowser().Press(world.Mailbox.LastTo(Wrong).Link())).ShouldHave(200);
        foreach (var email in (string[])["piet@voorbeeld.example", "pieter@voorbeeld.example"])
        {
            page = (await world.Browser.Send(page.Path, new { wat = "adres", email, opdracht = page.Hidden("opdracht") })).ShouldHave(200);
            page.Words.ShouldContain(email);
            await world.Work();
            world.Mailbox.To(email).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task After_confirming_the_page_no_longer_asks_for_it()
    {
        await using var world = await World.Begin();
        var page = await Sent(world, Submitter);
        page.Words.ShouldContain("Bijna klaar");
        (await world.NewBrowser().Press(world.Mailbox.LastTo(Submitter).Link())).ShouldHave(200);
        var after = (await world.Browser.Get(page.Path)).ShouldHave(200);
        after.Words.ShouldContain("Uw idee is bevestigd");
        after.Words.ShouldNotContain("Bijna klaar");
        after.Text.ShouldContain((await world.LastIn(IdeaPhase.GatheringSupport)).Page());
    }

    [Fact]
    public async Task Who_has_to_say_that_it_is_their_idea_can_read_it_there()
    {
        await using var world = await World.Begin();
        await Sent(world, Submitter);
        var page = (await world.NewBrowser().Open(world.Mailbox.LastTo(Submitter).Link())).ShouldHave(200);
        page.Words.ShouldContain(AnIdea.beschrijving);
        page.Words.ShouldContain(AnIdea.bijdrage);
    }

    [Fact]
    public async Task Who_supported_before_gets_the_same_page_and_no_mail()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var form = new { naam = "Piet", email = "piet@voorbeeld.example", postcode = "7927 AB" };
        var first = (await world.Browser.Send($"{idea.Page()}/steun", form)).ShouldHave(200);
        await world.Work();
        (await world.Browser.Press(world.Mailbox.LastTo(form.email).Link())).ShouldHave(200);
        var mails = world.Mailbox.To(form.email).Count;
        var second = (await world.Browser.Send($"{idea.Page()}/steun", form)).ShouldHave(200);
        second.Words.ShouldBe(first.Words);
        await world.Work();
        world.Mailbox.To(form.email).Count.ShouldBe(mails);
    }

    [Fact]
    public async Task The_page_is_there_for_an_hour_and_what_it_knew_is_gone()
    {
        await using var world = await World.Begin();
        var page = await Sent(world, Submitter);
        (await world.Store.All(Partitions.Access, RowRange.Prefix("verstuurd|")).ToListAsync()).ShouldHaveSingleItem().Data.ShouldNotContain("jannie");
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddMinutes(61));
        (await world.Browser.Get(page.Path)).ShouldHave(410);
        await world.Get<SentMails>().ForgetEnded();
        (await world.Store.All(Partitions.Access, RowRange.Prefix("verstuurd|")).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_old_page_sends_to_the_address_that_was_given_last_and_shows_it()
    {
        await using var world = await World.Begin();
        var old = await Sent(world, Wrong);
        (await world.Browser.Send(old.Path, With(old, "adres", email: Submitter))).ShouldHave(200).Words.ShouldContain(Submitter);
        await world.Work();
        var link = world.Mailbox.LastTo(Submitter).Link();
        (await world.Browser.Send(old.Path, With(old, "opnieuw") with { opdracht = "terug" })).ShouldHave(200).Words.ShouldContain(Submitter);
        await world.Work();
        world.Mailbox.To(Wrong).ShouldHaveSingleItem();
        world.Mailbox.To(Submitter).Count.ShouldBe(2);
        (await world.NewBrowser().Press(link)).ShouldHave(200);
        (await world.LastIn(IdeaPhase.GatheringSupport)).ShouldNotBe(default);
    }

    [Fact]
    public async Task The_form_sent_once_more_shows_the_address_that_was_given_last()
    {
        await using var world = await World.Begin();
        var form = AnIdea with { email = Wrong, opdracht = "zelfde" };
        var page = await world.Browser.Send(Form, form);
        (await world.Browser.Send(page.Path, With(page, "opnieuw", email: Submitter))).ShouldHave(200);
        var again = (await world.Browser.Send(Form, form)).ShouldHave(200);
        again.Words.ShouldContain(Submitter);
        again.Words.ShouldNotContain(Wrong);
    }

    [Fact]
    public async Task What_was_typed_counts_whichever_button_was_pressed()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var page = await world.Browser.Send($"{idea.Page()}/steun", new { naam = "Piet Buurman", email = Wrong, postcode = "7927 AB" });
        (await world.Browser.Post(page.Path, With(page, "opnieuw", email: "piet@"))).ShouldHave(400).Text.ShouldContain("value=\"piet@\"");
        (await world.Browser.Post(page.Path, With(page, "opnieuw", email: ""))).ShouldHave(400).Words.ShouldContain("Vul uw e-mailadres in.");
        var sent = await world.Browser.Send(page.Path, With(page, "opnieuw", email: "piet@voorbeeld.example") with { voorletters = "P." });
        sent.ShouldHave(200).Words.ShouldContain("piet@voorbeeld.example");
        var row = (await world.Store.Query(idea.Smederij, Portal.Ideas.IdeaKeys.Supporters(idea.Id))).Rows.ShouldHaveSingleItem();
        var person = row.Read(WorkJson.Default.Person);
        (person.Email, person.Initials).ShouldBe(("piet@voorbeeld.example", "P"));
    }

    private static SentFields With(Answer page, string wat, string? email = null) =>
        new(wat, page.Hidden("opdracht"), page.Hidden("getoond"), email ?? page.Hidden("getoond"));

    /// <summary>The fields of the page, as a browser posts them.</summary>
    private sealed record SentFields(string wat, string opdracht, string getoond, string email, string voorletters = "");

    [Fact]
    public void A_person_of_before_has_no_key() =>
        System.Text.Json.JsonSerializer.Deserialize("""{"name":"Jan","email":"jan@voorbeeld.example","postcode":"7927AB"}""", WorkJson.Default.Person)!
            .LinkKey.ShouldBeNull();

    private static async Task<Answer> Sent(World world, string email)
    {
        var page = (await world.Browser.Send(Form, AnIdea with { email = email })).ShouldHave(200);
        await world.Work();
        return page;
    }
}
