using Microsoft.Extensions.Logging;

namespace Smederijen.Portal.Work;

/// <summary>
/// What both drivers run: do all that is due for one item, and say when to come back. It holds no state of its own, so
/// calling it twice, late, or after a crash in the middle does no harm.
/// </summary>
public sealed partial class WorkList(
    IEntityStore store, IEnumerable<IWorkKind> kinds, Deeds deeds, EffectContracts effects, Dispatch dispatch, UnreadableRows unreadable,
    ReturnTickets tickets, SettingsBook settings, TimeProvider clock,
    IOptions<PortalOptions> options, BoardMarks board, ILogger<WorkList> log)
{
    /// <summary>How long an effect waits for a row that it needs to be mended, before it looks again.</summary>
    private static readonly TimeSpan WaitForMending = TimeSpan.FromMinutes(5);

    /// <summary>As long as no mail can go out at all, so that all go within a minute of when they can.</summary>
    private static readonly TimeSpan WaitForOutbox = TimeSpan.FromSeconds(30);

    /// <summary>What staff read where the message of the system would name a path; the log has it.</summary>
    private const string NotWritten = "De computer kon dit niet wegschrijven. De beheerder ziet in het logboek waarom.";

    private readonly IWorkKind[] kinds = [.. kinds];

    /// <summary>
    /// Performs pending effects and fires a deadline that has come. An effect that fails stays, with its attempts and the
    /// moment of the following one in its row; it holds up neither the other effects nor the deadline. One that cannot be read
    /// stays as it is; whoever looks for what waits comes back once it is mended.
    /// </summary>
    /// <returns>When to come back: the next deadline or the next try; null when only people can move this item on.</returns>
    /// <exception cref="StoreUnavailableException">The store failed: call again later. What was done stays done.</exception>
    public async Task<DateTimeOffset?> PerformDue(WorkKey key, CancellationToken cancellation = default)
    {
        if (Find(key) is not { } kind)
            return null;
        await settings.Follow(cancellation);
        while (true)
        {
            var nextTry = await PerformEffects(key, cancellation);
            try
            {
                var due = await kind.NextDue(key, cancellation);
                if (due is null || due > clock.GetUtcNow())
                    return Earliest(nextTry, due);
                await kind.LetTimePass(key, cancellation);
            }
            catch (UnreadableRowException bad)
            {
                await unreadable.Report(key.Smederij, bad);
                return nextTry;
            }
        }
    }

    /// <summary>
    /// The item that a row of the work list waits for (<c>effect|</c>, <c>wacht|</c>). Null, and reported, when its key says none, or
    /// one of a kind that only a newer release knows: nobody is woken for it.
    /// </summary>
    public async ValueTask<WorkKey?> OwnerOf(string partition, string row)
    {
        if ((Keys.TryReadEffect(row)?.Item ?? Keys.TryReadDue(row)?.Item) is { } item && Find(new WorkKey(partition, item)) is not null)
            return new WorkKey(partition, item);
        await unreadable.Report(partition, new UnreadableRowException(row));
        return null;
    }

    /// <summary>The kind that an item belongs to; null when this release knows none.</summary>
    internal IWorkKind? Find(WorkKey key) => Array.Find(kinds, kind => kind.Facts.Has(key.Item));

    /// <summary>The moment of the next try; null when nothing is left to try.</summary>
    private async Task<DateTimeOffset?> PerformEffects(WorkKey key, CancellationToken cancellation)
    {
        DateTimeOffset? nextTry = null;
        var range = Keys.Effects(key.Item);
        while (true)
        {
            var page = await store.Query(key.Smederij, range, EffectTurn.Most, cancellation);
            var turn = new EffectTurn(store, effects, clock, options.Value.SharesStore, key, page.Rows);
            var next = await Perform(key, turn, page.Rows, cancellation);
            if (turn.IsLost)
                continue;
            nextTry = Earliest(nextTry, next);
            if (page.Continuation is null)
                return nextTry;
            range = range.ContinueAt(page.Continuation);
        }
    }

    /// <summary>What was done is written down also when the rest cannot be.</summary>
    private async Task<DateTimeOffset?> Perform(WorkKey key, EffectTurn turn, IReadOnlyList<Entity> rows, CancellationToken cancellation)
    {
        DateTimeOffset? nextTry = null;
        try
        {
            foreach (var row in rows.TakeWhile(_ => !turn.IsLost))
                nextTry = Earliest(nextTry, await Attempt(key, turn, row, cancellation));
        }
        finally
        {
            await turn.Settle(CancellationToken.None);
        }
        return nextTry;
    }

    /// <summary>The moment of the next try; null when the effect was performed or given up.</summary>
    private async Task<DateTimeOffset?> Attempt(WorkKey key, EffectTurn turn, Entity row, CancellationToken cancellation)
    {
        if (await unreadable.Read(key.Smederij, [row], Waiting) is not [var (pending, number)])
            return null;
        if (pending.WaitsUntil(clock.GetUtcNow()) is { } later)
            return later;
        pending = pending with { ClaimedUntil = null };
        var isMail = false;
        try
        {
            var effect = await WithTexts(key, row, pending, cancellation);
            var letters = await deeds.Letters(key, effect, forPaper: false, cancellation);
            isMail = letters is not null;
            if (letters is null)
                await deeds.Perform(key, effect, cancellation);
            else if (letters.Count > 0 && !await turn.MayMail(cancellation))
                return turn.Until;
            else
                await dispatch.Send(
                    new Envelope($"{key.Smederij}-{key.Item}-{number}", key.Smederij, copy => deeds.MayBeLost(effect) ? null : tickets.For(key, number, pending, copy)),
                    letters.Where(pending.IsFor), () => turn.IsInTime, cancellation);
            turn.Done(row);
            return null;
        }
        catch (UnreadableRowException bad)
        {
            await unreadable.Report(key.Smederij, bad);
            var waits = pending with { RetryAt = clock.GetUtcNow() + WaitForMending, Problem = bad.Message };
            await turn.Failed(row, etag => [new Write.Replace(row.Row, Rows.Write(waits, effects.Pending), etag)], cancellation);
            return waits.RetryAt;
        }
        catch (Exception failure) when (failure is not StoreUnavailableException && !cancellation.IsCancellationRequested)
        {
            var isOutage = MailOutageException.IsReason(failure);
            var tried = pending with
            {
                Attempts = pending.Attempts + (isOutage ? 0 : 1),
                Problem = NamesAPath(failure) ? NotWritten : failure.Message,
            };
            if (failure is MailRefusedException { Undelivered: { Count: > 0 } refused })
                tried = tried with { Undelivered = refused };
            if (failure is MailInterruptedException { Undelivered: var left })
                tried = tried with { Undelivered = left };
            var isOver = failure is MailRefusedException or NeedsPeopleException
                || (tried.Attempts >= Tries.Most && !isOutage && !UnresolvedSettingException.IsReason(failure));
            if (isOver && deeds.MayBeLost(pending.Effect))
            {
                turn.Done(row);
                return null;
            }
            return isOver
                ? await GiveUp(key, turn, row, number, tried, isMail, cancellation)
                : await TryLater(
                    key, turn, row, number, tried, isOutage ? WaitForOutbox : Tries.WaitAfter(tried.Attempts), failure, cancellation);
        }
    }

    /// <summary>The effect as it is performed; in its row seals stand for what people typed.</summary>
    private async ValueTask<Effect> WithTexts(WorkKey key, Entity row, PendingEffect pending, CancellationToken cancellation) => !Words.IsSealed(row)
        ? pending.Effect
        : (await Words.PutBack(store, key.Smederij, Find(key)!.Facts.TextsOf(key), [row], cancellation))[0].Read(effects.Pending).Effect;

    private (PendingEffect Pending, int Number) Waiting(Entity row) =>
        (row.Read(effects.Pending), Keys.TryReadEffect(row.Row)?.Number ?? throw new UnreadableRowException(row.Row));

    private async Task<DateTimeOffset?> TryLater(
        WorkKey key, EffectTurn turn, Entity row, int number, PendingEffect tried, TimeSpan wait, Exception failure,
        CancellationToken cancellation)
    {
        var later = tried with { RetryAt = clock.GetUtcNow() + wait };
        Log.EffectFailed(log, failure, key, number, tried.Attempts);
        await turn.Failed(row, etag => [new Write.Replace(row.Row, Rows.Write(later, effects.Pending), etag)], cancellation);
        return later.RetryAt;
    }

    private async Task<DateTimeOffset?> GiveUp(
        WorkKey key, EffectTurn turn, Entity row, int number, PendingEffect tried, bool isMail, CancellationToken cancellation)
    {
        Log.EffectFailedForGood(log, key, number, tried.Problem);
        if (isMail)
            Figures.MailFailed();
        await board.ShowFailed(key, number, cancellation);
        var failed = new Write.Insert(Keys.Failed(key.Item, number), Rows.Write(tried with { RetryAt = null }, effects.Pending));
        await turn.Failed(row, etag => [new Write.Delete(row.Row, etag), failed], cancellation);
        return null;
    }

    private static bool NamesAPath(Exception failure) =>
        failure is IOException or UnauthorizedAccessException && failure.Message.AsSpan().IndexOfAny('/', '\\') >= 0;

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Effect {Number} of {Item} failed for good and waits for staff: {Problem}")]
        public static partial void EffectFailedForGood(ILogger logger, WorkKey item, int number, string? problem);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Effect {Number} of {Item} failed at attempt {Attempt} and is tried again")]
        public static partial void EffectFailed(ILogger logger, Exception failure, WorkKey item, int number, int attempt);
    }
}
