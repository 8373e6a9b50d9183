namespace Smederijen.Banking;

/// <summary>What came of reading a file that the bank gave.</summary>
/// <typeparam name="T">What stands in it.</typeparam>
public abstract record BankRead<T>
{
    private BankRead() { }

    public sealed record Ok(T Value) : BankRead<T>;

    /// <summary>Nothing of the file may be used: half a statement would look like a whole one.</summary>
    /// <param name="Problem">
    /// For the person who chose the file, in Dutch: what is wrong and what to do. It quotes no names, accounts or amounts.
    /// </param>
    public sealed record Refused(string Problem) : BankRead<T>;
}
