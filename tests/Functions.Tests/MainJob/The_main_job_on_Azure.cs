using System.Net;
using Smederijen.Domain.Ideas;
using Smederijen.Functions.Tests.Storage;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Tests.Attachments;
using Xunit.Abstractions;

namespace Smederijen.Functions.Tests.MainJob;

/// <summary>From the form to money released, through the pages and the mails, on Azure's storage.</summary>
[Collection(nameof(Azurite))]
public sealed class The_main_job_on_Azure(Azurite azurite, ITestOutputHelper output)
{
    private const int Supporters = 10;
    private const int Reviewers = 3;
    private readonly List<(string Step, int Pages, int Forms, int Work)> _operations = [];

    [Fact]
    public async Task Ends_with_money_released_and_costs_few_operations()
    {
        var (world, requests) = await AzureWorld.Begin(azurite, village =>
        {
            village["supportThreshold"] = Supporters;
            village["wijkteam"]!["quorum"] = Reviewers;
        });
        await using var ended = world;
        var portal = world.World;
        // The first idea of an installation also pays for its keys.
        await portal.Submit(Residents.AnIdea with { email = "eerste@voorbeeld.example", postcode = "7904 AB" }, "wolfsbos");
        var people = 0;
        Browser Resident() => portal.NewBrowser(new IPAddress([192, 0, 2, (byte)++people]));
        string LastLink(string address) => portal.Mailbox.LastTo(address).Link();
        async Task<Answer> Do(string step, Browser browser, string page, Func<Answer, Task<Answer>> press)
        {
            var before = requests.Count;
            var shown = await browser.Open(page);
            var (pages, forms) = (requests.Count - before, requests.Count);
            var answer = await press(shown);
            forms = requests.Count - forms;
            before = requests.Count;
            if (answer.Location.Length > 0)
                (await browser.Open(answer.Location)).ShouldHave(200);
            pages += requests.Count - before;
            before = requests.Count;
            await portal.Work();
            _operations.Add((step, pages, forms, requests.Count - before));
            return answer.ShouldHave(303);
        }

        const string Form = $"/smederijen/{World.Village}/ideeen/nieuw";
        var submitter = Resident();
        await Do("indienen", submitter, Form, _ => submitter.PostWithFiles(Form, Residents.AnIdea, "bijlagen", ("foto.png", Sample.Read("plain.png"))));
        var idea = await portal.LastIn(IdeaPhase.AwaitingConfirmation);
        await Do("bevestigen", submitter, LastLink(Residents.Submitter), page => submitter.Post(page.Path, Pressed(page)));
        for (var i = 0; i < Supporters; i++)
        {
            var (neighbour, email) = (Resident(), $"buur{i}@voorbeeld.example");
            await Do("steunen", neighbour, $"{idea.Page()}/steun", page => neighbour.Post(page.Path, new { naam = "Buur", email, postcode = "7927 AB" }));
            await Do("steun bevestigen", neighbour, LastLink(email), page => neighbour.Post(page.Path, Pressed(page)));
        }
        foreach (var seat in (string[])[Wijkteam.Opbouwwerker, Wijkteam.Wijkbeheerder, Wijkteam.Wijkagent])
        {
            var member = Resident();
            await Do("beoordelen", member, portal.ReviewLink(seat), page => member.Post(page.Path, new { keuze = "geschikt", opdracht = page.Hidden("opdracht") }));
        }
        await Do("rekening", submitter, LastLink(Residents.Submitter),
            page => submitter.Post(page.Path, new { iban = "NL91ABNA0417164300", tenaamstelling = "J. de Vries", opdracht = page.Hidden("opdracht") }));
        foreach (var name in (string[])["anna", "bert"])
        {
            var staff = portal.BrowserOf(name, "medewerker", "regisseur");
            await Do("vrijgeven", staff, $"/medewerkers/ideeen/{idea.Smederij}/{idea.Id}/vrijgeven", page => staff.Post(page.Path, Approval(page)));
        }

        (await portal.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Released);
        (await portal.Browser.Open(idea.Page())).ShouldHave(200).Text.ShouldContain("<img");
        Print();
        // A turn with mails costs one request more since these are claimed before they go out: 15 of them.
        _operations.Sum(step => step.Forms + step.Work).ShouldBeLessThanOrEqualTo(165);
    }

    private static object Pressed(Answer page) => new { opdracht = page.Hidden("opdracht") };

    private static object Approval(Answer page) =>
        new { gecontroleerd = "ja", rekening = page.Hidden("rekening"), reden = "Gecontroleerd", opdracht = page.Hidden("opdracht") };

    private void Print()
    {
        output.WriteLine($"{"step",-18}{"times",6}{"forms",7}{"work",6}{"pages",7}");
        foreach (var step in _operations.GroupBy(operation => operation.Step))
            output.WriteLine($"{step.Key,-18}{step.Count(),6}{step.Sum(s => s.Forms),7}{step.Sum(s => s.Work),6}{step.Sum(s => s.Pages),7}");
        output.WriteLine($"{"together",-24}{_operations.Sum(s => s.Forms),7}{_operations.Sum(s => s.Work),6}{_operations.Sum(s => s.Pages),7}");
    }
}
