namespace Smederijen.Portal.Storage;

/// <summary>
/// A store could not do its work: a full disk, a locked or damaged file, a service out of reach. The message tells the
/// operator what to do. The last write may or may not have landed, so repeat it under the same command id.
/// </summary>
public sealed class StoreUnavailableException(string message, Exception inner) : Exception(message, inner);
