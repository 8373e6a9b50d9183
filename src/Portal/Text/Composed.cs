using System.Collections.Frozen;

namespace Smederijen.Portal.Text;

/// <summary>
/// Unicode Normalization Form C: an é that was typed as e and an accent is the é that everybody else types. The framework does nothing
/// here, because this system runs without the culture data of the machine (<c>InvariantGlobalization</c>), so the tables of Unicode 14 are
/// compiled in. Source: Unicode Standard Annex #15, and section 3.12 of the standard for Hangul.
/// </summary>
public static class Composed
{
    private const int FirstSyllable = 0xAC00;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeTrails = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Trails = 28;
    private const int Syllables = Leads * Vowels * Trails;

    /// <summary>Below the first accent that stands on its own everything is composed already.</summary>
    private const char FirstAccent = '\u0300';

    private static readonly Lazy<Tables> Data = new(Read);

    public static string Nfc(string text) => text.AsSpan().ContainsAnyInRange(FirstAccent, char.MaxValue) ? Compose(Decompose(text)) : text;

    /// <summary>The other way round (Form D): letters apart from their accents.</summary>
    public static string Nfd(string text) => string.Concat(Decompose(text).Select(char.ConvertFromUtf32));

    private static List<int> Decompose(string text)
    {
        var (parts, whole) = (Data.Value.Parts, new List<int>(text.Length));
        foreach (var rune in text.EnumerateRunes())
            Take(rune.Value);
        Sort(whole);
        return whole;

        void Take(int character)
        {
            if (parts.TryGetValue(character, out var pair))
            {
                Take(pair.First);
                if (pair.Second != 0)
                    Take(pair.Second);
            }
            else if ((uint)(character - FirstSyllable) is < Syllables and var syllable)
            {
                whole.Add(FirstLead + (int)syllable / (Vowels * Trails));
                whole.Add(FirstVowel + (int)syllable % (Vowels * Trails) / Trails);
                if (syllable % Trails != 0)
                    whole.Add(BeforeTrails + (int)syllable % Trails);
            }
            else
                whole.Add(character);
        }
    }

    /// <summary>Marks of one letter stand in the order of their classes; marks of the same class stay as they were.</summary>
    private static void Sort(List<int> text)
    {
        for (var from = 0; from < text.Count; from++)
        {
            var to = from;
            while (to < text.Count && ClassOf(text[to]) != 0)
                to++;
            if (to - from > 1)
            {
                var marks = text.GetRange(from, to - from).OrderBy(ClassOf).ToList();
                text.RemoveRange(from, marks.Count);
                text.InsertRange(from, marks);
            }
            from = to;
        }
    }

    private static string Compose(List<int> text)
    {
        var (whole, starter, lastClass) = (new List<int>(text.Count), -1, 0);
        foreach (var character in text)
        {
            var own = ClassOf(character);
            var isBlocked = starter >= 0 && whole.Count - 1 > starter && lastClass >= own;
            if (starter >= 0 && !isBlocked && Pair(whole[starter], character) is { } pair)
            {
                whole[starter] = pair;
                continue;
            }
            if (own == 0)
                starter = whole.Count;
            lastClass = own;
            whole.Add(character);
        }
        return string.Concat(whole.Select(char.ConvertFromUtf32));
    }

    private static int? Pair(int first, int second)
    {
        if ((uint)(first - FirstLead) < Leads && (uint)(second - FirstVowel) < Vowels)
            return FirstSyllable + ((first - FirstLead) * Vowels + second - FirstVowel) * Trails;
        if ((uint)(first - FirstSyllable) < Syllables && (first - FirstSyllable) % Trails == 0 && (uint)(second - BeforeTrails - 1) < Trails - 1)
            return first + second - BeforeTrails;
        return Data.Value.Pairs.TryGetValue((first, second), out var pair) ? pair : null;
    }

    private static int ClassOf(int character) => Data.Value.Classes.GetValueOrDefault(character);

    /// <summary>
    /// Words of the file: <c>E9=65+301</c> is a letter and its parts, <c>!</c> before it says that the parts stay apart. <c>#230</c> begins
    /// the marks of a class: <c>300-314</c>, or one alone.
    /// </summary>
    private static Tables Read()
    {
        using var file = typeof(Composed).Assembly.GetManifestResourceStream("composition.txt")!;
        using var reader = new StreamReader(file);
        var (parts, pairs, classes) = (new Dictionary<int, (int, int)>(), new Dictionary<(int, int), int>(), new Dictionary<int, int>());
        var present = 0;
        foreach (var word in reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == '#')
                present = int.Parse(word.AsSpan(1), CultureInfo.InvariantCulture);
            else if (word.Split('=') is [var letter, var of])
            {
                var pair = of.Split('+') is [var first, var second] ? (Number(first), Number(second)) : (Number(of), 0);
                parts[Number(letter.TrimStart('!'))] = pair;
                if (letter[0] != '!')
                    pairs[pair] = Number(letter);
            }
            else
            {
                var ends = word.Split('-');
                for (var mark = Number(ends[0]); mark <= Number(ends[^1]); mark++)
                    classes[mark] = present;
            }
        }
        return new Tables(parts.ToFrozenDictionary(), pairs.ToFrozenDictionary(), classes.ToFrozenDictionary());
    }

    private static int Number(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private sealed record Tables(
        FrozenDictionary<int, (int First, int Second)> Parts, FrozenDictionary<(int, int), int> Pairs, FrozenDictionary<int, int> Classes);
}
