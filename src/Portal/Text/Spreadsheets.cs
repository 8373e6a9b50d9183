using CsvHelper;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Smederijen.Portal.Text;

/// <summary>Files as spreadsheet programs write and read them.</summary>
internal static class Spreadsheets
{
    /// <summary>The code page in which Excel writes a CSV that is not in UTF-8.</summary>
    private const int Windows = 1252;

    /// <summary>Wide enough for a name, and for ten billion euros.</summary>
    private const int Width = 18;

    /// <summary>The table as CSV; amounts with a comma and two decimals.</summary>
    public static byte[] Write(Sheet sheet) => Write(
        [[.. sheet.Heads], .. sheet.Rows.Select(row => row.Select(cell => cell.Cents is { } cents ? Decimals(cents) : cell.Text).ToArray())]);

    /// <summary>
    /// The tables as one Excel file (xlsx). An amount is a number with two decimals, written from the cents without rounding; a text is a text,
    /// whatever it begins with.
    /// </summary>
    public static async Task<byte[]> Workbook(IReadOnlyList<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(stream))
        {
            var amount = book.AddStyle(new Style { Format = NumberFormat.Standard(StandardNumberFormat.ThousandsSeparatorTwoDecimalPlaces) });
            var head = book.AddStyle(new Style { Font = new() { Bold = true } });
            foreach (var sheet in sheets)
            {
                var options = new WorksheetOptions { FrozenRows = 1 };
                for (var column = 1; column <= sheet.Heads.Count; column++)
                    options.Column(column).Width = Width;
                await book.StartWorksheetAsync(sheet.Name, options);
                await book.AddHeaderRowAsync([.. sheet.Heads], head);
                foreach (var row in sheet.Rows)
                    await book.AddRowAsync([.. row.Select(cell => cell.Cents is { } cents ? new Cell(cents / 100m, amount) : new Cell(cell.Text))]);
            }
            await book.FinishAsync();
        }
        return stream.ToArray();
    }

    /// <example>-1234567 cents is "-12345,67".</example>
    private static string Decimals(long cents) => $"{(cents < 0 ? "-" : "")}{Math.Abs(cents) / 100},{Math.Abs(cents) % 100:D2}";

    /// <summary>As Excel in Dutch opens it: with semicolons, and a mark that says how it is written. What is no number never counts there.</summary>
    public static byte[] Write(IEnumerable<string[]> records)
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, new CsvWriterOptions { Separator = ';', WriteByteOrderMark = true }, leaveOpen: true))
        {
            foreach (var record in records)
                csv.WriteRecord([.. record.Select(AsText)]);
        }
        return stream.ToArray();
    }

    /// <summary>A spreadsheet program takes what begins so for a formula, also when a resident typed it; behind an apostrophe it is a text.</summary>
    private static string AsText(string cell) =>
        cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !IsNumber(cell) ? $"'{cell}" : cell;

    private static bool IsNumber(string cell) =>
        cell is ['-', .. var digits] && digits.Length > 0 && digits.All(c => char.IsAsciiDigit(c) || c == ',');

    /// <summary>What is written in UTF-8 or says how it is written is read so; all else is what Excel in Windows writes.</summary>
    public static string TextOf(byte[] file)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(file), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return reader.ReadToEnd().TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(Windows)!.GetString(file);
        }
    }
}
