using Smederijen.Domain.Ideas;

namespace Smederijen.Domain.Plans;

/// <summary>
/// A complex plan (lange klap): a working group carries it for years, partners promise money, and the stuurgroep judges it at
/// the moments that the plan names. Nothing of it ends because time passes. It carries no personal data: people are counted by
/// role, and their names and addresses lie in rows of their own. Storage contract: the JSON is approved by a test.
/// </summary>
/// <param name="Id">The id of the idea it grew from, or one given by the host when it was handed in.</param>
/// <param name="SettingsVersion">The version of the Smederij's settings that this plan keeps for its whole life.</param>
/// <param name="Cost">What all of it is expected to cost.</param>
/// <param name="Supporters">Residents of the area who support it: those of its idea, and those who confirmed since.</param>
/// <param name="Check">When the working group and the gebiedsregisseur are asked how it goes, counted from the last news.</param>
/// <param name="Idea">The idea it grew from; null for a plan with a form of its own.</param>
/// <param name="Revision">How many log entries it has; the following one gets this number plus one.</param>
/// <param name="PausedAt">When staff stopped the clock of this plan; null while the clock runs.</param>
/// <param name="Hidden">That staff took it off the website as a whole; null while everybody can see it.</param>
/// <param name="Alike">How many of the supporters are so alike that staff have to look.</param>
/// <param name="PartsHidden">What staff took off its page; null when there is nothing, and in what was hidden before this was kept.</param>
/// <param name="Shared">The other Smederijen that it belongs to; null when it belongs only to the one it lies in.</param>
public sealed record Plan(
    string Id,
    int SettingsVersion,
    Euro Cost,
    PlanState State,
    DateTimeOffset Since,
    Group Group,
    ImmutableArray<Milestone> Milestones,
    ImmutableArray<DecisionMoment> Moments,
    ImmutableArray<Partner> Partners,
    Chase Check,
    int Supporters = 0,
    string? Idea = null,
    int Revision = 0,
    DateTimeOffset? PausedAt = null,
    Hiding? Hidden = null,
    int Alike = 0,
    HiddenParts? PartsHidden = null,
    ImmutableArray<PlanShare>? Shared = null)
{
    /// <summary>The Smederijen that it belongs to beside its own, in the order in which they came.</summary>
    [JsonIgnore]
    public ImmutableArray<PlanShare> Shares => Shared ?? [];

    public PlanShare? ShareOf(string? smederij) => Shares.FirstOrDefault(share => share.Smederij == smederij);

    /// <summary>When the clock has to look at this plan again; null when only people can move it.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextDue => State switch
    {
        PlanState.AwaitingConfirmation s => s.Term.Next,
        PlanState.Ended s => s.EraseAt,
        _ when PausedAt is not null => null,
        PlanState.Underway => Earliest([Check.Next, .. Unreached, .. Moments.Select(moment => moment.ComesAt)]),
        _ => Earliest([Check.Next, .. Unreached]),
    };

    /// <summary>The end of the day of the first milestone that is not reached: after this the plan is overdue. A plan that stands still has
    /// none.</summary>
    [JsonIgnore]
    public DateTimeOffset? Deadline => State switch
    {
        PlanState.AwaitingConfirmation s => s.Term.Until,
        PlanState.Ended => null,
        _ when PausedAt is not null => null,
        _ => Earliest(Milestones.Where(milestone => milestone.Done is null).Select(milestone => (DateTimeOffset?)milestone.EndsAt)),
    };

    /// <summary>Whether everyone may read it: once its submitter confirmed it, and not while it is hidden.</summary>
    [JsonIgnore]
    public bool IsPublic => Hidden is null && State.Phase is not (PlanPhase.AwaitingConfirmation or PlanPhase.NeverConfirmed);

    /// <summary>Whose move it is. A plan that nobody carries any more, or whose milestone has passed, is with the gebiedsregisseur.</summary>
    [JsonIgnore]
    public Party WaitsFor => State switch
    {
        PlanState.AwaitingConfirmation => Party.Submitter,
        PlanState.AwaitingStuurgroep => Party.Stuurgroep,
        PlanState.Ended => Party.Nobody,
        _ when Group.Size == 0 || Milestones.Any(milestone => milestone.Silence is not null) => Party.Gebiedsregisseur,
        _ => Party.WorkingGroup,
    };

    public Milestone? FindMilestone(string id) => Milestones.FirstOrDefault(milestone => milestone.Id == id);

    public DecisionMoment? FindMoment(string id) => Moments.FirstOrDefault(moment => moment.Id == id);

    public Partner? FindPartner(string id) => Partners.FirstOrDefault(partner => partner.Id == id);

    private IEnumerable<DateTimeOffset?> Unreached => Milestones.Select(milestone => milestone.NextDue);

    private static DateTimeOffset? Earliest(IEnumerable<DateTimeOffset?> instants) => instants.Min();
}

/// <summary>
/// Another Smederij that a plan belongs to. Its residents support the plan and its ideas ask its own rounds for a part of the money, each by
/// the rules of that Smederij; the plan itself is guided where it lies.
/// </summary>
/// <param name="Supporters">Those of its area. They are in <see cref="Plan.Supporters"/> as well.</param>
public sealed record PlanShare(string Smederij, int Supporters = 0);

/// <summary>How many people carry the plan, by role; each of them confirmed it by mail.</summary>
public sealed record Group(int Residents = 0, int Professionals = 0, int Organisations = 0)
{
    [JsonIgnore]
    public int Size => Residents + Professionals + Organisations;

    public Group With(MemberRole role, int more) => role switch
    {
        MemberRole.Resident => this with { Residents = Math.Max(0, Residents + more) },
        MemberRole.Professional => this with { Professionals = Math.Max(0, Professionals + more) },
        _ => this with { Organisations = Math.Max(0, Organisations + more) },
    };
}

/// <summary>As what somebody takes part in a working group.</summary>
public enum MemberRole
{
    Resident,
    Professional,
    Organisation,
}
