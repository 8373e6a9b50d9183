using Microsoft.AspNetCore.Http;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Staff;

/// <summary>What the board shows, as its address says it; what an address says that cannot be is left out.</summary>
/// <param name="From">Where in the order of the board to begin; empty for the start.</param>
public sealed record BoardFilter(string? Smederij, IdeaPhase? Phase, Party? WaitsFor, bool OnlyOverdue, string From = "")
{
    public static IReadOnlyList<IdeaPhase> Phases { get; } = [.. Enum.GetValues<IdeaPhase>().Where(phase => phase < IdeaPhase.Completed)];

    public static IReadOnlyList<Party> Parties { get; } = [.. Enum.GetValues<Party>().Where(party => party is not Party.Nobody and not Party.Stuurgroep)];

    public static BoardFilter Read(IQueryCollection query) => new(
        query["smederij"].ToString() is { Length: > 0 } smederij ? smederij : null,
        Phases.Cast<IdeaPhase?>().FirstOrDefault(phase => Keys.NameOf(phase!.Value) == query["fase"]),
        Parties.Cast<Party?>().FirstOrDefault(party => Keys.NameOf(party!.Value) == query["wacht"]),
        query["te-laat"] == "ja",
        IsPlace(query["vanaf"].ToString()) ? query["vanaf"].ToString() : "");

    /// <summary>The address of the board with this filter.</summary>
    public string Address => QueryString.Create(
    [
        .. Part("smederij", Smederij), .. Part("fase", Phase is { } phase ? Keys.NameOf(phase) : null),
        .. Part("wacht", WaitsFor is { } party ? Keys.NameOf(party) : null), .. Part("te-laat", OnlyOverdue ? "ja" : null), .. Part("vanaf", From),
    ]) is { HasValue: true } query ? $"/medewerkers{query}" : "/medewerkers";

    public bool Lets(RunningIdea idea) => (Phase is null || idea.Phase == Phase) && (WaitsFor is null || idea.WaitsFor == WaitsFor);

    private static IEnumerable<KeyValuePair<string, string?>> Part(string name, string? value) =>
        string.IsNullOrEmpty(value) ? [] : [new(name, value)];

    private static bool IsPlace(string text) =>
        text.Split('|') is [var time, var id] && time.Length == Keys.InstantLength && time.All(char.IsAsciiDigit) && IdeaId.IsValid(id);
}
