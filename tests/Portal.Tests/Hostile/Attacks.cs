using Microsoft.AspNetCore.Http;

namespace Smederijen.Portal.Tests.Hostile;

/// <summary>Makes attacks from a seed: a target as it should be, and something wrong with it.</summary>
internal sealed class Attacks(IReadOnlyList<Target> targets, Random random)
{
    private static readonly string[] Methods = ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "HEAD", "get", "BREW", ""];

    private static readonly string[] HeaderNames =
    [
        "Cookie", "Origin", "Sec-Fetch-Site", "Accept", "Accept-Language", "Accept-Encoding", "Range", "If-None-Match", "If-Modified-Since", "Referer",
        "X-Forwarded-For", "X-Forwarded-Host", "X-HTTP-Method-Override", "Content-Encoding", "Transfer-Encoding", "Authorization", "Expect", "Idempotency-Key", "Host",
    ];

    public Attack Next()
    {
        var target = targets[random.Next(targets.Count)];
        var posts = target.Endpoint.Method == HttpMethods.Post || random.Next(10) == 0;
        var (body, type) = posts ? Bodies.Any(random) : ([], null);
        return new Attack(
            target.Endpoint.Name, random.Next(15) == 0 ? Methods[random.Next(Methods.Length)]
                : target.Endpoint.Method, Path(target.Path), Query(), Headers(target),
            body, type, CutOff: posts && random.Next(12) == 0, AsStaff: random.Next(3) > 0);
    }

    /// <summary>Mostly the address as it is; otherwise one part of it is hostile, cut or doubled.</summary>
    private string Path(string path)
    {
        var parts = path.Split('/');
        switch (random.Next(6))
        {
            case 0:
                parts[random.Next(1, parts.Length)] = HostileText.Any(random);
                break;
            case 1 when random.Next(3) == 0:
                parts[^1] = parts[^1][..random.Next(parts[^1].Length + 1)];
                break;
            case 2 when random.Next(5) == 0:
                parts[^1] += "/" + HostileText.Any(random);
                break;
        }
        return "/" + string.Join('/', parts.Skip(1));
    }

    private string Query() => random.Next(4) switch
    {
        0 => $"?{Name()}={Uri.EscapeDataString(HostileText.Any(random).Normal())}&{Name()}={Uri.EscapeDataString(HostileText.Any(random).Normal())}",
        1 when random.Next(10) == 0 => "?" + string.Concat(Enumerable.Repeat("a=%ff&", 500)),
        _ => "",
    };

    private string Name() => new[] { "smederij", "fase", "wacht", "te-laat", "vanaf", "pagina", "limiet", "gelukt", "na", "zoek", "opdracht" }[random.Next(11)];

    private List<(string, string)> Headers(Target target)
    {
        var headers = new List<(string, string)>();
        if (target.Cookie is not null && random.Next(10) > 0)
            headers.Add(("Cookie", random.Next(10) == 0 ? target.Cookie[..(target.Cookie.Length / 2)] : target.Cookie));
        if (random.Next(4) == 0)
            headers.Add((HeaderNames[random.Next(HeaderNames.Length)], HostileText.Any(random)));
        return headers;
    }
}

file static class Texts
{
    /// <summary>Without half surrogate pairs, which cannot be written in an address.</summary>
    public static string Normal(this string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
