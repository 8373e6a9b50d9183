using Microsoft.Extensions.Logging;

namespace Smederijen.Portal.Reading;

/// <summary>
/// Tells a supervisor how it goes: <c>/gezond</c> when the process answers, <c>/klaar</c> when it can do its work, which is to write.
/// Reading proves nothing: a full disk and a removed file are read from as before.
/// </summary>
public sealed partial class Readiness(
    IEntityStore store, IEnumerable<ReadyCheck> checks, MailHold mail, WallClock clock, ILogger<Readiness> log)
    : IDisposable
{
    /// <summary>Whoever asks within this time gets the former answer, so that asking costs nothing.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromSeconds(5);

    /// <summary>A store that takes longer keeps visitors waiting too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Where it is written, in a partition that holds nothing else.</summary>
    public const string Row = "klaar";

    private const string StoreFails = "De opslag kan niet worden beschreven. Kijk in het logboek.";

    private readonly ReadyCheck[] free = [.. checks.Where(check => check.IsFree)];
    private readonly ReadyCheck[] tried =
        [new(StoreFails, cancellation => Write(store, clock, cancellation)), .. checks.Where(check => !check.IsFree)];

    private readonly SemaphoreSlim alone = new(1);
    private (DateTimeOffset At, string? Problem)? last;

    /// <summary>Mail that is held is no reason to start the program again, but somebody must not forget it.</summary>
    private const string MailIsHeld = "Let op: er gaat geen mail uit. De gegevens zijn teruggezet, en de beheerder heeft de mail nog niet vrijgegeven.";

    public Task<IResult> Alive() => Task.FromResult(Results.Text(mail.IsOn() ? $"gezond\n{MailIsHeld}\n" : "gezond\n"));

    public async Task<IResult> Ready(HttpContext http) => await Known(http.RequestAborted) is { } problem
        ? Results.Text(problem + "\n", statusCode: StatusCodes.Status503ServiceUnavailable)
        : Results.Text("klaar\n");

    public void Dispose() => alone.Dispose();

    private async Task<string?> Known(CancellationToken cancellation)
    {
        if (await WhatIsWrong(free, null) is { } now)
            return now;
        await alone.WaitAsync(cancellation);
        try
        {
            if (last is not { } known || clock.Now - known.At >= Holds)
            {
                var before = last?.Problem;
                known = (clock.Now, await WhatIsWrong(tried, before));
                last = known;
            }
            return known.Problem;
        }
        finally
        {
            alone.Release();
        }
    }

    /// <summary>Not broken off when the one who asked goes away: the next one gets the answer.</summary>
    /// <param name="told">What the log was told already.</param>
    private async Task<string?> WhatIsWrong(IEnumerable<ReadyCheck> checks, string? told)
    {
        using var patience = new CancellationTokenSource(Patience);
        foreach (var check in checks)
        {
            try
            {
                if (!await check.Works(patience.Token).WaitAsync(patience.Token))
                    return check.Wrong;
            }
            catch (Exception failure)
            {
                if (check.Wrong != told)
                    Log.NotReady(log, failure, check.Wrong);
                return check.Wrong;
            }
        }
        return null;
    }

    private static async Task<bool> Write(IEntityStore store, WallClock clock, CancellationToken cancellation) =>
        await store.Commit(Partitions.Readiness, [new Write.Put(Row, Keys.Instant(clock.Now))], cancellation) is CommitResult.Committed;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The program cannot do its work: {Problem}")]
        public static partial void NotReady(ILogger logger, Exception failure, string problem);
    }
}
