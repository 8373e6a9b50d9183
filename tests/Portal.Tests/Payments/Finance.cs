using Smederijen.Domain.Ideas;
using Smederijen.Domain.Payments;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Release;
using Smederijen.Portal.Tests.Governing;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Payments;

/// <summary>What those who pay do through the pages.</summary>
internal static class Finance
{
    public const string Desk = "/medewerkers/betalingen";

    public static Browser Fien(World world) => world.BrowserOf("fien", "financien");

    public static Browser Gus(World world) => world.BrowserOf("gus", "financien");

    public static async Task<IdeaKey> ReleasedTo(World world)
    {
        var idea = await world.Granted();
        await Give(world, "NL91ABNA0417164300");
        await Approve(world, idea, corrections: 0);
        return idea;
    }

    public static async Task Give(World world, string iban) => (await world.NewBrowser().Press(
        world.Mailbox.LastTo(Submitter).Link(), new { iban, tenaamstelling = "J. de Vries" })).ShouldHave(200);

    public static async Task Approve(World world, IdeaKey idea, int corrections)
    {
        var seal = (await world.Get<PaymentAccounts>().Find(idea))?.Seal;
        await world.Happens(idea, at => new IdeaEvent.ReleaseApproved(at, "anna", corrections, seal));
        await world.Happens(idea, at => new IdeaEvent.ReleaseApproved(at, "bert", corrections, seal));
        await world.Work();
    }

    /// <summary>A batch of all that waits, made by Fien.</summary>
    public static async Task<string> Begin(World world)
    {
        var page = (await Fien(world).Open(Desk)).ShouldHave(200).Form();
        var begun = (await Fien(world).Post(Desk, page)).ShouldHave(303).Location!;
        await world.Work();
        return begun;
    }

    /// <summary>A batch of these orders, made by Fien; a form that a test reads has one of several ticks under a name.</summary>
    public static async Task<string> BeginAll(World world, params string[] orders)
    {
        var page = (await Fien(world).Open(Desk)).ShouldHave(200).Form();
        page["betaling"] = string.Join(',', orders);
        var begun = (await Fien(world).Post(Desk, page)).ShouldHave(303).Location!;
        await world.Work();
        return begun;
    }

    public static async Task<Answer> Sign(Browser browser, string batch)
    {
        var page = (await browser.Open(batch)).ShouldHave(200);
        var seen = page.Text.Contains("name=\"gezien\"", StringComparison.Ordinal) ? page.Hidden("gezien") : "2";
        return await browser.Post($"{batch}/tekenen", new { gezien = seen });
    }

    public static async Task<(IdeaKey Idea, string Order)> Sent(World world)
    {
        var idea = await ReleasedTo(world);
        await Sign(Gus(world), await Begin(world));
        await world.Work();
        return (idea, $"{idea.Id}-1");
    }

    public static Task<Answer> Say(Browser browser, string order, PaymentOutcome outcome, string day, string why = "") =>
        browser.Post($"{Desk}/{order}/voorstel", new { uitkomst = $"{outcome}", dag = day, reden = why });

    public static async Task<Answer> Agree(Browser browser, string order)
    {
        var page = (await browser.Open($"{Desk}/{order}")).ShouldHave(200);
        return await browser.Post($"{Desk}/{order}/vaststellen", new { gezien = page.Hidden("gezien") });
    }

    public static async Task SettledByTwo(World world, string line, object meaning)
    {
        (await Fien(world).Post($"{line}/voorstel", meaning)).ShouldHave(303);
        (await Settle(Gus(world), line)).ShouldHave(303);
        await world.Work();
    }

    public static async Task<Answer> Settle(Browser browser, string line)
    {
        var page = (await browser.Open(line)).ShouldHave(200);
        return await browser.Post($"{line}/vaststellen", new { gezien = page.Text.Contains("name=\"gezien\"") ? page.Hidden("gezien") : "2" });
    }

    public static Task ForUsAlone(World world) => ChangePayer(world, "payer.forUsAlone", "ja");

    public static async Task ChangePayer(World world, string field, string value)
    {
        (await world.Fatima().Change("gemeente", "Andere rekening", (field, value))).ShouldHave(200);
        (await world.Gijs().Agree("gemeente")).ShouldHave(200);
    }

    public static string CommandToken(Answer page) => page.Hidden("opdracht");
}
