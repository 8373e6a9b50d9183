using System.Globalization;
using Smederijen.Domain;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Work;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>
/// Looks at every commit that became durable, and holds it to what must always be so. It keeps what the commits built up, so
/// that a look costs no more than the commit itself.
/// </summary>
internal sealed class Watch(Privacy privacy, Tally tally)
{
    private readonly Dictionary<IdeaKey, FollowedIdea> _ideas = [];
    private readonly Dictionary<(string Smederij, string Period), FollowedRound> _rounds = [];
    private readonly Dictionary<string, FollowedResolution> _resolutions = new(StringComparer.Ordinal);
    private readonly Dictionary<PlanKey, FollowedPlan> _plans = [];
    private readonly Dictionary<string, (PlanKey Plan, PlanEffect.Tell Tell)> _planMails = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Smederij, string Period), FollowedVote> _votes = [];
    private readonly Dictionary<string, (IdeaKey Idea, Effect.SendMail Mail)> _mailsDue = new(StringComparer.Ordinal);

    /// <summary>The first thing that must never happen, and did; the portal may have caught the exception itself.</summary>
    public Violation? Found { get; private set; }

    public IReadOnlyDictionary<IdeaKey, FollowedIdea> Ideas => _ideas;

    public IReadOnlyDictionary<(string Smederij, string Period), FollowedRound> Rounds => _rounds;

    public IReadOnlyDictionary<(string Smederij, string Period), FollowedVote> Votes => _votes;

    /// <summary>Hears of every round that came into another phase.</summary>
    public Action<RoundKey, RoundPhase>? RoundMoved { get; set; }

    public RoundState? StateOf(RoundKey key) => _rounds.GetValueOrDefault((key.Smederij, key.Period))?.State;

    public RoundPhase? PhaseOf(RoundKey key) => StateOf(key)?.Phase;

    /// <summary>Every mail that was ever decided, by the id of its effect.</summary>
    public IReadOnlyDictionary<string, (IdeaKey Idea, Effect.SendMail Mail)> MailsDue => _mailsDue;

    public IReadOnlyDictionary<string, FollowedResolution> Resolutions => _resolutions;

    /// <summary>The ids of the effects of rounds and resolutions: what they mail carries one of these.</summary>
    public HashSet<string> OtherMails { get; } = new(StringComparer.Ordinal);

    /// <summary>Those among them that ask a seat of the stuurgroep to vote.</summary>
    public HashSet<string> SeatMails { get; } = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<PlanKey, FollowedPlan> Plans => _plans;

    /// <summary>The effect of a plan that a mail comes from; to the working group, each member has an id of their own after it.</summary>
    public (PlanKey Plan, PlanEffect.Tell Tell)? PlanMailOf(string id) =>
        _planMails.TryGetValue(id, out var tell) || _planMails.TryGetValue(id[..id.LastIndexOf('-')], out tell) ? tell : null;

    public void Committed(string partition, IReadOnlyList<Write> writes)
    {
        tally.Commits++;
        try
        {
            Look(partition, writes);
        }
        catch (Violation violation)
        {
            Found ??= violation;
            throw;
        }
    }

    private void Look(string partition, IReadOnlyList<Write> writes)
    {
        var commit = new Commit();
        foreach (var write in writes)
        {
            var data = DataOf(write);
            if (!Privacy.MayNamePeople(write.Row))
                privacy.Check(data, () => $"row {partition}/{write.Row}");
            privacy.Check(write.Row, () => $"a key of {partition}");
            See(commit, partition, write, data);
        }
        if (commit.Resolution is { } resolution)
            FollowResolution(resolution.Id).Became(resolution);
        foreach (var period in writes.Select(write => write.Row.Split('|')).Where(key => key[0] == "stembus").Select(key => key[1]).Distinct())
            FollowVote(partition, period).Committed(writes, PhaseOf(new RoundKey(partition, period)) ?? default);
        if (commit.Round is { } round)
            FollowRound(partition, round);
        if (commit.Plan is { } plan)
            FollowPlan(new PlanKey(partition, plan.Plan.Id)).Became(plan, commit.PlanLine);
        if (commit.Idea is { } stored)
        {
            Follow(new IdeaKey(partition, stored.Idea.Id)).Became(stored, commit.Line);
            Tally.Count(tally.Events, commit.Line?.Line.Event.GetType().Name ?? "SupportOffered");
        }
    }

    private void See(Commit commit, string partition, Write write, string data)
    {
        var key = write.Row.Split('|');
        switch (key)
        {
            case ["idee", _]:
                commit.Idea = Read(write.Row, data).Read(PortalJson.Default.StoredIdea);
                break;
            case ["idee", _, "log", var number]:
                commit.Line = (Number(number), Read(write.Row, data).Read(PortalJson.Default.LogLine));
                break;
            case ["fase" or "wacht" or "loopt", _, var id] when IdeaId.IsValid(id):
                Follow(new IdeaKey(partition, id)).Indexed(write, data);
                break;
            case ["effect", var id, var number] when write is Write.Insert && IdeaId.IsValid(id):
                Cause(new IdeaKey(partition, id), Number(number), Read(write.Row, data).Read(PortalJson.Default.PendingEffect).Effect);
                break;
            case ["ronde", _]:
                commit.Round = Read(write.Row, data).Read(PortalJson.Default.Round);
                break;
            case ["ronde", var period, "log", var number]:
                Log(partition, period, Number(number), Read(write.Row, data).Read(PortalJson.Default.RoundLogLine));
                break;
            case ["plan", _]:
                commit.Plan = Read(write.Row, data).Read(PlanRows.Default.StoredPlan);
                break;
            case ["plan", _, "log", var number]:
                commit.PlanLine = (Number(number), Read(write.Row, data).Read(PlanRows.Default.PlanLogLine));
                Tally.Count(tally.Events, $"Plan {commit.PlanLine.Value.Line.Event.GetType().Name}");
                break;
            case ["effect", var item, var number] when write is Write.Insert && Read(write.Row, data).Read(PortalJson.Default.PendingEffect).Effect is Effect.OfPlan { Step: PlanEffect.Tell tell }:
                _planMails.Add($"{partition}-{item}-{Number(number)}", (PlanKey.Of(new WorkKey(partition, item)), tell));
                break;
            case ["effect", var round, var number] when write is Write.Insert && !IdeaId.IsValid(round):
                OtherMails.Add($"{partition}-{round}-{Number(number)}");
                if (Read(write.Row, data).Read(PortalJson.Default.PendingEffect).Effect is Effect.OfResolution { Step: ResolutionEffect.AskSeat })
                    SeatMails.Add($"{partition}-{round}-{Number(number)}");
                break;
            case ["besluit", _]:
                commit.Resolution = Read(write.Row, data).Read(StuurgroepJson.Default.Resolution);
                break;
            case ["besluit", var id, "log", var number]:
                Tally.Count(tally.Events, Read(write.Row, data).Read(ResolutionJson.Default.ResolutionLogLine).Event.GetType().Name);
                FollowResolution(id).Logged(Number(number), Read(write.Row, data).Read(ResolutionJson.Default.ResolutionLogLine));
                break;
            case ["ronde", var period, "kas", var number]:
                Book(partition, period, Number(number), Read(write.Row, data).Read(DomainJson.Default.LedgerEntry));
                break;
        }
    }

    private void Cause(IdeaKey idea, int number, Effect effect)
    {
        Follow(idea).Caused(number);
        if (effect is Effect.SendMail mail)
            _mailsDue.Add($"{idea.Smederij}-{idea.Id}-{number}", (idea, mail));
    }

    private void Book(string smederij, string period, int number, LedgerEntry entry)
    {
        FollowRound(smederij, period).Booked(number, entry);
        if (IdeaOf(entry) is { } id)
            Follow(new IdeaKey(smederij, id)).Booked(entry);
    }

    private void Log(string smederij, string period, int number, RoundLogLine line)
    {
        FollowRound(smederij, period).Logged(number, line);
        Tally.Count(tally.Rounds, line.Event.GetType().Name);
        if (line.Event is RoundEvent.Counted counted)
            FollowVote(smederij, period).Counted(counted);
    }

    private void FollowRound(string smederij, Round round)
    {
        if (round.Resolutions.FirstOrDefault(id => FollowResolution(id).Adopted?.Period != round.Period) is { } early)
            throw new Violation($"Round {smederij}/{round.Period} has money of resolution {early}, which was not adopted for it.");
        var followed = FollowRound(smederij, round.Period);
        var before = followed.State?.Phase;
        followed.Became(round);
        if (before != round.State.Phase)
            RoundMoved?.Invoke(new RoundKey(smederij, round.Period), round.State.Phase);
    }

    private FollowedVote FollowVote(string smederij, string period) =>
        _votes.TryGetValue((smederij, period), out var vote) ? vote : _votes[(smederij, period)] = new FollowedVote($"the vote of {smederij}/{period}");

    private static string? IdeaOf(LedgerEntry entry) => entry switch
    {
        LedgerEntry.Reserve e => e.Idea,
        LedgerEntry.Free e => e.Idea,
        LedgerEntry.Release e => e.Idea,
        LedgerEntry.GiveBack e => e.Idea,
        _ => null,
    };

    private FollowedIdea Follow(IdeaKey key) => _ideas.TryGetValue(key, out var idea) ? idea : _ideas[key] = new FollowedIdea(key);

    private FollowedPlan FollowPlan(PlanKey key) => _plans.TryGetValue(key, out var plan) ? plan : _plans[key] = new FollowedPlan(key);

    private FollowedRound FollowRound(string smederij, string period) =>
        _rounds.TryGetValue((smederij, period), out var round) ? round : _rounds[(smederij, period)] = new FollowedRound($"{smederij}/{period}");

    private FollowedResolution FollowResolution(string id) => _resolutions.TryGetValue(id, out var resolution) ? resolution : _resolutions[id] = new FollowedResolution(id);

    private static string DataOf(Write write) => write switch
    {
        Write.Insert insert => insert.Data,
        Write.Replace replace => replace.Data,
        Write.Put put => put.Data,
        _ => "",
    };

    private static Entity Read(string row, string data) => new(row, data, "");

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>What one transaction says about one idea, round or resolution, and its money.</summary>
    private sealed class Commit
    {
        public StoredIdea? Idea { get; set; }

        public (int Number, LogLine Line)? Line { get; set; }

        public Round? Round { get; set; }

        public Resolution? Resolution { get; set; }

        public StoredPlan? Plan { get; set; }

        public (int Number, PlanLogLine Line)? PlanLine { get; set; }
    }
}
