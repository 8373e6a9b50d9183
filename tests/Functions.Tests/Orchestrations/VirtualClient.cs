using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Smederijen.Functions.Orchestrations;

namespace Smederijen.Functions.Tests.Orchestrations;

/// <summary>What a function is lent to start and wake orchestrations with, and the accidents on the way.</summary>
internal sealed class VirtualClient(VirtualDurable durable) : DurableTaskClient("virtual")
{
    /// <summary>What becomes of an event on its way: once as a rule, none when it is lost, two when it is doubled.</summary>
    public int EventsArrive { get; set; } = 1;

    /// <summary>Nothing comes through at all.</summary>
    public bool IsDown { get; set; }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        ThrowIfDown();
        durable.Start(orchestratorName.Name, options!.InstanceId!, (string)input!, options.Version?.Version ?? "");
        return Task.FromResult(options.InstanceId!);
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ThrowIfDown();
        for (var i = 0; i < EventsArrive; i++)
            durable.Raise(instanceId, (string)eventPayload!);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false,
        CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false,
        CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false,
        CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        ThrowIfDown();
        var found = durable.Broken.Where(_ => filter!.Statuses!.Contains(OrchestrationRuntimeStatus.Failed))
            .Select(id => new OrchestrationMetadata(ItemOrchestrations.Idea, id) { RuntimeStatus = OrchestrationRuntimeStatus.Failed }).ToList();
        return Pageable.Create((_, _, _) => Task.FromResult(new Page<OrchestrationMetadata>(found)));
    }

    public override Task<PurgeResult> PurgeInstanceAsync(string instanceId, CancellationToken cancellation)
    {
        ThrowIfDown();
        durable.Purge(instanceId);
        return Task.FromResult(new PurgeResult(1));
    }

    private void ThrowIfDown()
    {
        if (IsDown)
            throw new HttpRequestException("Durable is out of reach.");
    }
}
