using Smederijen.LocalHost.Staff;
using Smederijen.LocalHost.Storage;
using Smederijen.Portal.Links;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Security;

namespace Smederijen.LocalHost.Work;

/// <summary>
/// Every five minutes: deletes the counters, links, sessions, looks and reports that nobody needs any more, takes rows that were mended off the
/// list, lays down settings that a partition could not take before, and cuts off the log of the database.
/// </summary>
internal sealed partial class Tidying(
    RequestLimits limits, OneUseLinks links, SentMails mails, Sessions sessions, FreshSignIn fresh, Looks looks, Reports reports,
    UnreadableList unreadable, SettingsPublishing settings, SqliteEntityStore store, TimeProvider clock, ILogger<Tidying> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var often = new PeriodicTimer(TimeSpan.FromMinutes(5), clock);
        do
        {
            try
            {
                await Once(stoppingToken);
            }
            catch (StoreUnavailableException failure)
            {
                Log.Failed(log, failure);
            }
        }
        while (await often.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task Once(CancellationToken cancellation = default)
    {
        await limits.ForgetEnded(cancellation);
        await links.ForgetEnded(cancellation);
        await mails.ForgetEnded(cancellation);
        await sessions.ForgetEnded(cancellation);
        await fresh.ForgetEnded(cancellation);
        await looks.ForgetOld(cancellation);
        await reports.ForgetOld(cancellation);
        await unreadable.Tidy(cancellation);
        await settings.PublishRest(cancellation);
        // What was erased stands in the log of the database until it is cut off.
        await store.Clean(cancellation: cancellation);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The store could not be tidied; this is tried again in five minutes")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
