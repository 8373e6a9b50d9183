namespace Smederijen.LocalHost;

/// <summary>Keeps example ideas and real ones apart: a data folder is either a demo or it is not, for ever.</summary>
internal static class DataFolder
{
    private const string Row = "soort-map";
    private const string Demo = "demo";
    private const string Real = "echt";

    /// <exception cref="CannotStartException">The folder is of the other kind.</exception>
    public static async Task Claim(IEntityStore store, bool demo, CancellationToken cancellation)
    {
        var kind = demo ? Demo : Real;
        if (await store.Get(Partitions.Installation, Row, cancellation) is not { } row)
            await store.Commit(Partitions.Installation, [new Write.Insert(Row, kind)], cancellation);
        else if (row.Data != kind)
            throw new CannotStartException(demo
                ? "This data folder holds real ideas, and --demo would mix example ideas with them. Choose another folder with --data."
                : "This data folder holds a demo. Start it with --demo, or choose another folder with --data.");
    }
}
