namespace Smederijen.Domain.Ideas;

/// <summary>
/// Something that happened to an idea, at an instant (UTC) that the host gives. Events are what the log keeps, so none
/// carries personal data: people appear as the id of their seat or staff account. Storage contract: approved by a test.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "wat")]
[JsonDerivedType(typeof(Submitted), "ingediend")]
[JsonDerivedType(typeof(TakenOver), "overgenomen")]
[JsonDerivedType(typeof(SubmissionConfirmed), "bevestigd")]
[JsonDerivedType(typeof(ConfirmationAsked), "bevestiging-gevraagd")]
[JsonDerivedType(typeof(SupportOffered), "steun-aangeboden")]
[JsonDerivedType(typeof(SupportConfirmed), "steun-bevestigd")]
[JsonDerivedType(typeof(SupportCompared), "steun-vergeleken")]
[JsonDerivedType(typeof(PaperSignaturesEntered), "handtekeningen-ingevoerd")]
[JsonDerivedType(typeof(SignatureListEntered), "lijst-ingevoerd")]
[JsonDerivedType(typeof(SignatureListCounted), "lijst-geteld")]
[JsonDerivedType(typeof(SignaturesCorrected), "handtekeningen-verminderd")]
[JsonDerivedType(typeof(GroupAdvised), "initiatiefgroep-adviseerde")]
[JsonDerivedType(typeof(Advised), "geadviseerd")]
[JsonDerivedType(typeof(ConflictDeclared), "belang-gemeld")]
[JsonDerivedType(typeof(DecidedInMeeting), "besloten-in-overleg")]
[JsonDerivedType(typeof(ReviewerReplaced), "beoordelaar-vervangen")]
[JsonDerivedType(typeof(SeatPassedOn), "plek-overgedragen")]
[JsonDerivedType(typeof(ReviewRestarted), "beoordeling-opnieuw")]
[JsonDerivedType(typeof(Answered), "beantwoord")]
[JsonDerivedType(typeof(PutToVote), "op-het-stembiljet")]
[JsonDerivedType(typeof(MoneyOffered), "geld-aangeboden")]
[JsonDerivedType(typeof(PartOffered), "deel-aangeboden")]
[JsonDerivedType(typeof(PartAccepted), "deel-aangenomen")]
[JsonDerivedType(typeof(PartDeclined), "deel-niet-aangenomen")]
[JsonDerivedType(typeof(MoneyDenied), "geld-niet-toegekend")]
[JsonDerivedType(typeof(CarriedOver), "doorgeschoven")]
[JsonDerivedType(typeof(AccountGiven), "rekening-opgegeven")]
[JsonDerivedType(typeof(AccountCorrected), "rekening-gewijzigd")]
[JsonDerivedType(typeof(ReleaseApproved), "vrijgave-akkoord")]
[JsonDerivedType(typeof(PaymentMade), "betaald")]
[JsonDerivedType(typeof(PaymentReturned), "niet-aangekomen")]
[JsonDerivedType(typeof(ProgressReported), "voortgang-gemeld")]
[JsonDerivedType(typeof(OverrunAsked), "meerkosten-gevraagd")]
[JsonDerivedType(typeof(OverrunAnswered), "meerkosten-beantwoord")]
[JsonDerivedType(typeof(PlanCompleted), "afgerond")]
[JsonDerivedType(typeof(MoneyGivenBack), "teruggegeven")]
[JsonDerivedType(typeof(MoneyReceived), "geld-ontvangen")]
[JsonDerivedType(typeof(WriteOffApproved), "afschrijving-akkoord")]
[JsonDerivedType(typeof(MunicipalityAnswered), "gemeente-antwoordde")]
[JsonDerivedType(typeof(ReferralRedirected), "gemeente-ander-thema")]
[JsonDerivedType(typeof(LongTrackDecided), "lange-klap-besloten")]
[JsonDerivedType(typeof(Withdrawn), "ingetrokken")]
[JsonDerivedType(typeof(TermPassed), "termijn-bereikt")]
[JsonDerivedType(typeof(ReminderAsked), "herinnerd")]
[JsonDerivedType(typeof(TermExtended), "verlengd")]
[JsonDerivedType(typeof(Paused), "gepauzeerd")]
[JsonDerivedType(typeof(Resumed), "hervat")]
[JsonDerivedType(typeof(AmountCorrected), "bedrag-gecorrigeerd")]
[JsonDerivedType(typeof(AmountLowered), "bedrag-verlaagd")]
[JsonDerivedType(typeof(PersonErased), "persoon-gewist")]
[JsonDerivedType(typeof(PersonCorrected), "persoon-verbeterd")]
[JsonDerivedType(typeof(NoteWritten), "notitie-geschreven")]
[JsonDerivedType(typeof(SentByLetter), "per-brief-verstuurd")]
[JsonDerivedType(typeof(LookedAt), "bekeken")]
[JsonDerivedType(typeof(SubmissionDisowned), "niet-ingediend")]
[JsonDerivedType(typeof(PartHidden), "verborgen")]
[JsonDerivedType(typeof(PartRestored), "weer-getoond")]
[JsonDerivedType(typeof(AdviceTakenBack), "advies-terug")]
[JsonDerivedType(typeof(ReopenApproved), "heropening-akkoord")]
[JsonDerivedType(typeof(Stopped), "stopgezet")]
public abstract record IdeaEvent
{
    /// <summary>The part that stands for the whole idea.</summary>
    public const string Whole = "alles";

