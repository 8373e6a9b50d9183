using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Rounds;

/// <summary>
/// Between a round and its ideas: who takes part when it closes, and what each idea hears when it is decided. Ideas change one
/// at a time, each in a transaction of its own; what was done before a crash answers "already so" the second time.
/// </summary>
public sealed class RoundIdeas(
    IEntityStore store, IdeaItems ideas, RoundItems rounds, SettingsBook settings, MoneyOffers money, RestOffers rest, UnreadableRows unreadable)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<RoundIdeas, RoundEffect.CollectIdeas>((x, key, _, cancellation) => x.Collect(RoundKey.Of(key), cancellation)),
        Deed.Of<RoundIdeas, RoundEffect.TellIdeas>((x, key, _, cancellation) => x.Tell(RoundKey.Of(key), cancellation)),
        Deed.Of<RoundIdeas, IdeaEffect.OfferRest>((x, key, over, cancellation) => x.GoOn(IdeaKey.Of(key), over.Period, cancellation)),
        Deed.Of<RoundIdeas, IdeaEffect.LeaveRound>((x, key, leave, cancellation) =>
            x.Leave(new RoundKey(key.Smederij, leave.Period), key.Item, leave.ByMunicipality, cancellation)),
    ];

    /// <summary>
    /// Fixes every suitable idea, so that its amount cannot change any more, and writes them down. The key of the index says
    /// which ideas. One whose own row cannot be read is left out, so that the round closes for all others: no money goes to it, it
    /// stays suitable, and the following round takes it along. docs/decisions/0022-rows-that-cannot-be-read.md tells why.
    /// </summary>
    /// <exception cref="UnreadableRowException">What more than one idea needs cannot be read: the close waits.</exception>
    public async Task Collect(RoundKey key, CancellationToken cancellation)
    {
        if (await rounds.Load(key, cancellation) is not { Item.State: RoundState.Collecting })
            return;
        var candidates = ImmutableArray.CreateBuilder<Candidate>();
        await foreach (var row in store.All(key.Smederij, IdeaKeys.InPhase(IdeaPhase.Suitable), cancellation))
        {
            var idea = new IdeaKey(key.Smederij, IdeaKeys.IdeaOfPhase(row.Row));
            if (await unreadable.Find(idea.Smederij, IdeaKeys.Idea(idea.Id), IdeaJson.Default.StoredIdea, cancellation) is null)
                continue;
            await ideas.Handle(idea, CommandId.From($"{key}-{idea.Id}-doet-mee"), at => new IdeaEvent.PutToVote(at, key.Period), cancellation: cancellation);
            // One that an earlier round still has to decide about stays with that.
            if (await ideas.Load(idea, cancellation) is { Item.State: IdeaState.Suitable { InRound: var round } } stored && round == key.Period)
                candidates.Add(new Candidate(idea.Id, stored.Title, stored.Item.Amount));
        }
        await rounds.Handle(
            key, CommandId.From($"{key}-verzameld"), at => new RoundEvent.IdeasCollected(at, candidates.ToImmutable()), cancellation: cancellation);
    }

    /// <summary>
    /// Tells every idea its verdict: money, no money and why, or on to the following round. To whom what is left may be offered hears it when
    /// that is known.
    /// </summary>
    /// <exception cref="InvalidOperationException">Granted money was not there: the ledger and the decision contradict each other.</exception>
    /// <exception cref="UnreadableRowException">An idea cannot be read. All others were told; call again later.</exception>
    public async Task Tell(RoundKey key, CancellationToken cancellation)
    {
        if (await rounds.Load(key, cancellation) is not { Item: { State: RoundState.Decided decided } round })
            return;
        var version = await settings.Version(key.Smederij, round.SettingsVersion, cancellation);
        UnreadableRowException? unread = null;
        foreach (var verdict in decided.Verdicts.Where(verdict => !MayGetRest(decided, verdict)))
            unread = await TryTell(key, verdict, version, cancellation) ?? unread;
        unread = await OfferRest(key, decided, version, cancellation) ?? unread;
        if (unread is not null)
            throw unread;
    }

    /// <summary>After the end of an offer of what is left: the idea of it, and those that are next.</summary>
    /// <exception cref="InvalidOperationException">The round is just being closed: try again.</exception>
    public async Task GoOn(IdeaKey idea, string period, CancellationToken cancellation)
    {
        var key = new RoundKey(idea.Smederij, period);
        switch (await rounds.Load(key, cancellation))
        {
            case null:
                return;
            case { Item.State: RoundState.Open }:
                await money.Offer(idea.Smederij, cancellation);
                return;
            case { Item: { State: RoundState.Decided decided } round }:
                var version = await settings.Version(key.Smederij, round.SettingsVersion, cancellation);
                // It had its offer before the close, so the decision does not name it.
                if (await ideas.Load(idea, cancellation) is { Item: { State: IdeaState.Suitable { InRound: null, NoPartIn: var declined } } was }
                    && declined == period)
                    await Tell(key, new Verdict(idea.Id, was.Amount, Granted: false, $"{TooLittle} {NotAccepted}"), version, cancellation);
                if (await OfferRest(key, decided, version, cancellation) is { } unread)
                    throw unread;
                return;
            case { Item.State.Phase: var phase }:
                throw new InvalidOperationException($"What is left in round {key} cannot be offered while it is {phase}.");
        }
    }

    private static bool MayGetRest(RoundState.Decided decided, Verdict verdict) =>
        !verdict.Granted && decided.Rest is { } rest && rest.Ideas.Contains(verdict.Idea);

    /// <summary>Offers what is left, and tells its verdict to whoever gets nothing of it any more.</summary>
    private async Task<UnreadableRowException?> OfferRest(
        RoundKey key, RoundState.Decided decided, SmederijSettings version, CancellationToken cancellation)
    {
        if (decided.Rest is not { } order)
            return null;
        var (isOver, unread) = await rest.Offer(key, order.Smallest, order.Ideas, key.Period, cancellation);
        foreach (var verdict in order.Ideas.Select(idea => decided.Verdicts.First(verdict => verdict.Idea == idea)))
        {
            if (await rest.Find(new IdeaKey(key.Smederij, verdict.Idea), cancellation) is { State: IdeaState.Suitable s } && s.InRound == key.Period
                && (isOver || s.NoPartIn == key.Period))
            {
                var told = s.NoPartIn == key.Period ? verdict with { Reason = $"{verdict.Reason ?? TooLittle} {NotAccepted}" } : verdict;
                unread = await TryTell(key, told, version, cancellation) ?? unread;
            }
        }
        return unread;
    }

    private async Task<UnreadableRowException?> TryTell(RoundKey key, Verdict verdict, SmederijSettings version, CancellationToken cancellation)
    {
        try
        {
            await Tell(key, verdict, version, cancellation);
            return null;
        }
        catch (UnreadableRowException bad)
        {
            await unreadable.Report(key.Smederij, bad);
            return bad;
        }
    }

    private async Task Tell(RoundKey key, Verdict verdict, SmederijSettings version, CancellationToken cancellation)
    {
        var idea = new IdeaKey(key.Smederij, verdict.Idea);
        var outcome = await ideas.Handle(
            idea, CommandId.From($"{key}-{verdict.Idea}-uitslag"), at => Told(at, key, verdict, version), cancellation: cancellation);
        if (outcome is Outcome<Refusal>.Refused refused)
            throw new InvalidOperationException($"Idea {idea} refuses what round {key.Period} decided: {refused.Reason}.");
    }

    /// <summary>Takes an idea that ended off the ballot of its round.</summary>
    /// <exception cref="InvalidOperationException">The round is just writing down its ideas: try again.</exception>
    public async Task Leave(RoundKey key, string idea, bool byMunicipality, CancellationToken cancellation)
    {
        var answer = await rounds.Handle(
            key, CommandId.From($"{key}-{idea}-weg"), at => new RoundEvent.IdeaLeft(at, idea, byMunicipality), cancellation: cancellation);
        if (answer is Outcome<RoundRefusal>.Refused refused)
            throw new InvalidOperationException($"Idea {idea} cannot leave round {key} now: {refused.Reason}.");
    }

    private IdeaEvent Told(DateTimeOffset at, RoundKey key, Verdict verdict, SmederijSettings version) =>
        verdict.Granted ? new IdeaEvent.MoneyOffered(at, key.Period)
        : version.Round.CarryOver && !verdict.Left ? new IdeaEvent.CarriedOver(at, Following(key))
        : new IdeaEvent.MoneyDenied(at, key.Period, verdict.Reason ?? TooLittle);

    private const string TooLittle = "In deze ronde was er niet genoeg geld voor dit idee.";
    private const string NotAccepted = "Het deel dat over was, is niet aangenomen.";

    /// <summary>The period that the settings name after this one; before they do, the next year.</summary>
    private string Following(RoundKey key) =>
        settings.Current(key.Smederij)?.Round.Period is { } period && string.CompareOrdinal(period, key.Period) > 0 ? period
        : int.TryParse(key.Period, CultureInfo.InvariantCulture, out var year) ? (year + 1).ToString(CultureInfo.InvariantCulture)
        : key.Period;
}
