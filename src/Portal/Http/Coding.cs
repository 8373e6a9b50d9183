namespace Smederijen.Portal.Http;

/// <summary>A form in which content may be sent.</summary>
public enum Coding
{
    /// <summary>As it is.</summary>
    None,

    Gzip,

    Brotli,
}

/// <summary>Reads <c>Accept-Encoding</c>. Source: RFC 9110, 12.5.3.</summary>
public static class AcceptedCoding
{
    /// <summary>Browsers send the same few headers all day; the last one read is most often the next.</summary>
    private static Known s_last = new("", Coding.None);

    /// <summary>
    /// What the one who asks likes best. What cannot be read, or rules everything out, gets content as it is: nobody is helped
    /// by a refusal.
    /// </summary>
    public static Coding Of(HttpRequest request)
    {
        var header = request.Headers.AcceptEncoding.ToString();
        var known = Volatile.Read(ref s_last);
        if (known.Header == header)
            return known.Best;
        var read = new Known(header, Best(header));
        Volatile.Write(ref s_last, read);
        return read.Best;
    }

    private sealed record Known(string Header, Coding Best);

    private static Coding Best(string header)
    {
        double? brotli = null, gzip = null, any = null;
        var plain = 0.0;
        foreach (var range in header.AsSpan().Split(','))
        {
            var item = header.AsSpan(range);
            var end = item.IndexOf(';');
            var name = (end < 0 ? item : item[..end]).Trim();
            var quality = end < 0 ? 1 : Quality(item[(end + 1)..].Trim());
            if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
                brotli = quality;
            else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase) || name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase))
                gzip = quality;
            else if (name.Equals("identity", StringComparison.OrdinalIgnoreCase))
                plain = quality;
            else if (name is "*")
                any = quality;
        }
        return Best(brotli ?? any ?? 0, gzip ?? any ?? 0, plain);
    }

    private static Coding Best(double brotli, double gzip, double plain) =>
        brotli > 0 && brotli >= gzip && brotli >= plain ? Coding.Brotli
        : gzip > 0 && gzip >= plain ? Coding.Gzip
        : Coding.None;

    /// <summary>Nought for what is no number from 0 to 1: whoever writes that may not mean what we would make of it.</summary>
    private static double Quality(ReadOnlySpan<char> parameter) =>
        parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
        && double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality)
        && quality is >= 0 and <= 1 ? quality : 0;
}
