namespace Smederijen.Domain.Stuurgroep;

/// <summary>
/// The seats of one resolution and what each of them said. It is fixed when the resolution opens, so that a change of the
/// settings changes no decision that is under way.
/// </summary>
/// <param name="Quorum">Out of <paramref name="AllSeats"/>.</param>
public sealed record Sitting(int Quorum, int AllSeats, int MajorityPercent, ImmutableArray<SittingSeat> Seats)
{
    /// <summary>Still to speak.</summary>
    [JsonIgnore]
    public IEnumerable<SittingSeat> Waiting => Seats.Where(seat => seat.IsWaiting);

    [JsonIgnore]
    public int Spoken => Seats.Count(seat => seat.Voice is not null);

    /// <summary>
    /// How many have to speak: of the seats that are left in the count, as large a part as the quorum is of all seats,
    /// rounded up, and one at least. With quorum six of ten seats: five of the seven that are left, as 4.2 is more than four.
    /// </summary>
    [JsonIgnore]
    public int Needed
    {
        get
        {
            var counting = Seats.Count(seat => seat.Left is null);
            return Math.Max(1, (Quorum * counting + AllSeats - 1) / AllSeats);
        }
    }

    [JsonIgnore]
    public bool HasQuorum => Spoken >= Needed;

    /// <summary>Nobody may speak (any more), and nobody did.</summary>
    [JsonIgnore]
    public bool IsDeserted => Spoken == 0 && !Waiting.Any();

    public int Count(Voice voice) => Seats.Count(seat => seat.Voice == voice);

    public SittingSeat? Find(string seat) => Seats.FirstOrDefault(one => one.Id == seat);

    public Sitting With(SittingSeat seat) => this with { Seats = [.. Seats.Select(one => one.Id == seat.Id ? seat : one)] };

    /// <summary>Seats that have not spoken when their term is over leave the count; a voice that was given stays.</summary>
    public Sitting AfterTermsOver(DateTimeOffset instant) => this with
    {
        Seats = [.. Seats.Select(seat => seat.IsWaiting && seat.Until <= instant ? seat with { Left = LeftBecause.TermOver } : seat)],
    };

    /// <summary>All that can still be decided, when so many more seats speak: one outcome means that it is certain.</summary>
    /// <returns>Null among them stands for no decision, for lack of a majority.</returns>
    public ImmutableArray<Voice?> Possible(Subject subject, int moreVoices)
    {
        var choosing = Spoken - Count(Voice.Abstain);
        var winners = subject.Choices.Where(choice => 100 * (Count(choice) + moreVoices) > MajorityPercent * (choosing + moreVoices))
            .Select(choice => (Voice?)choice);
        var certain = subject.Choices.Any(choice => 100 * Count(choice) > MajorityPercent * (choosing + moreVoices));
        return [.. (certain ? winners : winners.Append(subject.WithoutMajority)).Distinct()];
    }

    public bool Equals(Sitting? other) =>
        other is not null && Quorum == other.Quorum && AllSeats == other.AllSeats && MajorityPercent == other.MajorityPercent
            && Seats.SequenceEqual(other.Seats);

    public override int GetHashCode() => HashCode.Combine(Quorum, AllSeats, MajorityPercent, Seats.Length);
}

/// <summary>One seat in one resolution: silent, spoken, or out of the count. A seat has one voice, whoever of it speaks first.</summary>
/// <param name="Until">When the term of the seat is over.</param>
/// <param name="Reason">Everyone can read it.</param>
/// <param name="ByDeputy">The deputy spoke.</param>
/// <param name="DeputyAsked">The deputy has a link as well.</param>
public sealed record SittingSeat(
    string Id,
    string Function,
    DateTimeOffset Until,
    bool HasDeputy,
    Voice? Voice = null,
    string? Reason = null,
    bool ByDeputy = false,
    bool DeputyAsked = false,
    LeftBecause? Left = null)
{
    [JsonIgnore]
    public bool IsWaiting => Voice is null && Left is null;
}

/// <summary>Why a seat is out of the count.</summary>
public enum LeftBecause
{
    ConflictOfInterest,
    TermOver,
}
