namespace Smederijen.Portal.Text;

/// <summary>Names made of a text: whoever knows the text finds the name again, and the name does not tell the text.</summary>
public static class Digest
{
    /// <summary>The first bytes of the SHA-256 of the text in UTF-8, as small hexadecimal digits: two for each byte.</summary>
    public static string Hex(string text, int bytes = SHA256.HashSizeInBytes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));
}
