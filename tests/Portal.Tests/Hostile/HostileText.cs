using System.Text;

namespace Smederijen.Portal.Tests.Hostile;

/// <summary>Texts that break software: in fields, addresses, headers and names of files.</summary>
internal static class HostileText
{
    /// <summary>A page that shows this unescaped runs it.</summary>
    public const string Script = "<script>hoi()</script>";

    private static readonly string[] Known =
    [
        "", " ", "\0", "a\0b", "\r\nSet-Cookie: a=b", "a\r\n\r\n<html>", "\t\v\f", "\u202Eenoj", "\uFEFF", "\uD800", "a\uDC00b", "\uFFFF", "ﷺ", "👩‍👩‍👧‍👦", "é́́́́",
        Script, "\"><img src=x onerror=hoi()>", "' OR 1=1 --", "$(reboot)", "{{7*7}}", "%s%n%x", "${jndi:ldap://x}", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
        "../../../../etc/passwd", "..\\..\\x", "/dev/null", "C:\\CON", "%2e%2e%2f", "%00", "%", "%zz", "|", "a|b|c", "~", "idee|x", "#?/\\",
        "-1", "0", "9223372036854775808", "-9223372036854775809", "1e308", "1e-400", "NaN", "Infinity", "٤٥٠", "０４５０", "0x1F", "1.000.000.000.000.000.000.000,00", ",", ".", "€ 450",
        "1/1/0001", "9999-12-31", "31-02-2027", "0000-00-00", "2027-02-29T25:61:61Z",
        "a@b", "@", "a@b@c.nl", "\"a b\"@c.nl", "a@[127.0.0.1]", "a@b.nl\r\nBcc: c@d.nl", "1000 AA", "7927 SS", "null", "undefined", "true", "[]", "{}",
    ];

    public static string Any(Random random) => random.Next(12) switch
    {
        0 => new string((char)random.Next(1, 0x3000), random.Next(1, 5_000)),
        1 => Noise(random, random.Next(1, 300)),
        2 when random.Next(20) == 0 => new string('a', 200_000),
        3 => Known[random.Next(Known.Length)] + Known[random.Next(Known.Length)],
        _ => Known[random.Next(Known.Length)],
    };

    /// <summary>Any sixteen bits, half surrogate pairs included.</summary>
    private static string Noise(Random random, int length)
    {
        var noise = new StringBuilder(length);
        for (var i = 0; i < length; i++)
            noise.Append((char)random.Next(0x10000));
        return noise.ToString();
    }
}
