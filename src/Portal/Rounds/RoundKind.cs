using System.Text.Json.Serialization.Metadata;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Rounds;

/// <summary>Rounds, as the pipeline knows them.</summary>
public static class RoundKind
{
    public static KindFacts Facts { get; } = new()
    {
        Prefix = RoundKey.Prefix,
        Name = "ronde",
        Effects = new(DomainJson.Default.RoundEffect, Under: "ronde"),
        Starts = ["ronde|", "rondes|"],
        Typed = ["reason"],
        Keeps = part => part is "manifest" or "telbewijs",
        Holds = Holds,
    };

    public static Kind<Round, RoundEvent, RoundEffect, RoundRefusal, RoundCircumstances> Of(
        VoteVault vault, SettingsBook settings, RoundArchive archive, PortalOptions options) => new()
    {
        Facts = Facts,
        Row = LedgerJson.Default.StoredRound,
        Event = DomainJson.Default.RoundEvent,
        Phase = round => round.State.Phase,
        Revision = round => round.Revision,
        Due = round => round.NextDue,
        At = e => e.At,
        TimePassed = at => new RoundEvent.MomentCame(at),
        Know = async (work, before, _, cancellation) =>
        {
            var (key, round) = (new RoundKey(work.Smederij, before.Item.Period), before.Item);
            return new(
                await settings.Version(key.Smederij, round.SettingsVersion, cancellation), await archive.ManifestOf(key, round, cancellation),
                await PaperWaiting(vault, key, round, cancellation));
        },
        Decide = RoundDecider.Decide,
        Post = (round, _, postings) => LedgerRows.Post(round, postings),
        Lists = (_, stored, _) => new([
            new Listed(RoundKeys.Listed(stored.Item.Period), Rows.Write(RoundSummary.Of(stored.Item), RoundJson.Default.RoundSummary))]),
        Beside = Sealed,
        AlsoFollows = change => options.KeepsBoard && IsShown(change) ? [new BoardEffect.Show()] : [],
    };

    /// <summary>Opens the round that the settings name: a new one, or the one that waits with the money of the stuurgroep.</summary>
    public static Task<Outcome<RoundRefusal>> Open(
        this RoundItems rounds, SmederijSettings smederij, StuurgroepSettings stuurgroep, CancellationToken cancellation = default)
    {
        var known = new RoundCircumstances(smederij);
        RoundEvent.Opened Opened(DateTimeOffset at) => new(at, smederij.Round.Period);
        return rounds.Ensure(
            new RoundKey(smederij.Id, smederij.Round.Period), CommandId.Fresh(), "",
            at => new(Opened(at), known, RoundDecider.Start(smederij, stuurgroep, Opened(at))),
            (before, at) => ValueTask.FromResult(new RoundJudgement(Opened(at), known, RoundDecider.Decide(before.Item, Opened(at), known))),
            cancellation: cancellation);
    }

    /// <summary>
    /// Posts the money that a resolution of the stuurgroep allots, once; a round that is not there yet is announced with it.
    /// </summary>
    /// <param name="smederij">Its present settings.</param>
    public static Task<Outcome<RoundRefusal>> Allot(
        this RoundItems rounds, SmederijSettings smederij, string period, string resolution, ImmutableArray<Source> shares,
        CancellationToken cancellation = default)
    {
        var key = new RoundKey(smederij.Id, period);
        RoundEvent.Allotted Allotted(DateTimeOffset at) => new(at, resolution, shares);
        return rounds.Ensure(
            key, CommandId.From($"{resolution}-{key}"), "",
            at => new(Allotted(at), new RoundCircumstances(smederij), RoundDecider.Announce(smederij, period, Allotted(at))),
            (before, at) => rounds.Judge(key, before, Allotted(at), cancellation), cancellation: cancellation);
    }

