namespace Smederijen.Portal.Text;

/// <summary>A table for a spreadsheet program.</summary>
/// <param name="Name">Of the sheet in a file that holds several: at most 31 characters, without <c>/ \ ? * [ ] :</c>.</param>
/// <param name="Rows">As many cells in each as there are heads.</param>
internal sealed record Sheet(string Name, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<SheetCell>> Rows);

/// <summary>A text, or an amount in cents.</summary>
internal readonly record struct SheetCell(string Text, long? Cents = null)
{
    public static implicit operator SheetCell(string text) => new(text);

    public static implicit operator SheetCell(long cents) => new("", cents);
}
