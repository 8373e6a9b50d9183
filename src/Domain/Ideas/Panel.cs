namespace Smederijen.Domain.Ideas;

/// <summary>What a member of the wijkteam can advise. Every advice but <see cref="Suitable"/> needs a reason.</summary>
public enum Advice
{
    /// <summary>geschikt</summary>
    Suitable,

    /// <summary>niet geschikt</summary>
    NotSuitable,

    /// <summary>vraag: the submitter has to answer something first</summary>
    Question,

    /// <summary>gemeentekwestie: really a matter for the municipality</summary>
    MunicipalMatter,

    /// <summary>lange klap: too large for the residents' budget alone</summary>
    LongTrack,
}

/// <summary>One member of the wijkteam in one review: no advice yet, an advice with its reason, or a conflict of interest.</summary>
/// <param name="Theme">For a municipal matter: which part of the municipality it is for.</param>
/// <param name="Together">The advice was given in a meeting, by everybody at the table together.</param>
public sealed record Seat(
    string Reviewer, Advice? Advice = null, string? Reason = null, bool Conflicted = false, string? Theme = null, bool Together = false)
{
    /// <summary>Waits for this member's advice.</summary>
    [JsonIgnore]
    public bool IsOpen => Advice is null && !Conflicted;
}

/// <summary>
/// The wijkteam of one review version: n equal advices out of m decide. A question, an answer and a restart begin a new
/// version, with which all links of the former one fall.
/// </summary>
public sealed record Panel(int Version, int Quorum, ImmutableArray<Seat> Seats)
{
    [JsonIgnore]
    public IEnumerable<Seat> Open => Seats.Where(seat => seat.IsOpen);

    /// <summary>
    /// How many equal advices decide. When conflicts of interest leave fewer members than the quorum, all who are left
    /// must agree, and at least one must be there.
    /// </summary>
    [JsonIgnore]
    public int Needed => Math.Max(1, Math.Min(Quorum, Seats.Count(seat => !seat.Conflicted)));

    /// <summary>The advice that decides: enough for it, or a majority against. Null while nothing is decided.</summary>
    [JsonIgnore]
    public Advice? Outcome =>
        Count(Advice.Suitable) >= Needed ? Advice.Suitable
        : Count(Advice.MunicipalMatter) >= Needed ? Advice.MunicipalMatter
        : Count(Advice.LongTrack) >= Needed ? Advice.LongTrack
        : 2 * Count(Advice.NotSuitable) > Seats.Count(seat => !seat.Conflicted) ? Advice.NotSuitable
        : null;

    /// <summary>Everybody has spoken and nothing is decided, or nobody may speak: the gebiedsregisseur has to act.</summary>
    [JsonIgnore]
    public bool IsSplit => Outcome is null && !Open.Any();

    public Seat? Find(string reviewer) => Seats.FirstOrDefault(seat => seat.Reviewer == reviewer);

    public Panel With(Seat seat) => this with { Seats = [.. Seats.Select(s => s.Reviewer == seat.Reviewer ? seat : s)] };

    /// <summary>The members at a meeting who may advise.</summary>
    public IEnumerable<Seat> AtTable(IEnumerable<string> present) => Seats.Where(seat => !seat.Conflicted && present.Contains(seat.Reviewer));

    /// <summary>With what a meeting decided as the advice of everybody at the table.</summary>
    public Panel InMeeting(IdeaEvent.DecidedInMeeting e) => AtTable(e.Present).Aggregate(this, (panel, seat) =>
        panel.With(new Seat(seat.Reviewer, e.Advice, e.Reason, Theme: e.Advice == Advice.MunicipalMatter ? e.Theme : null, Together: true)));

    public Panel Replace(string reviewer, string by) => this with { Seats = [.. Seats.Select(s => s.Reviewer == reviewer ? new Seat(by) : s)] };

    /// <summary>The same members, asked again; who has a conflict of interest keeps it.</summary>
    public Panel NextVersion() => new(Version + 1, Quorum, [.. Seats.Select(s => new Seat(s.Reviewer, Conflicted: s.Conflicted))]);

    /// <summary>The reasons that were given with an advice, in the order of the seats; what several said together stands there once.</summary>
    public ImmutableArray<string> ReasonsFor(Advice advice) =>
    [
        .. Seats.Where(seat => seat.Advice == advice && seat.Reason is not null)
            .DistinctBy(seat => (seat.Together, seat.Together ? seat.Reason : seat.Reviewer)).Select(seat => seat.Reason!),
    ];

    /// <summary>The theme that most members named for a municipal matter, the first of equals; "overig" when nobody named one.</summary>
    [JsonIgnore]
    public string MunicipalTheme => Seats.Select(seat => seat.Theme).OfType<string>()
        .GroupBy(theme => theme).OrderByDescending(named => named.Count()).FirstOrDefault()?.Key ?? "overig";

    public bool Equals(Panel? other) =>
        other is not null && Version == other.Version && Quorum == other.Quorum && Seats.SequenceEqual(other.Seats);

    public override int GetHashCode() => HashCode.Combine(Version, Quorum, Seats.Length);

    private int Count(Advice advice) => Seats.Count(seat => seat.Advice == advice);
}
