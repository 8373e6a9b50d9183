using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Voting;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Unreadable;

public sealed class When_a_round_closes_over_a_row_that_cannot_be_read
{
    [Fact]
    public async Task An_idea_whose_index_row_is_bad_takes_part()
    {
        await using var world = await World.Begin();
        var vote = await Candidates(world, 9_000, 6_000);
        await world.Store.Break(AVote.Smederij, IdeaKeys.Phase(IdeaPhase.Suitable, vote[0].Id));
        await Close(world);
        (await Round(world)).State.ShouldBeOfType<RoundState.Preparing>().Candidates.Select(one => one.Idea)
            .ShouldBe(vote.Select(idea => idea.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task An_idea_that_cannot_be_read_itself_is_left_out_gets_no_money_and_stays_suitable()
    {
        await using var world = await World.Begin();
        var ideas = await Candidates(world, 9_000, 6_000);
        var sound = await world.Store.Break(AVote.Smederij, IdeaKeys.Idea(ideas[0].Id));
        await Close(world);

        var round = await Round(world);
        round.State.ShouldBeOfType<RoundState.Decided>().Verdicts.ShouldHaveSingleItem().Idea.ShouldBe(ideas[1].Id);
        round.Ledger.Reserved.Cents.ShouldBe(600_000);
        (await world.Anna().Get(Damage.List)).Words.ShouldContain($"idee|{ideas[0].Id} Dit idee staat stil.");

        await world.Store.Mend(AVote.Smederij, sound);
        (await world.Idea(ideas[0])).State.ShouldBeOfType<IdeaState.Suitable>();
        (await world.Store.RowsFrom(AVote.Smederij, "effect|")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_more_ideas_need_holds_up_the_close_until_it_is_mended()
    {
        await using var world = await World.Begin();
        var ideas = await Candidates(world, 9_000, 5_000);
        var sound = await world.Store.Break(AVote.Smederij, RoundKeys.Round(AVote.Key.Period));
        await Should.NotThrowAsync(() => world.Get<WorkList>().PerformDue(AVote.Key.Work));
        world.Clock.MoveTo(AfterClosing);
        (await world.Get<WorkList>().PerformDue(AVote.Key.Work)).ShouldBeNull("the sweep comes back to it");

        await world.Store.Mend(AVote.Smederij, sound);
        await world.Until(AfterClosing.AddHours(1));
        (await Round(world)).State.ShouldBeOfType<RoundState.Decided>().Verdicts.Length.ShouldBe(ideas.Count);
    }

    [Fact]
    public async Task An_idea_that_was_promised_money_hears_it_once_it_is_mended_and_the_others_at_once()
    {
        await using var world = await World.Begin();
        var ideas = await Candidates(world, 2_000, 3_000);
        Entity? sound = null;
        world.Store.After = (partition, writes) =>
        {
            // Just as the round is decided, before anybody is told.
            if (sound is null && partition == AVote.Smederij
                && writes.Any(write => write is Write.Insert { Data: var data } && data.Contains("\"vertel\"", StringComparison.Ordinal)))
                sound = world.Store.Break(AVote.Smederij, IdeaKeys.Idea(ideas[0].Id)).GetAwaiter().GetResult();
        };
        world.Clock.MoveTo(AfterClosing);
        await world.Get<WorkList>().PerformDue(AVote.Key.Work);
        await world.Work();
        (await world.Idea(ideas[1])).State.Phase.ShouldBe(IdeaPhase.Granted);

        await world.Store.Mend(AVote.Smederij, sound.ShouldNotBeNull());
        world.Clock.MoveTo(AfterClosing.AddMinutes(6));
        await world.Get<WorkList>().PerformDue(AVote.Key.Work);
        (await world.Idea(ideas[0])).State.Phase.ShouldBe(IdeaPhase.Granted);
        (await Round(world)).Ledger.Reserved.Cents.ShouldBe(500_000);
    }

    [Fact]
    public async Task A_rolling_Smederij_offers_its_money_to_all_others_and_comes_back_for_the_one()
    {
        await using var world = await World.Begin();
        var smederij = world.Settings();
        var now = world.Clock.GetUtcNow();
        var ideas =
            new[] { await SuitableIdeas.Add(world.Get<IdeaItems>(), smederij, 100, now),
            await SuitableIdeas.Add(world.Get<IdeaItems>(), smederij, 120, now.AddMilliseconds(1)) };
        var sound = await world.Store.Break(smederij.Id, IdeaKeys.Idea(ideas[0].Id));
        await Should.ThrowAsync<UnreadableRowException>(() => world.Get<MoneyOffers>().Offer(smederij.Id));
        (await world.Idea(ideas[1])).State.Phase.ShouldBe(IdeaPhase.Granted);
        await world.Store.Mend(smederij.Id, sound);
        await world.Get<MoneyOffers>().Offer(smederij.Id);
        (await world.Idea(ideas[0])).State.Phase.ShouldBe(IdeaPhase.Granted);
    }

    private static readonly DateTimeOffset AfterClosing = new(2027, 6, 30, 22, 0, 0, TimeSpan.Zero);

    private static Task Close(World world) => world.Until(AfterClosing);

    private static async Task<Round> Round(World world) => (await world.Get<RoundItems>().Load(AVote.Key)).ShouldNotBeNull().Item;

    private static async Task<List<Portal.Ideas.IdeaKey>> Candidates(World world, params long[] euros)
    {
        var ideas = new List<Portal.Ideas.IdeaKey>();
        foreach (var amount in euros)
        {
            world.Clock.MoveTo(world.Clock.GetUtcNow().AddMilliseconds(1));
            ideas.Add(await SuitableIdeas.Add(world.Get<IdeaItems>(), world.Settings(AVote.Smederij), amount, world.Clock.GetUtcNow()));
        }
        await world.Work();
        return ideas;
    }
}
