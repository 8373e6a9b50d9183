using Smederijen.Domain.Ideas;
using Smederijen.Domain.Settings;

namespace Smederijen.Simulation.Tests;

/// <summary>How much a run went through. Fields, because accidents count in them by reference.</summary>
internal sealed class Tally
{
    public long SmederijYears;
    public long Years;
    public long Ideas;
    public long Cents;
    public long Divisions;
    public long DivisionsAgain;
    public long Merges;
    public long Requests;
    public long Commits;
    public long Mails;
    public long Votes;
    public long Ballots;
    public long Meetings;
    public long DailyMails;
    public long SharedPlans;
    public long PlansOfYears;
    public long PaidInTwo;
    public long ScannedMails;
    public long Crashes;
    public long StoreFailures;
    public long MailFailures;
    public long RefusedMails;
    public long LostWakeUps;
    public long DoubledWakeUps;
    public long DoubledPosts;
    public long Retries;
    public long Rivals;
    public long ClockJumps;

    /// <summary>
    /// Which events happened, how often; those of plans, meetings, payments, resolutions, help and the initiatiefgroep with that word before them.
    /// </summary>
    public SortedDictionary<string, long> Events { get; } = new(StringComparer.Ordinal);

    /// <summary>Which events of rounds happened, how often.</summary>
    public SortedDictionary<string, long> Rounds { get; } = new(StringComparer.Ordinal);

    /// <summary>Which mails went out, how often.</summary>
    public SortedDictionary<string, long> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>Which mails carried a link.</summary>
    public SortedDictionary<string, long> LinkedKinds { get; } = new(StringComparer.Ordinal);

    /// <summary>Of which mails a scanner opened every link: with HEAD, and twice with GET.</summary>
    public SortedDictionary<string, long> ScannedKinds { get; } = new(StringComparer.Ordinal);

    /// <summary>Everybody who took part: each simulated person does so once.</summary>
    public long Participants => Ballots
        + Sum("SubmissionConfirmed", "SupportConfirmed", "Plan SubmissionConfirmed", "Plan SupportConfirmed", "Plan MemberJoined", "Group Joined", "HelpRequest Asked");

    public long PlansBegun => Sum("Plan OpenedFromIdea", "Plan SubmissionConfirmed");

    public long PlansEnded => Sum("Plan Completed", "Plan Stopped");

    private IEnumerable<SortedDictionary<string, long>> Counts => [Events, Rounds, Kinds, LinkedKinds, ScannedKinds];

    public static void Count(SortedDictionary<string, long> counts, string name, long more = 1) =>
        counts[name] = counts.GetValueOrDefault(name) + more;

    /// <summary>What can be counted when a simulation is over.</summary>
    public static void Count(Simulation simulation, int years)
    {
        var (tally, watch) = (simulation.Tally, simulation.Watch);
        tally.Years += years;
        tally.SmederijYears += years * simulation.File.Smederijen.Count;
        tally.Ideas += watch.Ideas.Count;
        tally.Mails += simulation.Machine.Outbox.Count;
        tally.Divisions += watch.Resolutions.Values.Count(resolution => resolution.Adopted is not null);
        tally.Cents += watch.Rounds.Where(round => string.CompareOrdinal(round.Key.Period, $"{SettingsOfYear.First + years}") < 0).Sum(round => round.Value.Ledger.Allotted.Cents);
        tally.Meetings += watch.Meetings.Values.Count(meeting => meeting.Took.Count > 0);
        tally.DailyMails += tally.Kinds.GetValueOrDefault(nameof(PlaceEffect.SendWaiting));
        tally.SharedPlans += watch.Plans.Values.Count(plan => plan.WasShared);
        tally.PaidInTwo += watch.Ideas.Values.Count(idea => idea.Stored!.Item.State is IdeaState.Ended { Paid.Length: > 1 });
        tally.PlansOfYears += watch.Plans.Values.Count(plan => plan.Age > 2 * Simulation.Year);
    }

    public void Add(Tally other)
    {
        foreach (var field in typeof(Tally).GetFields())
            field.SetValue(this, (long)field.GetValue(this)! + (long)field.GetValue(other)!);
        foreach (var (mine, theirs) in Counts.Zip(other.Counts))
        {
            foreach (var (name, count) in theirs)
                Count(mine, name, count);
        }
    }

    /// <summary>In the proportions of the scheme: what happens in a year of all Smederijen.</summary>
    public string PerYear() =>
        $"{Ideas / Years} ideas, {Participants / Years:N0} participants, € {Cents / Years / 100:N0}, {(double)PlansBegun / Years:0.0} plans begun and {(double)PlansEnded / Years:0.0} ended, {(double)Votes / Years:0.0} votes";

    public override string ToString() =>
        $"{string.Join(", ", typeof(Tally).GetFields().Select(field => $"{field.Name} {field.GetValue(this):N0}"))}; a year: {PerYear()}";

    private long Sum(params string[] events) => events.Sum(name => Events.GetValueOrDefault(name));
}
