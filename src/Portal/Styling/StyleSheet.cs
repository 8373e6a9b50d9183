using System.IO.Compression;
using System.Security.Cryptography;

namespace Smederijen.Portal.Styling;

/// <summary>
/// The one style sheet of the portal, bundled at build time. Its address holds a hash of the content, so it may be cached
/// for ever: another content has another address.
/// </summary>
public static class StyleSheet
{
    public const string MediaType = "text/css; charset=utf-8";

    public const string CacheControl = "public, max-age=31536000, immutable";

    private static readonly byte[] Bytes = Read();

    private static readonly byte[] Compressed = Compress(Bytes);

    /// <summary>UTF-8, minified.</summary>
    public static ReadOnlyMemory<byte> Content => Bytes;

    /// <summary>The same content for a browser that sends <c>Accept-Encoding: gzip</c>; about a tenth of the size.</summary>
    public static ReadOnlyMemory<byte> Gzip => Compressed;

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the content.</summary>
    public static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes))[..16];

    /// <summary>The path that <c>Document</c> links to, such as <c>/stijl/0a1b2c3d4e5f6071.css</c>.</summary>
    public static string Path { get; } = $"/stijl/{Hash}.css";

    private static byte[] Read()
    {
        using var resource = typeof(StyleSheet).Assembly.GetManifestResourceStream("smederijen.css")
            ?? throw new InvalidOperationException("The style sheet is missing from the program; build it again with npm installed.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
            gzip.Write(content);
        return compressed.ToArray();
    }
}
