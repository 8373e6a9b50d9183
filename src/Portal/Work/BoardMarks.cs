namespace Smederijen.Portal.Work;

/// <summary>What pages over all Smederijen show of the work itself, in the partition of the shared board. Off, it writes nothing.</summary>
public sealed class BoardMarks(IEntityStore store, IOptions<PortalOptions> options)
{
    /// <summary>The row with how much was late at the last sweep.</summary>
    public const string Late = "laat";

    private const string FailedStart = "mislukt|";

    public static string Failed(WorkKey key, int number) => $"{FailedStart}{key.Smederij}|{key.Item}|{number:D6}";

    public static bool IsFailed(string row) => row.StartsWith(FailedStart, StringComparison.Ordinal);

    /// <summary>Something was given up, and waits for staff.</summary>
    public Task ShowFailed(WorkKey key, int number, CancellationToken cancellation) => Commit(new Write.Put(Failed(key, number), ""), cancellation);

    /// <summary>Staff dealt with it.</summary>
    public Task TakeOffFailed(WorkKey key, int number) => Commit(new Write.Delete(Failed(key, number)), CancellationToken.None);

    /// <summary>How many mails and other effects should have been performed by now.</summary>
    public Task ShowLate(int effects, CancellationToken cancellation) =>
        Commit(new Write.Put(Late, effects.ToString(CultureInfo.InvariantCulture)), cancellation);

    private Task Commit(Write write, CancellationToken cancellation) =>
        options.Value.KeepsBoard ? store.Commit(Partitions.Board, [write], cancellation) : Task.CompletedTask;
}
