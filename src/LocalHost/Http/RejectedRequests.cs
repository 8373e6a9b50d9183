using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Smederijen.LocalHost.Http;

/// <summary>
/// Gives an answer in words to what the server itself cannot read, such as <c>%00</c> in an address: it sends a bare 400 before any of
/// our code runs. Only programs get one, for the API promises problem+json; a browser shows a text of its own.
/// </summary>
internal sealed class RejectedRequests : IObserver<KeyValuePair<string, object?>>
{
    /// <summary>The server tells it when the status is set and nothing has been sent; nothing can be written by way of it.</summary>
    private const string Event = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    public static IDisposable Watch(DiagnosticListener server) => server.Subscribe(new RejectedRequests(), static name => name == Event);

    /// <summary>Makes it possible to send something else over this connection than the server writes.</summary>
    public static Task Serve(ConnectionContext connection, ConnectionDelegate next)
    {
        var output = new ReplaceableOutput(connection.Transport.Output);
        connection.Features.Set(output);
        connection.Transport = new Line(connection.Transport.Input, output);
        return next(connection);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: Event, Value: IFeatureCollection features }
            && features.Get<IHttpResponseFeature>() is { HasStarted: false } response
            && features.Get<IHttpRequestFeature>() is { } request
            && PathOf(request).StartsWithSegments("/v1"))
            features.Get<ReplaceableOutput>()?.Replace(Answer(request.Method, response.StatusCode));
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    /// <summary>The path as far as it was read; of an address that cannot be decoded that is what was sent.</summary>
    private static PathString PathOf(IHttpRequestFeature request) => request switch
    {
        { Path: ['/', ..] known } => new PathString(known),
        { RawTarget: ['/', ..] sent } => new PathString(sent.Split('?')[0]),
        _ => default,
    };

    private static byte[] Answer(string? method, int status)
    {
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { Request = { Method = method ?? HttpMethods.Get, Path = "/v1" }, Response = { Body = body } };
        SecurityHeaders.Apply(http);
        UnknownAddress.Answer(http, status).ExecuteAsync(http).GetAwaiter().GetResult();
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}\r\nConnection: close\r\n");
        foreach (var (name, value) in http.Response.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body.ToArray()];
    }
}
