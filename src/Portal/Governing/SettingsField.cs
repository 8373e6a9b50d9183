namespace Smederijen.Portal.Governing;

/// <summary>How a field is asked.</summary>
public enum FieldShape
{
    Line,
    Number,
    Amount,
    Day,
    Choice,

    /// <summary>Texts below each other, one on every line.</summary>
    Lines,

    /// <summary>A text of more paragraphs.</summary>
    Text,

    /// <summary>Several small fields for every person or thing.</summary>
    Rows,

    /// <summary>A colour, as #rrggbb.</summary>
    Colour,

    /// <summary>A picture that is sent along.</summary>
    Picture,
}

/// <summary>
/// One thing that a municipality sets: how it is asked, how it reads, and what is wrong with it. Forms, the comparison of two versions and the
/// check of a file that is brought in are all made of these.
/// </summary>
/// <param name="Name">Where it stands in the document, as in the JSON: <c>round.closesOn</c>. Forms call it the same.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Touches">What a change of it is about, as far as a second person has to agree.</param>
public sealed record SettingsField(string Name, string Label, FieldShape Shape, Touches Touches)
{
    public string? Hint { get; init; }

    public bool Optional { get; init; }

    /// <summary>The smallest number; null for what is no number.</summary>
    public int? Least { get; init; }

    /// <summary>The largest number, the most characters of a text, or the most lines or rows; null where it has no bound of its own.</summary>
    public int? Most { get; init; }

    /// <summary>Of <see cref="FieldShape.Choice"/>.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Of <see cref="FieldShape.Rows"/>.</summary>
    public IReadOnlyList<SettingsColumn> Columns { get; init; } = [];

    /// <summary>What people read of it, a line for each part; empty where nothing is filled in.</summary>
    public required Func<object, IReadOnlyList<string>> Words { get; init; }

    /// <summary>What goes out and what comes in, where the lines themselves would not tell; null where they do.</summary>
    public Func<object, object, (IReadOnlyList<string> Out, IReadOnlyList<string> In)>? Differ { get; init; }

    /// <summary>What is shown beside the words: a colour as #rrggbb, or the address of a picture; null where words are enough.</summary>
    public Func<object, string?>? Sample { get; init; }

    /// <summary>What its form fields hold.</summary>
    public required Func<object, IEnumerable<KeyValuePair<string, string>>> Filled { get; init; }

    /// <summary>The document with what was typed; what is wrong with that is added to its errors, and then the document stays as it was.</summary>
    public required Func<object, Typed, object> Read { get; init; }
}

/// <summary>A small field of <see cref="FieldShape.Rows"/>.</summary>
/// <param name="Choices">Where one of these is chosen; empty for a text.</param>
public sealed record SettingsColumn(string Name, string Label, IReadOnlyList<Choice> Choices)
{
    public bool IsDay { get; init; }

    public bool Optional { get; init; }
}

/// <summary>The fields of one heading of the form.</summary>
public sealed record SettingsGroup(string Title, string? Lead, IReadOnlyList<SettingsField> Fields);

/// <summary>Makes fields of a document of one type.</summary>
internal static class FieldsOf<T> where T : class
{
    /// <summary>How many rows more than there are a form offers.</summary>
    public const int MoreRows = 3;

    /// <summary>More than any document holds; rows beyond are not read.</summary>
    public const int MostRows = 60;

    public static SettingsField Line(
        string name, string label, Func<T, string> get, Func<T, string, T> set, int most, string? missing, Touches touches = Touches.None) => One(
            name, label, FieldShape.Line, touches, get, document => Some(get(document)), set,
            (typed, field) => typed.Line(field, most, missing), optional: missing is null) with { Most = most };

    public static SettingsField Text(string name, string label, Func<T, string> get, Func<T, string, T> set, int most) => One(
        name, label, FieldShape.Text, Touches.None, get, document => Some(get(document)), set, (typed, field) => typed.Text(field, most, null),
            optional: true) with { Most = most };

