using Smederijen.Domain.Rounds;

namespace Smederijen.Portal.Ideas;

/// <summary>An idea as it was read, with the ETag that a change of it must still find.</summary>
public sealed record LoadedIdea(StoredIdea Stored, string ETag);

/// <summary>A round as it was read.</summary>
public sealed record LoadedRound(Round Round, string ETag);
