namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>The header of a section: which column is where.</summary>
internal sealed class Columns
{
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);

    public Columns(ref PabulibRows header, params ReadOnlySpan<string> required)
    {
        var names = new List<string>();
        for (var i = 0; i < header.Count; i++)
        {
            names.Add(header[i].ToString().ToLowerInvariant());
            if (names[i].Length > 0 && !_byName.TryAdd(names[i], i))
                throw new PabulibException(header.Line, $"de kolom '{Amount.Shown(names[i])}' staat er twee keer. Geef elke kolom een eigen naam.");
        }
        foreach (var name in required)
        {
            if (!Has(name))
                throw new PabulibException(header.Line, $"de kolom '{name}' ontbreekt. De eerste regel van een deel noemt de kolommen, met een puntkomma ertussen.");
        }
        Names = names;
    }

    private Columns() => Names = [];

    public static Columns None { get; } = new();

    public IReadOnlyList<string> Names { get; }

    public int this[string name] => _byName[name];

    /// <summary>A row with more in it than there are columns: most often a text with a semicolon that is not between quotation marks.</summary>
    public void RemarkOnMore(ref PabulibRows rows, Remarks remarks)
    {
        for (var i = Names.Count; i < rows.Count; i++)
        {
            if (rows[i].IsEmpty)
                continue;
            remarks.Doubt("more fields", rows.Line, "deze regel heeft meer velden dan er kolommen zijn. Wat over is, is niet gelezen. "
                + "Zet een tekst met een puntkomma tussen aanhalingstekens.");
            return;
        }
    }

    public bool Has(string name) => _byName.ContainsKey(name);
}
