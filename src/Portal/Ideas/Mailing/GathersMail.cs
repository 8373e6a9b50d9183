namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>Whether who holds a place in a wijkteam chose one mail a day about all that waits. Whoever keeps places knows.</summary>
public delegate ValueTask<bool> GathersMail(string smederij, string place, CancellationToken cancellation);
