using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Ideas;

/// <summary>
/// Recomputes the chain of hashes in the log of an idea: a line that was changed, added, moved or left out behind the
/// portal's back breaks it. It cannot see a forger who recomputes the whole chain; for that, keep a copy of the heads elsewhere.
/// </summary>
public sealed class LogVerifier(IEntityStore store, SettingsBook settings)
{
    /// <summary>The number of the first line that does not follow from the one before, or null when the log is whole.</summary>
    public static int? FirstBroken(StoredIdea idea, IReadOnlyList<LogLine> log)
    {
        var head = "";
        for (var i = 0; i < log.Count; i++)
        {
            if (!log[i].Follows(head))
                return i + 1;
            head = log[i].Hash;
        }
        return log.Count == idea.Idea.Revision && head == idea.LogHead ? null : log.Count + 1;
    }

    /// <summary>Verifies every idea of every Smederij. It reads the whole store, so it is a command and not a page.</summary>
    public async Task<LogReport> Verify(CancellationToken cancellation = default)
    {
        var (ideas, lines) = (0, 0);
        var broken = new List<BrokenLog>();
        foreach (var smederij in settings.All)
        {
            await foreach (var (idea, log) in Logs(smederij.Id, cancellation))
            {
                (ideas, lines) = (ideas + 1, lines + log.Count);
                if (FirstBroken(idea, log) is { } line)
                    broken.Add(new BrokenLog(new IdeaKey(smederij.Id, idea.Idea.Id), line));
            }
        }
        return new LogReport(ideas, lines, broken);
    }

    /// <summary>The rows of an idea lie together, and the idea itself comes first.</summary>
    private async IAsyncEnumerable<(StoredIdea Idea, IReadOnlyList<LogLine> Log)> Logs(
        string smederij, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        StoredIdea? idea = null;
        List<LogLine> log = [];
        await foreach (var row in store.All(smederij, Keys.AllIdeas, cancellation))
        {
            switch (row.Row.Split('|'))
            {
                case [_, _]:
                    if (idea is not null)
                        yield return (idea, log);
                    (idea, log) = (row.Read(PortalJson.Default.StoredIdea), []);
                    break;
                case [_, _, "log", _]:
                    log.Add(row.Read(PortalJson.Default.LogLine));
                    break;
            }
        }
        if (idea is not null)
            yield return (idea, log);
    }
}

/// <summary>What a verification of everything found.</summary>
public sealed record LogReport(int Ideas, int Lines, IReadOnlyList<BrokenLog> Broken);

/// <param name="Line">The first line that does not follow, counted from one; one past the last when the end is missing.</param>
public sealed record BrokenLog(IdeaKey Idea, int Line);
