namespace Smederijen.Domain.Payments;

/// <summary>
/// Payment orders that go to the bank in one file. It exists only once it claimed every order that it was begun with, or found that one cannot go
/// along; killed halfway, it goes on. One person makes it and another one signs it off; from then on its file never changes. Storage
/// contract: the JSON is approved by a test.
/// </summary>
/// <param name="ExecuteOn">The day that the bank is asked to pay on.</param>
/// <param name="Since">When it came into this state.</param>
/// <param name="Revision">How many log entries it has; who signs says which of these they saw.</param>
public sealed record PaymentBatch(
    string Id, string By, DateOnly ExecuteOn, ImmutableArray<BatchLine> Lines, BatchState State, DateTimeOffset Since, int Revision)
{
    /// <summary>How many orders one batch takes: its file is read by people, and its row has to hold them all.</summary>
    public const int Most = 400;

    /// <summary>The orders that go along.</summary>
    [JsonIgnore]
    public IEnumerable<BatchLine> Claimed => Lines.Where(line => line.Claimed == true);

    /// <summary>Those of which the bank says that name and account do not quite belong together.</summary>
    [JsonIgnore]
    public IEnumerable<BatchLine> Doubted => Claimed.Where(line => line.Check is PayeeCheck.NoMatch or PayeeCheck.CloseMatch);

    [JsonIgnore]
    public Euro Total => Claimed.Aggregate(Euro.Zero, (sum, line) => sum + line.Amount);

    /// <summary>The year that its payments are booked in: of the first day from the asked one on that banks and people work.</summary>
    [JsonIgnore]
    public int BookYear => (WorkingDays.IsWorkingDay(ExecuteOn) ? ExecuteOn : WorkingDays.AddWorkingDays(ExecuteOn, 1)).Year;

    /// <summary>
    /// When the clock has to see whether names and accounts of the payees may go: never before the least term, and then every year. Null for what
    /// has none, or none any more.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset? NextDue => State is BatchState.Signed { ErasedOn: null } signed
        ? Amsterdam.StartOfDay(signed.LookOn ?? BatchCircumstances.FirstDayAfter(BookYear + BatchCircumstances.LeastYears)) : null;
}

/// <summary>What a decision over a batch looks at beside the batch.</summary>
/// <param name="YearsKept">How many whole years after the book year it has to be known who was paid, by the settings of now.</param>
/// <param name="LastYear">The last year in which the bank paid or brought back one of its orders; null when it told of none.</param>
public sealed record BatchCircumstances(int YearsKept, int? LastYear = null)
{
    /// <summary>What the law asks at least (Algemene wet inzake rijksbelastingen, article 52).</summary>
    public const int LeastYears = 7;

    /// <summary>Longer serves nobody.</summary>
    public const int MostYears = 20;

    /// <summary>For what no term matters to.</summary>
    public static BatchCircumstances Least { get; } = new(LeastYears);

    /// <summary>The first day on which names and accounts are not kept any more.</summary>
    public DateOnly EraseFrom(PaymentBatch batch) => FirstDayAfter(Math.Max(batch.BookYear, LastYear ?? 0) + Math.Max(YearsKept, LeastYears));

    internal static DateOnly FirstDayAfter(int year) => new(year + 1, 1, 1);
}

/// <param name="Claimed">Whether the batch has it; null as long as the order did not answer.</param>
/// <param name="Check">What the bank found of name and account; null when it was not asked.</param>
public sealed record BatchLine(string Order, Euro Amount, bool? Claimed = null, PayeeCheck? Check = null);

/// <summary>Verification of payee: whether the name belongs to the account (Regulation (EU) 2024/886).</summary>
public enum PayeeCheck
{
    Match,
    CloseMatch,
    NoMatch,
    NotPossible,
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "staat")]
[JsonDerivedType(typeof(Gathering), "verzamelt")]
[JsonDerivedType(typeof(Ready), "klaar")]
[JsonDerivedType(typeof(Signed), "getekend")]
[JsonDerivedType(typeof(ThrownAway), "weggegooid")]
public abstract record BatchState
{
    private BatchState() { }

    [JsonIgnore]
    public abstract BatchPhase Phase { get; }

