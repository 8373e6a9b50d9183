using System.Net;
using Smederijen.Domain.Ideas;
using Smederijen.Functions.Tests.MainJob;
using Smederijen.Functions.Tests.Storage;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Tests.Attachments;
using Smederijen.Portal.Work;
using Xunit.Abstractions;

namespace Smederijen.Functions.Tests.Costs;

/// <summary>Five supporters, two reviewers who decide, a picture: from the form to money released, with every page on the way.</summary>
[Collection(nameof(Azurite))]
public sealed class What_an_idea_costs(Azurite azurite, ITestOutputHelper output)
{
    /// <summary>
    /// Requests to the table and the container; 178 before they were counted here, and 100 is the aim. Four of them keep who of the staff looked
    /// at the account and at the idea; eighteen came with the page that sends a mail again (one row for each form) and with limits on what a
    /// mailbox gets before it confirms (two reads for each who confirms); one compares the supporters; two read what was reported, each time
    /// staff open the idea; four look whether a reviewer still holds the place, and two whether the round was closed early; three look whether
    /// a reviewer wants one mail a day; five order the payment; three keep who has the account, and ask who else has it. The orchestrations
    /// have their own, which docs/operations.md tells.
    /// </summary>
    private const int Budget = 165;

    [Fact]
    public async Task From_the_form_to_released_money_it_stays_within_its_budget_of_requests()
    {
        var (world, requests) = await AzureWorld.Begin(azurite);
        await using var ended = world;
        var portal = world.World;
        // The first idea of a process also pays for its keys, and for the names in the Smederij, which are read once.
        await portal.Submit(Residents.AnIdea with { email = "eerste@voorbeeld.example", postcode = "7904 AB" }, "wolfsbos");
        await portal.Get<SettingsBook>().Contact(World.Village, Contact.ReleaseMailbox);
        await portal.Get<StaffNames>().Known(World.Village, CancellationToken.None);
        var (bill, people) = (new Bill(requests), 0);
        Browser Resident() => portal.NewBrowser(new IPAddress([192, 0, 2, (byte)++people]));
        string LastLink(string address) => portal.Mailbox.LastTo(address).Link();
        async Task Do(string step, Browser browser, string page, Func<Answer, Task<Answer>> press)
        {
            var shown = await bill.Of($"{step}: page", () => browser.Open(page));
            var answer = (await bill.Of($"{step}: form", () => press(shown.ShouldHave(200)))).ShouldHave(303);
            (await bill.Of($"{step}: page", () => browser.Open(answer.Location))).ShouldHave(200);
            await bill.Of($"{step}: work", portal.Work);
        }

        const string Form = $"/smederijen/{World.Village}/ideeen/nieuw";
        var submitter = Resident();
        await Do("hand in", submitter, Form, _ => submitter.PostWithFiles(Form, Residents.AnIdea, "bijlagen", ("foto.png", Sample.Read("plain.png"))));
        var idea = await portal.LastIn(IdeaPhase.AwaitingConfirmation);
        await Do("confirm", submitter, LastLink(Residents.Submitter), page => submitter.Post(page.Path, Pressed(page)));
        for (var i = 0; i < 5; i++)
        {
            var (neighbour, naam) = (Resident(), new[] { "Anna Vos", "Bert Kok", "Carla Smit", "Dirk Bos", "Els Prins" }[i]);
            var email = $"{naam.Replace(' ', '.').ToLowerInvariant()}@voorbeeld.example";
            await Do("support", neighbour, $"{idea.Page()}/steun", page => neighbour.Post(page.Path, new { naam, email, postcode = "7927 AB" }));
            await Do("confirm support", neighbour, LastLink(email), page => neighbour.Post(page.Path, Pressed(page)));
        }
        foreach (var seat in (string[])[Wijkteam.Opbouwwerker, Wijkteam.Wijkbeheerder])
        {
            var member = Resident();
            await Do("review", member, portal.ReviewLink(seat), page => member.Post(page.Path, new { keuze = "geschikt", opdracht = page.Hidden("opdracht") }));
        }
        await Do("account", submitter, LastLink(Residents.Submitter),
            page => submitter.Post(page.Path, new { iban = "NL91ABNA0417164300", tenaamstelling = "J. de Vries", opdracht = page.Hidden("opdracht") }));
        foreach (var name in (string[])["anna", "bert"])
        {
            var staff = portal.BrowserOf(name, "medewerker", "regisseur");
            await Do("release", staff, $"/medewerkers/ideeen/{idea.Smederij}/{idea.Id}/vrijgeven", page => staff.Post(page.Path, Approval(page)));
        }

        (await portal.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Released);
        (await portal.Browser.Open(idea.Page())).ShouldHave(200).Text.ShouldContain("<img");
        output.WriteLine(bill.Details);
        Summary.Write("azure-idea", $"requests from the form to released money, at most {Budget}\n{bill}");
        bill.Total.ShouldBeLessThanOrEqualTo(Budget, bill.ToString());
    }

    private static object Pressed(Answer page) => new { opdracht = page.Hidden("opdracht") };

    private static object Approval(Answer page) =>
        new { gecontroleerd = "ja", rekening = page.Hidden("rekening"), reden = "Gecontroleerd", opdracht = page.Hidden("opdracht") };
}