    /// <summary>
    /// Posts what was left in an earlier round, once; a round that is not there yet is announced with it.
    /// </summary>
    /// <param name="smederij">The present settings of the Smederij that gets it.</param>
    public static Task<Outcome<RoundRefusal>> CarryIn(
        this RoundItems rounds, SmederijSettings smederij, RoundKey from, RoundEffect.CarryTo carry, CancellationToken cancellation = default)
    {
        var key = new RoundKey(smederij.Id, carry.Period);
        RoundEvent.MoneyCarriedIn Came(DateTimeOffset at) =>
            new(at, carry.Resolution, from.Period, carry.Shares) { Of = carry.Into is null ? null : from.Smederij };
        return rounds.Ensure(
            key, CommandId.From(carry.Into is null ? $"{carry.Resolution}-{key}-mee" : $"{carry.Resolution}-{key}-mee-{from}"), "",
            at => new(Came(at), new RoundCircumstances(smederij), RoundDecider.Announce(smederij, carry.Period, Came(at))),
            (before, at) => rounds.Judge(key, before, Came(at), cancellation), cancellation: cancellation);
    }

    /// <summary>
    /// Brings in what projects of before this website took, once for each file; a round that is not there yet begins with it, and is over.
    /// </summary>
    /// <param name="smederij">Its present settings.</param>
    public static Task<Outcome<RoundRefusal>> TakeOver(
        this RoundItems rounds, SmederijSettings smederij, string period, string file, Euro amount, CancellationToken cancellation = default)
    {
        var key = new RoundKey(smederij.Id, period);
        RoundEvent.TakenOver Came(DateTimeOffset at) => new(at, file, amount);
        return rounds.Ensure(
            key, CommandId.From($"{file}-{key}"), "",
            at => new(Came(at), new RoundCircumstances(smederij), RoundDecider.TakeOver(smederij, period, Came(at))),
            (before, at) => rounds.Judge(key, before, Came(at), cancellation), cancellation: cancellation);
    }

    /// <summary>What the round would object if this happened now; nothing happens.</summary>
    public static async Task<RoundRefusal?> ObjectionTo(this RoundItems rounds, RoundKey key, RoundEvent e,
        CancellationToken cancellation = default) =>
        await rounds.Load(key, cancellation) is not { } before ? RoundRefusal.NoVotePrepared
        : (await rounds.Judge(key, before, e, cancellation)).Decision is RoundDecision.Refused refused ? refused.Reason
        : null;

    /// <summary>Batches of ballots on paper that wait for a second person, as far as the round can still wait for them.</summary>
    public static async ValueTask<int> PaperWaiting(VoteVault vault, RoundKey key, Round round, CancellationToken cancellation) =>
        round.State is RoundState.VoteOpen or RoundState.Counting ? await vault.PaperWaiting(key, cancellation) : 0;

    private static JsonTypeInfo? Holds(string[] key) => key switch
    {
        ["rondes", _] => RoundJson.Default.RoundSummary,
        ["ronde", _] => LedgerJson.Default.StoredRound,
        ["ronde", _, "kas", _] => DomainJson.Default.LedgerEntry,
        ["ronde", _, "log", _] => RoundJson.Default.RoundLogLine,
        ["ronde", _, "manifest"] => DomainJson.Default.Manifest,
        _ => null,
    };

    private static bool IsShown(Change<Round, RoundEvent, RoundCircumstances> change) =>
        !change.Postings.IsEmpty || change.Before is null || RoundSummary.Of(change.Before.Item) != RoundSummary.Of(change.After.Item);

    /// <summary>What everyone may read of a vote, written once.</summary>
    private static IEnumerable<Write> Sealed(Change<Round, RoundEvent, RoundCircumstances> change)
    {
        if (change.Before is null || RoundDecider.SealedBy(change.Before.Item, change.Event, change.Known) is not { } manifest)
            return [];
        var period = change.After.Item.Period;
        return [new Write.Insert(RoundKeys.Manifest(period), Rows.Write(manifest, DomainJson.Default.Manifest)),
            new Write.Put(RoundKeys.LatestVote, period)];
    }
}

/// <summary>One line of a round's history, as <see cref="LogChain"/> chains them.</summary>
public sealed record RoundLogLine(RoundEvent Event, RoundPhase Phase, string Hash);

/// <summary>How the rows beside that of a round are written down. Storage contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(RoundLogLine))]
[JsonSerializable(typeof(RoundSummary))]
public sealed partial class RoundJson : JsonSerializerContext;
