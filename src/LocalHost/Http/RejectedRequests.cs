using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Smederijen.LocalHost.Http;

/// <summary>
/// Gives an answer in words to what the server itself cannot read, such as <c>%00</c> in an address: it sends a bare 400 before any of
/// our code runs. People get a page, and programs problem+json.
/// </summary>
internal sealed class RejectedRequests(IServiceProvider services) : IObserver<KeyValuePair<string, object?>>
{
    /// <summary>The server tells it when the status is set and nothing has been sent; nothing can be written by way of it.</summary>
    private const string Event = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    private const string Unreadable = "Wij kunnen dit adres niet lezen. Misschien staat er iets achter dat er niet bij hoort. "
        + "Klik opnieuw op de link in uw e-mail, of typ het adres opnieuw.";

    public static IDisposable Watch(IServiceProvider services) =>
        services.GetRequiredService<DiagnosticListener>().Subscribe(new RejectedRequests(services), static name => name == Event);

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
            && PathOf(request) is { HasValue: true } path)
            features.Get<ReplaceableOutput>()?.Replace(Answer(request.Method, path, response.StatusCode));
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

    private byte[] Answer(string? method, PathString path, int status)
    {
        using var scope = services.CreateScope();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Response = { Body = body } };
        (http.Request.Method, http.Request.Path) = (method ?? HttpMethods.Get, path);
        SecurityHeaders.Apply(http);
        AnswerTo(http, status).ExecuteAsync(http).GetAwaiter().GetResult();
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}\r\nConnection: close\r\n");
        foreach (var (name, value) in http.Response.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body.ToArray()];
    }

    private static IResult AnswerTo(HttpContext http, int status) =>
        status == StatusCodes.Status400BadRequest && !http.Request.Path.StartsWithSegments("/v1")
            ? Failures.Answer(http, status, Unreadable)
            : UnknownAddress.Answer(http, status);
}
