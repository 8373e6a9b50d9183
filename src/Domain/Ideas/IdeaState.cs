namespace Smederijen.Domain.Ideas;

/// <summary>
/// Where an idea is, with the data that only this state has. Storage contract: the names in the JSON are approved by a test.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "staat")]
[JsonDerivedType(typeof(AwaitingConfirmation), "wacht-op-bevestiging")]
[JsonDerivedType(typeof(AwaitingLook), "wacht-op-controle")]
[JsonDerivedType(typeof(GatheringSupport), "draagvlak")]
[JsonDerivedType(typeof(InReview), "beoordeling")]
[JsonDerivedType(typeof(AwaitingAnswer), "vraag")]
[JsonDerivedType(typeof(Suitable), "geschikt")]
[JsonDerivedType(typeof(OfferedPart), "deel-aangeboden")]
[JsonDerivedType(typeof(Granted), "toegekend")]
[JsonDerivedType(typeof(Released), "vrijgegeven")]
[JsonDerivedType(typeof(OnLongTrack), "lange-klap")]
[JsonDerivedType(typeof(WithMunicipality), "bij-gemeente")]
[JsonDerivedType(typeof(Ended), "afgelopen")]
public abstract record IdeaState
{
    private IdeaState() { }

    [JsonIgnore]
    public abstract IdeaPhase Phase { get; }

    [JsonIgnore]
    public virtual Party WaitsFor => Party.Nobody;

    /// <summary>The end of the term as people know it: after this the idea is overdue.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset? Deadline => null;

    /// <summary>When the clock has something to do: a reminder, an escalation, or the deadline itself.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset? NextDue => null;

    /// <summary>The same state with every term moved, after a pause of this length.</summary>
    public virtual IdeaState Shift(TimeSpan by) => this;

    /// <summary>Handed in; the submitter still has to confirm the mail address.</summary>
    public sealed record AwaitingConfirmation(Term Term) : IdeaState
    {
        public override IdeaPhase Phase => IdeaPhase.AwaitingConfirmation;
        public override Party WaitsFor => Party.Submitter;
        public override DateTimeOffset? Deadline => Term.Until;
        public override DateTimeOffset? NextDue => Term.Next;
        public override IdeaState Shift(TimeSpan by) => this with { Term = Term.Shift(by) };
    }

    /// <summary>Confirmed, in a Smederij where somebody looks at an idea before everybody can see it.</summary>
    public sealed record AwaitingLook(Chase Chase) : IdeaState
    {
        public override IdeaPhase Phase => IdeaPhase.AwaitingLook;
        public override Party WaitsFor => Party.Gebiedsregisseur;
        public override DateTimeOffset? Deadline => Chase.Next;
        public override DateTimeOffset? NextDue => Chase.Next;
        public override IdeaState Shift(TimeSpan by) => this with { Chase = Chase.Shift(by) };
    }

    /// <summary>Collects supporters from the area: confirmed by mail, or signed on paper and counted by two of the staff.</summary>
    /// <param name="Lists">What still has to be counted by a second one; null when there is nothing.</param>
    public sealed record GatheringSupport(int Confirmed, int OnPaper, Term Term, bool Extended = false, SignatureLists? Lists = null) : IdeaState
    {
        [JsonIgnore]
        public int Supporters => Confirmed + OnPaper;

        public override IdeaPhase Phase => IdeaPhase.GatheringSupport;
        public override Party WaitsFor => Party.Neighbourhood;
        public override DateTimeOffset? Deadline => Term.Until;
        public override DateTimeOffset? NextDue => Term.Next;
        public override IdeaState Shift(TimeSpan by) => this with { Term = Term.Shift(by) };
    }

    /// <summary>The wijkteam advises. Silence never approves: when the term is over the gebiedsregisseur is called in.</summary>
    /// <param name="RefusedAt">
    /// Enough members found it not suitable: then it ends, unless one of them takes the advice back before. Null while that is not so.
    /// </param>
    public sealed record InReview(
        Panel Panel, Chase Chase, DateTimeOffset EscalateAt, bool Escalated = false, DateTimeOffset? RefusedAt = null) : IdeaState
    {
        public override IdeaPhase Phase => IdeaPhase.InReview;
        public override Party WaitsFor => Escalated || Panel.IsSplit ? Party.Gebiedsregisseur : Party.Wijkteam;
        public override DateTimeOffset? Deadline => EscalateAt;
        public override DateTimeOffset? NextDue => RefusedAt ?? (Escalated || Chase.Next < EscalateAt ? Chase.Next : EscalateAt);
        public override IdeaState Shift(TimeSpan by) =>
            this with { Chase = Chase.Shift(by), EscalateAt = EscalateAt + by, RefusedAt = RefusedAt + by };

        /// <summary>The time to advise is over, or it is within two working days.</summary>
        public bool IsNearlyOverAt(DateTimeOffset instant) => Escalated || EscalateAt <= Terms.WorkingDaysAfter(instant, UrgentWorkingDays);

        private const int UrgentWorkingDays = 2;
    }

