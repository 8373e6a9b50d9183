using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Stuurgroep;
using Smederijen.Portal.Tests.Unreadable;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Work;

/// <summary>What people typed lies in rows of its own; items, logs and what waits hold a seal in its place.</summary>
public sealed class When_a_text_is_taken_away
{
    private const string Advice1 = "Jan van nummer 7 wil dit \"niet\" & klaagt altijd.";

    private static async Task<(World World, IdeaKey Idea)> Declined()
    {
        var world = await World.Begin();
        var idea = await world.InReview();
        foreach (var member in world.Settings().Wijkteam.Members.Take(2))
            await world.Happens(idea, at => new IdeaEvent.Advised(at, 1, member.Id, Advice.NotSuitable, Advice1));
        await world.AfterMinutes(10);
        return (world, idea);
    }

    [Fact]
    public async Task Pages_and_mails_show_it_as_it_was_typed()
    {
        var (world, idea) = await Declined();
        await using var _ = world;
        (await world.Browser.Get(idea.Page())).ShouldHave(200).Words.ShouldContain(Advice1);
        world.Mailbox.LastTo(Residents.Submitter).Text.ShouldContain(Advice1);
        (await world.Browser.Get($"/v1/smederijen/{idea.Smederij}/ideeen/{idea.Id}")).ShouldHave(200).Text.ShouldContain("Jan van nummer 7");
    }

    [Fact]
    public async Task It_stands_in_no_item_no_log_and_nothing_that_waits()
    {
        var (world, idea) = await Declined();
        await using var _ = world;
        var plan = await world.BeginPlan();
        await world.Happens(plan, at => new PlanEvent.NewsPosted(at, Advice1));
        await world.Happens(plan, at => new PlanEvent.MilestoneSet(at, PlanEvent.WorkingGroup, "m1", Advice1, new DateOnly(2027, 5, 1)));
        await world.PutToSeats();
        await world.Happens(at =>
            new ResolutionEvent.VoiceGiven(at, world.Get<SettingsBook>().Stuurgroep.Seats[0].Id, false, Voice.Against, Advice1));
        List<Entity> rows = [.. await world.Store.Everything(World.Village), .. await world.Store.Everything(Partitions.Stuurgroep)];
        rows.Where(row => row.Data.Contains("Jan van nummer", StringComparison.Ordinal)).Select(row => row.Row.Split('|')[2]).Distinct().ShouldBe(["gezegd"]);
        rows.Count(row => row.Row.StartsWith($"idee|{idea.Id}|gezegd|", StringComparison.Ordinal)).ShouldBe(2, "each event has a seal of its own");
    }

    [Fact]
    public async Task Its_place_says_so_and_the_history_stays_whole()
    {
        var (world, idea) = await Declined();
        await using var _ = world;
        var texts = await world.Store.RowsFrom(idea.Smederij, $"idee|{idea.Id}|gezegd|");
        await world.Store.Commit(idea.Smederij, [.. texts.Select(text => new Write.Delete(text.Row))]);
        var words = (await world.Browser.Get(idea.Page())).ShouldHave(200).Words;
        words.ShouldContain(Words.Gone);
        words.ShouldNotContain("Jan van nummer");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
        (await world.Anna().Get(idea.Case())).ShouldHave(200).Words.ShouldNotContain("De geschiedenis klopt niet");
    }

    [Fact]
    public async Task Somebody_who_changes_it_is_seen()
    {
        var (world, idea) = await Declined();
        await using var _ = world;
        var text = (await world.Store.RowsFrom(idea.Smederij, $"idee|{idea.Id}|gezegd|"))[0];
        await world.Store.Commit(idea.Smederij, [new Write.Put(text.Row, text.Data.Replace("Jan", "Piet", StringComparison.Ordinal))]);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBe([new Finding(idea, Trouble.Text)]);
    }

    [Fact]
    public async Task The_same_text_in_two_ideas_has_two_seals_so_nobody_can_tell()
    {
        var (world, idea) = await Declined();
        await using var _ = world;
        var seals = (await world.Store.RowsFrom(idea.Smederij, $"idee|{idea.Id}|gezegd|")).Select(row => row.Row.Split('|')[^1]);
        seals.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Saying_the_same_again_changes_nothing()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        Task<Outcome<PlanRefusal>> Set(string what) =>
            world.Happens(plan, at => new PlanEvent.MilestoneSet(at, PlanEvent.WorkingGroup, "m1", what, new DateOnly(2027, 5, 1), "Daarom"));
        (await Set("Dak erop")).ShouldBeOfType<Outcome<PlanRefusal>.Done>();
        (await Set("Dak erop")).ShouldBeOfType<Outcome<PlanRefusal>.AlreadySo>();
        (await Set("Dak en goot")).ShouldBeOfType<Outcome<PlanRefusal>.Done>();
        (await world.Get<PlanItems>().Load(plan)).ShouldNotBeNull().Item.Milestones.ShouldHaveSingleItem().What.ShouldBe("Dak en goot");
        (await world.Store.RowsFrom(plan.Smederij, $"plan|{plan.Id}|log|")).Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_text_that_looks_like_a_seal_is_sealed_like_any_other()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        await world.Happens(plan, at => new PlanEvent.NewsPosted(at, "{~AAAAAAAAAAAAAAAAAAAAAA~}"));
        (await world.Get<PlanDossiers>().Read(plan)).ShouldNotBeNull().Log[^1].Event.ShouldBeOfType<PlanEvent.NewsPosted>().Text.ShouldBe("{~AAAAAAAAAAAAAAAAAAAAAA~}");
        (await world.Store.RowsFrom(plan.Smederij, $"plan|{plan.Id}|log|"))[^1].Data.ShouldNotContain("AAAAAAAA");
    }
}
