using Smederijen.Portal.Security;
using Smederijen.Portal.Storage;

namespace Smederijen.LocalHost.Work;

/// <summary>Every hour: deletes the counters of requests that nobody needs any more.</summary>
internal sealed partial class Tidying(RequestLimits limits, TimeProvider clock, ILogger<Tidying> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hour = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                await limits.ForgetEnded(stoppingToken);
            }
            catch (StoreUnavailableException failure)
            {
                Log.Failed(log, failure);
            }
        }
        while (await hour.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Old counters of requests could not be deleted; this is tried again in an hour")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
