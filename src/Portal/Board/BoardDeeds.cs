using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Board;

/// <summary>What is done for the shared board.</summary>
public static class BoardDeeds
{
    public static IReadOnlyList<Deed> All { get; } =
    [
        Deed.Of<SharedBoard, BoardEffect.Show>((x, key, show, cancellation) => RoundKey.TryRead(key) is { } round
            ? x.ShowRound(round, cancellation)
            : x.ShowIdea(IdeaKey.Of(key), show.Period, cancellation)),
    ];
}
