using Microsoft.DurableTask;

namespace Smederijen.Functions.Orchestrations;

/// <summary>
/// What all orchestrations do, and all that they do: perform what is due, wait for a wake-up or the next deadline, look again.
/// Every look begins in the table, so a wake-up that is lost, late or doubled changes nothing but the hour. What comes in a burst
/// shares one history, which Durable charges less for; a long wait ends it, and the loop begins anew.
/// The order of calls below is frozen for <see cref="Version"/>: docs/decisions/0008-orchestrations.md says how to change it.
/// </summary>
internal static class WorkLoop
{
    /// <summary>Stamped on every instance; a turn that began under another version keeps to the order of that version.</summary>
    public const string Version = "2";

    /// <summary>The event that says: look again.</summary>
    public const string WakeUp = "wake";

    /// <summary>
    /// For a store that fails, about an hour in all; after that it is tried every <see cref="Pause"/>. An effect that fails
    /// has its tries in the table.
    /// </summary>
    private static readonly TaskOptions Patience = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 8, firstRetryInterval: TimeSpan.FromSeconds(10), backoffCoefficient: 2.5, maxRetryInterval: TimeSpan.FromMinutes(15)));

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>A history stays small enough to be read again at every message.</summary>
    private const int MostLooks = 20;

    /// <summary>After so long a wait a new history begins, under the version of the code that runs then.</summary>
    private static readonly TimeSpan Burst = TimeSpan.FromMinutes(10);

    /// <summary>One turn. It ends the instance when nothing is pending, no deadline is set and nobody called; a later wake-up starts it
    /// again.</summary>
    public static async Task Turn(TaskOrchestrationContext context)
    {
        var key = context.GetInput<string>();
        using var over = new CancellationTokenSource();
        var wakeUp = context.WaitForExternalEvent<string>(WakeUp, over.Token);
        using var alarm = new Alarm(context);
        var looks = 0;
        var before = context.CurrentUtcDateTime;
        while (looks++ < MostLooks && context.CurrentUtcDateTime - before < Burst)
        {
            before = context.CurrentUtcDateTime;
            var next = await Perform(context, key);
            context.SetCustomStatus(next);
            var rings = alarm.At(next.Due);
            if (next.Due is null && !wakeUp.IsCompleted)
                return;
            await Task.WhenAny(wakeUp, rings);
            // Wake-ups that came together are answered together by the look that follows.
            while (wakeUp.IsCompleted)
                wakeUp = context.WaitForExternalEvent<string>(WakeUp, over.Token);
        }
        over.Cancel();
        alarm.Off();
        context.ContinueAsNew(new ContinueAsNewOptions { NewInput = key, NewVersion = Version, PreserveUnprocessedEvents = true });
    }

    private static async Task<NextStep> Perform(TaskOrchestrationContext context, string? key)
    {
        try
        {
            return await context.CallActivityAsync<NextStep>(nameof(PerformDue), key, Patience);
        }
        catch (TaskFailedException)
        {
            return new NextStep(context.CurrentUtcDateTime + Pause, "Hapert", "Techniek");
        }
    }
}
