using System.Text.Json;
using Microsoft.DurableTask;
using Smederijen.Functions.Orchestrations;
using Smederijen.Portal.Tests;

namespace Smederijen.Functions.Tests.Orchestrations;

/// <summary>
/// Durable as a collection: instances with their histories, a queue of activities, and a clock that a test moves. Every
/// message makes the orchestrator run again from the beginning of its turn.
/// </summary>
internal sealed class VirtualDurable(MovableClock clock)
{
    private readonly Dictionary<string, VirtualInstance> _instances = [];
    private readonly List<(DateTime At, VirtualInstance Instance, int Call)> _timers = [];
    private readonly List<(DateTime At, VirtualInstance Instance, int Call)> _activities = [];

    /// <summary>The activity, called at least once per turn.</summary>
    public required Func<string, Task<NextStep>> Perform { get; init; }

    /// <summary>How many activities have begun.</summary>
    public int Performed { get; private set; }

    /// <summary>The machine stops after this many activities, before the result of the last one is kept; it runs again.</summary>
    public int? CrashAfter { get; set; }

    /// <summary>How many orchestrations and timers of ended turns were left behind.</summary>
    public int TimersLeftBehind { get; private set; }

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public VirtualInstance? this[string id] => _instances.GetValueOrDefault(id);

    /// <exception cref="OrchestrationAlreadyExistsException">It runs already.</exception>
    public void Start(string name, string id, string input, string version) => Begin(_instances.TryGetValue(id, out var known) && !known.HasEnded
        ? throw new OrchestrationAlreadyExistsException(id)
        : new VirtualInstance(name, id, input, version, Now));

    /// <summary>Dropped when the instance does not run, as Durable does.</summary>
    public void Raise(string id, string payload)
    {
        if (_instances.TryGetValue(id, out var known) && !known.HasEnded)
            known.Inbox.Enqueue(new Raised(Now, payload));
    }

    /// <summary>Instances that failed: nothing reaches them any more, and their timers are gone.</summary>
    public HashSet<string> Broken { get; } = [];

    /// <summary>An instance fails for good, as one does whose history the code does not know.</summary>
    public void Break(string id)
    {
        _instances[id].HasEnded = Broken.Add(id);
        _timers.RemoveAll(timer => timer.Instance.Id == id);
        _activities.RemoveAll(activity => activity.Instance.Id == id);
    }

    public void Purge(string id)
    {
        Broken.Remove(id);
        _instances.Remove(id);
    }

    /// <summary>Puts an instance with a history of its own in, as the store of Durable gives it back after a deployment.</summary>
    public void Restore(VirtualInstance instance) => _instances[instance.Id] = instance;

    /// <summary>Lets everything run that can run now.</summary>
    public async Task Run()
    {
        while (true)
        {
            if (_instances.Values.FirstOrDefault(instance => instance.Inbox.Count > 0 && !instance.HasEnded) is { } waiting)
                await Execute(waiting);
            else if (_activities.FindIndex(activity => activity.At <= Now) is >= 0 and var first)
                await Act(first);
            else
                return;
        }
    }

    /// <summary>Moves the clock past every timer up to the instant.</summary>
    public async Task Until(DateTimeOffset instant)
    {
        await Run();
        while (_timers.Concat(_activities).Select(pending => (DateTime?)pending.At).Min() is { } next && next <= instant.UtcDateTime)
        {
            if (next > Now)
                clock.MoveTo(new DateTimeOffset(next, TimeSpan.Zero));
            FireTimers();
            await Run();
        }
        if (instant > clock.GetUtcNow())
            clock.MoveTo(instant);
    }

    /// <summary>Gives timers whose moment has come to their instances, which run only after that.</summary>
    public void FireTimers()
    {
        foreach (var timer in _timers.FindAll(timer => timer.At <= Now))
        {
            _timers.Remove(timer);
            timer.Instance.Inbox.Enqueue(new Answered(Now, timer.Call));
        }
    }

    private void Begin(VirtualInstance instance)
    {
        _instances[instance.Id] = instance;
        instance.Inbox.Enqueue(new Answered(Now, -1));
    }

    private async Task Execute(VirtualInstance instance)
    {
        var known = instance.Calls.Count;
        while (instance.Inbox.TryDequeue(out var message))
        {
            if (message is not Answered { Call: -1 })
                instance.History.Add(message);
        }
        var context = new VirtualContext(instance);
        var (ended, untaken) = await context.Run(Code(instance.Name));
        instance.Status = context.Status;
        _timers.RemoveAll(timer => timer.Instance == instance && ((TimerCall)instance.Calls[timer.Call]).Cancelled);
        if (ended)
            End(instance, context, untaken);
        else
            for (var call = known; call < instance.Calls.Count; call++)
                Pend(instance, call);
    }

    private void End(VirtualInstance instance, VirtualContext context, IReadOnlyList<Raised> untaken)
    {
        instance.HasEnded = true;
        TimersLeftBehind += _timers.RemoveAll(timer => timer.Instance == instance);
        if (context.Anew is not { } anew)
            return;
        var next =
            new VirtualInstance(instance.Name, instance.Id, (string)anew.NewInput!, anew.NewVersion ?? instance.Version,
            Now) { Status = instance.Status };
        Begin(next);
        foreach (var raised in anew.PreserveUnprocessedEvents ? untaken : [])
            next.Inbox.Enqueue(raised);
    }

    private void Pend(VirtualInstance instance, int call)
    {
        if (instance.Calls[call] is TimerCall timer)
            _timers.Add((timer.FireAt, instance, call));
        else
            _activities.Add((Now, instance, call));
    }

    private async Task Act(int first)
    {
        var (_, instance, number) = _activities[first];
        var call = (ActivityCall)instance.Calls[number];
        var again = _activities[first];
        _activities.RemoveAt(first);
        try
        {
            var result = JsonSerializer.Serialize(await Perform(call.Input));
            if (++Performed == CrashAfter)
                _activities.Add(again);
            else
                instance.Inbox.Enqueue(new Answered(Now, number, result));
        }
        catch (Exception failure)
        {
            Performed++;
            var failures = instance.Failures[number] = instance.Failures.GetValueOrDefault(number) + 1;
            if (call.WaitAfter(failures) is { } wait)
                _activities.Add((Now + wait, instance, number));
            else
                instance.Inbox.Enqueue(new Failed(Now, number, failure.Message));
        }
    }

    private static Func<TaskOrchestrationContext, Task> Code(string name) => name switch
    {
        ItemOrchestrations.Idea => ItemOrchestrations.RunIdea,
        ItemOrchestrations.Round => ItemOrchestrations.RunRound,
        ItemOrchestrations.Resolution => ItemOrchestrations.RunResolution,
        _ => throw new ArgumentException($"No orchestration '{name}'."),
    };
}

/// <summary>By the name that the engine's own exception has.</summary>
internal sealed class OrchestrationAlreadyExistsException(string id) : Exception($"'{id}' runs already.");
