using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Smederijen.Functions.Tests.Costs;

/// <summary>Counts what goes to the services, retries included, which is what they charge for.</summary>
internal sealed class CountedRequests : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentQueue<Asked> _all = [];
    private bool _stopped;

    public int Count => _all.Count;

    public IEnumerable<Asked> All => _all;

    /// <summary>Options of a client whose requests are counted here.</summary>
    public T In<T>(T options) where T : ClientOptions
    {
        options.AddPolicy(this, HttpPipelinePosition.PerRetry);
        return options;
    }

    /// <summary>Counts no more.</summary>
    public void Stop() => _stopped = true;

    public override void OnSendingRequest(HttpMessage message)
    {
        if (!_stopped)
            _all.Enqueue(new Asked(KindOf(message.Request), Uri.UnescapeDataString(message.Request.Uri.PathAndQuery)));
    }

    private static Kind KindOf(Request request) => (request.Method.Method, request.Uri.Path) switch
    {
        _ when request.Headers.TryGetValue("Accept", out var accept) && accept == "application/xml" => Kind.Blob,
        ("GET", var path) when path.Contains("PartitionKey=", StringComparison.Ordinal) => Kind.Row,
        ("GET", _) => Kind.Query,
        _ => Kind.Commit,
    };
}

/// <summary>A request, with its address for whoever looks for what could be spared.</summary>
internal sealed record Asked(Kind Kind, string Address);

/// <summary>What is asked for: one row, a range of rows, a change of one row or of many at once, anything about an attachment.</summary>
internal enum Kind
{
    Row,
    Query,
    Commit,
    Blob,
}
