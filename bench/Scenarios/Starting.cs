using System.Diagnostics;
using Smederijen.Bench.Load;

namespace Smederijen.Bench.Scenarios;

/// <summary>From the start of the process to the first answer to a visitor.</summary>
internal static class Starting
{
    private const int Times = 7;

    /// <param name="folderOf">The data folder of each time: a new one for an empty store, the same one for a full one.</param>
    public static async Task<Row> Measure(Options options, string what, Func<int, string> folderOf, string aim)
    {
        Console.Error.WriteLine(what);
        var seconds = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            using var program = await ServerProcess.Program(options.Program, folderOf(i));
            using var connection = new Connection();
            await connection.Open(program.Port);
            await connection.Ask(Requests.Get("/"));
            seconds.Add(Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }
        seconds.Sort();
        return new Row(what, $"median {Row.Number(seconds[Times / 2], "s")}, fastest {Row.Number(seconds[0], "s")}", "", aim);
    }
}
