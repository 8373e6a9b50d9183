using Microsoft.Extensions.DependencyInjection;
using Smederijen.Portal.Board;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Board;

/// <summary>A world that keeps the shared board.</summary>
internal static class SharedWorld
{
    public static async Task<World> Begin()
    {
        var world = await World.Begin(services => services.Configure<PortalOptions>(options => options.KeepsBoard = true));
        await world.Get<BoardMaking>().MakeDaily();
        return world;
    }

    public static Task<BoardSnapshot> Snapshot(this World world) => BoardSnapshot.Read(world.Store, CancellationToken.None);

    /// <summary>The rows of the board but for the moments of its making.</summary>
    public static async Task<IReadOnlyList<string>> BoardRows(this World world) =>
        [.. (await world.Store.Query(Partitions.Board, BoardKeys.All)).Rows.Where(row => row.Row is not (BoardKeys.Made or BoardMarks.Late))
            .Select(row => $"{row.Row} {row.Data}")];

    /// <summary>The same rows as they would be made from the partitions now.</summary>
    public static async Task<IReadOnlyList<string>> MadeAnew(this World world)
    {
        var other = await SharedWorld.Begin();
        await using var ended = other;
        foreach (var partition in world.Get<Portal.Settings.SettingsBook>().WorkPartitions)
        {
            await foreach (var row in world.Store.All(partition, new RowRange("!", "~")))
                await other.Lay(partition, [new Write.Put(row.Row, row.Data)]);
        }
        other.Clock.MoveTo(other.Clock.GetUtcNow().AddDays(1));
        await other.Get<BoardMaking>().MakeDaily();
        return await other.BoardRows();
    }
}
