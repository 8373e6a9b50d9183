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

    public bool Has(string name) => _byName.ContainsKey(name);
}
