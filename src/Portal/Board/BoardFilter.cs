using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Board;

/// <summary>What the board shows, as its address says it; what an address says that cannot be is left out.</summary>
/// <param name="From">Where in the order of the board to begin; empty for the start.</param>
public sealed record BoardFilter(string? Smederij, IdeaPhase? Phase, Party? WaitsFor, bool OnlyOverdue, string From = "")
{
    public static IReadOnlyList<IdeaPhase> Phases { get; } = [.. Enum.GetValues<IdeaPhase>().Where(phase => phase < IdeaPhase.Completed)];

    public static IReadOnlyList<Party> Parties { get; } =
        [.. Enum.GetValues<Party>().Where(party => party is not Party.Nobody and not Party.Stuurgroep)];

    public static BoardFilter Read(IQueryCollection query) => new(
        query["smederij"].ToString() is { Length: > 0 } smederij ? smederij : null,
        Phases.Cast<IdeaPhase?>().FirstOrDefault(phase => IdeaKeys.NameOf(phase!.Value) == query["fase"]),
        Parties.Cast<Party?>().FirstOrDefault(party => IdeaKeys.NameOf(party!.Value) == query["wacht"]),
        query["te-laat"] == "ja",
        IsPlace(query["vanaf"].ToString()) ? query["vanaf"].ToString() : "");

    /// <summary>The address of the board with this filter.</summary>
    public string Address => QueryString.Create(
    [
        .. Part("smederij", Smederij), .. Part("fase", Phase is { } phase ? IdeaKeys.NameOf(phase) : null),
        .. Part("wacht", WaitsFor is { } party ? IdeaKeys.NameOf(party) : null), .. Part("te-laat", OnlyOverdue ? "ja" : null), .. Part("vanaf", From),
    ]) is { HasValue: true } query ? $"/medewerkers{query}" : "/medewerkers";

    /// <summary>What gathers support waits for the neighbourhood, and for staff as well while a list of signatures has to be counted.</summary>
    public bool Lets(RunningIdea idea) => (Phase is null || idea.Phase == Phase)
        && (WaitsFor is null || idea.WaitsFor == WaitsFor || (WaitsFor == Party.Staff && idea.ToCount > 0));

    private static IEnumerable<KeyValuePair<string, string?>> Part(string name, string? value) =>
        string.IsNullOrEmpty(value) ? [] : [new(name, value)];

    private static bool IsPlace(string text) =>
        text.Split('|') is [var time, var id] && time.Length == Keys.InstantLength && time.All(char.IsAsciiDigit) && ItemId.IsValid(id);
}

/// <summary>A page of the board. <paramref name="Next"/> is the place where the following one begins, or null at the end.</summary>
public sealed record BoardPart(IReadOnlyList<BoardLine> Lines, string? Next, DateTimeOffset Now);

public sealed record BoardLine(string Smederij, RunningIdea Idea);

/// <param name="LateEffects">Mails and other work that should have been done by now.</param>
/// <param name="Failed">What was given up, and waits for staff.</param>
/// <param name="MoreOverdue">There are more overdue ideas than were counted.</param>
public sealed record BoardCounts(int Overdue, int LateEffects, int Failed, bool MoreOverdue)
{
    /// <summary>Work is done within seconds; after this time staff may want to know.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(5);

    /// <summary>The ideas with a list of signatures that waits for a second count, those that wait longest first.</summary>
    public IReadOnlyList<BoardLine> ToCount { get; init; } = [];

    public static BoardCounts operator +(BoardCounts left, BoardCounts right) => new(
        left.Overdue + right.Overdue, left.LateEffects + right.LateEffects, left.Failed + right.Failed, left.MoreOverdue || right.MoreOverdue)
    {
        ToCount = LongestFirst([.. left.ToCount, .. right.ToCount]),
    };

    /// <summary>Of these ideas those with a list that waits.</summary>
    public static IReadOnlyList<BoardLine> LongestFirst(IEnumerable<BoardLine> ideas) =>
    [
        .. ideas.Where(line => line.Idea.ToCount > 0)
            .OrderBy(line => line.Idea.ToCountSince ?? DateTimeOffset.MinValue).ThenBy(line => line.Idea.Id, StringComparer.Ordinal),
    ];
}
