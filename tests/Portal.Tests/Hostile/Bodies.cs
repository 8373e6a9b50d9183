using System.Text;

namespace Smederijen.Portal.Tests.Hostile;

/// <summary>Bodies as no form makes them: fields of every form, some of them hostile, in every encoding and in none.</summary>
internal static class Bodies
{
    private static readonly (string Name, string Value)[] Fields =
    [
        ("titel", "Een bankje"), ("beschrijving", "Wij maken samen een bankje bij de vijver."), ("doelgroep", "Iedereen"), ("bijdrage", "Wij timmeren zelf."),
        ("bedrag", "450"), ("naam", "Jannie de Vries"), ("email", "jannie@voorbeeld.example"), ("postcode", "7927 AB"), ("opdracht", "druk"),
        ("keuze", "niet-geschikt"), ("toelichting", "Te duur"), ("antwoord", "Zo."), ("iban", "NL91ABNA0417164300"), ("tenaamstelling", "J. de Vries"),
        ("zeker", "ja"), ("verslag", "Het gaat goed"), ("reden", "Daarom"), ("tot", "2026-12-31"), ("aantal", "3"), ("rekening", "0"), ("gecontroleerd", "ja"),
        ("beoordelaar", "wijkagent"), ("vervanger", "opbouwwerker"), ("besluit", "doorgaan"), ("wie", "indiener"), ("functie", "wijkagent"), ("code", "ABCD-EFGH"),
    ];

    /// <returns>The body, and the content type that goes with it; the type is sometimes a lie.</returns>
    /// <param name="sealedField">A field that only pages of ours can make, or none.</param>
    public static (byte[] Body, string? Type) Any(Random random, Func<(string Name, string Value)?> sealedField) => random.Next(10) switch
    {
        < 4 => (Form(random, sealedField()), "application/x-www-form-urlencoded"),
        < 6 => Multipart(random),
        < 8 => (Json(random), "application/json"),
        8 => (Noise(random), Type(random)),
        _ => (Form(random, sealedField()), Type(random)),
    };

    private static string? Type(Random random) => random.Next(9) switch
    {
        0 => null,
        1 => "multipart/form-data",
        2 => $"multipart/form-data; boundary={new string('x', 500)}",
        3 => "application/x-www-form-urlencoded; charset=utf-7",
        4 => "application/x-www-form-urlencoded; charset=utf-16",
        5 => "application/json; charset=bestaat-niet",
        6 => "text/xml",
        7 => HostileText.Any(random),
        _ => "multipart/form-data; boundary=\"\"",
    };

    private static byte[] Form(Random random, (string Name, string Value)? sealedField)
    {
        var form = new StringBuilder();
        foreach (var (name, value) in SomeFields(random))
            form.Append(form.Length > 0 ? "&" : "").Append(Escape(name, random)).Append('=').Append(Escape(value, random));
        if (sealedField is { } field)
            form.Append('&').Append(field.Name).Append('=').Append(field.Value);
        if (random.Next(50) == 0)
            form.Insert(0, string.Concat(Enumerable.Repeat("a=b&", 3_000)));
        return Encoding.Latin1.GetBytes(form.ToString());
    }

    /// <summary>Percent signs as they should be, bytes that are no UTF-8, or the text as it is.</summary>
    private static string Escape(string text, Random random) => random.Next(8) switch
    {
        0 => text,
        1 => $"%ED%A0%80%FF{Uri.EscapeDataString(Whole(text))}",
        _ => Uri.EscapeDataString(Whole(text)),
    };

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static (byte[], string?) Multipart(Random random)
    {
        var body = new StringBuilder();
        foreach (var (name, value) in SomeFields(random))
            body.Append("--grens\r\nContent-Disposition: form-data; name=\"").Append(name).Append("\"\r\n\r\n").Append(value).Append("\r\n");
        if (random.Next(2) == 0)
        {
            body.Append("--grens\r\nContent-Disposition: form-data; name=\"").Append(random.Next(2) == 0 ? "bijlagen" : "scan").Append("\"; filename=\"")
                .Append(random.Next(2) == 0 ? "foto.jpg" : HostileText.Any(random)).Append("\"\r\nContent-Type: image/jpeg\r\n\r\n\u00FF\u00D8\u00FF\u00E0")
                .Append(Encoding.Latin1.GetString(Noise(random))).Append("\r\n");
        }
        var end = random.Next(4) == 0 ? "" : "--grens--\r\n";
        return (Encoding.Latin1.GetBytes(body + end), "multipart/form-data; boundary=grens");
    }

    private static byte[] Json(Random random) => Encoding.UTF8.GetBytes(random.Next(10) switch
    {
        0 => new string('[', random.Next(1, 100_000)),
        1 => string.Concat(Enumerable.Repeat("{\"a\":", random.Next(1, 20_000))),
        2 => "{\"titel\":\"\\ud800\",\"bedrag\":1e400}",
        3 => "\uFEFF{}",
        4 => "{\"titel\":1,\"titel\":[{}],\"bedrag\":\"" + new string('9', 5_000) + "\"}",
        5 => "null",
        _ => "{" + string.Join(',', SomeFields(random).Select(field => $"{Quote(field.Name)}:{(random.Next(4) == 0 ? Whole(field.Value) : Quote(field.Value))}")) + "}",
    });

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(Whole(text));

    private static IEnumerable<(string Name, string Value)> SomeFields(Random random)
    {
        var hostile = random.Next(Fields.Length + 1);
        for (var i = 0; i < Fields.Length; i++)
        {
            if (random.Next(15) == 0)
                continue;
            yield return i == hostile || random.Next(10) == 0
                ? (random.Next(20) == 0 ? HostileText.Any(random) : Fields[i].Name, HostileText.Any(random))
                : Fields[i];
        }
    }

    private static byte[] Noise(Random random)
    {
        var noise = new byte[random.Next(2_000)];
        random.NextBytes(noise);
        return noise;
    }
}
