namespace Smederijen.Domain.Plans;

/// <summary>
/// Something that happened to a plan, at an instant (UTC) that the host gives. Events are what the log keeps, so none carries
/// personal data: members appear by role, partners by their organisation, staff by their account. Storage contract: approved by
/// a test.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "wat")]
[JsonDerivedType(typeof(Submitted), "ingediend")]
[JsonDerivedType(typeof(OpenedFromIdea), "uit-idee")]
[JsonDerivedType(typeof(ConfirmationAsked), "bevestiging-gevraagd")]
[JsonDerivedType(typeof(SubmissionConfirmed), "bevestigd")]
[JsonDerivedType(typeof(MemberInvited), "lid-gevraagd")]
[JsonDerivedType(typeof(MemberJoined), "lid-erbij")]
[JsonDerivedType(typeof(MemberLeft), "lid-weg")]
[JsonDerivedType(typeof(MemberStayed), "lid-toch-mee")]
[JsonDerivedType(typeof(SupportOffered), "steun-aangeboden")]
[JsonDerivedType(typeof(SupportConfirmed), "steun-bevestigd")]
[JsonDerivedType(typeof(SupportCompared), "steun-vergeleken")]
[JsonDerivedType(typeof(SmederijAdded), "smederij-erbij")]
[JsonDerivedType(typeof(SmederijDropped), "smederij-weg")]
[JsonDerivedType(typeof(NewsPosted), "nieuws")]
[JsonDerivedType(typeof(CostEstimated), "kosten-geschat")]
[JsonDerivedType(typeof(MilestoneSet), "mijlpaal")]
[JsonDerivedType(typeof(MilestoneReached), "mijlpaal-bereikt")]
[JsonDerivedType(typeof(MilestoneDropped), "mijlpaal-vervallen")]
[JsonDerivedType(typeof(PartnerAsked), "partner-gevraagd")]
[JsonDerivedType(typeof(RoundIdeaLinked), "ronde-gekoppeld")]
[JsonDerivedType(typeof(PartnerDropped), "partner-vervallen")]
[JsonDerivedType(typeof(PartnerSpoke), "partner-sprak")]
[JsonDerivedType(typeof(MoneyPromised), "geld-toegezegd")]
[JsonDerivedType(typeof(MoneyRefused), "geld-geweigerd")]
[JsonDerivedType(typeof(MoneyReceived), "geld-ontvangen")]
[JsonDerivedType(typeof(MomentNamed), "beslismoment")]
[JsonDerivedType(typeof(MomentDropped), "beslismoment-vervallen")]
[JsonDerivedType(typeof(DecisionAsked), "besluit-gevraagd")]
[JsonDerivedType(typeof(StuurgroepDecided), "stuurgroep-besloot")]
[JsonDerivedType(typeof(DecisionLapsed), "besluit-vervallen")]
[JsonDerivedType(typeof(Completed), "afgerond")]
[JsonDerivedType(typeof(Stopped), "gestopt")]
[JsonDerivedType(typeof(TermPassed), "termijn-bereikt")]
[JsonDerivedType(typeof(ReminderAsked), "herinnerd")]
[JsonDerivedType(typeof(Paused), "gepauzeerd")]
[JsonDerivedType(typeof(Resumed), "hervat")]
[JsonDerivedType(typeof(NoteWritten), "notitie-geschreven")]
[JsonDerivedType(typeof(PersonErased), "persoon-gewist")]
[JsonDerivedType(typeof(PersonCorrected), "persoon-verbeterd")]
[JsonDerivedType(typeof(SentByLetter), "per-brief-verstuurd")]
[JsonDerivedType(typeof(PartHidden), "verborgen")]
[JsonDerivedType(typeof(PartRestored), "weer-getoond")]
public abstract record PlanEvent
{
    /// <summary>Who did it, where a member of the working group did.</summary>
    public const string WorkingGroup = "werkgroep";

