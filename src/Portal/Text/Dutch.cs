namespace Smederijen.Portal.Text;

/// <summary>Amounts, dates and counts as people in Hoogeveen read them. Needs no culture data of the machine.</summary>
public static partial class Dutch
{
    private static readonly NumberFormatInfo Numbers = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    private static readonly string[] Months =
    [
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ];

    private static readonly string[] Days = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];

    /// <example>1250 is "1.250".</example>
    public static string Number(long number) => number.ToString("N0", Numbers);

    /// <summary>One figure behind the comma, rounded down: what is just too little does not read as enough.</summary>
    public static string Ratio(double ratio) => (Math.Floor(ratio * 10) / 10).ToString("0.#", Numbers);

    /// <summary>The sign and its amount stay on one line.</summary>
    private const string Sign = "€\u00A0";

    /// <example>125000 cents is "€ 1.250,00"; -500 is "€ -5,00".</example>
    public static string Euro(long cents) => Sign + (cents / 100m).ToString("N2", Numbers);

    /// <summary>Leaves the cents out where there are none, for running text and tables.</summary>
    /// <example>125000 cents is "€ 1.250"; 125050 is "€ 1.250,50".</example>
    public static string EuroShort(long cents) => cents % 100 == 0 ? Sign + Number(cents / 100) : Euro(cents);

    /// <example>21 november 2026</example>
    public static string Date(DateOnly date) => $"{date.Day} {Months[date.Month - 1]} {date.Year}";

    /// <example>zaterdag 21 november 2026</example>
    public static string DateWithDay(DateOnly date) => $"{Days[(int)date.DayOfWeek]} {Date(date)}";

    /// <summary>The date in Hoogeveen at that instant.</summary>
    public static string Date(DateTimeOffset instant) => Date(Amsterdam.DateOf(instant));

    /// <summary>The last whole or started day of a term that is over at <paramref name="end"/>: midnight belongs to the day before.</summary>
    /// <example>maandag 8 juni 2026</example>
    public static string LastDay(DateTimeOffset end) => DateWithDay(Amsterdam.DateOf(end.AddTicks(-1)));

    /// <summary>What the calendar and the clock in Hoogeveen show at that instant.</summary>
    /// <example>21 november 2026, 14.05 uur</example>
    public static string DateTime(DateTimeOffset instant)
    {
        var time = Amsterdam.TimeOf(instant);
        return $"{Date(instant)}, {time.Hour}.{time.Minute:00} uur";
    }

    /// <summary>Until when, as people say it: what ends at midnight lasts up to and including the day before.</summary>
    /// <example>tot en met zondag 6 december 2026; tot 7 december 2026, 12.00 uur</example>
    public static string Until(DateTimeOffset end) => IsMidnight(end) ? $"tot en met {LastDay(end)}" : $"tot {DateTime(end)}";

    /// <summary>From when, as people say it: what begins at midnight is there from that day on.</summary>
    /// <example>vanaf maandag 7 december 2026; vanaf 7 december 2026, 12.00 uur</example>
    public static string From(DateTimeOffset begin) => IsMidnight(begin) ? $"vanaf {DateWithDay(Amsterdam.DateOf(begin))}" : $"vanaf {DateTime(begin)}";

    private static bool IsMidnight(DateTimeOffset instant) => Amsterdam.TimeOf(instant) == TimeOnly.MinValue;

    /// <example>1 idee; 3 ideeën</example>
    public static string Count(long number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    /// <summary>Names in one sentence.</summary>
    /// <example>A; A en B; A, B en C</example>
    public static string Several(IEnumerable<string> names, string word = "en") => names.ToList() switch
    {
        [] => "",
        [var one] => one,
        [.. var first, var last] => $"{string.Join(", ", first)} {word} {last}",
    };

    /// <summary>How far off a last day is.</summary>
    /// <example>vandaag; morgen; over 3 dagen; 1 dag te laat; 2 dagen te laat</example>
    public static string Due(DateOnly today, DateOnly lastDay) => (lastDay.DayNumber - today.DayNumber) switch
    {
        0 => "vandaag",
        1 => "morgen",
        > 1 and var days => $"over {Count(days, "dag", "dagen")}",
        var days => $"{Count(-days, "dag", "dagen")} te laat",
    };
}
