namespace Smederijen.Portal.Payments;

internal static class BankBeginning
{
    /// <summary>Keeps a file that was read whole, with the lines that concern us beside it. One that is there stays as it is.</summary>
    /// <param name="parts">The rows of its lines.</param>
    /// <param name="also">More rows of the same commit, as they are by then: the name of who read it in may come from elsewhere meanwhile.</param>
    public static Task<Outcome<BankRefusal>> Receive(
        this BankFileItems files, BankFileKey key, CommandId command, Func<DateTimeOffset, BankFileEvent.Received> happening,
        IReadOnlyList<Write> parts, Func<CancellationToken, Task<IReadOnlyList<Write>>> also) => files.BeginOnce(
            key, command, "", at =>
            {
                var e = happening(at);
                return new(new Judgement<BankFile, BankFileEvent, BankFileEffect, BankRefusal, Nothing>(
                    e, default, BankFileDecider.Start(key.Id, e)));
            }, async token => [.. parts, .. await also(token)], CancellationToken.None);
}
