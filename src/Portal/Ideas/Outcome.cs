using Smederijen.Domain.Ideas;

namespace Smederijen.Portal.Ideas;

/// <summary>What a command came to, as pages and the API tell it.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>Committed, now or at an earlier press of the same button.</summary>
    public sealed record Done(string Result) : Outcome;

    /// <summary>It was so already; nothing changed.</summary>
    public sealed record AlreadySo : Outcome;

    public sealed record Refused(Refusal Reason) : Outcome;

    /// <summary>There is no such idea (any more).</summary>
    public sealed record Unknown : Outcome;
}
