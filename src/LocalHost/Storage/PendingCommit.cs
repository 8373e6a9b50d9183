namespace Smederijen.LocalHost.Storage;

/// <summary>A commit on its way to the writer, and the promise of its result.</summary>
internal sealed class PendingCommit(string partition, IReadOnlyList<Write> writes)
{
    /// <summary>Callers go on elsewhere: the writer's thread never runs their code.</summary>
    private readonly TaskCompletionSource<CommitResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private CommitResult _outcome = CommitResult.Committed.Instance;

    public string Partition => partition;

    public IReadOnlyList<Write> Writes => writes;

    public Task<CommitResult> Result => _done.Task;

    /// <summary>Notes the outcome; the caller hears of it only when the group as a whole is durable.</summary>
    public void Decide(CommitResult outcome) => _outcome = outcome;

    public void Tell() => _done.SetResult(_outcome);

    public void Fail(Exception failure) => _done.SetException(failure);
}
