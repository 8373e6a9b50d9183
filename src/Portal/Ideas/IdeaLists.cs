using System.Collections.Concurrent;

namespace Smederijen.Portal.Ideas;

/// <summary>Reads the ideas of a Smederij by phase from their index rows, so much at a time and no more.</summary>
public sealed class IdeaLists(IEntityStore store, UnreadableRows unreadable)
{
    private const int PerPage = 20;

    /// <summary>Ended ideas stay in the index, so none of these fits in one read again.</summary>
    private readonly ConcurrentDictionary<string, bool> outgrown = new(StringComparer.Ordinal);

    /// <summary>Phases with their ideas on the page of the Smederij, in the order in which residents look for them.</summary>
    public static IReadOnlyList<IdeaPhase> Shown { get; } =
    [
        IdeaPhase.GatheringSupport, IdeaPhase.InReview, IdeaPhase.AwaitingAnswer, IdeaPhase.Suitable, IdeaPhase.OfferedPart, IdeaPhase.Granted,
        IdeaPhase.Released, IdeaPhase.AwaitingRest, IdeaPhase.OnLongTrack, IdeaPhase.WithMunicipality, IdeaPhase.Completed,
    ];

    /// <summary>Phases that have a list of their own: ideas that came to nothing.</summary>
    public static IReadOnlyList<IdeaPhase> Apart { get; } =
    [
        IdeaPhase.NotSupported, IdeaPhase.Declined, IdeaPhase.Referred, IdeaPhase.NotGranted, IdeaPhase.Withdrawn, IdeaPhase.GivenBack,
        IdeaPhase.Expired, IdeaPhase.Stopped,
    ];

    /// <summary>The phase with this name in an address; null when residents see no list of it.</summary>
    public static IdeaPhase? PhaseOf(string name)
    {
        foreach (var phase in Shown.Concat(Apart))
        {
            if (IdeaKeys.NameOf(phase) == name)
                return phase;
        }
        return null;
    }

    /// <summary>
    /// The ideas of a phase from <paramref name="from"/> on (the first ones when null), the oldest first. What nobody
    /// confirmed is left out, so a list may be shorter than a page and still go on.
    /// </summary>
    public async Task<IdeaList> Read(string smederij, IdeaPhase phase, string? from, CancellationToken cancellation)
    {
        var range = IdeaKeys.InPhase(phase);
        var page = await store.Query(smederij, from is null ? range : range.ContinueAt(IdeaKeys.Phase(phase, from)), PerPage, cancellation);
        return await ListOf(smederij, phase, page.Rows, page.Continuation, cancellation);
    }

    /// <summary>Where the following page begins: a place that an address can name, so beyond keys that are no idea.</summary>
    private async Task<string?> Next(string smederij, RowRange range, string? continuation, CancellationToken cancellation)
    {
        while (continuation is not null && !ItemId.IsValid(IdeaKeys.IdeaOfPhase(continuation)))
            continuation = (await store.Query(smederij, range.ContinueAt(continuation), 1, cancellation)).Continuation;
        return continuation is null ? null : IdeaKeys.IdeaOfPhase(continuation);
    }

    /// <summary>The first ideas of every phase: in one read while the whole index fits in it, and phase by phase in a Smederij that outgrew
    /// that.</summary>
    public async Task<IReadOnlyList<IdeaList>> ReadAll(string smederij, CancellationToken cancellation)
    {
        IEnumerable<IdeaPhase> phases = [.. Shown, .. Apart];
        if (!outgrown.ContainsKey(smederij))
        {
            var page = await store.Query(smederij, IdeaKeys.AllPhases, cancellation: cancellation);
            if (page.Continuation is null)
                return await Task.WhenAll(phases.Select(phase => FirstOf(smederij, phase, page.Rows, cancellation)));
            outgrown[smederij] = true;
        }
        return await Task.WhenAll(phases.Select(phase => Read(smederij, phase, null, cancellation)));
    }

    private Task<IdeaList> FirstOf(string smederij, IdeaPhase phase, IReadOnlyList<Entity> all, CancellationToken cancellation)
    {
        var start = IdeaKeys.InPhase(phase).From;
        Entity[] rows = [.. all.Where(row => row.Row.StartsWith(start, StringComparison.Ordinal)).Take(PerPage + 1)];
        return ListOf(smederij, phase, rows[..Math.Min(PerPage, rows.Length)], rows.Length > PerPage ? rows[PerPage].Row : null, cancellation);
    }

    private async Task<IdeaList> ListOf(string smederij, IdeaPhase phase, IReadOnlyList<Entity> rows, string? next, CancellationToken cancellation)
    {
        var ideas = (await unreadable.Read(smederij, rows, IdeaJson.Default.IdeaSummary)).Where(idea => idea.Published).ToList();
        return new IdeaList(phase, ideas, await Next(smederij, IdeaKeys.InPhase(phase), next, cancellation));
    }
}

/// <summary>Some ideas of one phase; the following ones begin at <paramref name="Next"/>, if there are any.</summary>
public sealed record IdeaList(IdeaPhase Phase, IReadOnlyList<IdeaSummary> Ideas, string? Next)
{
    public bool IsEmpty => Ideas.Count == 0 && Next is null;

    /// <summary>The address of this list, or of the part of it that starts at an idea.</summary>
    public string PathIn(string smederij, string? from = null) =>
        $"/smederijen/{smederij}?fase={IdeaKeys.NameOf(Phase)}{(from is null ? "" : $"&vanaf={from}")}";
}
