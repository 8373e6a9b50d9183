using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Security;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Voting;

public sealed class When_a_round_comes_to_its_end
{
    [Fact]
    public async Task All_ideas_that_fit_get_their_money_without_a_vote()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Closed(world, 6_000, 4_000);
        (await vote.Round()).State.ShouldBeOfType<RoundState.Decided>().Outcome.ShouldBe(RoundOutcome.AllGranted);
        foreach (var idea in vote.Ideas)
            (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Granted>();
        (await vote.Round()).Ledger.Reserved.Cents.ShouldBe(1_000_000);
    }

    [Fact]
    public async Task Too_many_ideas_wait_for_a_vote_and_their_amounts_are_fixed()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Closed(world, 9_000, 6_000);
        (await vote.Round()).State.ShouldBeOfType<RoundState.Preparing>().Candidates.Length.ShouldBe(2);
        (await world.Happens(vote.Ideas[0], at => new IdeaEvent.AmountCorrected(at, "anna", new(100), "Tikfout")))
            .ShouldBe(new Outcome<Refusal>.Refused(Refusal.StepIsOver));
    }

    [Fact]
    public async Task What_one_round_still_has_to_decide_about_takes_part_in_no_other()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Closed(world, 9_000, 6_000);
        var settings = world.Settings(AVote.Smederij);
        var next = settings with { Version = 2, Round = settings.Round with { Period = "2028", ClosesOn = new DateOnly(2027, 7, 31) } };
        await world.Get<SettingsItems>().Fill(SettingsDocument.Of(next));
        await world.Work();
        await world.After(40);
        (await vote.Round()).State.ShouldBeOfType<RoundState.Preparing>().Candidates.Length.ShouldBe(2);
        (await world.Get<RoundItems>().Load(new RoundKey(AVote.Smederij, "2028"))).ShouldNotBeNull().Item.State
            .ShouldBeOfType<RoundState.Decided>().Verdicts.ShouldBeEmpty();
        foreach (var idea in vote.Ideas)
            (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Suitable>().InRound.ShouldBe("2027");
    }

    [Fact]
    public async Task Staff_are_asked_by_mail_to_make_the_codes()
    {
        await using var world = await World.Begin();
        await AVote.Closed(world, 9_000, 6_000);
        world.Mailbox.Mails[^1].Subject.ShouldBe("Bereid de stemming in Centrum voor");
        world.Mailbox.Mails[^1].Text.ShouldContain("/medewerkers/rondes/centrum/2027");
    }

    [Fact]
    public async Task An_idea_that_is_withdrawn_during_the_vote_leaves_the_ballot()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        await world.Happens(vote.Ideas[1], at => new IdeaEvent.Withdrawn(at));
        await world.Work();
        (await vote.Round()).State.ShouldBeOfType<RoundState.VoteOpen>().Struck.Single().Idea.ShouldBe(vote.Ideas[1].Id);
    }

    [Fact]
    public async Task Its_log_is_a_chain_that_shows_every_change()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        await world.After(20);
        var history = await world.Get<RoundArchive>().History(AVote.Key);
        history.Select(line => line.Phase).ShouldBe(
            [RoundPhase.Open, RoundPhase.Collecting, RoundPhase.Preparing, RoundPhase.Sealed, RoundPhase.VoteOpen, RoundPhase.Counting,
                RoundPhase.Decided]);
        var chain = new LogChain(await world.Get<Stamps>().Get(), AVote.Smederij, RoundKeys.Round("2027"));
        foreach (var line in (await world.Store.Query(AVote.Smederij, RoundKeys.LogLines("2027"))).Rows)
            chain.Add(line);
        chain.FirstBroken(history[^1].Hash).ShouldBeNull();
        chain.FirstBroken("").ShouldBe(history.Count + 1);
        (await vote.Round()).Revision.ShouldBe(history.Count);
    }
}