    /// <summary>A reviewer asked something; the answer starts the review anew with <paramref name="Panel"/>.</summary>
    public sealed record AwaitingAnswer(Panel Panel, string Question, Term Term) : IdeaState
    {
        public override IdeaPhase Phase => IdeaPhase.AwaitingAnswer;
        public override Party WaitsFor => Party.Submitter;
        public override DateTimeOffset? Deadline => Term.Until;
        public override DateTimeOffset? NextDue => Term.Next;
        public override IdeaState Shift(TimeSpan by) => this with { Term = Term.Shift(by) };
    }

    /// <summary>
    /// Approved by the wijkteam; waits for money in a round. <paramref name="InRound"/> is the round that closed with it, whose
    /// decision it awaits.
    /// </summary>
    /// <param name="NoPartIn">The round in which it was offered a part of the money and did not accept it: there it is offered none again.</param>
    public sealed record Suitable(string? CarriedOverTo = null, string? InRound = null, string? NoPartIn = null) : IdeaState
    {
        public override IdeaPhase Phase => IdeaPhase.Suitable;
        public override Party WaitsFor => Party.Money;
    }

    /// <summary>
    /// What is left of a round is less than it asks, and is set apart for it: the submitter says whether the idea can do with that. It goes
    /// back to where it was when not.
    /// </summary>
    /// <param name="Amount">What is offered.</param>
    /// <param name="Period">The round whose money it is.</param>
    /// <param name="CarriedOverTo">As it was in <see cref="Suitable"/>; so is <paramref name="InRound"/>.</param>
    public sealed record OfferedPart(Euro Amount, string Period, Term Term, string? CarriedOverTo = null, string? InRound = null) : IdeaState
    {
        public override IdeaPhase Phase => IdeaPhase.OfferedPart;
        public override Party WaitsFor => Party.Submitter;
        public override DateTimeOffset? Deadline => Term.Until;
        public override DateTimeOffset? NextDue => Term.Next;
        public override IdeaState Shift(TimeSpan by) => this with { Term = Term.Shift(by) };
    }

    /// <summary>
    /// Money is reserved. First the submitter tells where it may go, then two staff members release it: before the plan is carried out, or what is
    /// still to be paid of one that is.
    /// </summary>
    /// <param name="Amount">What is reserved.</param>
    /// <param name="Term">For the submitter to tell the account; once it is known, for staff to release.</param>
    /// <param name="AccountCorrections">How often the submitter put the account right; an approval names the one it is for.</param>
    /// <param name="Account">
    /// The seal of the account that was given: whoever approves looked at that very one. Null in what was stored before there were seals.
    /// </param>
    /// <param name="Done">The plan is carried out, and this is what its costs are more than what was paid; null before that.</param>
    public sealed record Granted(
        Euro Amount, string Period, Term Term, bool AccountKnown = false, string? ReleasedFirstBy = null, Chase? Chase = null,
        int AccountCorrections = 0, string? Account = null, CarriedOut? Done = null)
        : IdeaState
    {
        /// <summary>The number that its payment gets: higher than that of every payment before it.</summary>
        [JsonIgnore]
        public int NextPayment => AccountCorrections + 1;

        public override IdeaPhase Phase => Done is null ? IdeaPhase.Granted : IdeaPhase.AwaitingRest;
        public override Party WaitsFor => AccountKnown ? Party.Staff : Party.Submitter;
        public override DateTimeOffset? Deadline => Term.Until;
        public override DateTimeOffset? NextDue => AccountKnown ? Chase?.Next : Term.Next;
        public override IdeaState Shift(TimeSpan by) => this with { Term = Term.Shift(by), Chase = Chase?.Shift(by) };
    }

