using System.Collections.Immutable;
using System.Globalization;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Rounds;

/// <summary>
/// Between a round and its ideas: who takes part when it closes, and what each idea hears when it is decided. Ideas change one
/// at a time, each in a transaction of its own; what was done before a crash answers "already so" the second time.
/// </summary>
public sealed class RoundIdeas(IEntityStore store, IdeaCommands ideas, RoundCommands rounds, SettingsBook settings)
{
    /// <summary>Fixes every suitable idea, so that its amount cannot change any more, and writes them down.</summary>
    public async Task Collect(RoundKey key, CancellationToken cancellation)
    {
        if (await rounds.Load(key, cancellation) is not { Round.State: RoundState.Collecting })
            return;
        var candidates = ImmutableArray.CreateBuilder<Candidate>();
        await foreach (var row in store.All(key.Smederij, Keys.InPhase(IdeaPhase.Suitable), cancellation))
        {
            var idea = new IdeaKey(key.Smederij, row.Read(PortalJson.Default.IdeaSummary).Id);
            await ideas.Handle(idea, CommandId.From($"{key}-{idea.Id}-doet-mee"), at => new IdeaEvent.PutToVote(at, key.Period), cancellation: cancellation);
            if (await ideas.Load(idea, cancellation) is { Stored: { Idea.State: IdeaState.Suitable } stored })
                candidates.Add(new Candidate(idea.Id, stored.Title, stored.Idea.Amount));
        }
        await rounds.Handle(
            key, CommandId.From($"{key}-verzameld"), at => new RoundEvent.IdeasCollected(at, candidates.ToImmutable()), cancellation: cancellation);
    }

    /// <summary>Tells every idea its verdict: money, no money and why, or on to the following round.</summary>
    /// <exception cref="InvalidOperationException">Granted money was not there: the ledger and the decision contradict each other.</exception>
    public async Task Tell(RoundKey key, CancellationToken cancellation)
    {
        if (await rounds.Load(key, cancellation) is not { Round: { State: RoundState.Decided decided } round })
            return;
        var version = await settings.Version(key.Smederij, round.SettingsVersion, cancellation);
        foreach (var verdict in decided.Verdicts)
        {
            var idea = new IdeaKey(key.Smederij, verdict.Idea);
            var outcome = await ideas.Handle(
                idea, CommandId.From($"{key}-{verdict.Idea}-uitslag"), at => Told(at, key, verdict, version), cancellation: cancellation);
            if (outcome is Outcome<Refusal>.Refused refused)
                throw new InvalidOperationException($"Idea {idea} refuses what round {key.Period} decided: {refused.Reason}.");
        }
    }

    /// <summary>Takes a withdrawn idea off the ballot of its round.</summary>
    /// <exception cref="InvalidOperationException">The round is just writing down its ideas: try again.</exception>
    public async Task Leave(RoundKey key, string idea, CancellationToken cancellation)
    {
        var answer = await rounds.Handle(
            key, CommandId.From($"{key}-{idea}-weg"), at => new RoundEvent.IdeaLeft(at, idea), cancellation: cancellation);
        if (answer is Outcome<RoundRefusal>.Refused refused)
            throw new InvalidOperationException($"Idea {idea} cannot leave round {key} now: {refused.Reason}.");
    }

    private IdeaEvent Told(DateTimeOffset at, RoundKey key, Verdict verdict, SmederijSettings version) =>
        verdict.Granted ? new IdeaEvent.MoneyOffered(at, key.Period)
        : version.Round.CarryOver && !verdict.Left ? new IdeaEvent.CarriedOver(at, Following(key))
        : new IdeaEvent.MoneyDenied(at, key.Period, verdict.Reason ?? "In deze ronde was er niet genoeg geld voor dit idee.");

    /// <summary>The period that the settings name after this one; before they do, the next year.</summary>
    private string Following(RoundKey key) =>
        settings.Current(key.Smederij)?.Round.Period is { } period && string.CompareOrdinal(period, key.Period) > 0 ? period
        : int.TryParse(key.Period, CultureInfo.InvariantCulture, out var year) ? (year + 1).ToString(CultureInfo.InvariantCulture)
        : key.Period;
}
