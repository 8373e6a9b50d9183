using System.Diagnostics;
using Smederijen.Bench.Bare;
using Smederijen.Bench.Town;

namespace Smederijen.Bench.Scenarios;

/// <summary>What SQLite does on this machine without HTTP: the ceiling of everything that is written.</summary>
internal static class BareLoop
{
    private const int Callers = 16;

    public static async Task<Row> Measure(string folder, TimeSpan duration)
    {
        Console.Error.WriteLine("bare SQLite loop");
        using var store = new BareStore(Path.Combine(folder, "lus"));
        var body = System.Text.Encoding.ASCII.GetBytes(Texts.IdeaForm);
        var counts = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < duration; count++)
                await store.Insert(body);
            return count;
        })));
        return new Row($"bare SQLite loop: one row of {body.Length} bytes per insert, {Callers} callers", $"{counts.Sum() / duration.TotalSeconds:N0}/s", "", "–");
    }
}
