namespace Smederijen.Domain.Settings;

/// <summary>
/// The rules of one Smederij as data. A change makes a new version; an idea keeps the version it was handed in under.
/// </summary>
/// <param name="Id">Short name for keys and addresses: <c>wolfsbos</c>.</param>
/// <param name="Inhabitants">250 to 6,000 in Hoogeveen; the division of the money uses it.</param>
/// <param name="Area">The postcodes and houses that belong to the Smederij; support and votes count from here only.</param>
/// <param name="Conditions">What residents agreed that an idea must meet, as they read it.</param>
/// <param name="SupportThreshold">How many supporters an idea needs before the wijkteam looks at it.</param>
/// <param name="AmountLimit">The most that one idea may ask for as a korte klap.</param>
/// <param name="Gebiedsregisseur">The staff account of the area director.</param>
public sealed record SmederijSettings(
    string Id,
    int Version,
    string Name,
    SmederijKind Kind,
    int Inhabitants,
    ImmutableArray<AreaPart> Area,
    ImmutableArray<string> Conditions,
    int SupportThreshold,
    Euro AmountLimit,
    WijkteamSettings Wijkteam,
    string Gebiedsregisseur,
    RoundSettings Round,
    TermSettings Terms)
{
    /// <summary>Whether somebody looks at every idea before everybody can see it.</summary>
    public bool LooksFirst { get; init; }

    /// <summary>From which amount ideas are paid in two, and how; null where every idea is paid at once.</summary>
    public InstalmentSettings? Instalments { get; init; }

    /// <summary>Takes no ideas any more: what runs here finishes here, by its own rules and with its own money.</summary>
    public bool Closed { get; init; }

    /// <summary>
    /// The Smederijen that take the place of a closed one; null for none. What is left of its money can go on to the first of them.
    /// </summary>
    public ImmutableArray<string>? Successors { get; init; }

    /// <summary>The Smederij that the money of a closed one can go on to; null when it is not closed, or nothing takes its place.</summary>
    [JsonIgnore]
    public string? Heir => Closed && Successors is { IsDefaultOrEmpty: false } successors ? successors[0] : null;

    /// <summary>A postcode that belongs to it: an example for people.</summary>
    [JsonIgnore]
    public string ExamplePostcode => Area switch
    {
        [{ IsOfDigits: true } part, ..] => $"{part.First.Digits} AB",
        [var part, ..] => $"{part.First}",
        _ => "7901 AB",
    };

    /// <param name="house">The number of the house; null as long as nobody asked for it.</param>
    public Coverage Covers(Postcode postcode, int? house = null)
    {
        var (place, covers) = (postcode.Place, Coverage.No);
        foreach (var part in Area)
            if (part.Covers(place, house) is var found && found > covers)
                covers = found;
        return covers;
    }
}

/// <summary>A neighbourhood of the town, or a village around it.</summary>
public enum SmederijKind
{
    Wijk,
    Dorp,
}

/// <summary>Who reviews, and how many equal advices decide.</summary>
public sealed record WijkteamSettings(int Quorum, ImmutableArray<ReviewerSettings> Members)
{
    /// <summary>What residents read of a seat; null when these settings do not name it.</summary>
    public string? FunctionOf(string seat) => Members.FirstOrDefault(member => member.Id == seat)?.Function;
}

/// <summary>A seat in the wijkteam. <paramref name="Function"/> is what residents read: names stand in rows of their own.</summary>
/// <param name="Kernteam">One of the three first points of contact: opbouwwerker, wijkbeheerder, wijkagent.</param>
public sealed record ReviewerSettings(string Id, string Function, bool Kernteam);

/// <summary>How the money is divided over suitable ideas.</summary>
/// <param name="Period">The budget period: <c>2026</c>.</param>
/// <param name="Envelope">What the stuurgroep allots for the period.</param>
/// <param name="Rolling">Grants at once while the money lasts; otherwise all at the closing.</param>
/// <param name="ClosesOn">The last day of the round (Europe/Amsterdam).</param>
/// <param name="CarryOver">Ideas that get no money go on to the following round instead of ending.</param>
public sealed record RoundSettings(string Period, Euro Envelope, bool Rolling, DateOnly ClosesOn, bool CarryOver, VoteSettings Vote)
{
    /// <summary>How what is left is offered to the next idea, which asks more; null when it is not.</summary>
    public PartSettings? Parts { get; init; }

    /// <summary>Whether the last day is over: what becomes suitable after that waits for another round.</summary>
    public bool IsOverAt(DateTimeOffset instant) => instant >= Amsterdam.EndOfDay(ClosesOn);
}