    private PlanEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }

    // How it comes in
    /// <param name="Others">The other Smederijen that it is for; null when it is for one.</param>
    public sealed record Submitted(DateTimeOffset At, Euro Cost, MemberRole Role, ImmutableArray<string>? Others = null) : PlanEvent(At);

    /// <summary>The wijkteam called an idea a lange klap. Its submitter carries the plan on, and its supporters count.</summary>
    public sealed record OpenedFromIdea(DateTimeOffset At, Euro Cost, int Supporters) : PlanEvent(At);

    /// <summary>No mail came: it goes out again, perhaps to a better address; <paramref name="Key"/> finds it. Never logged.</summary>
    public sealed record ConfirmationAsked(DateTimeOffset At, string Key) : PlanEvent(At);
    public sealed record SubmissionConfirmed(DateTimeOffset At) : PlanEvent(At);

    // The working group. By is the working group, or the account of a staff member.

    /// <summary>Somebody is asked, or asks, to take part and has to confirm by mail; <paramref name="Key"/> finds the address. Never logged.</summary>
    public sealed record MemberInvited(DateTimeOffset At, string Key) : PlanEvent(At);
    public sealed record MemberJoined(DateTimeOffset At, MemberRole Role) : PlanEvent(At);

    /// <summary>Counts no longer, at once. For a day it can be taken back; then the row goes.</summary>
    public sealed record MemberLeft(DateTimeOffset At, MemberRole Role) : PlanEvent(At)
    {
        /// <summary>It finds the row. Never logged.</summary>
        [JsonIgnore]
        public string Key { get; init; } = "";
    }

    /// <summary>Somebody who left takes it back within the day.</summary>
    public sealed record MemberStayed(DateTimeOffset At, MemberRole Role) : PlanEvent(At);

    // The Smederijen that it belongs to beside its own

    public sealed record SmederijAdded(DateTimeOffset At, string By, string Smederij) : PlanEvent(At);

    public sealed record SmederijDropped(DateTimeOffset At, string By, string Smederij, string Reason) : PlanEvent(At);

    /// <summary>How it goes, for everyone to read.</summary>
    /// <param name="Pictures">What the names of its pictures begin with; null when it has none.</param>
    public sealed record NewsPosted(DateTimeOffset At, string Text, string? Pictures = null) : PlanEvent(At);
    public sealed record CostEstimated(DateTimeOffset At, string By, Euro Cost, string Reason) : PlanEvent(At);

    /// <summary>A new milestone, or another text or day for one; the latter needs a reason.</summary>
    public sealed record MilestoneSet(DateTimeOffset At, string By, string Milestone, string What, DateOnly Due,
        string? Reason = null) : PlanEvent(At);
    public sealed record MilestoneReached(DateTimeOffset At, string By, string Milestone, DateOnly On) : PlanEvent(At);
    public sealed record MilestoneDropped(DateTimeOffset At, string By, string Milestone, string Reason) : PlanEvent(At);

    /// <summary>A moment for the stuurgroep, or another name or day for one that was not asked yet; the latter needs a reason.</summary>
    public sealed record MomentNamed(DateTimeOffset At, string By, string Moment, string Name, DateOnly? On = null,
        string? Reason = null) : PlanEvent(At);
    public sealed record MomentDropped(DateTimeOffset At, string By, string Moment, string Reason) : PlanEvent(At);

    /// <summary>The moment was reached. After a change that the stuurgroep wanted, <paramref name="Text"/> says what was changed.</summary>
    public sealed record DecisionAsked(DateTimeOffset At, string By, string Moment, string? Text = null) : PlanEvent(At);
    public sealed record Completed(DateTimeOffset At, string By, string Text, string? Pictures = null) : PlanEvent(At);
    public sealed record Stopped(DateTimeOffset At, string By, string Reason) : PlanEvent(At);

    // Support of residents

    /// <summary>Somebody offers support and has to confirm it by mail; <paramref name="Key"/> finds the address. Never logged.</summary>
    public sealed record SupportOffered(DateTimeOffset At, string Key) : PlanEvent(At);

    /// <param name="Smederij">Where this resident lives; null for the Smederij that the plan lies in.</param>
    public sealed record SupportConfirmed(DateTimeOffset At, string? Smederij = null) : PlanEvent(At);

    /// <summary>The supporters were laid side by side; so many are alike. It accuses nobody, and is never logged.</summary>
    public sealed record SupportCompared(DateTimeOffset At, int Alike) : PlanEvent(At);

    // Partners and money

    /// <summary>A partner is asked for its support, and for money unless <paramref name="Asked"/> is null.</summary>
    public sealed record PartnerAsked(DateTimeOffset At, string By, string Partner, PartnerKind Kind, string Name,
        Euro? Asked = null) : PlanEvent(At);

    /// <summary>An ordinary idea asks a round for a part of the money. It carries no amount: the idea's state is all that says one.</summary>
    /// <param name="Smederij">Of that idea; null when it is of the Smederij that the plan lies in.</param>
    public sealed record RoundIdeaLinked(DateTimeOffset At, string Partner, string Idea, string Name, string? Smederij = null) : PlanEvent(At);
    public sealed record PartnerDropped(DateTimeOffset At, string By, string Partner, string Reason) : PlanEvent(At);
    public sealed record PartnerSpoke(DateTimeOffset At, string Partner, bool Supports, string Reason) : PlanEvent(At);
    public sealed record MoneyPromised(DateTimeOffset At, string Partner, Euro Amount, string? Proof = null) : PlanEvent(At);
    public sealed record MoneyRefused(DateTimeOffset At, string Partner, string Reason) : PlanEvent(At);

    /// <summary>So much came in now, beside what came in before.</summary>
    public sealed record MoneyReceived(DateTimeOffset At, string By, string Partner, Euro Amount, string Proof) : PlanEvent(At);

    // What everybody sees

    /// <summary>A part of the plan is not shown any more: a text, a photo, or the whole. What it said lies in a row of its own.</summary>
    /// <param name="Part">Which part, as the portal calls it; <see cref="Ideas.IdeaEvent.Whole"/> for all of it.</param>
    public sealed record PartHidden(DateTimeOffset At, string By, string Part, string Reason) : PlanEvent(At);

    /// <summary>What was hidden is shown again.</summary>
    public sealed record PartRestored(DateTimeOffset At, string By, string Part, string Reason) : PlanEvent(At);

    // The stuurgroep and the clock

    /// <param name="Ask">Which time of asking this answers: <see cref="DecisionMoment.Asked"/>.</param>
    public sealed record StuurgroepDecided(
        DateTimeOffset At, string Moment, int Ask, StuurgroepOutcome Outcome, ImmutableArray<string> Reasons) : PlanEvent(At);

    /// <summary>The stuurgroep came to no decision, or staff took the question back: the working group can ask again.</summary>
    public sealed record DecisionLapsed(DateTimeOffset At, string Moment, int Ask, string Reason) : PlanEvent(At);
    public sealed record TermPassed(DateTimeOffset At) : PlanEvent(At);

    // Staff only, with the reason that the log shows
    public sealed record ReminderAsked(DateTimeOffset At, string By, string Reason) : PlanEvent(At);

    public sealed record Paused(DateTimeOffset At, string By, string Reason) : PlanEvent(At);
    public sealed record Resumed(DateTimeOffset At, string By, string Reason) : PlanEvent(At);

    /// <summary>A note for colleagues; the text lies in a row of its own, because it may be about people.</summary>
    public sealed record NoteWritten(DateTimeOffset At, string By) : PlanEvent(At);

    /// <summary>A mail that could not be delivered went out on paper.</summary>
    public sealed record SentByLetter(DateTimeOffset At, string By, PlanMailKind Mail, string Reason) : PlanEvent(At);

    /// <summary>Somebody asked to be forgotten; the log keeps in what role, and not who.</summary>
    /// <param name="Smederij">Of a supporter who lives in another Smederij than the plan lies in; null of everybody else.</param>
    public sealed record PersonErased(DateTimeOffset At, string By, PlanPerson Who, string Reason,
        MemberRole Role = MemberRole.Resident, string? Smederij = null) : PlanEvent(At);

    /// <summary>Staff put right who somebody is; the log keeps in what role, and neither what it was nor what it became.</summary>
    /// <param name="NewAddress">Mail goes to another mailbox from now on; the link of this person goes there again.</param>
    public sealed record PersonCorrected(DateTimeOffset At, string By, PlanPerson Who, string Reason, bool NewAddress = false) : PlanEvent(At)
    {
        /// <summary>Of the member or supporter, by the new address. Never logged.</summary>
        [JsonIgnore]
        public PlanAddressee? To { get; init; }
    }
}

/// <summary>Who is forgotten, by role.</summary>
public enum PlanPerson
{
    Member,
    Supporter,

    /// <summary>Who answers for a partner; the organisation and what it said stay.</summary>
    PartnerContact,

    /// <summary>A member or supporter who did not confirm.</summary>
    Unconfirmed,
}
