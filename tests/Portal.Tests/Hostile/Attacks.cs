using Microsoft.AspNetCore.Http;

namespace Smederijen.Portal.Tests.Hostile;

/// <summary>Makes attacks from a seed: a target as it should be, and something wrong with it.</summary>
/// <param name="seals">Fields that pages of ours hold, each made for one voter and one page.</param>
internal sealed class Attacks(IReadOnlyList<Target> targets, IReadOnlyList<(string Name, string Value)> seals, Random random)
{
    private static readonly string[] Methods = ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "HEAD", "get", "BREW", ""];

    private static readonly string[] HeaderNames =
    [
        "Cookie", "Origin", "Sec-Fetch-Site", "Accept", "Accept-Language", "Accept-Encoding", "Range", "If-None-Match", "If-Modified-Since", "Referer",
        "X-Forwarded-For", "X-Forwarded-Host", "X-HTTP-Method-Override", "Content-Encoding", "Transfer-Encoding", "Authorization", "Expect", "Idempotency-Key", "Host",
        "Forwarded", "Via", "X-Real-IP", "X-Forwarded-Proto", "X-MS-CLIENT-PRINCIPAL", "X-MS-CLIENT-PRINCIPAL-ID",
    ];

    /// <summary>What an outsider says to seem to come from here, from a proxy of ours, or from staff.</summary>
    private static readonly (string, string)[] Claims =
    [
        ("Forwarded", "for=127.0.0.1;host=127.0.0.1;proto=https"), ("X-Forwarded-For", "127.0.0.1, 10.0.0.1"), ("X-Forwarded-Host", "elders.example"),
        ("X-Forwarded-Proto", "https"), ("Via", "1.1 elders"), ("X-Real-IP", "::1"), ("Host", "elders.example"), ("Cookie", "__Host-medewerker=anna; medewerker=anna"),
        ("X-MS-CLIENT-PRINCIPAL", "eyJhdXRoX3R5cCI6ImFhZCIsImNsYWltcyI6W3sidHlwIjoicm9sZXMiLCJ2YWwiOiJiZWhlZXJkZXIifV19"),
    ];

    public Attack Next()
    {
        var target = targets[random.Next(targets.Count)];
        var posts = target.Endpoint.Method == HttpMethods.Post || random.Next(10) == 0;
        var (body, type) = posts ? Bodies.Any(random, Sealed) : ([], null);
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

    /// <summary>A field that was sealed: as it is, or with a sign of it changed.</summary>
    private (string Name, string Value)? Sealed()
    {
        if (seals.Count == 0 || random.Next(2) == 0)
            return null;
        var (name, value) = seals[random.Next(seals.Count)];
        if (random.Next(4) == 0)
            value = string.Create(value.Length, (value, random.Next(value.Length)), (signs, from) =>
            {
                from.value.CopyTo(signs);
                signs[from.Item2] = signs[from.Item2] == 'A' ? 'B' : 'A';
            });
        return (random.Next(4) == 0 ? seals[random.Next(seals.Count)].Name : name, value);
    }

    private List<(string, string)> Headers(Target target)
    {
        var headers = new List<(string, string)>();
        if (target.Cookie is not null && random.Next(10) > 0)
            headers.Add(("Cookie", random.Next(10) == 0 ? target.Cookie[..(target.Cookie.Length / 2)] : target.Cookie));
        if (random.Next(4) == 0)
            headers.Add((HeaderNames[random.Next(HeaderNames.Length)], HostileText.Any(random)));
        if (random.Next(6) == 0)
            headers.Add(Claims[random.Next(Claims.Length)]);
        return headers;
    }
}

file static class Texts
{
    /// <summary>Without half surrogate pairs, which cannot be written in an address.</summary>
    public static string Normal(this string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
