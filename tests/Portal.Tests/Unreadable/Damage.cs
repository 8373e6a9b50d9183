using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Unreadable;

/// <summary>What can be wrong with a row, and how it is mended.</summary>
internal static class Damage
{
    public const string List = "/medewerkers/onleesbaar";

    /// <summary>Written by a newer release, torn off, emptied, or of another shape.</summary>
    public static IReadOnlyList<string> Texts { get; } = ["", "null", "{}", "[]", "{ \"effect\":", "{\"effect\":{\"soort\":\"van-later\"},\"since\":\"2026-03-02T09:00:00+00:00\"}", "\u00e9\u00e9n"];

    public static async Task<Entity> Break(this IEntityStore store, string partition, string row, string text = "{ kapot")
    {
        var sound = (await store.Get(partition, row)).ShouldNotBeNull($"no row {row}");
        await store.Commit(partition, [new Write.Put(row, text)]);
        return sound;
    }

    public static Task Mend(this IEntityStore store, string partition, Entity sound) =>
        store.Commit(partition, [new Write.Put(sound.Row, sound.Data)]);

    /// <summary>Every row of a partition: all keys begin with a small letter.</summary>
    public static async Task<IReadOnlyList<Entity>> Everything(this IEntityStore store, string partition) =>
        await store.All(partition, new RowRange("a", "~")).ToListAsync();

    public static async Task<IReadOnlyList<Entity>> RowsFrom(this IEntityStore store, string partition, string prefix) =>
        await store.All(partition, RowRange.Prefix(prefix)).ToListAsync();
}
