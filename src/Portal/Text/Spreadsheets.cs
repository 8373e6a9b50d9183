using CsvHelper;

namespace Smederijen.Portal.Text;

/// <summary>Files as spreadsheet programs write and read them.</summary>
internal static class Spreadsheets
{
    /// <summary>The code page in which Excel writes a CSV that is not in UTF-8.</summary>
    private const int Windows = 1252;

    /// <summary>As Excel in Dutch opens it: with semicolons, and a mark that says how it is written.</summary>
    public static byte[] Write(IEnumerable<string[]> records)
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, new CsvWriterOptions { Separator = ';', WriteByteOrderMark = true }, leaveOpen: true))
        {
            foreach (var record in records)
                csv.WriteRecord(record);
        }
        return stream.ToArray();
    }

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
