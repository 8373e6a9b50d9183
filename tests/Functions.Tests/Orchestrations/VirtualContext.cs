using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Smederijen.Functions.Tests.Orchestrations;

/// <summary>
/// One execution of an orchestrator: its code runs from the beginning over the history so far, as after a crash. Events go to
/// the youngest waiter, also when that was cancelled, as in the engine.
/// </summary>
internal sealed class VirtualContext(VirtualInstance instance) : TaskOrchestrationContext
{
    private readonly List<Call> _calls = [];
    private readonly List<TaskCompletionSource<string?>> _answers = [];
    private readonly Stack<TaskCompletionSource<string?>> _waiters = [];
    private readonly Queue<Raised> _buffer = [];
    private DateTime _now = instance.Begun;

    public ContinueAsNewOptions? Anew { get; private set; }

    public object? Status { get; private set; }

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.Id;

    public override string Version => instance.Version;

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => false;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    /// <summary>Runs the code over the history; what it calls beyond what it called before is new.</summary>
    /// <returns>Whether the code came to its end, and the events that it did not take.</returns>
    public async Task<(bool Ended, IReadOnlyList<Raised> Untaken)> Run(Func<TaskOrchestrationContext, Task> code)
    {
        var run = code(this);
        var history = instance.History.ToList();
        while (!run.IsCompleted && history is [var next, ..])
        {
            history.RemoveAt(0);
            _now = next.At;
            Take(next);
        }
        if (!run.IsCompleted && _calls.Count < instance.Calls.Count)
            throw Differs(_calls.Count, "no call");
        if (run.IsCompleted)
            await run;
        instance.Calls = _calls;
        return (run.IsCompleted, [.. _buffer, .. history.OfType<Raised>()]);
    }

    public override T GetInput<T>() => (T)(object)instance.Input;

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        var answer = await Await(new ActivityCall(name.Name, (string)input!) { Retry = options?.Retry?.Policy });
        return JsonSerializer.Deserialize<TResult>(answer.ShouldNotBeNull())!;
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var call = new TimerCall(fireAt);
        var fired = Await(call);
        var answer = _answers[^1];
        cancellationToken.Register(() => call.Cancelled = answer.TrySetCanceled(cancellationToken));
        return fired;
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        var waiter = new TaskCompletionSource<string?>();
        if (_buffer.TryDequeue(out var earlier))
            waiter.SetResult(earlier.Payload);
        else
            _waiters.Push(waiter);
        cancellationToken.Register(() => waiter.TrySetCanceled(cancellationToken));
        return (T)(object)(await waiter.Task)!;
    }

    public override void SetCustomStatus(object? customStatus) => Status = customStatus;

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options) => Anew = options;

    public override void SendEvent(string instanceId, string eventName, object payload) => throw new NotSupportedException();

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        throw new NotSupportedException();

    public override Guid NewGuid() => throw new NotSupportedException();

    private Task<string?> Await(Call call)
    {
        var number = _calls.Count;
        if (number < instance.Calls.Count && instance.Calls[number] != call)
            throw Differs(number, $"{call}");
        _calls.Add(call);
        _answers.Add(new TaskCompletionSource<string?>());
        return _answers[number].Task;
    }

    private void Take(Happened happened)
    {
        switch (happened)
        {
            case Answered answered:
                _answers[answered.Call].TrySetResult(answered.Result);
                break;
            case Failed failed:
                _answers[failed.Call].TrySetException(
                    new TaskFailedException(_calls[failed.Call].ToString()!, failed.Call,
                        new TaskFailureDetails("Exception", failed.Problem, null, null, null)));
                break;
            case Raised raised when _waiters.TryPop(out var waiter):
                waiter.TrySetResult(raised.Payload);
                break;
            case Raised raised:
                _buffer.Enqueue(raised);
                break;
        }
    }

    private InvalidOperationException Differs(int number, string now) =>
        new($"Not deterministic: call {number} of {instance.Id} was '{instance.Calls[number]}' and is '{now}' in the replay.");
}
