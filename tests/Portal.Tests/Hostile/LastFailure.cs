using Microsoft.Extensions.Logging;

namespace Smederijen.Portal.Tests.Hostile;

/// <summary>Keeps the last exception that the portal logged, for the story of a failing test.</summary>
internal sealed class LastFailure : ILoggerProvider, ILogger
{
    public Exception? Last { get; set; }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Last = exception ?? Last;

    public void Dispose()
    {
    }
}