    private IdeaEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }

    // From before this website

    /// <summary>An idea or a project of before this website comes in, where it is by now.</summary>
    /// <param name="On">The day of its last step.</param>
    /// <param name="Period">The round that its money is of.</param>
    /// <param name="Amount">What it asks for; what was granted or paid, where that has happened.</param>
    /// <param name="Granted">What was granted, where another amount was paid; null where it was the same.</param>
    /// <param name="Cost">What a finished project cost; null for the others.</param>
    /// <param name="Supporters">How many people supported it.</param>
    public sealed record TakenOver(
        DateTimeOffset At, DateOnly On, Standing Standing, string Period, Euro Amount, Euro? Granted = null, Euro? Cost = null,
        int Supporters = 0) : IdeaEvent(At)
    {
        /// <summary>What it takes of the money of its round: what was given back before never came in.</summary>
        [JsonIgnore]
        public Euro Spent => Standing switch
        {
            Standing.Granted or Standing.Released => Amount,
            Standing.Completed => Cost ?? Amount,
            _ => Euro.Zero,
        };
    }

    // By the submitter
    public sealed record Submitted(DateTimeOffset At, Euro Amount) : IdeaEvent(At);
    public sealed record SubmissionConfirmed(DateTimeOffset At) : IdeaEvent(At);

    /// <summary>The submitter did not get the mail that asks to confirm, and wants it again. Never logged.</summary>
    public sealed record ConfirmationAsked(DateTimeOffset At) : IdeaEvent(At);

    /// <summary>Whoever has the mailbox did not hand the idea in. What was sent goes in the same commit, with the address.</summary>
    public sealed record SubmissionDisowned(DateTimeOffset At) : IdeaEvent(At);
    public sealed record Answered(DateTimeOffset At, int Version, string Text) : IdeaEvent(At);

    /// <summary>The idea can do with the part that was offered.</summary>
    /// <param name="Amount">What the submitter saw as offered, so that nobody accepts another amount.</param>
    /// <param name="Text">What changes in the plan, for everybody to read.</param>
    public sealed record PartAccepted(DateTimeOffset At, Euro Amount, string Text) : IdeaEvent(At);

    /// <param name="Amount">As of <see cref="PartAccepted"/>.</param>
    public sealed record PartDeclined(DateTimeOffset At, Euro Amount) : IdeaEvent(At);

    /// <param name="Account">A keyed hash over the account, with chance that is erased together with it.</param>
    public sealed record AccountGiven(DateTimeOffset At, string? Account = null) : IdeaEvent(At);

    /// <summary>Another account instead of the one given before; whoever approved a release approved that one, and is asked again.</summary>
    public sealed record AccountCorrected(DateTimeOffset At, string? Account = null) : IdeaEvent(At);

    /// <summary>The bank paid what was released.</summary>
    /// <param name="Payment">Which payment: <see cref="IdeaState.Released.Payment"/>.</param>
    public sealed record PaymentMade(DateTimeOffset At, int Payment, DateOnly On) : IdeaEvent(At);

    /// <summary>What was released did not arrive, or never went out: another account is needed.</summary>
    /// <param name="Amount">Of that payment.</param>
    /// <param name="Period">The round that paid it.</param>
    /// <param name="Reason">The code of the bank, or what two people wrote; never shown to residents as it is.</param>
    public sealed record PaymentReturned(DateTimeOffset At, int Payment, Euro Amount, string Period, string Reason) : IdeaEvent(At);

    /// <summary>How it goes, for everyone to read.</summary>
    /// <param name="Helpers">How many residents helped since the last report, and for how many <paramref name="Hours"/> together.</param>
    /// <param name="Pictures">What the names of its pictures begin with; null when it has none.</param>
    public sealed record ProgressReported(DateTimeOffset At, string Text, int Helpers = 0, int Hours = 0, string? Pictures = null) : IdeaEvent(At);

    /// <summary>The plan costs more than the grant: no more is paid, but staff answer what the submitter asks.</summary>
    public sealed record OverrunAsked(DateTimeOffset At, Euro Cost, string Question) : IdeaEvent(At);

    /// <summary>The plan is done. What is left of the grant flows back.</summary>
    /// <param name="Pictures">What the names of the pictures of the result begin with; null when there are none.</param>
    public sealed record PlanCompleted(DateTimeOffset At, Euro Cost, string? Text = null, string? Pictures = null) : IdeaEvent(At);

    /// <summary>The plan falls through after the money was paid: all of it has to come back.</summary>
    public sealed record MoneyGivenBack(DateTimeOffset At, string Reason) : IdeaEvent(At);
    public sealed record Withdrawn(DateTimeOffset At) : IdeaEvent(At);

    // By the neighbourhood

    /// <summary>Somebody offers support and has to confirm it by mail; <paramref name="Key"/> finds the address. Never logged.</summary>
    public sealed record SupportOffered(DateTimeOffset At, string Key) : IdeaEvent(At);
    public sealed record SupportConfirmed(DateTimeOffset At) : IdeaEvent(At);

    /// <summary>The online supporters were laid side by side: so many are alike. It is a sign for staff. Never logged.</summary>
    public sealed record SupportCompared(DateTimeOffset At, int Alike) : IdeaEvent(At);

    /// <summary>Advice or a question of the initiatiefgroep, which the wijkteam reads beside the idea.</summary>
    public sealed record GroupAdvised(DateTimeOffset At, string Text) : IdeaEvent(At);

    // By the wijkteam

    /// <summary>A member's advice in one version of the review; a reason is required for all but "geschikt".</summary>
    /// <param name="Theme">For a municipal matter: which part of the municipality it is for; null when the member does not know.</param>
    public sealed record Advised(DateTimeOffset At, int Version, string Reviewer, Advice Advice, string? Reason,
        string? Theme = null) : IdeaEvent(At);
    public sealed record ConflictDeclared(DateTimeOffset At, int Version, string Reviewer) : IdeaEvent(At);

    /// <summary>
    /// The wijkteam met and decided: one advice of everybody who was there and may advise, in the place of what they advised before. One of the
    /// staff entered it and another agreed.
    /// </summary>
    /// <param name="On">The day on which they met.</param>
    /// <param name="Present">The seats of who was there. Who has a conflict of interest with this idea does not count among them.</param>
    /// <param name="By">Who entered it.</param>
    /// <param name="AgreedBy">The other one.</param>
    /// <param name="Theme">As of <see cref="Advised"/>.</param>
    public sealed record DecidedInMeeting(
        DateTimeOffset At, int Version, DateOnly On, Advice Advice, string? Reason, ImmutableArray<string> Present, string By, string AgreedBy,
        string? Theme = null) : IdeaEvent(At)
    {
        public bool Equals(DecidedInMeeting? other) => other is not null && (At, Version, On, Advice, Reason, By, AgreedBy, Theme)
            .Equals((other.At, other.Version, other.On, other.Advice, other.Reason, other.By, other.AgreedBy, other.Theme))
            && Present.SequenceEqual(other.Present);

        public override int GetHashCode() => HashCode.Combine(At, Version, On, Advice, Reason, By, AgreedBy);
    }

    // By the municipality

    /// <summary>The answer to what the wijkteam passed on; <paramref name="Version"/> is the passing on that it answers.</summary>
    public sealed record MunicipalityAnswered(DateTimeOffset At, int Version, string Text) : IdeaEvent(At);

    // By the round and the clock

    /// <summary>The round closed with this idea in it: its amount stays as it is from now on.</summary>
    public sealed record PutToVote(DateTimeOffset At, string Period) : IdeaEvent(At);

    /// <summary>The round offers money, at its closing or, in a rolling Smederij, while it lasts.</summary>
    public sealed record MoneyOffered(DateTimeOffset At, string Period) : IdeaEvent(At);

    /// <summary>What is left of the round, less than the idea asks, is offered to it.</summary>
    public sealed record PartOffered(DateTimeOffset At, string Period, Euro Amount) : IdeaEvent(At);
    public sealed record MoneyDenied(DateTimeOffset At, string Period, string Reason) : IdeaEvent(At);
    public sealed record CarriedOver(DateTimeOffset At, string ToPeriod) : IdeaEvent(At);
    public sealed record TermPassed(DateTimeOffset At) : IdeaEvent(At);

    // By staff; every one with the reason that the log shows

    /// <summary>Only in what was stored before signatures were counted by two: it counted at once.</summary>
    public sealed record PaperSignaturesEntered(DateTimeOffset At, string By, int Count, string Scan, string Reason) : IdeaEvent(At);

    /// <summary>A scanned list of signatures, with the number that this staff member counted. Another one has to count the same.</summary>
    /// <param name="Reason">Only in what was stored while the form asked for it.</param>
    public sealed record SignatureListEntered(DateTimeOffset At, string By, int Count, string Scan, string? Reason = null) : IdeaEvent(At);

    /// <summary>A list was counted once more. It counts when this is what somebody else counted last.</summary>
    public sealed record SignatureListCounted(DateTimeOffset At, string By, int Count, string Scan) : IdeaEvent(At);

    /// <summary>Fewer signatures on paper count than before, at once.</summary>
    /// <param name="From">How many counted when this staff member looked, so that nobody puts right another number.</param>
    /// <param name="To">How many count from now on.</param>
    public sealed record SignaturesCorrected(DateTimeOffset At, string By, int From, int To, string Reason) : IdeaEvent(At);

    /// <summary>Somebody else holds the place of a reviewer now; what the one before decided stays theirs.</summary>
    public sealed record SeatPassedOn(DateTimeOffset At, string Reviewer) : IdeaEvent(At);

    public sealed record ReviewerReplaced(DateTimeOffset At, string By, string Reviewer, string Replacement, string Reason) : IdeaEvent(At);
    public sealed record ReviewRestarted(DateTimeOffset At, string By, string Reason) : IdeaEvent(At);

    /// <summary>
    /// One of two approvals to pay. <paramref name="AccountCorrections"/> is what <see cref="IdeaState.Granted"/> held when this
    /// staff member looked at the account, so that nobody approves an account that was changed behind the page.
    /// </summary>
    /// <param name="Account">The seal of the account as it lies in the store: it has to be the one that was given.</param>
    public sealed record ReleaseApproved(DateTimeOffset At, string By, int AccountCorrections, string? Account = null) : IdeaEvent(At);

    /// <summary>Money that had to come back is on the account: all of it or a part.</summary>
    /// <param name="On">The day on which the bank received it.</param>
    /// <param name="Open">What was still to come when this staff member looked, so that nobody records the same money once more.</param>
    /// <param name="Line">The line of the bank that says so; null where somebody of the staff does.</param>
    public sealed record MoneyReceived(DateTimeOffset At, string By, Euro Amount, DateOnly On, Euro Open, string? Line = null) : IdeaEvent(At);

    /// <summary>One of two who agree that the rest does not come any more.</summary>
    /// <param name="Open">What was still to come when this staff member looked.</param>
    /// <param name="Reason">May be empty of the second one, who agrees with what the first one wrote.</param>
    public sealed record WriteOffApproved(DateTimeOffset At, string By, Euro Open, string Reason) : IdeaEvent(At);

    /// <summary>It was passed on to the wrong part of the municipality, and goes to another with a term of its own.</summary>
    public sealed record ReferralRedirected(DateTimeOffset At, string By, string Theme, string Reason) : IdeaEvent(At);
    public sealed record LongTrackDecided(DateTimeOffset At, string By, LongTrackOutcome Outcome, string Reason) : IdeaEvent(At);
    public sealed record OverrunAnswered(DateTimeOffset At, string By, string Answer) : IdeaEvent(At);
    public sealed record ReminderAsked(DateTimeOffset At, string By, string Reason) : IdeaEvent(At);

    /// <summary>The running term ends at <paramref name="Until"/> instead.</summary>
    public sealed record TermExtended(DateTimeOffset At, string By, DateTimeOffset Until, string Reason) : IdeaEvent(At);
    public sealed record Paused(DateTimeOffset At, string By, string Reason) : IdeaEvent(At);
    public sealed record Resumed(DateTimeOffset At, string By, string Reason) : IdeaEvent(At);
    public sealed record AmountCorrected(DateTimeOffset At, string By, Euro Amount, string Reason) : IdeaEvent(At);

    /// <summary>The wijkteam gives at most this amount, which is less than was asked.</summary>
    public sealed record AmountLowered(DateTimeOffset At, string By, Euro Amount, string Reason) : IdeaEvent(At);

    /// <summary>Somebody asked to be forgotten; the log keeps in what role, and not who.</summary>
    public sealed record PersonErased(DateTimeOffset At, string By, ErasedPerson Who, string Reason) : IdeaEvent(At);

    /// <summary>Staff put right who somebody is. The log keeps in what role and why, and neither what it was nor what it became.</summary>
    /// <param name="NewAddress">Mail goes to another mailbox from now on; what waits for an answer goes there again.</param>
    public sealed record PersonCorrected(DateTimeOffset At, string By, KnownPerson Who, string Reason, bool NewAddress = false) : IdeaEvent(At)
    {
        /// <summary>Of a supporter: it finds the new address. Never logged.</summary>
        [JsonIgnore]
        public string Key { get; init; } = "";

        /// <summary>Whether this supporter still has to confirm. Never logged.</summary>
        [JsonIgnore]
        public bool IsAsked { get; init; }
    }

    /// <summary>A note for colleagues; its text may name people, so it lies in a row of its own and not in the log.</summary>
    public sealed record NoteWritten(DateTimeOffset At, string By) : IdeaEvent(At);

    /// <summary>Somebody looked at the idea, and everybody may see it.</summary>
    public sealed record LookedAt(DateTimeOffset At, string By) : IdeaEvent(At);

    /// <summary>A part of the idea is not shown any more: a text, a file, or the whole. What it said lies in a row of its own.</summary>
    /// <param name="Part">Which part, as the portal calls it; <see cref="Whole"/> for all of it.</param>
    public sealed record PartHidden(DateTimeOffset At, string By, string Part, string Reason) : IdeaEvent(At);

    /// <summary>What was hidden is shown again.</summary>
    public sealed record PartRestored(DateTimeOffset At, string By, string Part, string Reason) : IdeaEvent(At);

    /// <summary>A member of the wijkteam takes the advice back before anything was decided by it.</summary>
    public sealed record AdviceTakenBack(DateTimeOffset At, int Version, string Reviewer) : IdeaEvent(At);

    /// <summary>Staff want an idea that was found not suitable to be reviewed again. The second one decides it.</summary>
    /// <param name="Reason">Of the first; the second may add to it.</param>
    public sealed record ReopenApproved(DateTimeOffset At, string By, string Reason) : IdeaEvent(At);

    /// <summary>The municipality ends the idea.</summary>
    public sealed record Stopped(DateTimeOffset At, string By, string Reason) : IdeaEvent(At);

    /// <summary>A mail that could not be delivered went out on paper instead.</summary>
    public sealed record SentByLetter(DateTimeOffset At, string By, MailKind Mail, string Reason) : IdeaEvent(At);
}

/// <summary>How far an idea had come before this website was there.</summary>
public enum Standing
{
    GatheringSupport,
    InReview,
    Granted,
    Released,
    Completed,

    /// <summary>It was not carried out, whoever ended it.</summary>
    CameToNothing,
}

/// <summary>Whose data are known, by role.</summary>
public enum KnownPerson
{
    Submitter,
    Supporter,
}

/// <summary>Who is forgotten, by role.</summary>
public enum ErasedPerson
{
    Submitter,

    /// <summary>Somebody who offered support and did not confirm it.</summary>
    UnconfirmedSupporter,

    /// <summary>Somebody whose support was counted.</summary>
    Supporter,

    /// <summary>Everybody on the scanned lists of signatures.</summary>
    PaperSupporters,
}

/// <summary>What a complex plan comes to.</summary>
public enum LongTrackOutcome
{
    GoOn,
    Complete,
    Stop,
}
