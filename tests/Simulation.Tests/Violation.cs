namespace Smederijen.Simulation.Tests;

/// <summary>Something that must never happen did happen.</summary>
internal sealed class Violation(string message) : Exception(message);
