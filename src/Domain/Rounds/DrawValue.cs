using System.Security.Cryptography;
using System.Text;

namespace Smederijen.Domain.Rounds;

/// <summary>
/// The value of the public source that draws between equals. Only its digits count, in their order, so that <c>987,43</c> and
/// <c>987.43</c> are the same: <c>98743</c>. A lone figure after the comma (<c>912,4</c>) could stand for more, and is refused.
/// </summary>
public static class DrawValue
{
    public const int LeastDigits = 3;
    public const int MostDigits = 60;

    /// <summary>The digits of what somebody typed; null when there are too few or too many, or the last was left out.</summary>
    public static string? DigitsOf(string typed)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        var isCutOff = typed.TrimEnd() is [.., ',' or '.', not (',' or '.')] or [.., ',' or '.'];
        return digits.Length is >= LeastDigits and <= MostDigits && !isCutOff ? digits : null;
    }

    /// <summary>
    /// The seed of the draw: SHA-256 of "hash of the manifest, line feed, digits" in lower-case hexadecimal. No ballot is in it, so nobody
    /// can try ballots until the draw pleases. In a shell: <c>printf '%s\n%s' "$manifest" "$digits" | sha256sum</c>.
    /// </summary>
    public static string Seed(string manifestHash, string digits) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{manifestHash}\n{digits}")));
}
