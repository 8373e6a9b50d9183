using System.Text.Json.Nodes;

namespace Smederijen.Portal.Governing;

/// <summary>
/// Puts a change of a document into another version of it: what was changed comes in, and the rest stays as it is there. Lists are one value, but
/// for those of which every row has a name of its own: these merge row by row.
/// </summary>
public static class SettingsMerge
{
    private const string Version = "version";

    /// <summary>What a row of a list is called by, where it has a name.</summary>
    private static readonly Dictionary<string, string[]> s_names = new(StringComparer.Ordinal)
    {
        ["wijkteam.members"] = ["id"],
        ["seats"] = ["id"],
        ["themes"] = ["id"],
        // Nobody has the same task twice on one day.
        ["tasks"] = ["account", "role", "from"],
    };

    /// <param name="before">What was changed.</param>
    /// <param name="changed">What was made of it.</param>
    /// <param name="other">What was made of it elsewhere: another version.</param>
    /// <param name="alikeToo">Whether it is a conflict, too, where both changed it in the same way.</param>
    public static MergedSettings Merge(object before, object changed, object other, bool alikeToo = false)
    {
        var type = SettingsExchange.TypeOf(SettingsDocument.IdOf(changed));
        JsonObject Node(object content) => (JsonObject)JsonSerializer.SerializeToNode(content, type)!;
        var merging = new Merging(alikeToo);
        var (was, becomes, others) = (Node(before), Node(changed), Node(other));
        var version = becomes[Version]?.DeepClone();
        foreach (var node in (JsonObject[])[was, becomes, others])
            node.Remove(Version);
        var merged = (JsonObject)merging.Value("", was, becomes, others)!;
        if (version is not null)
            merged[Version] = version;
        return new(merged.Deserialize(type)!, merging.Conflicts);
    }

    /// <summary>Whether two versions say the same at a place in the document.</summary>
    public static bool AreAlike(object one, object other, string path)
    {
        JsonNode? At(object content) => path.Split('.').Aggregate(
            JsonSerializer.SerializeToNode(content, SettingsExchange.TypeOf(SettingsDocument.IdOf(content))),
            (node, part) => (node as JsonObject)?[part]);
        return JsonNode.DeepEquals(At(one), At(other));
    }

    private sealed class Merging(bool alikeToo)
    {
        public List<string> Conflicts { get; } = [];

        /// <summary>What becomes of one value, of which null is nothing. Where both changed it the change stays, and it is a conflict.</summary>
        public JsonNode? Value(string path, JsonNode? before, JsonNode? changed, JsonNode? other)
        {
            if (AreSame(changed, before) || AreSame(other, before))
                return Whole(path, before, changed, other);
            if (changed is JsonObject becomes && other is JsonObject others && before is JsonObject or null)
                return Object(path, before as JsonObject ?? [], becomes, others);
            if (s_names.TryGetValue(path, out var names) && Rows.Of(before, names) is { } wasRows && Rows.Of(changed, names) is { } rows
                && Rows.Of(other, names) is { } otherRows && Order(wasRows, rows, otherRows) is { } order)
                return List(path, order, wasRows, rows, otherRows);
            return Whole(path, before, changed, other);
        }

        /// <summary>The same of what has no parts.</summary>
        private JsonNode? Whole(string path, JsonNode? before, JsonNode? changed, JsonNode? other)
        {
            if (AreSame(changed, before))
                return other?.DeepClone();
            if (!AreSame(other, before) && (alikeToo || !AreSame(changed, other)))
                Conflicts.Add(path);
            return changed?.DeepClone();
        }

        /// <summary>What is left out says as little as an empty text.</summary>
        private static bool AreSame(JsonNode? one, JsonNode? other) =>
            JsonNode.DeepEquals(one, other) || (IsNothing(one) && IsNothing(other));

        private static bool IsNothing(JsonNode? node) =>
            node is null || (node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length == 0);

        private JsonObject Object(string path, JsonObject before, JsonObject changed, JsonObject other)
        {
            var merged = new JsonObject();
            foreach (var name in changed.Concat(other).Concat(before).Select(part => part.Key).Distinct())
                if (Value(path.Length == 0 ? name : $"{path}.{name}", before[name], changed[name], other[name]) is { } value)
                    merged[name] = value;
            return merged;
        }

        private JsonArray List(string path, IEnumerable<string> order, Rows before, Rows changed, Rows other)
        {
            var merged = new JsonArray();
            var rows = new Merging(alikeToo);
            foreach (var row in order.Union(before.Names))
                // Of what came in in both no part is older than another.
                if ((before.Find(row) is { } was ? rows.Value("", was, changed.Find(row), other.Find(row))
                    : rows.Whole("", null, changed.Find(row), other.Find(row))) is { } value)
                    merged.Add(value);
            if (rows.Conflicts.Count > 0)
                Conflicts.Add(path);
            return merged;
        }

        /// <summary>
        /// All rows, in the order of the one that moved some; null where both did. What came in stands behind the row that it was put behind, and
        /// behind what came in there in the other.
        /// </summary>
        private static List<string>? Order(Rows before, Rows changed, Rows other)
        {
            List<string> Left(Rows rows) => [.. rows.Names.Where(name => before.Find(name) is not null && changed.Find(name) is not null
                && other.Find(name) is not null)];
            var (was, becomes, others) = (Left(before), Left(changed), Left(other));
            if (!becomes.SequenceEqual(was) && !others.SequenceEqual(was) && !becomes.SequenceEqual(others))
                return null;
            var (leading, following) = others.SequenceEqual(was) && !becomes.SequenceEqual(was) ? (changed, other) : (other, changed);
            List<string> order = [.. leading.Names];
            foreach (var (i, name) in following.Names.Index())
            {
                if (order.Contains(name))
                    continue;
                var place = following.Names.Take(i).Select(earlier => order.IndexOf(earlier)).LastOrDefault(found => found >= 0, -1) + 1;
                while (place < order.Count && !following.Names.Contains(order[place]) && !before.Names.Contains(order[place]))
                    place++;
                order.Insert(place, name);
            }
            return order;
        }
    }

    /// <summary>A list of which every row has another name.</summary>
    private sealed class Rows
    {
        private readonly Dictionary<string, JsonObject> rows = new(StringComparer.Ordinal);

        public List<string> Names { get; } = [];

        /// <summary>Null where it is no such list.</summary>
        public static Rows? Of(JsonNode? node, string[] names)
        {
            var found = new Rows();
            foreach (var row in node as JsonArray ?? [])
            {
                if (row is not JsonObject known)
                    return null;
                var name = string.Join('|', names.Select(part => $"{known[part]}"));
                if (!found.rows.TryAdd(name, known))
                    return null;
                found.Names.Add(name);
            }
            return found;
        }

        public JsonObject? Find(string name) => rows.GetValueOrDefault(name);
    }
}

/// <summary>A version with a change in it.</summary>
/// <param name="Content">Where there was a conflict, what was changed.</param>
/// <param name="Conflicts">Where in the document both changed the same: <c>round.closesOn</c>.</param>
public sealed record MergedSettings(object Content, IReadOnlyList<string> Conflicts);
