namespace Smederijen.Simulation.Tests.Faults;

/// <summary>The process is gone, at once: nothing that it still tries has any effect.</summary>
internal sealed class Crash() : Exception("The simulated process is gone.");
