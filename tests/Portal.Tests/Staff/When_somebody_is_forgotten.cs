using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Security;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Staff;

/// <summary>After erasure the whole store, keys included, is searched for whatever could say who it was.</summary>
public sealed class When_somebody_is_forgotten
{
    private const string Neighbour = "piet@voorbeeld.example";

    [Fact]
    public async Task Nothing_of_a_supporter_is_left_not_even_the_key()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await world.Support(idea, Neighbour);
        var key = await world.Get<Pseudonyms>().OfSupporter(idea.Id, Neighbour);
        (await Everything(world)).ShouldContain(key);
        var page = await Erase(world, idea, new { wie = "supporter", zeker = "ja", email = Neighbour.ToUpperInvariant(), reden = "Op verzoek" });
        page.ShouldHave(200).Words.ShouldContain("De gegevens zijn gewist.");
        var left = await Everything(world);
        left.ShouldNotContain(key);
        left.ShouldNotContain(Neighbour);
        left.ShouldNotContain("Piet Buurman");
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.GatheringSupport>().Supporters.ShouldBe(0);
    }

    [Fact]
    public async Task A_mail_that_could_not_be_delivered_goes_with_the_supporter()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        world.Mailbox.Refused.Add(Neighbour);
        (await world.Browser.Press($"{idea.Page()}/steun", new { naam = "Piet Buurman", email = Neighbour, postcode = "7927 AA" })).ShouldHave(200);
        await world.Work();
        await Erase(world, idea, new { wie = "supporter", zeker = "ja", email = Neighbour, reden = "Op verzoek" });
        (await Everything(world)).ShouldNotContain(await world.Get<Pseudonyms>().OfSupporter(idea.Id, Neighbour));
    }

    [Fact]
    public async Task Nothing_of_a_submitter_is_left_and_the_account_goes_too()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        await world.GivesAccount(idea, "NL91ABNA0417164300");
        var page = await Erase(world, idea, new { wie = "indiener", zeker = "ja", reden = "Op verzoek" });
        page.ShouldHave(200).Words.ShouldContain("De gegevens van de indiener zijn gewist.");
        var left = await Everything(world);
        foreach (var trace in (string[])[Residents.Submitter, "Jannie", "de Vries", "NL91ABNA0417164300"])
            left.ShouldNotContain(trace);
        (await world.Idea(idea)).State.WaitsFor.ShouldBe(Party.Submitter);
    }

    [Fact]
    public async Task What_a_submitter_wrote_and_sent_goes_too_and_what_was_paid_stays_in_the_ledger()
    {
        await using var world = await World.Begin();
        var form = Residents.AnIdea with { titel = "Het hofje van Teuntje", beschrijving = "Teuntje wil een hofje met bloemen en een bank voor haar buren." };
        var photo = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Attachments", "samples", "plain.jpg"));
        (await world.Browser.PostWithFiles($"/smederijen/{World.Village}/ideeen/nieuw", form, "bijlagen", ("foto.jpg", photo))).ShouldHave(303);
        await world.Work();
        (await world.Browser.Press(world.Mailbox.LastTo(form.email).Link())).ShouldHave(200);
        var idea = await world.LastIn(IdeaPhase.GatheringSupport);
        await world.Happens(idea, at => new IdeaEvent.ProgressReported(at, "Dit telt niet"));
        (await world.Anna().Send(idea.Case("verbergen"), new { onderdeel = "bijdrage", reden = "Er staat een naam in" })).ShouldHave(200);
        (await Erase(world, idea, new { wie = "indiener", zeker = "ja", reden = "Op verzoek" })).ShouldHave(200);
        await world.Work();
        var left = await Everything(world);
        foreach (var trace in (string[])["Teuntje", "Jannie", form.bijdrage])
            left.ShouldNotContain(trace);
        world.Attachments.Names.ShouldBeEmpty();
        (await world.Browser.Get(idea.Page())).ShouldHave(200).Words.ShouldContain("Deze tekst is gewist");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_wrote_more_than_one_commit_can_hold_is_forgotten_whole()
    {
        await using var world = await World.Begin();
        var idea = await world.Released();
        for (var i = 0; i < 130; i++)
            await world.Happens(idea, at => new IdeaEvent.ProgressReported(at, $"Teuntje vertelt {i}"));
        (await Erase(world, idea, new { wie = "indiener", zeker = "ja", reden = "Op verzoek" })).ShouldHave(200);
        await world.Work();
        (await Everything(world)).ShouldNotContain("Teuntje");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Lists_of_signatures_can_go_while_their_number_stays()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var scan = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Attachments", "samples", "plain.jpg"));
        await world.Anna().PostWithFiles(idea.Case("handtekeningen"), new { aantal = 2, reden = "Lijst" }, "scan", ("lijst.jpg", scan));
        await world.Bert().Post(idea.Case("handtekeningen-tellen"), new { lijst = world.Attachments.Names.Single(), aantal = 2 });
        var page = await Erase(world, idea, new { wie = "handtekeningen", zeker = "ja", reden = "Niet meer nodig" });
        await world.Work();
        world.Attachments.Names.ShouldBeEmpty();
        page.Words.ShouldNotContain("Bekijk de lijst");
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.GatheringSupport>().OnPaper.ShouldBe(2);
    }

    [Fact]
    public async Task Who_is_not_known_cannot_be_erased()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        (await world.Anna().Post(idea.Case("wissen"), new { wie = "supporter", zeker = "ja", email = "niemand@voorbeeld.example", reden = "Op verzoek" })).ShouldHave(400)
            .Words.ShouldContain("staat niet bij dit idee");
        (await world.Anna().Post(idea.Case("wissen"), new { reden = "Op verzoek" })).ShouldHave(400);
    }

    [Fact]
    public async Task A_year_after_the_end_everybody_is_forgotten_by_the_clock()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await world.Support(idea, Neighbour);
        var key = await world.Get<Pseudonyms>().OfSupporter(idea.Id, Neighbour);
        for (var i = 0; i < 250; i++)
            await world.Store.Commit(idea.Smederij,
                [new Write.Insert(IdeaKeys.Supporter(idea.Id, $"buur{i:D3}"), Rows.Write(new Person($"Buur {i}", $"buur{i}@voorbeeld.example", "7927AA", true), WorkJson.Default.Person))]);
        await world.Until(World.Monday.AddMonths(12));
        (await Everything(world)).ShouldContain(Neighbour);
        await world.Until(World.Monday.AddMonths(14));
        var left = await Everything(world);
        foreach (var trace in (string[])[Neighbour, "Piet Buurman", key, Residents.Submitter, "Jannie", "Buur 249", "buur249"])
            left.ShouldNotContain(trace);
        (await world.Anna().Get(idea.Case())).ShouldHave(200).Words.ShouldContain("regels kloppen");
    }

    private static Task<Answer> Erase(World world, IdeaKey idea, object form) => world.Anna().Press(idea.Case("wissen"), form);

    /// <summary>Every key and every value in every partition that the portal uses.</summary>
    private static async Task<string> Everything(World world)
    {
        var text = new System.Text.StringBuilder();
        foreach (var partition in world.Get<Portal.Settings.SettingsBook>().All.Select(smederij => smederij.Id)
            .Concat([Partitions.Installation, Partitions.Limits]))
        {
            await foreach (var row in world.Store.All(partition, new RowRange(" ", "~~~~")))
                text.Append(row.Row).Append(' ').Append(row.Data).Append('\n');
        }
        return text.ToString();
    }
}
