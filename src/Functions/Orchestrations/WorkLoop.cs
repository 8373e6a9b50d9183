using Microsoft.DurableTask;

namespace Smederijen.Functions.Orchestrations;

/// <summary>
/// What all orchestrations do, and all that they do: perform what is due, wait for a wake-up or the next deadline, begin
/// anew. Every turn begins by looking in the table, so a wake-up that is lost, late or doubled changes nothing but the hour.
/// The order of calls below is frozen for <see cref="Version"/>: docs/decisions/0008-orchestrations.md says how to change it.
/// </summary>
internal static class WorkLoop
{
    /// <summary>Stamped on every instance; a turn that began under another version keeps to the order of that version.</summary>
    public const string Version = "1";

    /// <summary>The event that says: look again.</summary>
    public const string WakeUp = "wake";

    /// <summary>
    /// For a store that fails, about an hour in all; after that it is tried every <see cref="Pause"/>. An effect that fails
    /// has its tries in the table.
    /// </summary>
    private static readonly TaskOptions Patience = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 8, firstRetryInterval: TimeSpan.FromSeconds(10), backoffCoefficient: 2.5, maxRetryInterval: TimeSpan.FromMinutes(15)));

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>One turn. It ends the instance when nothing is pending, no deadline is set and nobody called; a later wake-up starts it again.</summary>
    public static async Task Turn(TaskOrchestrationContext context)
    {
        var key = context.GetInput<string>();
        var next = await Perform(context, key);
        context.SetCustomStatus(next);
        using var over = new CancellationTokenSource();
        var wakeUp = context.WaitForExternalEvent<string>(WakeUp, over.Token);
        if (next.Due is { } due)
            await Task.WhenAny(wakeUp, Deadline(context, due, over.Token));
        else if (!wakeUp.IsCompleted)
            return;
        // Wake-ups that came together are answered together by the look at the begin of the next turn.
        while (wakeUp.IsCompleted)
            wakeUp = context.WaitForExternalEvent<string>(WakeUp, over.Token);
        over.Cancel();
        context.ContinueAsNew(new ContinueAsNewOptions { NewInput = key, NewVersion = Version, PreserveUnprocessedEvents = true });
    }

    /// <summary>A clock that runs behind may report a deadline that is over here; that must not become a loop without a pause.</summary>
    private static Task Deadline(TaskOrchestrationContext context, DateTime due, CancellationToken over) =>
        context.CreateTimer(due > context.CurrentUtcDateTime ? due : context.CurrentUtcDateTime.AddSeconds(1), over);

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
