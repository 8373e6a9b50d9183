using Microsoft.Extensions.Logging;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>Reads every log sentence, exceptions included, for personal data and for tokens.</summary>
internal sealed class LogReader(Privacy privacy) : ILoggerProvider, ILogger
{
    /// <summary>The last sentences that tell of something wrong.</summary>
    public Queue<string> Warnings { get; } = [];

    /// <summary>The mails of which the portal says that their reader is not known any more.</summary>
    public HashSet<(IdeaKey Idea, MailKind Kind)> NobodyToMail { get; } = [];

    public Violation? Found { get; private set; }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var sentence = exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {exception}";
        try
        {
            privacy.Check(sentence, () => "the log");
            if (sentence.Contains("/link/", StringComparison.Ordinal))
                throw new Violation($"A token in the log: {sentence}");
        }
        catch (Violation violation)
        {
            Found ??= violation;
        }
        if (logLevel < LogLevel.Warning)
            return;
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
            Keep(values.ToDictionary(value => value.Key, value => value.Value));
        Warnings.Enqueue(sentence);
        if (Warnings.Count > 5)
            Warnings.Dequeue();
    }

    private void Keep(Dictionary<string, object?> values)
    {
        if (values.GetValueOrDefault("Kind") is MailKind kind && values.GetValueOrDefault("Idea") is IdeaKey idea)
            NobodyToMail.Add((idea, kind));
    }

    public void Dispose()
    {
    }
}
