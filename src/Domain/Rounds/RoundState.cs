namespace Smederijen.Domain.Rounds;

/// <summary>
/// How far a round is, with the data that only this state has. Storage contract: the names in the JSON are approved by a test.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "staat")]
[JsonDerivedType(typeof(Announced), "aangekondigd")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(Collecting), "verzamelt")]
[JsonDerivedType(typeof(Preparing), "bereidt-stemming-voor")]
[JsonDerivedType(typeof(Sealed), "verzegeld")]
[JsonDerivedType(typeof(VoteOpen), "stemming")]
[JsonDerivedType(typeof(Counting), "telt")]
[JsonDerivedType(typeof(Drawing), "loting")]
[JsonDerivedType(typeof(Decided), "besloten")]
public abstract record RoundState
{
    private RoundState() { }

    [JsonIgnore]
    public abstract RoundPhase Phase { get; }

    [JsonIgnore]
    public virtual DateTimeOffset? NextDue => null;

    /// <summary>The ideas that left the ballot after its manifest was sealed, with why; empty where there is no ballot.</summary>
    [JsonIgnore]
    public ImmutableArray<Struck> Left => this switch
    {
        Sealed s => s.Struck,
        VoteOpen s => s.Struck,
        Counting s => s.Struck,
        Drawing s => s.Struck,
        Decided s => [.. s.Verdicts.Where(verdict => verdict.Left).Select(verdict => new Struck(verdict.Idea, verdict.Reason ?? ""))],
        _ => [],
    };

    /// <summary>The stuurgroep divided the money of this period before the settings opened it. Nobody can ask for it yet.</summary>
    public sealed record Announced : RoundState
    {
        [JsonIgnore]
        public override RoundPhase Phase => RoundPhase.Announced;
    }

    /// <summary>Ideas that find their way through the process before <paramref name="ClosesAt"/> take part.</summary>
    public sealed record Open(DateTimeOffset ClosesAt) : RoundState
    {
        [JsonIgnore]
        public override RoundPhase Phase => RoundPhase.Open;
        [JsonIgnore]
        public override DateTimeOffset? NextDue => ClosesAt;
    }

    /// <summary>Closed; the suitable ideas are being written down.</summary>
    public sealed record Collecting : RoundState
    {
        [JsonIgnore]
        public override RoundPhase Phase => RoundPhase.Collecting;
    }

    /// <summary>
    /// There is too little money for all ideas. Staff make the voting codes; a vote without codes cannot open, so the clock
    /// only reminds them.
    /// </summary>
    /// <param name="OpensAt">When the vote is to open; later when the codes come later.</param>
    public sealed record Preparing(ImmutableArray<Candidate> Candidates, DateTimeOffset OpensAt, DateTimeOffset RemindAt) : RoundState
    {
        [JsonIgnore]
        public override RoundPhase Phase => RoundPhase.Preparing;
        [JsonIgnore]
        public override DateTimeOffset? NextDue => RemindAt;
    }

    /// <summary>The manifest is published and the vote opens by itself.</summary>
    /// <param name="Manifest">The hash of the manifest.</param>
    /// <param name="Struck">Ideas that left the ballot afterwards.</param>
    public sealed record Sealed(string Manifest, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, ImmutableArray<Struck> Struck) : RoundState
    {
        [JsonIgnore]
        public override RoundPhase Phase => RoundPhase.Sealed;
        [JsonIgnore]
        public override DateTimeOffset? NextDue => OpensAt;
    }

    public sealed record VoteOpen(string Manifest, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, ImmutableArray<Struck> Struck) : RoundState
    {
        [JsonIgnore]
        public override RoundPhase Phase => RoundPhase.VoteOpen;
        [JsonIgnore]
        public override DateTimeOffset? NextDue => ClosesAt;
    }

