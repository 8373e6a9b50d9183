using Microsoft.DurableTask;

namespace Smederijen.Functions.Orchestrations;

/// <summary>The one timer of a turn: it stays while the deadline does, and is cancelled when that moves.</summary>
internal sealed class Alarm(TaskOrchestrationContext context) : IDisposable
{
    private CancellationTokenSource off = new();
    private DateTime? set;
    private Task rings = Never;

    private static Task Never => new TaskCompletionSource().Task;

    /// <summary>
    /// Completes at the moment; never when there is none, and then no timer is left behind. A clock that runs behind may report a deadline that is
    /// over here, or has
    /// just rung; that must not become a loop without a pause.
    /// </summary>
    public Task At(DateTime? due)
    {
        if (due == set && !rings.IsCompleted)
            return rings;
        off.Cancel();
        off.Dispose();
        off = new CancellationTokenSource();
        set = due;
        return rings = due is not { } moment ? Never
            : context.CreateTimer(moment > context.CurrentUtcDateTime ? moment : context.CurrentUtcDateTime.AddSeconds(1), off.Token);
    }

    public void Off() => off.Cancel();

    public void Dispose() => off.Dispose();
}
