using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Stuurgroep.Dividing;

/// <summary>The form of a division: its period, its sources, and an amount per Smederij.</summary>
internal static class DivisionForm
{
    public const string Period = "periode";
    public const string EqualPart = "vast-bedrag";

    /// <summary>The municipality, the corporations, and one to spare.</summary>
    public const int MostSources = 5;

    public static string SourceName(int number) => $"geldgever-{number}";

    public static string SourceAmount(int number) => $"geld-{number}";

    public static string LineAmount(string smederij) => $"bedrag-{smederij}";

    /// <summary>What was typed above the lines; the errors say what is wrong.</summary>
    public static (string Period, ImmutableArray<Source> Sources, Euro EqualPart) Read(Typed typed)
    {
        var period = typed.Line(Period, 20, "Vul het jaar in.");
        if (period.Length > 0 && !RoundKeys.IsPeriod(period))
            typed.Errors.Add(Period, "Vul een jaar in, bijvoorbeeld 2028.");
        var sources = ImmutableArray.CreateBuilder<Source>();
        for (var i = 1; i <= MostSources; i++)
        {
            if (typed.Plain(SourceName(i)).Length == 0 && typed.Plain(SourceAmount(i)).Length == 0)
                continue;
            sources.Add(new Source(typed.Line(SourceName(i), 80, "Vul in van wie dit geld is."), Amount(typed, SourceAmount(i))));
        }
        if (sources.Count == 0)
            typed.Errors.Add(SourceName(1), "Vul minstens één geldgever in.");
        return (period, sources.ToImmutable(), Amount(typed, EqualPart));
    }

    public static ImmutableArray<Line> ReadLines(Typed typed, IEnumerable<string> smederijen) =>
        [.. smederijen.Select(id => new Line(id, Amount(typed, LineAmount(id))))];

    public static ImmutableArray<Line> Propose(ImmutableArray<Source> sources, Euro equalPart, IReadOnlyList<SmederijSettings> smederijen) =>
        Division.Propose(
        sources.Aggregate(Euro.Zero, (sum, source) => sum + source.Amount), equalPart, [.. smederijen.Select(one => (one.Id, one.Inhabitants))]);

    /// <summary>A form with nothing typed yet, for the year after this period.</summary>
    public static Typed Begin(StuurgroepSettings settings, string present) => Filled([
        new(Period, int.TryParse(present, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? $"{year + 1}" : ""),
        new(SourceName(1), "Gemeente"),
        new(EqualPart, Dutch.EuroShort(settings.EqualPart.Cents)),
    ]);

    /// <summary>A form with this division in it.</summary>
    public static Typed Show(Subject.Allotment division, StuurgroepSettings settings) => Filled([
        new(Period, division.Period),
        new(EqualPart, Dutch.EuroShort(settings.EqualPart.Cents)),
        .. division.Sources.SelectMany((source, i) =>
            new KeyValuePair<string, string>[] { new(SourceName(i + 1), source.Name), new(SourceAmount(i + 1), Dutch.Euro(source.Amount.Cents)) }),
        .. division.Lines.Select(line => new KeyValuePair<string, string>(LineAmount(line.Smederij), Dutch.Euro(line.Amount.Cents))),
    ]);

    private static Typed Filled(IEnumerable<KeyValuePair<string, string>> values) => new(new Dictionary<string, string>(values), []);

    private static Euro Amount(Typed typed, string field)
    {
        const string HowTo = "Vul een bedrag in, bijvoorbeeld 12.500 of 12.500,50.";
        var amount = typed.Euros(field, HowTo);
        if (amount.Cents > Euro.MaxCents / 100)
            typed.Errors.Add(field, HowTo);
        return amount;
    }
}