    public static SettingsField Number(
        string name, string label, Func<T, int> get, Func<T, int, T> set, int least, int most, Touches touches = Touches.None) => One(
            name, label, FieldShape.Number, touches, document => $"{get(document)}", document => [$"{get(document)}"], set, (typed, field) =>
            {
                if (typed.Count(field) is { } number && number >= least && number <= most)
                    return number;
                typed.Errors.Add(field, $"{label}: vul een getal in van {least} tot en met {most}.");
                return 0;
            }) with { Least = least, Most = most };

    /// <summary>A number that may be left out.</summary>
    public static SettingsField MaybeNumber(
        string name, string label, Func<T, int?> get, Func<T, int?, T> set, int least, int most, Touches touches) => One(
            name, label, FieldShape.Number, touches, document => $"{get(document)}", document => Some($"{get(document)}"), set, (typed, field) =>
            {
                if (typed.Plain(field).Length == 0)
                    return null;
                if (typed.Count(field) is { } number && number >= least && number <= most)
                    return (int?)number;
                typed.Errors.Add(field, $"{label}: vul een getal in van {least} tot en met {most}, of laat het leeg.");
                return null;
            }, optional: true) with { Least = least, Most = most };

    public static SettingsField Amount(string name, string label, Func<T, Euro> get, Func<T, Euro, T> set) => One(
        name, label, FieldShape.Amount, Touches.Money, document => Dutch.EuroShort(get(document).Cents),
        document => [Dutch.EuroShort(get(document).Cents)], set,
        (typed, field) => typed.Euros(field, $"{label}: vul een bedrag in."));

    public static SettingsField Day(string name, string label, Func<T, DateOnly> get, Func<T, DateOnly, T> set, Touches touches) => One(
        name, label, FieldShape.Day, touches, document => $"{get(document):d-M-yyyy}", document => [Dutch.Date(get(document))], set,
        (typed, field) => typed.Day(field, $"{label}: vul een datum in.") ?? default);

    /// <summary>A colour that may be left out.</summary>
    public static SettingsField Colour(string name, string label, Func<T, string> get, Func<T, string, T> set) => One(
        name, label, FieldShape.Colour, Touches.None, get, document => Some(get(document)), set, (typed, field) =>
        {
            var text = typed.Plain(field);
            if (text.Length == 0)
                return "";
            if (Styling.Colour.Parse(text) is { } colour)
                return $"{colour}";
            typed.Errors.Add(field, $"{label}: dit is geen kleur. Schrijf een # met zes tekens erachter, van 0 tot en met 9 en van a tot en met f. Zoals: #0b4a5a.");
            return "";
        }, optional: true) with { Sample = document => get((T)document) };

    public static SettingsField YesNo(string name, string label, Func<T, bool> get, Func<T, bool, T> set, Touches touches = Touches.None) => OneOf(
        name, label, get, set, [(true, "ja", "Ja"), (false, "nee", "Nee")], touches);

    public static SettingsField OneOf<TValue>(
        string name, string label, Func<T, TValue> get, Func<T, TValue, T> set, (TValue Value, string Id, string Label)[] values, Touches touches)
        where TValue : struct
    {
        (TValue Value, string Id, string Label) Of(T document) =>
            Array.Find(values, one => EqualityComparer<TValue>.Default.Equals(one.Value, get(document)));
        return One(
            name, label, FieldShape.Choice, touches, document => Of(document).Id, document => [Of(document).Label], set, (typed, field) =>
            {
                if (Array.FindIndex(values, one => one.Id == typed.Raw(field)) is var found and >= 0)
                    return values[found].Value;
                typed.Errors.Add(field, $"{label}: kies een van de antwoorden.");
                return default;
            }) with { Choices = [.. values.Select(value => new Choice(value.Id, value.Label))] };
    }

