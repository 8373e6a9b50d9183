using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Meetings;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>
/// Looks at every commit that became durable, and holds it to what must always be so. It keeps what the commits built up, so
/// that a look costs no more than the commit itself.
/// </summary>
internal sealed partial class Watch(Privacy privacy, Tally tally, Func<DateTimeOffset> now)
{
    private readonly Dictionary<IdeaKey, FollowedIdea> _ideas = [];
    private readonly Dictionary<(string Smederij, string Period), FollowedRound> _rounds = [];
    private readonly Dictionary<string, FollowedResolution> _resolutions = new(StringComparer.Ordinal);
    private readonly Dictionary<PlanKey, FollowedPlan> _plans = [];
    private readonly Dictionary<(string Smederij, string Period), FollowedVote> _votes = [];
    private readonly Dictionary<PlaceKey, FollowedPlace> _places = [];
    private readonly Dictionary<MeetingKey, FollowedMeeting> _meetings = [];
    private readonly HashSet<WorkKey> _callsWanted = [];

    /// <summary>The first thing that must never happen, and did; the portal may have caught the exception itself.</summary>
    public Violation? Found { get; private set; }

    public IReadOnlyDictionary<IdeaKey, FollowedIdea> Ideas => _ideas;

    public IReadOnlyDictionary<(string Smederij, string Period), FollowedRound> Rounds => _rounds;

    public IReadOnlyDictionary<(string Smederij, string Period), FollowedVote> Votes => _votes;

    /// <summary>Hears of every round that came into another phase.</summary>
    public Action<RoundKey, RoundPhase>? RoundMoved { get; set; }

    public RoundState? StateOf(RoundKey key) => _rounds.GetValueOrDefault((key.Smederij, key.Period))?.State;

    public RoundPhase? PhaseOf(RoundKey key) => StateOf(key)?.Phase;

    public IReadOnlyDictionary<string, FollowedResolution> Resolutions => _resolutions;

    public IReadOnlyDictionary<PlanKey, FollowedPlan> Plans => _plans;

    public IReadOnlyDictionary<PlaceKey, FollowedPlace> Places => _places;

    public IReadOnlyDictionary<MeetingKey, FollowedMeeting> Meetings => _meetings;

    /// <summary>The residents who wait for a call, as items of the work list.</summary>
    public IReadOnlySet<WorkKey> CallsWanted => _callsWanted;

    public DecidedMails Mails { get; } = new();

    public FollowedSettings Settings { get; } = new(now);

    public void Committed(string partition, IReadOnlyList<Write> writes) => Judge(() => Look(partition, writes));

    /// <summary>A commit in the store of a vote, or none when it was made or removed.</summary>
    public void Committed(RoundKey vote, IReadOnlyList<Write> writes) => Judge(() =>
    {
        foreach (var write in writes)
            privacy.Check($"{write.Row} {DataOf(write)}", () => $"the ballot box of {vote}");
        FollowVote(vote.Smederij, vote.Period).Committed(writes, PhaseOf(vote) ?? default);
    });

    private void Judge(Action look)
    {
        tally.Commits++;
        try
        {
            look();
        }
        catch (Violation violation)
        {
            Found ??= violation;
            throw;
        }
    }

    private void Look(string partition, IReadOnlyList<Write> writes)
    {
        var commit = new Commit(writes);
        foreach (var write in writes)
        {
            var data = DataOf(write);
            if (!Privacy.MayNamePeople(write.Row))
                // A stamp is chance: now and then it holds four digits and two letters.
                privacy.Check(StampedRows.Bare(data), () => $"row {partition}/{write.Row}");
            privacy.Check(write.Row, () => $"a key of {partition}");
            // The board only repeats what the partitions say; the end of the year holds it to that.
            if (partition != Partitions.Board)
                See(commit, partition, write, data);
        }
        if (commit.Resolution is { } resolution)
            FollowResolution(resolution.Id).Became(resolution);
        if (commit.Round is { } round)
            FollowRound(partition, round);
        if (commit.Plan is { } plan)
            FollowPlan(new PlanKey(partition, plan.Item.Id)).Became(plan, commit.PlanLine);
        if (commit.Place is { } place)
            FollowPlace(PlaceKey.Parse(place.Id)!.Value).Became(place, commit.PlaceLine, now());
        if (commit.Meeting is { } meeting)
            FollowMeeting(new MeetingKey(partition, meeting.Id), meeting, commit.MeetingLine);
        if (commit.Idea is { } stored)
        {
            if (commit.Line?.Line.Event is IdeaEvent.DecidedInMeeting decided)
                Decided(Follow(new IdeaKey(partition, stored.Item.Id)), decided);
            Follow(new IdeaKey(partition, stored.Item.Id)).Became(stored, commit.Line);
            Tally.Count(tally.Events, commit.Line?.Line.Event.GetType().Name ?? "SupportOffered");
        }
    }

