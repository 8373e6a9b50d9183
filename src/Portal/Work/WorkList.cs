using Microsoft.Extensions.Logging;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Initiative;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Watching;

namespace Smederijen.Portal.Work;

/// <summary>
/// What both drivers run: do all that is due for one item, and say when to come back. It holds no state of its own, so
/// calling it twice, late, or after a crash in the middle does no harm.
/// </summary>
public sealed partial class WorkList(
    IEntityStore store, IdeaCommands ideas, RoundCommands rounds, RoundSteps steps, RoundIdeas roundIdeas, MoneyOffers offers, MailRoom mails,
    HelpMail help, GroupMail groups, Erasure erasure, TimeProvider clock, ILogger<WorkList> log)
{
    /// <summary>
    /// Performs pending effects and fires a deadline that has come. An effect that fails stays, with its attempts and the
    /// moment of the following one in its row; it holds up neither the other effects nor the deadline.
    /// </summary>
    /// <returns>When to come back: the next deadline or the next try; null when only people can move this item on.</returns>
    /// <exception cref="StoreUnavailableException">The store failed: call again later. What was done stays done.</exception>
    public async Task<DateTimeOffset?> PerformDue(WorkKey key, CancellationToken cancellation = default)
    {
        while (true)
        {
            var nextTry = await PerformEffects(key, cancellation);
            var due = await NextDue(key, cancellation);
            if (due is null || due > clock.GetUtcNow())
                return Earliest(nextTry, due);
            await LetTimePass(key, cancellation);
        }
    }

    private async Task<DateTimeOffset?> NextDue(WorkKey key, CancellationToken cancellation) => RoundKey.Of(key) is { } round
        ? (await rounds.Load(round, cancellation))?.Round.NextDue
        : (await ideas.Load(new IdeaKey(key.Smederij, key.Item), cancellation))?.Stored.Idea.NextDue();

    private Task LetTimePass(WorkKey key, CancellationToken cancellation) => RoundKey.Of(key) is { } round
        ? rounds.Handle(round, CommandId.Fresh(), at => new RoundEvent.MomentCame(at), cancellation: cancellation)
        : ideas.Handle(new IdeaKey(key.Smederij, key.Item), CommandId.Fresh(), at => new IdeaEvent.TermPassed(at), cancellation: cancellation);

    /// <summary>The moment of the next try; null when nothing is left to try.</summary>
    private async Task<DateTimeOffset?> PerformEffects(WorkKey key, CancellationToken cancellation)
    {
        DateTimeOffset? nextTry = null;
        var range = Keys.Effects(key.Item);
        while (true)
        {
            var page = await store.Query(key.Smederij, range, StoreLimits.OperationsPerCommit, cancellation);
            foreach (var row in page.Rows)
                nextTry = Earliest(nextTry, await Attempt(key, row, cancellation));
            if (page.Continuation is null)
                return nextTry;
            range = range.ContinueAt(page.Continuation);
        }
    }

    /// <summary>The moment of the next try; null when the effect was performed or given up.</summary>
    private async Task<DateTimeOffset?> Attempt(WorkKey key, Entity row, CancellationToken cancellation)
    {
        var pending = row.Read(PortalJson.Default.PendingEffect);
        if (pending.RetryAt > clock.GetUtcNow())
            return pending.RetryAt;
        var number = int.Parse(row.Row.AsSpan(row.Row.LastIndexOf('|') + 1), System.Globalization.CultureInfo.InvariantCulture);
        try
        {
            await Perform(key, pending.Effect, number, cancellation);
            await store.Commit(key.Smederij, [new Write.Delete(row.Row, row.ETag)], cancellation);
            return null;
        }
        catch (Exception failure) when (failure is not StoreUnavailableException && !cancellation.IsCancellationRequested)
        {
            var tried = pending with { Attempts = pending.Attempts + 1, Problem = failure.Message };
            return failure is MailRefusedException || tried.Attempts >= Tries.Most
                ? await GiveUp(key, row, number, tried, cancellation)
                : await TryLater(key, row, number, tried, failure, cancellation);
        }
    }

    private async Task<DateTimeOffset?> TryLater(
        WorkKey key, Entity row, int number, PendingEffect tried, Exception failure, CancellationToken cancellation)
    {
        var later = tried with { RetryAt = clock.GetUtcNow() + Tries.WaitAfter(tried.Attempts) };
        Log.EffectFailed(log, failure, key, number, tried.Attempts);
        await store.Commit(key.Smederij, [new Write.Replace(row.Row, Rows.Write(later, PortalJson.Default.PendingEffect), row.ETag)], cancellation);
        return later.RetryAt;
    }

    private async Task<DateTimeOffset?> GiveUp(WorkKey key, Entity row, int number, PendingEffect tried, CancellationToken cancellation)
    {
        Log.EffectFailedForGood(log, key, number, tried.Problem);
        if (tried.Effect is Effect.SendMail)
            Figures.MailFailed();
        await store.Commit(key.Smederij,
            [
                new Write.Delete(row.Row, row.ETag),
                new Write.Insert(Keys.Failed(key.Item, number), Rows.Write(tried with { RetryAt = null }, PortalJson.Default.PendingEffect)),
            ],
            cancellation);
        return null;
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private Task Perform(WorkKey key, Effect effect, int number, CancellationToken cancellation) => effect switch
    {
        Effect.SendMail mail => mails.Send(new IdeaKey(key.Smederij, key.Item), mail, $"{key.Smederij}-{key.Item}-{number}", cancellation),
        Effect.OfferMoney => offers.Offer(key.Smederij, cancellation),
        Effect.ErasePeople => erasure.ErasePeople(new IdeaKey(key.Smederij, key.Item), cancellation),
        Effect.LeaveRound leave => roundIdeas.Leave(new RoundKey(key.Smederij, leave.Period), key.Item, cancellation),
        Effect.OfRound { Step: var step } => steps.Perform(RoundKey.Of(key)!.Value, step, $"{key.Smederij}-{key.Item}-{number}", cancellation),
        Effect.HelpWanted => help.Send(key, $"{key.Smederij}-{key.Item}-{number}", cancellation),
        Effect.ConfirmMembership join => groups.Send(key.Smederij, join.Member, $"{key.Smederij}-{key.Item}-{number}", cancellation),
        Effect.ForgetUnconfirmed forget => groups.Forget(key.Smederij, forget.Member, cancellation),
        Effect.EraseReceipts => erasure.EraseReceipts(new IdeaKey(key.Smederij, key.Item), cancellation),
        Effect.EraseScans => erasure.EraseScans(new IdeaKey(key.Smederij, key.Item), cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "Nobody performs this effect."),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Effect {Number} of {Item} failed for good and waits for staff: {Problem}")]
        public static partial void EffectFailedForGood(ILogger logger, WorkKey item, int number, string? problem);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Effect {Number} of {Item} failed at attempt {Attempt} and is tried again")]
        public static partial void EffectFailed(ILogger logger, Exception failure, WorkKey item, int number, int attempt);
    }
}
