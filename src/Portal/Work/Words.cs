using System.Buffers.Text;
using System.Text.RegularExpressions;

namespace Smederijen.Portal.Work;

/// <summary>A text that somebody typed, in a row of its own.</summary>
/// <param name="Salt">Chance, so that nobody can guess the text from its seal.</param>
public sealed record SaidText(string Text, string Salt)
{
    /// <summary>The hash under which it lies, and which stands for it everywhere else.</summary>
    public string Seal() => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Salt}\n{Text}")).AsSpan(0, 16));
}

/// <summary>
/// Free text lies apart from what was decided over it: in rows <c>{name}|{id}|gezegd|{seal}</c>. The item, its log and what waits hold
/// <c>{~seal~}</c> in its place. So a text can be hidden or erased later, by taking away one row, and the log stays whole.
/// Items are decided over with seals as well; the one thing that a decision asks of a text is whether it says the same as before.
/// </summary>
/// <param name="kind">Tells what people type.</param>
/// <param name="known">Texts that have a seal already, of the same item.</param>
public sealed partial class Words(KindFacts kind, IEnumerable<SaidText>? known = null)
{
    /// <summary>What a reader finds where a text was taken away.</summary>
    public const string Gone = "(Deze tekst is weggehaald.)";

    private const string Part = "gezegd";
    private const string Instead = "anders";

    private readonly Dictionary<string, string> sealOf = (known ?? []).DistinctBy(text => text.Text)
        .ToDictionary(text => text.Text, text => text.Seal(), StringComparer.Ordinal);
    private readonly List<SaidText> taken = [];

    /// <summary>What was taken out so far.</summary>
    public IEnumerable<SaidText> Taken => taken;

    /// <summary>The JSON of an event, with seals in place of all texts in it: whatever people typed, even if it looks like a seal.</summary>
    public string OutOfEvent(string json) => Out(json, all: true);

    /// <summary>The JSON of an item or of what waits for it, whose older texts are sealed already.</summary>
    public string OutOfItem(string json) => Out(json, all: false);

    /// <summary>The key of the row of a text.</summary>
    public static string Row(string name, string id, string seal) => $"{name}|{id}|{Part}|{seal}";

    public static RowRange Of(string name, string id) => RowRange.Prefix($"{name}|{id}|{Part}|");

    public static bool Is(string[] key) => key is [_, _, Part, _];

    /// <summary>The key of the row with what is shown in the place of a text that was taken away.</summary>
    public static string InsteadRow(string name, string id, string seal) => $"{Row(name, id, seal)}|{Instead}";

    /// <summary>Whether a key is that of a row with what is shown in the place of a text.</summary>
    public static bool IsInstead(string[] key) => key is [_, _, Part, _, Instead];

    /// <summary>The seals in the data of a row.</summary>
    public static IEnumerable<string> SealsIn(string data) => Seals().Matches(data).Select(seal => seal.Groups[1].Value);

    /// <summary>Whether a row holds a seal, and cannot be shown without its texts.</summary>
    public static bool IsSealed(Entity row) => row.Data.Contains("{~", StringComparison.Ordinal);

    /// <summary>The rows of one item as they were read, with every text in its place and no rows of texts among them.</summary>
    public static IReadOnlyList<Entity> PutBack(IReadOnlyList<Entity> rows)
    {
        var texts = rows.Where(row => row.Row.Split('|') is var key && (Is(key) || IsInstead(key))).ToList();
        return texts.Count == 0 && !rows.Any(IsSealed) ? rows : PutBack(rows.Except(texts), texts);
    }

    /// <inheritdoc cref="PutBack(IReadOnlyList{Entity})"/>
    /// <param name="texts">The range with the texts, which is read when one is needed.</param>
    public static async Task<IReadOnlyList<Entity>> PutBack(
        IEntityStore store, string partition, RowRange texts, IReadOnlyList<Entity> rows, CancellationToken cancellation) =>
        rows.Any(IsSealed) ? PutBack(rows, await store.All(partition, texts, cancellation).ToListAsync(cancellation)) : rows;

    private static List<Entity> PutBack(IEnumerable<Entity> rows, IEnumerable<Entity> texts)
    {
        // A text that cannot be read is as good as one that was taken away: the item goes on.
        var bySeal = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in texts)
        {
            var key = row.Row.Split('|');
            bySeal[key[3]] = IsInstead(key)
                ? row.TryRead(WorkJson.Default.HiddenText)?.Text ?? Gone
                : row.TryRead(WorkJson.Default.SaidText)?.Text ?? Gone;
        }
        return [.. rows.Select(row => !IsSealed(row) ? row : row with
        {
            Data = Seals().Replace(row.Data, seal => JsonEncodedText.Encode(bySeal.GetValueOrDefault(seal.Groups[1].Value, Gone)).Value),
        })];
    }

    /// <summary>All but the texts stays as it was spelled, letter for letter: the stamp of an effect covers its spelling.</summary>
    private string Out(string json, bool all)
    {
        if (!kind.HoldsTyped(json))
            return json;
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        var (outer, isTyped) = (new Stack<bool>(), false);
        var (sealedJson, copied) = (new StringBuilder(json.Length), 0);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    isTyped = kind.Typed.Contains(reader.GetString()!);
                    break;
                case JsonTokenType.StartArray or JsonTokenType.StartObject:
                    outer.Push(isTyped);
                    isTyped &= reader.TokenType is JsonTokenType.StartArray;
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    isTyped = outer.Pop();
                    break;
                case JsonTokenType.String when isTyped && SealFor(reader.GetString()!, all) is { } seal:
                    var start = (int)reader.TokenStartIndex;
                    sealedJson.Append(Encoding.UTF8.GetString(bytes.AsSpan(copied, start - copied))).Append($"\"{{~{seal}~}}\"");
                    copied = (int)reader.BytesConsumed;
                    break;
            }
        }
        return sealedJson.Append(Encoding.UTF8.GetString(bytes.AsSpan(copied))).ToString();
    }

    /// <summary>What stands for a text; null where the text itself stays: nothing was typed, or it is a seal already.</summary>
    private string? SealFor(string text, bool all)
    {
        if (text.Length == 0 || (!all && Seals().IsMatch(text)))
            return null;
        if (!sealOf.TryGetValue(text, out var seal))
        {
            var said = new SaidText(text, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12)));
            taken.Add(said);
            sealOf[text] = seal = said.Seal();
        }
        return seal;
    }

    [GeneratedRegex(@"\{~([A-Za-z0-9_-]{22})~\}")]
    private static partial Regex Seals();
}