    /// <param name="parse">A line to a value; the text that comes back instead says what is wrong with it.</param>
    public static SettingsField Lines<TItem>(
        string name, string label, Func<T, ImmutableArray<TItem>> get, Func<T, ImmutableArray<TItem>, T> set,
        Func<string, (TItem? Item, string? Wrong)> parse, int most, Touches touches = Touches.None, string? missing = null) => One(
            name, label, FieldShape.Lines, touches, document => string.Join('\n', get(document)), document => [.. get(document).Select(item =>
                $"{item}")],
            set, (typed, field) =>
            {
                var lines = Tidy.Text(typed.Raw(field)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                if (lines.Length == 0 && missing is not null)
                    typed.Errors.Add(field, missing);
                if (lines.Length > most)
                    typed.Errors.Add(field, $"{label}: {lines.Length} regels zijn te veel. Schrijf er hoogstens {most}.");
                var read = ImmutableArray.CreateBuilder<TItem>();
                foreach (var (i, line) in lines.Take(most).Index())
                {
                    var (item, wrong) = parse(line);
                    if (wrong is not null)
                        typed.Errors.Add(field, $"{label}, regel {i + 1}: {wrong}");
                    else
                        read.Add(item!);
                }
                return read.ToImmutable();
            }, optional: missing is null) with { Most = most };

    /// <param name="show">What the columns of a row hold.</param>
    /// <param name="words">A row in words.</param>
    /// <param name="read">A row of which something is filled in; null, with an error, when something is wrong with it.</param>
    public static SettingsField Rows<TItem>(
        string name, string label, SettingsColumn[] columns, Func<T, ImmutableArray<TItem>> get, Func<T, ImmutableArray<TItem>, T> set,
        Func<TItem, string[]> show, Func<TItem, string> words, Func<T, Typed, RowReader, TItem?> read, Touches touches) where TItem : class => new(
            name, label, FieldShape.Rows, touches)
        {
            Columns = columns,
            Most = MostRows,
            Words = document => [.. get((T)document).Select(words)],
            Filled = document => get((T)document).SelectMany((item, i) => columns.Zip(
                show(item), (column, value) => KeyValuePair.Create(RowReader.NameOf(name, i + 1, column.Name), value))),
            Read = (document, typed) =>
            {
                var before = typed.Errors.Count;
                var rows = Enumerable.Range(1, MostRows).Select(number => new RowReader(name, number, columns, typed)).Where(row => row.IsFilled)
                    .Select(row => read((T)document, typed, row)).OfType<TItem>().ToImmutableArray();
                return typed.Errors.Count > before ? document : set((T)document, rows);
            },
        };

    private static SettingsField One<TValue>(
        string name, string label, FieldShape shape, Touches touches, Func<T, string> filled, Func<T, IReadOnlyList<string>> words,
        Func<T, TValue, T> set, Func<Typed, string, TValue> read, bool optional = false) => new(name, label, shape, touches)
        {
            Optional = optional,
            Words = document => words((T)document),
            Filled = document => [KeyValuePair.Create(name, filled((T)document))],
            Read = (document, typed) =>
            {
                var before = typed.Errors.Count;
                var value = read(typed, name);
                return typed.Errors.Count > before ? document : set((T)document, value);
            },
        };

    private static IReadOnlyList<string> Some(string text) => text.Length == 0 ? [] : [text];
}

/// <summary>One row of small fields as it was typed.</summary>
public sealed class RowReader(string field, int number, IReadOnlyList<SettingsColumn> columns, Typed typed)
{
    public int Number => number;

    public bool IsFilled => columns.Any(column => column.Choices.Count == 0 && typed.Plain(Name(column.Name)).Length > 0);

    /// <summary>How the form calls a column of this row.</summary>
    public string Name(string column) => NameOf(field, number, column);

    public static string NameOf(string field, int number, string column) => $"{field}.{number}.{column}";
}
