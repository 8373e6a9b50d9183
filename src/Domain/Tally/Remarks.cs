namespace Smederijen.Domain.Tally;

/// <summary>
/// Gathers remarks. Of each kind the first few are told in full; the others are one sentence with their number, so that a file
/// with one fault on every line can still be read about.
/// </summary>
public sealed class Remarks
{
    private const int MostDoubts = 10;
    private const int MostNotes = 1;
    private readonly List<Remark> _told = [];
    private readonly Dictionary<string, Kind> _kinds = new(StringComparer.Ordinal);

    /// <summary>Other projects may have won because of it. <paramref name="text"/> begins in lower case when it is about a line.</summary>
    public void Doubt(string kind, int line, string text) => Add(kind, new Remark(line, text, true), MostDoubts);

    /// <summary>Worth knowing, but the outcome is the same either way.</summary>
    public void Note(string kind, int line, string text) => Add(kind, new Remark(line, text, false), MostNotes);

    /// <summary>In the order of the lines; what is about the file as a whole comes last.</summary>
    public IReadOnlyList<Remark> ToList() =>
        [.. _told.Concat(_kinds.Values.SelectMany(kind => kind.Rest()))
            .OrderBy(remark => remark.Line == 0 ? int.MaxValue : remark.Line)];

    private void Add(string kind, Remark remark, int most)
    {
        if (!_kinds.TryGetValue(kind, out var known))
            _kinds.Add(kind, known = new Kind());
        if (known.Told == most)
        {
            known.Skip(remark);
            return;
        }
        known.Told++;
        _told.Add(Sentence(remark));
    }

    private static Remark Sentence(Remark remark) => remark with
    {
        Text = (remark.Line > 0 ? $"Regel {remark.Line}: " : "") + remark.Text
            + (remark.CouldChangeOutcome ? " De uitslag kan daardoor anders zijn." : " De uitslag verandert er niet door."),
    };

    private sealed class Kind
    {
        private Remark? _firstUntold;
        private int _untold;

        public int Told { get; set; }

        public void Skip(Remark remark)
        {
            _firstUntold ??= remark;
            _untold++;
        }

        public IEnumerable<Remark> Rest() => _firstUntold is { } first
            ? [Sentence(first with { Text = $"{first.Text} Vanaf hier komt dit {_untold} keer voor." })]
            : [];
    }
}
