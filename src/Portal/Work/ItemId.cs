using System.Buffers;

namespace Smederijen.Portal.Work;

/// <summary>
/// Ids of items: nine characters of time and five of chance in Crockford base 32, so that they sort by age and cannot be
/// guessed from each other.
/// </summary>
public static class ItemId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);
    private const int TimeCharacters = 9;
    private const int ChanceCharacters = 5;

    public static string New(DateTimeOffset now) =>
        string.Create(TimeCharacters + ChanceCharacters, now.ToUnixTimeMilliseconds(), static (id, time) =>
    {
        for (var i = TimeCharacters - 1; i >= 0; i--, time >>= 5)
            id[i] = Alphabet[(int)(time & 31)];
        RandomNumberGenerator.GetItems(Alphabet, id[TimeCharacters..]);
    });

    /// <summary>The id of an item that comes from elsewhere: always the same one for the same day and name.</summary>
    /// <param name="day">The moment from which it sorts; which one after it, the name tells.</param>
    public static string Of(DateTimeOffset day, string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        var time = day.ToUnixTimeMilliseconds() + BitConverter.ToUInt32(hash, 0) % (uint)TimeSpan.MillisecondsPerDay;
        return string.Create(TimeCharacters + ChanceCharacters, (time, hash), static (id, from) =>
        {
            for (var (i, time) = (TimeCharacters - 1, from.time); i >= 0; i--, time >>= 5)
                id[i] = Alphabet[(int)(time & 31)];
            for (var i = 0; i < ChanceCharacters; i++)
                id[TimeCharacters + i] = Alphabet[from.hash[4 + i] & 31];
        });
    }

    /// <summary>The moment that an id sorts by.</summary>
    public static DateTimeOffset MomentOf(string id) => DateTimeOffset.FromUnixTimeMilliseconds(
        id.Take(TimeCharacters).Aggregate(0L, (time, character) => (time << 5) + Alphabet.IndexOf(character, StringComparison.Ordinal)));

    /// <summary>Whether a text from outside can be an id, before it becomes part of a key.</summary>
    public static bool IsValid(string text) => text.Length == TimeCharacters + ChanceCharacters && text.AsSpan().IndexOfAnyExcept(Allowed) < 0;
}