    /// <summary>It claims its orders.</summary>
    public sealed record Gathering : BatchState
    {
        public override BatchPhase Phase => BatchPhase.Gathering;
    }

    /// <summary>It waits for the second person.</summary>
    public sealed record Ready : BatchState
    {
        public override BatchPhase Phase => BatchPhase.Ready;
    }

    /// <summary>Its file can be downloaded, as long as names and accounts are kept.</summary>
    /// <param name="LookOn">When the term was longer the last time: the day to look again.</param>
    /// <param name="ErasedOn">The day on which the term was over and names and accounts were erased; null while they are kept.</param>
    public sealed record Signed(string By, DateOnly? LookOn = null, DateOnly? ErasedOn = null) : BatchState
    {
        public override BatchPhase Phase => BatchPhase.Signed;
    }

    /// <summary>Its orders wait for another one.</summary>
    public sealed record ThrownAway(string By, string Reason) : BatchState
    {
        public override BatchPhase Phase => BatchPhase.ThrownAway;
    }
}

public enum BatchPhase
{
    Gathering,
    Ready,
    Signed,
    ThrownAway,
}

public enum BatchRefusal
{
    NothingChosen,
    TooMany,
    DayHasPassed,

    /// <summary>It still claims its orders.</summary>
    StillGathering,

    /// <summary>None of its orders could go along.</summary>
    IsEmpty,
    SamePersonTwice,
    ChangedMeanwhile,
    SignedBefore,
    IsThrownAway,
    ReasonMissing,

    /// <summary>Nobody knows any more whom it paid.</summary>
    PayeesErased,

    /// <summary>The bank doubts a name, and who signs did not say that they looked at it.</summary>
    NamesNotSeen,
}

/// <summary>Something that happened to a batch. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "wat")]
[JsonDerivedType(typeof(Begun), "begonnen")]
[JsonDerivedType(typeof(OrderAnswered), "order-antwoordde")]
[JsonDerivedType(typeof(PayeesChecked), "namen-nagekeken")]
[JsonDerivedType(typeof(SignedOff), "getekend")]
[JsonDerivedType(typeof(Discarded), "weggegooid")]
[JsonDerivedType(typeof(MomentCame), "moment-gekomen")]
public abstract record BatchEvent
{
    private BatchEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }

    public sealed record Begun(DateTimeOffset At, string By, DateOnly ExecuteOn, ImmutableArray<BatchLine> Orders) : BatchEvent(At);

    /// <param name="Claimed">False for an order that is elsewhere, stopped or over.</param>
    public sealed record OrderAnswered(DateTimeOffset At, string Order, bool Claimed) : BatchEvent(At);

    /// <summary>What the bank found of the names and accounts, by order.</summary>
    public sealed record PayeesChecked(DateTimeOffset At, string By, ImmutableDictionary<string, PayeeCheck> Answers) : BatchEvent(At);

    /// <param name="Seen">The <see cref="PaymentBatch.Revision"/> that the one who signs looked at.</param>
    /// <param name="NamesSeen">They looked at the names that the bank doubts.</param>
    public sealed record SignedOff(DateTimeOffset At, string By, int Seen, bool NamesSeen = false) : BatchEvent(At);

    public sealed record Discarded(DateTimeOffset At, string By, string Reason) : BatchEvent(At);

    public sealed record MomentCame(DateTimeOffset At) : BatchEvent(At);
}

/// <summary>What follows from a decision over a batch. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(ClaimOrder), "neem-mee")]
[JsonDerivedType(typeof(FreeOrder), "laat-los")]
[JsonDerivedType(typeof(SendOrder), "verstuur")]
[JsonDerivedType(typeof(ForgetPayees), "wis-ontvangers")]
public abstract record BatchEffect : Effect
{
    private BatchEffect() { }

    /// <summary>Ask an order to go along, and let the batch know what it answered.</summary>
    public sealed record ClaimOrder(string Order) : BatchEffect;

    public sealed record FreeOrder(string Order) : BatchEffect;

    /// <summary>The order hears that the bank may have it now.</summary>
    public sealed record SendOrder(string Order) : BatchEffect;

    /// <summary>Delete the names and accounts of whom it paid.</summary>
    public sealed record ForgetPayees : BatchEffect;
}
