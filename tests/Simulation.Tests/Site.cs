using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Work;
using Smederijen.Simulation.Tests.Faults;
using Process = Smederijen.Simulation.Tests.Faults.Process;

namespace Smederijen.Simulation.Tests;

/// <summary>The portal as people meet it: two instances on one store, each of which may be gone at any moment and comes back.</summary>
internal sealed class Site(Simulation simulation)
{
    private readonly Process[] _instances = new Process[2];

    private Accidents Accidents => simulation.Accidents;

    public async Task Start()
    {
        for (var i = 0; i < _instances.Length; i++)
            await Restart(i);
    }

    /// <summary>Does all that can be done now, while nothing goes wrong: what is left in the store waits for somebody or for a later
    /// moment.</summary>
    public async Task Settle()
    {
        for (var i = 0; i < 2; i++)
        {
            await Sweep();
            await CarryOn();
        }
    }

    /// <summary>Lets somebody do something at one of the instances.</summary>
    /// <returns>What was answered; null when the connection broke, or the portal said that it could not.</returns>
    public async Task<Answer?> Visit(Func<Process, Task<Answer>> visit)
    {
        var chosen = simulation.Random.Next(_instances.Length);
        if (Accidents.RivalComes())
            Accidents.Rival = () => Visit(1 - chosen, visit);
        var answer = await Visit(chosen, visit);
        Accidents.Rival = null;
        return answer;
    }

    /// <summary>Carries on what was committed, as the drivers do; some of it waits until later.</summary>
    public async Task CarryOn()
    {
        for (var i = 0; i < _instances.Length; i++)
        {
            while (!Accidents.WorkWaits() && _instances[i].Woken.TryDequeue(out var key))
                await Work(i, key);
        }
    }

    /// <summary>Wakes everything that the store says has work, as every host does now and then and when it starts.</summary>
    public async Task Sweep()
    {
        foreach (var partition in simulation.Partitions)
        {
            var now = simulation.Machine.Clock.GetUtcNow();
            var waiting = await simulation.Machine.Store.All(partition, Keys.AllEffects).Select(row => row.Row.Split('|')[1]).ToListAsync();
            // Keys of lines of the bank are hashes with the ids of ideas in them, and those are chance.
            foreach (var item in waiting.OrderBy(simulation.Watch.Payments.Appeared))
                Wake(new WorkKey(partition, item));
            await foreach (var row in simulation.Machine.Store.All(partition, Keys.DueUntil(now)))
                Wake(new WorkKey(partition, Keys.ReadDue(row.Row).Item));
        }
    }

    private void Wake(WorkKey key) => _instances[0].Woken.Enqueue(key);

    private async Task<Answer?> Visit(int instance, Func<Process, Task<Answer>> visit)
    {
        simulation.Tally.Requests++;
        var failures = simulation.Tally.StoreFailures;
        var answer = default(Answer);
        try
        {
            answer = await visit(_instances[instance]);
        }
        catch (Exception e) when (e is Crash or StoreUnavailableException)
        {
        }
        if (await RestartIfGone(instance))
            return null;
        if (answer is not null)
            simulation.Privacy.Check($"{answer.Path} {answer.Location}", () => "an address");
        if (answer?.Status < 500)
            return answer;
        if (simulation.Tally.StoreFailures == failures)
            throw simulation.Watch.Found ?? new Violation($"{answer?.Path} answers {answer?.Status}, and nothing was wrong.");
        return null;
    }

    private async Task Work(int instance, WorkKey key)
    {
        if (Accidents.RivalComes())
            Accidents.Rival = () => Perform(1 - instance, key);
        await Perform(instance, key);
        Accidents.Rival = null;
    }

    private async Task Perform(int instance, WorkKey key)
    {
        try
        {
            await _instances[instance].Get<WorkList>().PerformDue(key);
        }
        catch (Exception e) when (e is Crash or StoreUnavailableException)
        {
        }
        await RestartIfGone(instance);
    }

    private async Task<bool> RestartIfGone(int instance)
    {
        if (!_instances[instance].Gone)
            return false;
        simulation.Trace.Add($"{simulation.Now:u} instance {instance} is gone and starts again");
        await Restart(instance);
        return true;
    }

    private async Task Restart(int instance)
    {
        if (_instances[instance] is { } gone)
            await gone.DisposeAsync();
        do
        {
            _instances[instance] = new Process(simulation.Machine, Accidents);
            try
            {
                await _instances[instance].Start();
            }
            catch (Exception e) when (e is Crash or StoreUnavailableException)
            {
                continue;
            }
        }
        while (_instances[instance].Gone);
        await Sweep();
    }
}
