using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Smederijen.Banking.Tests;

/// <summary>
/// The table of docs/bank-files.md, and a walk along it: every element of a written file in its place, as often as it may be, with what it may hold.
/// </summary>
internal static partial class ElementTable
{
    private static readonly XNamespace Space = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    public static IReadOnlyList<Row> Rows { get; } = [.. RowPattern().Matches(File.ReadAllText(Path.Combine(Root(), "docs", "bank-files.md")))
        .Select(match => new Row(match.Groups["path"].Value, match.Groups["often"].Value, match.Groups["type"].Value.Trim('`')))];

    /// <summary>All that differs from the table.</summary>
    public static IEnumerable<string> Faults(byte[] file)
    {
        var document = XDocument.Parse(new System.Text.UTF8Encoding(false, true).GetString(file), LoadOptions.PreserveWhitespace).Root!;
        if (document.Name != Space + "Document" || document.Elements().ToList() is not [var content] || content.Name != Space + "CstmrCdtTrfInitn")
            return ["the root"];
        return Walk(content, "");
    }

    private static IEnumerable<string> Walk(XElement element, string path)
    {
        var children = element.Elements().ToList();
        var next = 0;
        foreach (var row in Rows.Where(row => row.Parent == path))
        {
            var here = children.Skip(next).TakeWhile(child => child.Name == Space + row.Name).ToList();
            next += here.Count;
            if (here.Count < row.Least || here.Count > row.Most)
                yield return $"{row.Path}: {here.Count} times";
            foreach (var fault in here.SelectMany(child => Fits(child, row) ? Walk(child, row.Path) : [$"{row.Path}: {child}"]))
                yield return fault;
        }
        if (next < children.Count)
            yield return $"{path}: {children[next].Name.LocalName} has no place here";
    }

    private static bool Fits(XElement element, Row row) => row.Type == "group"
        ? element.HasElements && !element.HasAttributes
        : !element.HasElements && (row.Type == "amount" ? element.Attributes().ToList() is [{ Name.LocalName: "Ccy", Value: "EUR" }] : !element.HasAttributes)
            && Matches(element.Value, row.Type);

    private static bool Matches(string text, string type) => type.Split(' ') switch
    {
        ["text", var most] => text.Length <= int.Parse(most) && SafeText().IsMatch(text),
        ["moment"] => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\z"),
        ["day"] => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\d\z"),
        ["number"] => Regex.IsMatch(text, @"^[1-9][0-9]{0,14}\z"),
        ["euros"] => Regex.IsMatch(text, @"^[0-9]{1,15}\.[0-9]{2}\z"),
        ["amount"] => Regex.IsMatch(text, @"^[0-9]{1,9}\.[0-9]{2}\z") && text != "0.00",
        ["iban"] => Regex.IsMatch(text, @"^[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}\z"),
        ["bic"] => Regex.IsMatch(text, @"^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?\z"),
        ["country"] => Regex.IsMatch(text, @"^[A-Z]{2}\z"),
        [var only] => text == only,
        _ => false,
    };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, ".editorconfig")))
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run inside the repository.");
        return folder.FullName;
    }

    [GeneratedRegex(@"^\| `(?<path>(GrpHdr|PmtInf)[A-Za-z/]*)` \| (?<often>[01.n]+) \| (?<type>[^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex RowPattern();

    /// <summary>EPC217-08: its characters, no space or slash at an end, no two slashes in a row.</summary>
    [GeneratedRegex(@"^(?![ /])(?!.*//)[A-Za-z0-9/\-?:().,'+ ]+(?<![ /])\z")]
    private static partial Regex SafeText();

    internal sealed record Row(string Path, string Often, string Type)
    {
        public string Parent => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

        public string Name => Path[(Path.LastIndexOf('/') + 1)..];

        public int Least => Often[0] == '0' ? 0 : 1;

        public int Most => Often.EndsWith('n') ? int.MaxValue : 1;
    }
}
