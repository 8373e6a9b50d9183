using System.Globalization;
using Smederijen.Bench.Load;

namespace Smederijen.Bench;

/// <summary>A figure beside its yardstick of the same run.</summary>
/// <param name="Yardstick">What the bare server or the bare loop made of it; empty where nothing compares.</param>
internal sealed record Row(string What, string Measured, string Yardstick, string Aim)
{
    public static Row Of(string what, Result result, Result bare, string aim) =>
        new(what, Text(result), $"{Text(bare)}; we reach {(result.PerSecond / bare.PerSecond).ToString("P0", CultureInfo.InvariantCulture)}", aim);

    public static string Text(Result result) => string.Create(CultureInfo.InvariantCulture,
        $"{result.PerSecond:N0}/s, median {result.Median:N1} ms, p99 {result.P99:N1} ms, processor {result.Processor:N0} µs{(result.Refused > 0 ? $", {result.Refused} refused" : "")}");

    public static string Number(double number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number:N2} {unit}");
}

/// <summary>The result, as a table of Markdown.</summary>
internal static class Table
{
    public static void Print(string title, IEnumerable<Row> rows)
    {
        Console.WriteLine($"\n## {title}\n\n| what | measured | yardstick | aim |\n| --- | --- | --- | --- |");
        foreach (var row in rows)
            Console.WriteLine($"| {row.What} | {row.Measured} | {row.Yardstick} | {row.Aim} |");
    }
}
