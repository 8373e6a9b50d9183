using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests.Storage;
using Smederijen.Simulation.Tests.Invariants;

namespace Smederijen.Simulation.Tests.Faults;

/// <summary>What outlives a process: the media, and the clock of the machine.</summary>
internal sealed record Machine(
    InMemoryEntityStore Store, InMemoryVoteStores Votes, InMemoryAttachmentStore Attachments, Outbox Outbox, SimulatedClock Clock, LogReader Logs)
{
    /// <summary>The example with which the first process fills the store; all that comes later the municipality does itself.</summary>
    public SettingsFile Settings { get; init; } = SettingsOfYear.Of(SettingsOfYear.First);
}
