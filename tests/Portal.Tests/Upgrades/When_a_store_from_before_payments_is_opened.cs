using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Calendar;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;
using Smederijen.Portal.Bookkeeping;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Release;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Governing;
using Smederijen.Portal.Tests.Payments;
using Smederijen.Portal.Tests.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Upgrades;

/// <summary>
/// The rows of a village as the release before left them, which knew no payment orders: an idea that one colleague approved, one whose money was
/// released, one whose money has to come back, and one that the wijkteam looks at. Their shape did not change: nothing is brought up to date.
/// </summary>
public sealed class When_a_store_from_before_payments_is_opened
{
    private static readonly IdeaKey s_approvedOnce = new(World.Village, "1kjpwd6m0h198s");
    private static readonly IdeaKey s_released = new(World.Village, "1kjpwpbk0dgp29");
    private static readonly IdeaKey s_owed = new(World.Village, "1kjpwzgj08tcw2");
    private static readonly IdeaKey s_inReview = new(World.Village, "1kjpx8nh045mw6");

    private static async Task<World> Begin()
    {
        var store = new InMemoryEntityStore();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Upgrades", "store-before-payments.jsonl")))
        {
            var row = JsonNode.Parse(line)!;
            await store.Commit((string)row["partition"]!, [new Write.Insert((string)row["row"]!, (string)row["data"]!)]);
        }
        var world = await World.Begin(services => services.AddSingleton(new PlainStore(store)));
        world.Clock.MoveTo(World.Monday.AddDays(1));
        await world.Work();
        return world;
    }

    [Fact]
    public async Task What_was_released_counts_as_paid_and_the_books_agree()
    {
        await using var world = await Begin();
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
        foreach (var idea in (IdeaKey[])[s_approvedOnce, s_released, s_owed, s_inReview])
            (await world.Browser.Open(idea.Page())).ShouldHave(200);
        (await world.Browser.Open(s_released.Page())).Words.ShouldNotContain("wordt betaald");
        (await Fien(world).Open("/medewerkers/betalingen")).ShouldHave(200).Words.ShouldNotContain(s_released.Id);
        (await Amounts(world)).ShouldSatisfyAllConditions(
            row => row.Reserved.ShouldBe(45_000), row => row.Ordered.ShouldBe(0), row => row.Paid.ShouldBe(90_000),
            row => row.ToReceive.ShouldBe(45_000));
    }

    [Fact]
    public async Task What_one_colleague_had_approved_goes_to_the_bank_after_the_second()
    {
        await using var world = await Begin();
        var seal = (await world.Get<PaymentAccounts>().Find(s_approvedOnce)).ShouldNotBeNull().Seal;
        await world.Happens(s_approvedOnce, at => new IdeaEvent.ReleaseApproved(at, "bert", 0, seal));
        await world.Work();
        (await Amounts(world)).Ordered.ShouldBe(45_000);
        await world.Fatima().Change(
            "gemeente", "Wij betalen zelf",
            ("payer.name", "Gemeente Voorbeeld"), ("payer.iban", FilesOfTheBank.Municipality), ("payer.bic", "ABNANL2A"));
        (await world.Gijs().Agree("gemeente")).ShouldHave(200);
        await world.PaidBy(s_approvedOnce);
        await world.Work();
        (await Amounts(world)).ShouldSatisfyAllConditions(row => row.Ordered.ShouldBe(0), row => row.Paid.ShouldBe(135_000));
    }

    [Fact]
    public async Task What_has_to_come_back_comes_back_and_a_finished_plan_ends()
    {
        await using var world = await Begin();
        await world.Happens(
            s_owed, at => new IdeaEvent.MoneyReceived(at, "anna", new Euro(45_000), Amsterdam.DateOf(at), new Euro(45_000)));
        await world.Happens(s_released, at => new IdeaEvent.PlanCompleted(at, new Euro(40_000)));
        await world.Work();
        (await Amounts(world)).ShouldSatisfyAllConditions(
            row => row.Received.ShouldBe(45_000), row => row.ToReceive.ShouldBe(5_000), row => row.Paid.ShouldBe(90_000));
        (await world.Idea(s_released)).State.Phase.ShouldBe(IdeaPhase.Completed);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    private static Browser Fien(World world) => world.BrowserOf("fien", "financien");

    /// <summary>What the books say of the year, after they said that they agree.</summary>
    private static async Task<BookAmounts> Amounts(World world)
    {
        (await Fien(world).Get("/medewerkers/boeken?jaar=2027")).ShouldHave(200).Words.ShouldContain("De boeken kloppen met");
        return (await world.Get<BookReader>().Read(default)).Rows.Single(one => (one.Smederij, one.Period) == (World.Village, "2027")).Amounts;
    }
}