/// <summary>What is left of a round and is too little for the next idea is offered to it.</summary>
/// <param name="Smallest">Less than this is of no use to anybody, and is not offered.</param>
public sealed record PartSettings(Euro Smallest = default);

/// <summary>Ideas that get much are paid in two: an advance at the release, and the rest once the plan is done with its receipts.</summary>
/// <param name="From">Ideas that get this or more.</param>
/// <param name="AdvancePercent">What is paid in advance: 1 to 99 of every 100, down to whole cents.</param>
/// <exception cref="ArgumentException">The percentage leaves no advance, or no rest.</exception>
public sealed record InstalmentSettings(Euro From, int AdvancePercent)
{
    public const int LeastPercent = 1;
    public const int MostPercent = 99;

    public int AdvancePercent { get; init; } = AdvancePercent is >= LeastPercent and <= MostPercent ? AdvancePercent
        : throw new ArgumentException($"An advance is {LeastPercent} to {MostPercent} percent of the amount, not {AdvancePercent}.");

    /// <summary>What is paid in advance of an amount; null when it is paid at once, because it is less, or its advance is less than a cent.</summary>
    public Euro? AdvanceOf(Euro amount) =>
        amount >= From && amount.Cents * AdvancePercent / 100 is > 0 and var cents ? new Euro(cents) : null;
}

/// <summary>How the neighbourhood votes when there are more suitable ideas than money.</summary>
/// <param name="MaxChoices">For <see cref="BallotKind.Approval"/>: at most this many ideas; null for any number.</param>
/// <param name="Days">How many whole days people can vote.</param>
/// <param name="PreparationDays">Between the closing of the round and the opening of the vote: for codes and letters.</param>
public sealed record VoteSettings(BallotKind Ballot, int? MaxChoices, CountRule Rule, int Days, int PreparationDays = 7)
{
    /// <summary>What decides where ideas are equal; <see cref="DrawSettings.Usual"/> when a settings file names nothing.</summary>
    // Generated readers set what a file leaves out to its default: the fallback stands in the getter.
    public DrawSettings Draw { get => field ?? DrawSettings.Usual; init; }
}

/// <summary>
/// A value that becomes known in public after the count, and that nobody here can steer or foresee: it draws between equal ideas.
/// </summary>
/// <param name="Source">In words, on one line, so that anyone can look it up: which number, of whom.</param>
/// <param name="Days">
/// The first value counts that becomes known this many days after the ballots were counted, or later: at least one.
/// </param>
/// <exception cref="ArgumentException">The source is no line of words, or the value could be known before the count.</exception>
public sealed record DrawSettings(string Source, int Days)
{
    public static DrawSettings Usual { get; } = new("de slotkoers van de AEX-index van Euronext Amsterdam, met twee cijfers achter de komma", 7);

    public string Source { get; init; } = Source is { Length: > 0 and <= 300 } && !Source.Any(char.IsControl) ? Source
        : throw new ArgumentException("The source of the draw is one line of words, of at most 300 characters.");

    public int Days { get; init; } = Days >= 1 ? Days : throw new ArgumentException("The value of the draw comes at least a day after the count.");
}

public enum BallotKind
{
    Approval,
    Knapsack,
}

public enum CountRule
{
    Greedy,
    EqualShares,
}

/// <summary>How long each step may take. Days end at midnight in Amsterdam; working days skip Dutch public holidays.</summary>
/// <param name="RegisseurReminderWorkingDays">How often the gebiedsregisseur is asked again about what waits for them alone.</param>
/// <param name="MunicipalityWorkingDays">How long the municipality has to answer what the wijkteam passes on.</param>
/// <param name="PartDays">How long a submitter has to say whether the idea can do with a part of the money.</param>
/// <param name="RetentionMonths">How long after the end of an idea its people are still known; then they are erased.</param>
public sealed record TermSettings(
    int ConfirmationDays = 7,
    int SupportDays = 28,
    int ReviewReminderWorkingDays = 5,
    int ReviewEscalationWorkingDays = 15,
    int AnswerDays = 14,
    int AccountDays = 60,
    int ReleaseReminderWorkingDays = 5,
    int RealisationMonths = 12,
    int LongTrackCheckMonths = 3,
    int RetentionMonths = 12,
    int RegisseurReminderWorkingDays = 5,
    int MunicipalityWorkingDays = 10,
    int PartDays = 14)
{
    /// <summary>Months after release at which the submitter is asked how it goes; 9, 11 and 12 when a settings file names none.</summary>
    // Generated readers set what a file leaves out to its default, over any initial value: the fallback stands in the getter.
    public ImmutableArray<int> RealisationReminderMonths { get => field.IsDefaultOrEmpty ? [9, 11, 12] : field; init; }
}
