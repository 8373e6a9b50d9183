using System.Text;
using Smederijen.Portal.Tests;

namespace Smederijen.LocalHost.Tests.Hostile;

/// <summary>
/// Bytes that are almost HTTP: a whole and valid idea form, with one thing wrong that only a server can get wrong. None of
/// them may hand the idea in.
/// </summary>
internal sealed class RawRequests(Random random)
{
    private const string Page = $"/smederijen/{Edition.Village}/ideeen/nieuw";

    private static readonly string Form = string.Join('&', typeof(IdeaFields).GetProperties()
        .Select(field => $"{field.Name}={Uri.EscapeDataString((string)field.GetValue(Residents.AnIdea)!)}"));

    private static readonly string[] Lines =
    [
        "", " ", "\0\0\0\0", "GET", "GET /", "GET / HTTP/9.9", "GET / HTTP/1.1 HTTP/1.1", "GET  / HTTP/1.1", "get / http/1.1", "PRI * HTTP/2.0",
        "GET //// HTTP/1.1", "GET /../../etc/passwd HTTP/1.1", "GET /%2e%2e/%00 HTTP/1.1", "GET /\u00ff\u00fe HTTP/1.1", "GET /%zz HTTP/1.1", "GET /%ff%fe HTTP/1.1",
        "GET http://elders.example/ HTTP/1.1", "OPTIONS * HTTP/1.1", "CONNECT elders.example:443 HTTP/1.1", "GET * HTTP/1.1", "TRACE / HTTP/1.1",
        "G\u00cbT / HTTP/1.1", "POST / HTTP/1.0", "GET /smederijen/%00 HTTP/1.1", "GET /link/%0d%0aSet-Cookie:a=b HTTP/1.1", "GET /#a HTTP/1.1", "GET /\\..\\ HTTP/1.1",
    ];

    private static readonly string[] Headers =
    [
        "Host: ", "Host: elders.example", "Host: a\r\nHost: b", "Host: 127.0.0.1:99999", "Content-Length: -1", "Content-Length: 99999999999999999999", "Content-Length: 1e3",
        "Content-Length: 3\r\nContent-Length: 5", "Transfer-Encoding: chunked\r\nContent-Length: 5", "Transfer-Encoding: gzip", "Transfer-Encoding: chunked, chunked",
        "Expect: 200-ok", "Connection: close, keep-alive, \u00ff", "NoColon", ": empty", "A\0B: c", " Folded: a\r\n  b", "Cookie: \u00ff\u00fe=\u00fd", "Upgrade: h2c", "Range: bytes=0-,-1,9-2",
        "Accept-Encoding: " + "gzip;q=0,", "X-Forwarded-For: \u00ff", "X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-For: ,,,", "X-Forwarded-Proto: https, javascript",
        "X-Forwarded-Host: \\\r\nX-Forwarded-Proto: https", "Forwarded: for=\"[::1", "Forwarded: ;;=,for", "Via: 1.1 \u00ff", "X-Forwarded-For: " + string.Join(',', Enumerable.Repeat("::1", 900)),
    ];

    public byte[] Next() => Encoding.Latin1.GetBytes(random.Next(9) switch
    {
        0 => $"{Any(Lines)}\r\nHost: 127.0.0.1\r\n\r\n",
        1 => $"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{Any(Headers)}\r\n\r\n",
        2 => $"POST {Page} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n{Any(Headers)}\r\n\r\n{Form[..^1]}",
        3 => Post(Form.Length + random.Next(1, 5_000), Form),
        4 => Post(random.Next(Form.Length / 2), Form),
        5 => Chunked($"{random.Next(1, Form.Length):x}\r\n{Form[..random.Next(Form.Length)]}"),
        6 => Chunked(Any("zz\r\n", "-1\r\n", "ffffffffffffffff\r\n", "5\r\nabc", "5;\0\r\nabcde\r\n", "\r\n", new string('0', 5_000))),
        7 => $"GET /{new string('a', random.Next(20_000))} HTTP/1.1\r\nHost: 127.0.0.1\r\n{ManyHeaders()}\r\n",
        _ => Noise(),
    });

    /// <summary>A length that is not that of the body: the form never arrives whole.</summary>
    private static string Post(int length, string body) =>
        $"POST {Page} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{body}";

    private static string Chunked(string chunks) =>
        $"POST {Page} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}";

    private string ManyHeaders() => string.Concat(Enumerable.Range(0, random.Next(150)).Select(i => $"X-{i}: {new string('b', random.Next(300))}\r\n"));

    private string Noise()
    {
        var noise = new byte[random.Next(1, 4_000)];
        random.NextBytes(noise);
        return Encoding.Latin1.GetString(noise);
    }

    private string Any(params string[] choices) => choices[random.Next(choices.Length)];
}
