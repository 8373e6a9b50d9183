namespace Smederijen.Portal.Work;

/// <summary>What a command came to, as pages and the API tell it.</summary>
/// <typeparam name="TRefusal">The reasons that this kind of item refuses for.</typeparam>
public abstract record Outcome<TRefusal> where TRefusal : struct, Enum
{
    private Outcome() { }

    /// <summary>Committed, now or at an earlier press of the same button.</summary>
    public sealed record Done(string Result) : Outcome<TRefusal>;

    /// <summary>It was so already; nothing changed.</summary>
    public sealed record AlreadySo : Outcome<TRefusal>;

    public sealed record Refused(TRefusal Reason) : Outcome<TRefusal>;

    /// <summary>What the command is about does not exist (any more).</summary>
    public sealed record Unknown : Outcome<TRefusal>;
}
