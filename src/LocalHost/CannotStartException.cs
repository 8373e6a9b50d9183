namespace Smederijen.LocalHost;

/// <summary>The program cannot start as it was asked to; the message tells the operator why, and what to do.</summary>
public sealed class CannotStartException(string message, Exception? inner = null) : Exception(message, inner);
