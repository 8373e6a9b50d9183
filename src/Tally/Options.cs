using Smederijen.Domain.Tally;

namespace Smederijen.Tally;

/// <summary>The command line as typed. Rule and completion are absent when the file's own rule is to be used.</summary>
internal sealed record Options(string File, RuleName? Rule, Completion? Completion, NoRoom? NoRoom, TieOrder Ties, bool Json)
{
    /// <summary>Reads the arguments, or tells in Dutch what is wrong with them.</summary>
    public static (Options? Options, string Problem) Read(IReadOnlyList<string> args)
    {
        var options = new Options("", null, null, null, TieOrder.ById, false);
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = Split(args, i);
            switch (name)
            {
                case "--rule" when s_rules.TryGetValue(value ?? "", out var rule):
                    options = options with { Rule = rule };
                    break;
                case "--completion" when s_completions.TryGetValue(value ?? "", out var completion):
                    options = options with { Completion = completion };
                    break;
                case "--ties" when value is { Length: > 0 }:
                    options = options with { Ties = TieOrder.PublicDraw(value) };
                    break;
                case "--rule":
                    return (null, "Kies achter --rule: greedy of equal-shares.");
                case "--completion":
                    return (null, "Kies achter --completion: none, add1 of add1-greedy.");
                case "--ties":
                    return (null, "Zet achter --ties de tekst waarmee geloot wordt.");
                case "--no-skip" when value is null:
                    options = options with { NoRoom = Domain.Tally.NoRoom.Stop };
                    break;
                case "--json" when value is null:
                    options = options with { Json = true };
                    break;
                case var other when other.StartsWith("--", StringComparison.Ordinal):
                    return (null, $"'{args[i]}' ken ik niet.");
                default:
                    if (options.File.Length > 0)
                        return (null, $"Geef een bestand per keer op, niet '{options.File}' en '{args[i]}'.");
                    options = options with { File = args[i] };
                    break;
            }
            if (TakesValue(name) && args[i] == name)
                i++;
        }
        return options.Check();
    }

    private static readonly Dictionary<string, RuleName> s_rules = new(StringComparer.OrdinalIgnoreCase)
    {
        ["greedy"] = RuleName.Greedy,
        ["equal-shares"] = RuleName.EqualShares,
    };

    private static readonly Dictionary<string, Completion> s_completions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["none"] = Domain.Tally.Completion.None,
        ["add1"] = Domain.Tally.Completion.Add1,
        ["add1-greedy"] = Domain.Tally.Completion.Add1ThenGreedy,
    };

    private static bool TakesValue(string name) => name is "--rule" or "--completion" or "--ties";

    /// <summary>Both "--rule greedy" and "--rule=greedy" are understood.</summary>
    private static (string Name, string? Value) Split(IReadOnlyList<string> args, int i)
    {
        var equals = args[i].IndexOf('=');
        if (args[i].StartsWith("--", StringComparison.Ordinal) && equals > 0)
            return (args[i][..equals], args[i][(equals + 1)..]);
        return (args[i], TakesValue(args[i]) && i + 1 < args.Count ? args[i + 1] : null);
    }

    private (Options? Options, string Problem) Check() =>
        File.Length == 0 ? (null, "Noem het bestand dat u wilt tellen.")
        : Rule == RuleName.Greedy && Completion is not null ? (null, "--completion hoort bij --rule equal-shares.")
        : Rule == RuleName.EqualShares && NoRoom is not null ? (null, "--no-skip hoort bij --rule greedy.")
        : (this, "");
}

internal enum RuleName
{
    Greedy,
    EqualShares,
}
