using System.Globalization;
using Smederijen.Portal.Storage;

namespace Smederijen.Bench;

/// <summary>What is said on the command line.</summary>
/// <param name="Ideas">How many ideas the full store holds.</param>
/// <param name="Seconds">How long each run takes.</param>
/// <param name="Runs">How often each figure is taken, in turn with its yardstick; the middle one counts.</param>
/// <param name="Only">What to measure, of <see cref="Parts"/>.</param>
/// <param name="Program">The <c>Smederijen.LocalHost.dll</c> to measure: the one beside the bench, or the one that <c>./start</c> runs.</param>
/// <param name="Data">Where the data folders are made; what they hold is removed afterwards.</param>
internal sealed record Options(int Ideas, int Seconds, int Runs, IReadOnlyList<string> Only, string Program, string Data)
{
    public static readonly IReadOnlyList<string> Parts = ["step", "start", "ideas", "support", "pages", "ballots"];

    public static string Usage => $"Usage: dotnet run -c Release --project bench -- [--ideas 1000000] [--seconds 4] [--runs 3] [--only {string.Join(',', Parts)}] [--program DLL] [--data DIR]";

    public TimeSpan Duration => TimeSpan.FromSeconds(Seconds);

    public bool Includes(string part) => Only.Contains(part);

    /// <summary>Null when the arguments make no sense.</summary>
    public static Options? Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options(1_000_000, 4, 3, Parts, Path.Combine(AppContext.BaseDirectory, "Smederijen.LocalHost.dll"), Path.GetTempPath());
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (i + 1 == arguments.Count)
                return null;
            var value = arguments[i + 1];
            var number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : -1;
            Options? next = (arguments[i], number) switch
            {
                ("--ideas", >= 0) => options with { Ideas = number },
                ("--seconds", > 0) => options with { Seconds = number },
                ("--runs", > 0) => options with { Runs = number },
                ("--only", _) when value.Split(',') is var parts && parts.All(Parts.Contains) => options with { Only = parts },
                ("--program", _) when File.Exists(value) => options with { Program = Path.GetFullPath(value) },
                ("--data", _) => options with { Data = Path.GetFullPath(value) },
                _ => null,
            };
            if (next is null)
                return null;
            options = next;
        }
        return options;
    }
}
