using System.Xml;

namespace Smederijen.Banking;

/// <summary>
/// Statements of a bank: camt.053.001.02, which banks in the Netherlands gave for years, and camt.053.001.08, which follows it. Which
/// elements are read is told in docs/bank-files.md.
/// </summary>
public static class Camt053
{
    /// <summary>
    /// All that was booked, in the order of the file. What is not booked yet and what is not in euro is left out, and a note of the
    /// statement says so; anything that cannot be read refuses the whole file.
    /// </summary>
    /// <param name="xml">Read from where it stands to the end; the caller closes it.</param>
    public static BankRead<ImmutableArray<Statement>> Read(Stream xml) => BankFile.Read(xml, BankFormat.Statement, Statements);

    private static ImmutableArray<Statement> Statements(XmlReader xml)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var ids = new LineIds();
        foreach (var part in xml.Children())
        {
            if (part == "Stmt")
                statements.Add(new StatementReader(ids, statements.Count + 1).Read(xml));
            else
                xml.Skip();
        }
        return statements.Count > 0 ? statements.ToImmutable() : throw new BankFileException(Problems.NoStatement);
    }
}
