namespace Smederijen.Domain.Stuurgroep;

/// <summary>Who sits on the stuurgroep and how it decides, as data.</summary>
/// <param name="Version">Raised with every change, so that the program takes over who sits.</param>
/// <param name="Quorum">How many of all seats have to speak; when seats leave the count, as large a part of the rest.</param>
/// <param name="MajorityPercent">A choice wins with more than this part of the voices that choose: 50 is more than half. From 50 to 99.</param>
/// <param name="DaysToDecide">How long the seats have, and how long they get once more when too few of them spoke.</param>
/// <param name="DividesFrom">
/// The first period (<c>2028</c>) whose money the stuurgroep divides. Rounds of earlier periods begin with the envelope in
/// their settings, those of this one and later begin with nothing. Empty where the stuurgroep divides no money.
/// </param>
/// <param name="EqualPart">In a proposal: what every Smederij gets before the rest is divided by inhabitants.</param>
public sealed record StuurgroepSettings(
    int Version,
    ImmutableArray<SeatSettings> Seats,
    int Quorum,
    int MajorityPercent,
    int DaysToDecide,
    int ReminderWorkingDays,
    string DividesFrom,
    Euro EqualPart)
{
    public bool Divides(string period) => DividesFrom.Length > 0 && string.CompareOrdinal(period, DividesFrom) >= 0;

    /// <summary>Everybody whose term covers the day, with nothing said yet.</summary>
    internal Sitting SittingAt(DateTimeOffset instant)
    {
        var today = Amsterdam.DateOf(instant);
        var seats = Seats.Where(seat => seat.From <= today && today <= seat.Until)
            .Select(seat => new SittingSeat(seat.Id, seat.Function, Amsterdam.EndOfDay(seat.Until), seat.Deputy is not null));
        return new Sitting(Quorum, Seats.Length, MajorityPercent, [.. seats]);
    }
}

/// <summary>A seat. <paramref name="Function"/> is what residents read; names and addresses stand in rows of their own.</summary>
/// <param name="Holder">The contact who sits on it.</param>
/// <param name="Deputy">The contact who may speak for the holder; null when there is none.</param>
/// <param name="From">The first day of the term (Europe/Amsterdam).</param>
/// <param name="Until">The last day of the term.</param>
public sealed record SeatSettings(string Id, string Function, SeatKind Kind, string Holder, string? Deputy, DateOnly From, DateOnly Until);

public enum SeatKind
{
    /// <summary>A representative of the municipality, a corporation, welfare work or the police.</summary>
    Partner,
    Resident,
}
