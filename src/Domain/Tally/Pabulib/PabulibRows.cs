namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>
/// Rows of fields between semicolons. A field that begins with a quotation mark runs to the closing one, also over line ends;
/// two quotation marks inside stand for one. Empty lines are passed over, a byte order mark too.
/// </summary>
internal ref struct PabulibRows(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text.StartsWith('\uFEFF') ? text[1..] : text;
    private readonly List<Range> _plain = [];
    private readonly List<string> _fields = [];
    private ReadOnlySpan<char> _row;
    private int _at;
    private int _lines;
    private bool _quoted;

    /// <summary>The line on which the row begins.</summary>
    public int Line { get; private set; }

    public readonly int Count => _quoted ? _fields.Count : _plain.Count;

    /// <summary>A field without spaces around it; empty when the row has fewer fields.</summary>
    public readonly ReadOnlySpan<char> this[int field] =>
        field >= Count ? [] : _quoted ? _fields[field].AsSpan().Trim() : _row[_plain[field]].Trim();

    public bool Next()
    {
        do
        {
            if (_at >= _text.Length)
                return false;
            ReadRow();
        }
        while (Count == 1 && this[0].IsEmpty);
        return true;
    }

    private void ReadRow()
    {
        _plain.Clear();
        Line = ++_lines;
        var rest = _text[_at..];
        var end = rest.IndexOf('\n');
        _row = end < 0 ? rest : rest[..end];
        _quoted = _row.Contains('"');
        if (_quoted)
        {
            ReadQuoted();
            return;
        }
        _at += end < 0 ? rest.Length : end + 1;
        for (var from = 0; ;)
        {
            var to = _row[from..].IndexOf(';');
            if (to < 0)
            {
                _plain.Add(from.._row.Length);
                return;
            }
            _plain.Add(from..(from + to));
            from += to + 1;
        }
    }

    private void ReadQuoted()
    {
        _fields.Clear();
        while (true)
        {
            _fields.Add(_at < _text.Length && _text[_at] == '"' ? QuotedField() : PlainField());
            if (_at >= _text.Length)
                return;
            if (_text[_at++] == '\n')
                return;
        }
    }

    private string PlainField()
    {
        var rest = _text[_at..];
        var end = rest.IndexOfAny(';', '\n');
        var field = end < 0 ? rest : rest[..end];
        _at += field.Length;
        return field.ToString();
    }

    private string QuotedField()
    {
        var (opened, field) = (_lines, "");
        while (true)
        {
            var rest = _text[(_at + 1)..];
            var end = rest.IndexOf('"');
            if (end < 0)
                throw new PabulibException(opened, "een aanhalingsteken wordt geopend en niet gesloten. Zet aan het eind van de tekst een \".");
            _lines += rest[..end].Count('\n');
            _at += end + 2;
            if (_at >= _text.Length || _text[_at] != '"')
                return field + rest[..end].ToString() + PlainField();
            field += rest[..(end + 1)].ToString();
        }
    }
}
