using Smederijen.LocalHost.Staff;
using Smederijen.Portal.Links;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Security;

namespace Smederijen.LocalHost.Work;

/// <summary>
/// Every five minutes: deletes the counters, links, sessions and looks that nobody needs any more, takes rows that were mended off the list, and lays
/// down settings that a partition could not take before.
/// </summary>
internal sealed partial class Tidying(
    RequestLimits limits, OneUseLinks links, Sessions sessions, FreshSignIn fresh, Looks looks, UnreadableList unreadable,
    SettingsPublishing settings, TimeProvider clock, ILogger<Tidying> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var often = new PeriodicTimer(TimeSpan.FromMinutes(5), clock);
        do
        {
            try
            {
                await limits.ForgetEnded(stoppingToken);
                await links.ForgetEnded(stoppingToken);
                await sessions.ForgetEnded(stoppingToken);
                await fresh.ForgetEnded(stoppingToken);
                await looks.ForgetOld(stoppingToken);
                await unreadable.Tidy(stoppingToken);
                await settings.PublishRest(stoppingToken);
            }
            catch (StoreUnavailableException failure)
            {
                Log.Failed(log, failure);
            }
        }
        while (await often.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The store could not be tidied; this is tried again in five minutes")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
