namespace Smederijen.Portal.Styling;

/// <summary>
/// A file that every page links to, part of the program. Its address holds a hash of the content, so it may be cached for
/// ever: another content has another address.
/// </summary>
public sealed class StyleFile
{
    public const string CacheControl = "public, max-age=31536000, immutable";

    private StyleFile(string name, string mediaType)
    {
        var bytes = Read(name);
        Content = bytes;
        MediaType = mediaType;
        Path = $"/stijl/{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}{System.IO.Path.GetExtension(name)}";
    }

    /// <summary>The one style sheet, bundled and minified at build time.</summary>
    public static StyleFile Sheet { get; } = new("smederijen.css", "text/css; charset=utf-8");

    /// <summary>The small picture in the tab of a browser.</summary>
    public static StyleFile Icon { get; } = new("smederijen.svg", "image/svg+xml");

    public string MediaType { get; }

    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The path that <c>Document</c> links to, such as <c>/stijl/0a1b2c3d4e5f6071.css</c>.</summary>
    public string Path { get; }

    private static byte[] Read(string name)
    {
        using var resource = typeof(StyleFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The file {name} is missing from the program; build it again with npm installed.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}