    /// <summary>Two people released the money, or its advance, and the residents carry their plan out.</summary>
    /// <param name="Amount">What was granted.</param>
    /// <param name="Overrun">What the submitter asked about higher costs, until staff answer it.</param>
    /// <param name="Account">The seal of the account that it is paid to.</param>
    /// <param name="Payment">
    /// Which payment of this idea it is; 0 for what was paid before payments were orders of their own, and for what comes from before this website.
    /// </param>
    /// <param name="PaidOn">The day that the bank paid; null as long as nobody knows it.</param>
    /// <param name="Advance">What was released of it; the rest stays reserved. Null when all of it was released.</param>
    public sealed record Released(
        Euro Amount, string Period, DateTimeOffset RealiseBefore, Chase Chase, bool Extended = false, bool Overdue = false, int Reports = 0,
        Overrun? Overrun = null, string? Account = null, int Payment = 0, DateOnly? PaidOn = null, Euro? Advance = null) : IdeaState
    {
        /// <summary>What was released.</summary>
        [JsonIgnore]
        public PaidPart Part => new(Payment, Advance ?? Amount, PaidOn);

        /// <summary>What stays reserved until the plan is done.</summary>
        [JsonIgnore]
        public Euro Rest => Amount - Part.Amount;

        /// <summary>The money is on its way.</summary>
        [JsonIgnore]
        public bool AwaitsPayment => Payment > 0 && PaidOn is null;

        public override IdeaPhase Phase => IdeaPhase.Released;
        public override Party WaitsFor => Overdue || Overrun is not null ? Party.Gebiedsregisseur : Party.Submitter;
        public override DateTimeOffset? Deadline => RealiseBefore;
        public override DateTimeOffset? NextDue => Overrun is { } asked && asked.Chase.Next < NextOfPlan ? asked.Chase.Next : NextOfPlan;
        private DateTimeOffset NextOfPlan => Overdue || Chase.Next < RealiseBefore ? Chase.Next : RealiseBefore;
        public override IdeaState Shift(TimeSpan by) => this with
        {
            RealiseBefore = RealiseBefore + by,
            Chase = Chase.Shift(by),
            Overrun = Overrun is null ? null : Overrun with { Chase = Overrun.Chase.Shift(by) },
        };
    }

    /// <summary>
    /// A complex plan (lange klap) that may take years: a plan of a working group now, with the id of this idea. The idea ends
    /// when that plan does.
    /// </summary>
    /// <param name="Chase">Only in what was stored before plans had pages of their own: when it comes, the plan is opened.</param>
    public sealed record OnLongTrack(Chase? Chase = null) : IdeaState
    {
        public override IdeaPhase Phase => IdeaPhase.OnLongTrack;
        public override Party WaitsFor => Party.WorkingGroup;
        public override DateTimeOffset? Deadline => Chase?.Next;
        public override DateTimeOffset? NextDue => Chase?.Next;
        public override IdeaState Shift(TimeSpan by) => this with { Chase = Chase?.Shift(by) };
    }

    /// <summary>
    /// A matter for the municipality (gemeentekwestie), which has a term to answer. After it the gebiedsregisseur is called in,
    /// again and again: it never ends without an answer.
    /// </summary>
    /// <param name="Panel">The review that passed it on, with the reasons.</param>
    /// <param name="Version">How often it was passed on; a link from an earlier time no longer counts.</param>
    /// <param name="Silence">The reminders since the term passed without an answer; null before that.</param>
    public sealed record WithMunicipality(Panel Panel, string Theme, int Version, DateTimeOffset AnswerBefore, Chase? Silence = null) : IdeaState
    {
        public override IdeaPhase Phase => IdeaPhase.WithMunicipality;
        public override Party WaitsFor => Silence is null ? Party.Municipality : Party.Gebiedsregisseur;
        public override DateTimeOffset? Deadline => AnswerBefore;
        public override DateTimeOffset? NextDue => Silence?.Next ?? AnswerBefore;
        public override IdeaState Shift(TimeSpan by) => this with { AnswerBefore = AnswerBefore + by, Silence = Silence?.Shift(by) };
    }

