using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Smederijen.Functions.Settings;

/// <summary>Says at the start which settings are not what they should be, by name and never by value.</summary>
internal sealed partial class SettingsCheck(IConfiguration settings, ILogger<SettingsCheck> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Unresolved() is { Count: > 0 } waiting)
            Log.Unresolved(log, References.Sentence(waiting));
        if (settings["Keys:Certificate"] is not { Length: > 0 })
            Log.KeysUnwrapped(log);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Sentence}")]
        public static partial void Unresolved(ILogger logger, string sentence);

        [LoggerMessage(Level = LogLevel.Warning, Message =
            "Keys__Certificate is not set: the keys that protect links and ballots lie unwrapped in the table, for who can read it")]
        public static partial void KeysUnwrapped(ILogger logger);
    }
}
