using Microsoft.Extensions.Logging;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Work;

/// <summary>
/// What both drivers run: do all that is due for one item, and say when to come back. It holds no state of its own, so
/// calling it twice, late, or after a crash in the middle does no harm.
/// </summary>
public sealed partial class WorkList(
    IEntityStore store, IdeaCommands ideas, MoneyOffers offers, MailRoom mails, Erasure erasure, TimeProvider clock, ILogger<WorkList> log)
{
    /// <summary>
    /// Performs pending effects and fires a deadline that has come.
    /// </summary>
    /// <returns>The next deadline, or null when only people can move this item on.</returns>
    /// <exception cref="Exception">An effect could not be performed now: call again later. What was done stays done.</exception>
    public async Task<DateTimeOffset?> PerformDue(WorkKey key, CancellationToken cancellation = default)
    {
        while (true)
        {
            await PerformEffects(key, cancellation);
            var idea = await ideas.Load(new IdeaKey(key.Smederij, key.Item), cancellation);
            if (idea?.Stored.Idea.NextDue() is not { } due || due > clock.GetUtcNow())
                return idea?.Stored.Idea.NextDue();
            await ideas.Handle(new IdeaKey(key.Smederij, key.Item), CommandId.Fresh(), at => new IdeaEvent.TermPassed(at), cancellation: cancellation);
        }
    }

    private async Task PerformEffects(WorkKey key, CancellationToken cancellation)
    {
        Page page;
        do
        {
            page = await store.Query(key.Smederij, Keys.Effects(key.Item), StoreLimits.OperationsPerCommit, cancellation);
            foreach (var row in page.Rows)
                await Perform(key, row, cancellation);
        }
        while (page.Continuation is not null);
    }

    private async Task Perform(WorkKey key, Entity row, CancellationToken cancellation)
    {
        var pending = row.Read(PortalJson.Default.PendingEffect);
        var number = int.Parse(row.Row.AsSpan(row.Row.LastIndexOf('|') + 1), System.Globalization.CultureInfo.InvariantCulture);
        try
        {
            await Perform(key, pending.Effect, number, cancellation);
        }
        catch (MailRefusedException refused)
        {
            Log.EffectFailedForGood(log, key, number, refused.Message);
            var failed = pending with { Attempts = pending.Attempts + 1, Problem = refused.Message };
            await store.Commit(key.Smederij,
                [new Write.Delete(row.Row, row.ETag), new Write.Insert(Keys.Failed(key.Item, number), Rows.Write(failed, PortalJson.Default.PendingEffect))],
                cancellation);
            return;
        }
        await store.Commit(key.Smederij, [new Write.Delete(row.Row, row.ETag)], cancellation);
    }

    private Task Perform(WorkKey key, Effect effect, int number, CancellationToken cancellation) => effect switch
    {
        Effect.SendMail mail => mails.Send(new IdeaKey(key.Smederij, key.Item), mail, $"{key.Smederij}-{key.Item}-{number}", cancellation),
        Effect.OfferMoney => offers.Offer(key.Smederij, cancellation),
        Effect.ErasePeople => erasure.ErasePeople(new IdeaKey(key.Smederij, key.Item), cancellation),
        Effect.EraseScans => erasure.EraseScans(new IdeaKey(key.Smederij, key.Item), cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "Nobody performs this effect."),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Effect {Number} of {Item} failed for good and waits for staff: {Problem}")]
        public static partial void EffectFailedForGood(ILogger logger, WorkKey item, int number, string problem);
    }
}
