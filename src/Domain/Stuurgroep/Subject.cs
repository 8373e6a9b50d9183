namespace Smederijen.Domain.Stuurgroep;

/// <summary>What a resolution is about. Storage contract: the names in the JSON are approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "over")]
[JsonDerivedType(typeof(Allotment), "verdeling")]
[JsonDerivedType(typeof(Remainder), "wat-over-is")]
[JsonDerivedType(typeof(PlanMoment), "plan")]
public abstract record Subject
{
    private Subject() { }

    /// <summary>What a seat can choose; abstaining is always possible.</summary>
    [JsonIgnore]
    public abstract ImmutableArray<Voice> Choices { get; }

    /// <summary>What is decided when no choice has a majority; null when nothing is decided then.</summary>
    [JsonIgnore]
    public abstract Voice? WithoutMajority { get; }

    /// <summary>What is wrong with it; null when it can be put to the seats.</summary>
    [JsonIgnore]
    public virtual ResolutionRefusal? Fault => null;

    /// <summary>The money of a period, divided over the Smederijen. It comes on top of what a round has already.</summary>
    /// <param name="Sources">Whose money it is: the municipality, each corporation.</param>
    /// <param name="Lines">A line per Smederij; together exactly the sources.</param>
    public sealed record Allotment(string Period, ImmutableArray<Source> Sources, ImmutableArray<Line> Lines) : Subject
    {
        [JsonIgnore]
        public override ImmutableArray<Voice> Choices => [Voice.For, Voice.Against];

        /// <summary>A tie adopts nothing.</summary>
        [JsonIgnore]
        public override Voice? WithoutMajority => Voice.Against;

        [JsonIgnore]
        public Euro Total => Sources.Aggregate(Euro.Zero, (sum, source) => sum + source.Amount);

        [JsonIgnore]
        public override ResolutionRefusal? Fault =>
            Sources.Select(source => source.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() < Sources.Length ? ResolutionRefusal.SourceTwice
            : Lines.Select(line => line.Smederij).Distinct(StringComparer.Ordinal).Count() < Lines.Length ? ResolutionRefusal.SmederijTwice
            : Total == Euro.Zero ? ResolutionRefusal.NothingToDivide
            : Lines.Sum(line => line.Amount.Cents) != Total.Cents ? ResolutionRefusal.SumsDiffer
            : null;

        /// <summary>The same period, sources and lines, in the same order.</summary>
        public bool Equals(Allotment? other) =>
            other is not null && Period == other.Period && Sources.SequenceEqual(other.Sources) && Lines.SequenceEqual(other.Lines);

        public override int GetHashCode() => HashCode.Combine(Period, Sources.Length, Lines.Length, Total);
    }

    /// <summary>What is left in the rounds of a period that is over: per Smederij it goes on to a later period, or back to its sources.</summary>
    /// <param name="Next">The period that the money goes on to.</param>
    /// <param name="Lines">
    /// A line per Smederij whose round is decided. What is adopted is the choice: the amount is what is free when it is carried out.
    /// </param>
    public sealed record Remainder(string Period, string Next, ImmutableArray<Leftover> Lines) : Subject
    {
        [JsonIgnore]
        public override ImmutableArray<Voice> Choices => [Voice.For, Voice.Against];

        /// <summary>A tie adopts nothing.</summary>
        [JsonIgnore]
        public override Voice? WithoutMajority => Voice.Against;

        [JsonIgnore]
        public Euro Total => TotalOf(Lines);

        [JsonIgnore]
        public override ResolutionRefusal? Fault =>
            Lines.Select(line => line.Smederij).Distinct(StringComparer.Ordinal).Count() < Lines.Length ? ResolutionRefusal.SmederijTwice
            : string.CompareOrdinal(Next, Period) <= 0 ? ResolutionRefusal.PeriodNotLater
            : Total == Euro.Zero ? ResolutionRefusal.NothingLeft
            : null;

        /// <summary>Whose money it is, over all Smederijen.</summary>
        [JsonIgnore]
        public ImmutableArray<Source> Sources =>
        [
            .. Lines.SelectMany(line => line.Left).GroupBy(source => source.Name, StringComparer.OrdinalIgnoreCase)
                .Select(source => new Source(source.Key, source.Aggregate(Euro.Zero, (sum, part) => sum + part.Amount))),
        ];

        /// <summary>What is left with this choice.</summary>
        public Euro TotalOf(RemainderChoice choice) => TotalOf(Lines.Where(line => line.Choice == choice));

        private static Euro TotalOf(IEnumerable<Leftover> lines) => lines.Aggregate(Euro.Zero, (sum, line) => sum + line.Amount);

        public bool Equals(Remainder? other) =>
            other is not null && Period == other.Period && Next == other.Next && Lines.SequenceEqual(other.Lines);

        public override int GetHashCode() => HashCode.Combine(Period, Next, Lines.Length);
    }

    /// <summary>A decision moment that a long plan names: does it go on?</summary>
    /// <param name="Plan">The id of the plan, in the partition of its Smederij.</param>
    /// <param name="Moment">The id of the moment within the plan.</param>
    public sealed record PlanMoment(string Smederij, string Plan, string Moment) : Subject
    {
        [JsonIgnore]
        public override ImmutableArray<Voice> Choices => [Voice.GoOn, Voice.Change, Voice.Stop];

        [JsonIgnore]
        public override Voice? WithoutMajority => null;
    }
}

/// <summary>Who pays, and how much.</summary>
public sealed record Source(string Name, Euro Amount)
{
    /// <summary>The name of the source of an envelope that stands in the settings.</summary>
    public const string OfSettings = "stuurgroep";

    /// <summary>The name of the source of all that was spent before this website was there.</summary>
    public const string BeforeThis = "voor deze website";
}

/// <summary>What a Smederij gets.</summary>
public sealed record Line(string Smederij, Euro Amount);

/// <summary>What is left in the round of a Smederij when it is proposed, and what is to become of it.</summary>
/// <param name="Left">Per source, without what is nothing.</param>
public sealed record Leftover(string Smederij, ImmutableArray<Source> Left, RemainderChoice Choice)
{
    /// <summary>The Smederij that took the place of this one, which is closed: what goes on goes there. Null for every other.</summary>
    public string? Into { get; init; }

    [JsonIgnore]
    public Euro Amount => Left.Aggregate(Euro.Zero, (sum, source) => sum + source.Amount);

    public bool Equals(Leftover? other) =>
        other is not null && Smederij == other.Smederij && Choice == other.Choice && Into == other.Into && Left.SequenceEqual(other.Left);

    public override int GetHashCode() => HashCode.Combine(Smederij, Choice, Left.Length);
}

public enum RemainderChoice
{
    /// <summary>It goes on to a later period, of the same Smederij or of the one that took its place.</summary>
    CarryOver,

    /// <summary>It goes back to its sources.</summary>
    GiveBack,
}

/// <summary>What a seat can say. <see cref="Against"/>, <see cref="Change"/> and <see cref="Stop"/> need a reason.</summary>
public enum Voice
{
    /// <summary>Blanco: counts for the quorum and for no choice.</summary>
    Abstain,
    For,
    Against,
    GoOn,
    Change,
    Stop,
}
