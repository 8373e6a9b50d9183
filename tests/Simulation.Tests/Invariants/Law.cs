using Smederijen.Domain.Ideas;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>The transitions that the domain's approved table of states and events allows, and no others.</summary>
internal static class Law
{
    private static readonly HashSet<(IdeaPhase From, string Event, IdeaPhase To)> Allowed = Read();

    public static void Check(IdeaPhase? from, IdeaEvent e, IdeaPhase to, string idea)
    {
        // The table shows one paused state as the example of all, no reminders, which change no phase, and a Smederij where nobody looks first.
        var allowed = from is null ? (e, to) is (IdeaEvent.Submitted, IdeaPhase.AwaitingConfirmation)
            : (e is IdeaEvent.Resumed or IdeaEvent.TermPassed && from == to && to < IdeaPhase.Completed)
                || (from, e, to) is (IdeaPhase.AwaitingConfirmation, IdeaEvent.SubmissionConfirmed, IdeaPhase.AwaitingLook)
                || Allowed.Contains((from.Value, e.GetType().Name, to));
        if (!allowed)
            throw new Violation($"{idea} went from {from} to {to} by {e.GetType().Name}, which the approved table does not know.");
    }

    private static HashSet<(IdeaPhase, string, IdeaPhase)> Read()
    {
        using var reader = new StreamReader(typeof(Law).Assembly.GetManifestResourceStream("state-event-table")!);
        var allowed = new HashSet<(IdeaPhase, string, IdeaPhase)>();
        var from = default(IdeaPhase);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != ' ')
                from = Enum.Parse<IdeaPhase>(line.Split(',')[0]);
            else if (ReadArm(line, from) is { } arm)
                allowed.Add(arm);
        }
        return allowed;
    }

    /// <summary>
    /// A line reads <c>Withdrawn   -> Withdrawn; mail</c> or <c>Paused   stays; available 1 -> 2</c>; refusals are no transitions.
    /// </summary>
    private static (IdeaPhase, string, IdeaPhase)? ReadArm(string line, IdeaPhase from)
    {
        var words = line.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        var arrow = Array.IndexOf(words, "->");
        return words.Contains("stays") ? (from, words[0], from)
            : arrow > 0 ? (from, words[0], Enum.Parse<IdeaPhase>(words[arrow + 1]))
            : null;
    }
}