    private void FollowRound(string smederij, Round round)
    {
        var followed = FollowRound(smederij, round.Period);
        var before = followed.State?.Phase;
        followed.Became(round, id => SharesOf(id, smederij, round.Period));
        if (before != round.State.Phase)
            RoundMoved?.Invoke(new RoundKey(smederij, round.Period), round.State.Phase);
    }

    /// <summary>An idea waits in one meeting at a time.</summary>
    private void FollowMeeting(MeetingKey key, Meeting meeting, int? line)
    {
        if (_meetings.TryGetValue(key, out var known))
        {
            known.Became(meeting, line);
            return;
        }
        if (_meetings.FirstOrDefault(other => other.Key.Smederij == key.Smederij && other.Value.IsRunning
            && meeting.Decisions.Any(decision => other.Value.Meeting!.Find(decision.Idea) is { Told: false })) is { Value: not null } other)
            throw new Violation($"{key.Address} decides about an idea that waits in {other.Key.Address}.");
        _meetings[key] = new FollowedMeeting(key);
        _meetings[key].Became(meeting, line);
    }

    /// <summary>What an idea takes over was agreed on in one meeting, for this idea and this version of its review.</summary>
    private void Decided(FollowedIdea idea, IdeaEvent.DecidedInMeeting e)
    {
        var from = _meetings.Where(one => one.Key.Smederij == idea.Key.Smederij && one.Value.Tells(idea.Key.Id, e)).ToList();
        if (from is not [var meeting])
            throw new Violation($"{idea.Key} takes over what {from.Count} meetings decided.");
        meeting.Value.TookOver(idea.Key.Id, e, idea.Panel);
    }

    /// <summary>What a resolution gives to a round, source by source; null when it was not adopted for it.</summary>
    private IEnumerable<Source>? SharesOf(string resolution, string smederij, string period) => FollowResolution(resolution.Split('/')[0]) switch
    {
        { Adopted: { } division } when division.Period == period => Division.BySource(division).Single(line => line.Smederij == smederij).Shares,
        // What is left goes from one round to another: it is no new money.
        { Settled: { } left } when left.Period == period || left.Next == period => [],
        _ => null,
    };

    private FollowedVote FollowVote(string smederij, string period) =>
        _votes.TryGetValue((smederij, period), out var vote) ? vote : _votes[(smederij, period)] = new FollowedVote($"the vote of {smederij}/{period}");

    private FollowedIdea Follow(IdeaKey key) => _ideas.TryGetValue(key, out var idea) ? idea : _ideas[key] = new FollowedIdea(key);

    private FollowedPlace FollowPlace(PlaceKey key) => _places.TryGetValue(key, out var place) ? place : _places[key] = new FollowedPlace(key);

    private FollowedPlan FollowPlan(PlanKey key) => _plans.TryGetValue(key, out var plan) ? plan : _plans[key] = new FollowedPlan(key);

    private FollowedRound FollowRound(string smederij, string period) =>
        _rounds.TryGetValue((smederij, period), out var round) ? round : _rounds[(smederij, period)] = new FollowedRound($"{smederij}/{period}");

    private FollowedResolution FollowResolution(string id) =>
        _resolutions.TryGetValue(id, out var resolution) ? resolution : _resolutions[id] = new FollowedResolution(id);
}