    /// <summary>No ballot comes in any more; the ballots are being counted. Nobody can open the vote again.</summary>
    /// <param name="CheckUntil">
    /// Counting waits until then for a second person to check the paper that was typed before the close; null once it does not.
    /// </param>
    public sealed record Counting(string Manifest, DateTimeOffset ClosedAt, ImmutableArray<Struck> Struck,
        DateTimeOffset? CheckUntil = null) : RoundState
    {
        [JsonIgnore]
        public override RoundPhase Phase => RoundPhase.Counting;
        [JsonIgnore]
        public override DateTimeOffset? NextDue => CheckUntil;
    }

    /// <summary>
    /// The ballots are counted, written down and published, and who wins hangs on the order of equal ideas. Two staff members type the
    /// value that the manifest names, each without seeing what the other typed.
    /// </summary>
    /// <param name="Equal">Between these is drawn.</param>
    /// <param name="From">The value is the first that becomes known from here on.</param>
    /// <param name="First">What the first of two typed; null before, and again once two values differed.</param>
    /// <param name="Differed">Two people typed different values; both have to type again.</param>
    /// <param name="Value">The digits that two people typed; the ideas wait for nothing else.</param>
    public sealed record Drawing(
        string Manifest, DateTimeOffset ClosedAt, ImmutableArray<Struck> Struck, ImmutableArray<EqualIdeas> Equal, DateTimeOffset From,
        DateTimeOffset RemindAt, TypedValue? First = null, bool Differed = false, string? Value = null) : RoundState
    {
        [JsonIgnore]
        public override RoundPhase Phase => RoundPhase.Drawing;
        [JsonIgnore]
        public override DateTimeOffset? NextDue => Value is null ? RemindAt : null;
    }

    /// <summary>It is known which ideas get money. <paramref name="Manifest"/> is null when there was no vote.</summary>
    public sealed record Decided(RoundOutcome Outcome, ImmutableArray<Verdict> Verdicts, string? Manifest = null) : RoundState
    {
        [JsonIgnore]
        public override RoundPhase Phase => RoundPhase.Decided;

        /// <summary>To whom what is left is offered; null when no parts are offered, and in what was decided before they could be.</summary>
        public RestOrder? Rest { get; init; }
    }
}

/// <summary>The name of a state without its data, in the order of the process.</summary>
public enum RoundPhase
{
    Announced,
    Open,
    Collecting,
    Preparing,
    Sealed,
    VoteOpen,
    Counting,
    Drawing,
    Decided,
}

/// <summary>How a round came to its decision.</summary>
public enum RoundOutcome
{
    NoIdeas,

    /// <summary>There was money for every idea, so nobody had to choose.</summary>
    AllGranted,

    /// <summary>A rolling Smederij granted while the money lasted; now its period is over.</summary>
    PeriodOver,
    Voted,

    /// <summary>It was over before this website was there.</summary>
    TakenOver,
}

/// <summary>A suitable idea at the closing of the round. From now on its amount stays as it is.</summary>
public sealed record Candidate(string Idea, string Title, Euro Cost);

/// <summary>What is left of a round is offered to the ideas that got no money, one after the other.</summary>
/// <param name="Smallest">Less than this is not offered.</param>
/// <param name="Ideas">In their order; none of them hears that it gets no money before its turn came, or nothing is left.</param>
public sealed record RestOrder(Euro Smallest, ImmutableArray<string> Ideas);

/// <summary>An idea that left the ballot, and why.</summary>
public sealed record Struck(string Idea, string Reason);

/// <summary>Ideas with as many votes and the same cost: a draw tells which goes first.</summary>
public sealed record EqualIdeas(int Votes, Euro Cost, ImmutableArray<string> Ideas);

/// <summary>The value of the draw as one staff member typed it: its digits.</summary>
public sealed record TypedValue(string Value, string By);

/// <summary>What a round decided about an idea; <paramref name="Reason"/> says what a losing idea lacked.</summary>
/// <param name="Left">It had left the ballot, so it does not go on to a following round either.</param>
public sealed record Verdict(string Idea, Euro Cost, bool Granted, string? Reason = null, bool Left = false);
