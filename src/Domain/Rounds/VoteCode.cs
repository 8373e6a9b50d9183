using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Smederijen.Domain.Rounds;

/// <summary>
/// The code in a voter's letter: fifteen characters of chance (75 bits) in Crockford's base 32 and one check character, in
/// groups of four. <c>VoteCode.TryParse("7k3m-9qxt-0ab1-cdef", ...)</c> reads capitals and small letters, O as 0, and I and L
/// as 1, and skips whatever is no letter or digit: there are many hyphens and spaces, and some are not to be seen. Alphabet:
/// Douglas Crockford, "Base 32", https://www.crockford.com/base32.html
/// </summary>
public sealed record VoteCode
{
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    public const int ChanceCharacters = 15;
    public const int Length = ChanceCharacters + 1;
    public const int GroupLength = 4;
    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    private VoteCode(string characters) => Characters = characters;

    /// <summary>The sixteen characters without hyphens.</summary>
    public string Characters { get; }

    /// <summary>Enough to see which code it is, and too little to vote with.</summary>
    public string FirstGroup => Characters[..GroupLength];

    /// <exception cref="ArgumentException">The characters of chance are not fifteen of the alphabet.</exception>
    public static VoteCode Of(ReadOnlySpan<char> chance) =>
        chance.Length == ChanceCharacters && chance.IndexOfAnyExcept(Allowed) < 0
            ? new VoteCode($"{chance}{Alphabet[Check(chance)]}")
            : throw new ArgumentException($"A code has {ChanceCharacters} characters of chance from {Alphabet}.");

    public static bool TryParse(string? typed, [NotNullWhen(true)] out VoteCode? code)
    {
        code = null;
        var plain = string.Concat((typed ?? "").Where(char.IsLetterOrDigit).Select(Read));
        if (plain.Length != Length || plain.AsSpan().IndexOfAnyExcept(Allowed) >= 0)
            return false;
        if (plain[^1] != Alphabet[Check(plain.AsSpan(0, ChanceCharacters))])
            return false;
        code = new VoteCode(plain);
        return true;
    }

    /// <summary>As it is printed: <c>7K3M-9QXT-0AB1-CDEF</c>.</summary>
    public override string ToString() => string.Join('-', Characters.Chunk(GroupLength).Select(group => new string(group)));

    private static char Read(char c) => char.ToUpperInvariant(c) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var other => other,
    };

    /// <summary>
    /// A weighted sum in the field of 32 elements: every character at its own power of x. Any one wrong character and any two
    /// exchanged ones change the sum. Theory: F. J. MacWilliams and N. J. A. Sloane, The Theory of Error-Correcting Codes,
    /// chapter 1 (a code over GF(q) that detects one error).
    /// </summary>
    private static int Check(ReadOnlySpan<char> characters)
    {
        var sum = 0;
        foreach (var c in characters)
            sum = TimesX(sum ^ Alphabet.IndexOf(c));
        return sum;
    }

    /// <summary>Multiplication by x, modulo x⁵ + x² + 1, which is primitive: its powers run through all 31 elements.</summary>
    private static int TimesX(int element) => (element << 1) ^ ((element & 16) == 0 ? 0 : 0b100101);
}