    /// <summary>The end of the road. <paramref name="Outcome"/> is one of the final phases, <paramref name="Reasons"/> say why.</summary>
    /// <param name="EraseAt">
    /// When the people of this idea are forgotten; null once they are. Whoever owes money is known until that is settled.
    /// </param>
    /// <param name="FlowsBack">What was paid and not spent: the submitter owes it to the Smederij, or gave it back.</param>
    /// <param name="Refund">What is still to come of it; null when all is settled, and in what ended before receipts were recorded.</param>
    /// <param name="Review">The review that found it not suitable: two people can let it begin again. Null for every other end.</param>
    /// <param name="ReopenedFirstBy">Who wants that; a second one has to agree.</param>
    /// <param name="Unconfirmed">Nobody said whose idea it was: whoever has the mailbox can still have it erased, before its people are.</param>
    /// <param name="Payment">The last payment that it got, or a higher number: that of the next one is higher still.</param>
    [method: JsonConstructor]
    public sealed record Ended(IdeaPhase Outcome, ImmutableArray<string> Reasons, DateTimeOffset? EraseAt = null,
        Euro FlowsBack = default, Refund? Refund = null, Panel? Review = null, string? ReopenedFirstBy = null, bool Unconfirmed = false,
        int Payment = 0) : IdeaState
    {
        public Ended(IdeaPhase outcome, string? reason = null) : this(outcome, reason is null ? [] : [reason]) { }

        /// <summary>
        /// What was released and did not come back; null when nothing was, and in what was stored while an idea had one payment at most.
        /// </summary>
        public ImmutableArray<PaidPart>? Paid { get; init; }

        /// <summary>The same. Of what was stored without it the amount of the one payment is not known.</summary>
        [JsonIgnore]
        public ImmutableArray<PaidPart> Parts => Paid ?? (Payment > 0 ? [new(Payment, Euro.Zero)] : []);

        /// <summary>What was paid and does not have to come back.</summary>
        /// <param name="amount">What the idea got, for what was stored while it was paid at once.</param>
        public Euro Spent(Euro amount) =>
            Paid is { } paid ? new(Math.Max(0, PaidPart.SumOf(paid).Cents - FlowsBack.Cents)) : amount - FlowsBack;

        public override IdeaPhase Phase => Outcome;
        public override Party WaitsFor => Refund is null ? Party.Nobody : Party.Staff;
        public override DateTimeOffset? Deadline => Refund?.Before;
        public override DateTimeOffset? NextDue => Refund?.Chase.Next ?? EraseAt;

        public bool Equals(Ended? other) =>
            other is not null && Outcome == other.Outcome && EraseAt == other.EraseAt && FlowsBack == other.FlowsBack
                && Refund == other.Refund && Review == other.Review && ReopenedFirstBy == other.ReopenedFirstBy && Unconfirmed == other.Unconfirmed
                && Payment == other.Payment && Paid.HasValue == other.Paid.HasValue && Parts.SequenceEqual(other.Parts)
                && Reasons.SequenceEqual(other.Reasons);

        public override int GetHashCode() => HashCode.Combine(Outcome, Reasons.Length);
    }
}

/// <summary>A payment that two people released and that did not come back.</summary>
/// <param name="Number">Which payment of its idea: <see cref="IdeaState.Released.Payment"/>.</param>
/// <param name="On">The day that the bank paid it; null as long as nobody knows it.</param>
public sealed record PaidPart(int Number, Euro Amount, DateOnly? On = null)
{
    public static Euro SumOf(IEnumerable<PaidPart> parts) => parts.Aggregate(Euro.Zero, (sum, part) => sum + part.Amount);
}

/// <summary>A plan that is carried out, and whose costs are not paid whole yet.</summary>
/// <param name="Paid">What of them was released and did not come back.</param>
public sealed record CarriedOut(ImmutableArray<PaidPart> Paid)
{
    // Generated readers set what a row leaves out to its default: the fallback stands in the getter.
    public ImmutableArray<PaidPart> Paid { get => field.IsDefault ? [] : field; init; } = Paid;

    public bool Equals(CarriedOut? other) => other is not null && Paid.SequenceEqual(other.Paid);

    public override int GetHashCode() => Paid.Length;
}

/// <summary>A question about costs above the grant. The gebiedsregisseur is asked again and again until it is answered.</summary>
public sealed record Overrun(Euro Cost, string Question, Chase Chase);

/// <summary>
/// Money that was paid, was not spent, and is not back yet. Staff and whoever owes it are reminded until all of it is received or written off.
/// </summary>
/// <param name="Open">What is still to come.</param>
/// <param name="Period">The round that it goes back to.</param>
/// <param name="Before">When it is expected at the latest.</param>
/// <param name="WrittenOffFirstBy">Who agreed that what is open does not come any more; a second one has to.</param>
/// <param name="PaidOn">The day that it was paid: nothing came back before it. Null in what was stored before this was kept.</param>
/// <param name="PaymentStops">The payment was called off before anybody knew of it at the bank: as long as it did not go out, nobody owes it.</param>
public sealed record Refund(
    Euro Open, string Period, DateTimeOffset Before, Chase Chase, string? WrittenOffFirstBy = null, DateOnly? PaidOn = null,
    bool PaymentStops = false);
