using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Meetings;

namespace Smederijen.Portal.Board;

/// <summary>Where the shared board lies: one partition of its own, with a row for everything that pages over all Smederijen show.</summary>
public static class BoardKeys
{
    /// <summary>The day on which the board was last made from the partitions; it is not there while it was never made.</summary>
    public const string Made = "gemaakt";

    private const string IdeaPrefix = "loopt|";
    private const string RoundPrefix = "ronde|";
    private const string MeetingPrefix = "overleg|";

    public static RowRange Rounds { get; } = RowRange.Prefix(RoundPrefix);

    /// <summary>Every row: all keys begin with a small letter.</summary>
    public static RowRange All { get; } = new("a", "~");

    public static string Idea(IdeaKey key) => $"{IdeaPrefix}{key.Smederij}|{key.Id}";

    /// <summary>Decisions of a meeting, as long as they wait for a second person.</summary>
    public static string Meeting(MeetingKey key) => $"{MeetingPrefix}{key.Smederij}|{key.Id}";

    public static string Round(RoundKey key) => $"{RoundPrefix}{key.Smederij}|{key.Period}";

    /// <summary>Null when it is the row of something else.</summary>
    public static IdeaKey? IdeaOf(string row) => row.Split('|') is ["loopt", var smederij, var id] ? new IdeaKey(smederij, id) : null;

    /// <summary>Null when it is the row of something else.</summary>
    public static MeetingKey? MeetingOf(string row) => row.Split('|') is ["overleg", var smederij, var id] ? new MeetingKey(smederij, id) : null;

    /// <summary>Null when it is the row of something else.</summary>
    public static RoundKey? RoundOf(string row) => row.Split('|') is ["ronde", var smederij, var period] ? new RoundKey(smederij, period) : null;
}
