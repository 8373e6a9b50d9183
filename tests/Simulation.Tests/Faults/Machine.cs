using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests.Storage;
using Smederijen.Simulation.Tests.Invariants;

namespace Smederijen.Simulation.Tests.Faults;

/// <summary>What outlives a process: the media, and the clock of the machine.</summary>
internal sealed record Machine(
    InMemoryEntityStore Store, InMemoryVoteStores Votes, InMemoryAttachmentStore Attachments, Outbox Outbox, SimulatedClock Clock, LogReader Logs)
{
    /// <summary>The settings file that a process reads when it starts.</summary>
    public SettingsFile Settings { get; set; } = SettingsOfYear.Of(SettingsOfYear.First);
}
