using Microsoft.DurableTask;

namespace Smederijen.Functions.Tests.Orchestrations;

/// <summary>An orchestration: its code's calls so far, and what happened to it, which is all that a replay needs.</summary>
internal sealed class VirtualInstance(string name, string id, string input, string version, DateTime begun)
{
    public string Name => name;

    public string Id => id;

    public string Input => input;

    public string Version => version;

    /// <summary>The begin of this turn.</summary>
    public DateTime Begun => begun;

    public List<Call> Calls { get; set; } = [];

    public List<Happened> History { get; } = [];

    /// <summary>Messages that no execution has seen yet.</summary>
    public Queue<Happened> Inbox { get; } = [];

    /// <summary>How often each call was answered by a failure.</summary>
    public Dictionary<int, int> Failures { get; } = [];

    public object? Status { get; set; }

    public bool HasEnded { get; set; }
}

/// <summary>Something that an orchestrator asked for; equal in every replay.</summary>
internal abstract record Call;

internal sealed record ActivityCall(string Name, string Input) : Call
{
    private RetryPolicy? _retry;

    public RetryPolicy? Retry { init => _retry = value; }

    /// <summary>The wait after so many failures; null when it is given up.</summary>
    public TimeSpan? WaitAfter(int failures) => _retry is null || failures >= _retry.MaxNumberOfAttempts
        ? null
        : TimeSpan.FromTicks((long)Math.Min(_retry.MaxRetryInterval.Ticks,
            _retry.FirstRetryInterval.Ticks * Math.Pow(_retry.BackoffCoefficient, failures - 1)));

    public bool Equals(ActivityCall? other) => other is not null && (Name, Input) == (other.Name, other.Input);

    public override int GetHashCode() => (Name, Input).GetHashCode();
}

internal sealed record TimerCall(DateTime FireAt) : Call
{
    public bool Cancelled { get; set; }

    public bool Equals(TimerCall? other) => other is not null && FireAt == other.FireAt;

    public override int GetHashCode() => FireAt.GetHashCode();
}

/// <summary>Something that happened to an orchestration, at its instant.</summary>
internal abstract record Happened(DateTime At);

internal sealed record Answered(DateTime At, int Call, string? Result = null) : Happened(At);

internal sealed record Failed(DateTime At, int Call, string Problem) : Happened(At);

internal sealed record Raised(DateTime At, string Payload) : Happened(At);
