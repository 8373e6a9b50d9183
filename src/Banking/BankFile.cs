using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Smederijen.Banking;

/// <summary>
/// Reads a file that somebody says is from the bank, and trusts nothing in it: no definitions, nothing fetched from elsewhere, no more
/// characters than a statement can have, no letters that do not fit. It is read once from front to end, a booking at a time, so what is
/// held is one booking and what was read so far.
/// </summary>
internal static partial class BankFile
{
    /// <summary>A statement of 100,000 bookings, with room to spare.</summary>
    public const long MostCharacters = 300_000_000;

    private const int Deepest = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = false,
    };

    /// <param name="read">Reads what stands inside the element of the format, on which the reader stands, until after its end.</param>
    public static BankRead<T> Read<T>(Stream file, BankFormat wanted, Func<XmlReader, T> read, long most = MostCharacters)
    {
        ArgumentNullException.ThrowIfNull(file);
        var head = FileHead.Take(file);
        if (head.WhatElse(wanted) is { } other)
            return new BankRead<T>.Refused(other);
        CountedText? text = null;
        try
        {
            using var joined = head.Rejoin(file);
            text = new CountedText(joined, head.Encoding, most);
            using var xml = XmlReader.Create(text, Settings);
            return new BankRead<T>.Ok(Whole(xml, wanted, read));
        }
        catch (BankFileException exception)
        {
            return new BankRead<T>.Refused(exception.Message);
        }
        catch (DecoderFallbackException)
        {
            return new BankRead<T>.Refused(Problems.OtherBytes);
        }
        catch (XmlException)
        {
            return new BankRead<T>.Refused(head.HasDefinitions ? Problems.WithDefinitions : text!.Ended ? Problems.CutOff : Problems.Damaged);
        }
        finally
        {
            text?.Dispose();
        }
    }

    /// <summary>
    /// The names of the elements within the one that the reader stands on, and then past its end. Who gets a name takes that element whole
    /// (<see cref="Take"/>) or leaves it out (<see cref="XmlReader.Skip"/>) before asking for the next.
    /// </summary>
    public static IEnumerable<string> Children(this XmlReader xml)
    {
        var isEmpty = xml.IsEmptyElement;
        xml.Read();
        if (isEmpty)
            yield break;
        while (xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
                yield return xml.LocalName;
            else if (!xml.Read())
                yield break;
        }
        xml.Read();
    }

    /// <summary>
    /// The element that the reader stands on with all that is in it. No message nests half as deep as may be; without an end of it
    /// a small file would keep a processor busy for hours.
    /// </summary>
    public static XElement Take(this XmlReader xml)
    {
        var top = Opened(xml);
        var open = xml.IsEmptyElement ? null : top;
        for (var depth = 0; open is not null && xml.Read();)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                var child = Opened(xml);
                open.Add(child);
                if (!xml.IsEmptyElement)
                    open = ++depth < Deepest ? child : throw new BankFileException(Problems.Damaged);
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                open = --depth < 0 ? null : open.Parent;
            }
            else
            {
                open.Add(xml.Value);
            }
        }
        xml.Read();
        return top;
    }

    /// <summary>The element at the end of a path of names, or null where one is missing.</summary>
    public static XElement? At(this XElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            element = element?.Element(element.Name.Namespace + name);
        return element;
    }

    /// <summary>The text there without what surrounds it, or null where there is none.</summary>
    public static string? Text(this XElement? element, params ReadOnlySpan<string> path) =>
        element.At(path)?.Value.Trim() is { Length: > 0 } text ? text : null;

    public static IEnumerable<XElement> All(this XElement? element, string name) => element?.Elements(element.Name.Namespace + name) ?? [];

    private static XElement Opened(XmlReader xml)
    {
        var element = new XElement(XName.Get(xml.LocalName, xml.NamespaceURI));
        // The one attribute that these messages have.
        if (xml.GetAttribute("Ccy") is { } currency)
            element.SetAttributeValue("Ccy", currency);
        return element;
    }

    private static T Whole<T>(XmlReader xml, BankFormat wanted, Func<XmlReader, T> read)
    {
        xml.MoveToContent();
        if (xml.LocalName.Equals("html", StringComparison.OrdinalIgnoreCase))
            throw new BankFileException(Problems.Html);
        if (xml.LocalName != "Document" || (xml.NamespaceURI.Length > 0 && !xml.NamespaceURI.StartsWith(BankFormat.Prefix, StringComparison.Ordinal)))
            throw new BankFileException(Problems.OtherXml);
        Check(wanted, xml.NamespaceURI);
        T? found = default;
        var isFound = false;
        foreach (var content in xml.Children())
        {
            if (content != wanted.Content || isFound)
                throw new BankFileException(isFound ? Problems.Damaged : Problems.OtherKind(wanted, KindOf(content)));
            (found, isFound) = (read(xml), true);
        }
        // Whatever comes behind the end makes the file one that was put together.
        while (xml.Read())
        {
        }
        return isFound ? found! : throw new BankFileException(Problems.Empty);
    }

    /// <summary>Some banks leave the namespace of an answer out; then the element inside says what it is.</summary>
    private static void Check(BankFormat wanted, string space)
    {
        if (space.Length == 0)
            return;
        var name = Name().Match(space[BankFormat.Prefix.Length..]);
        if (name.Groups["kind"].Value != wanted.Name)
            throw new BankFileException(Problems.OtherKind(wanted, name.Groups["kind"].Value));
        if (!wanted.Versions.Contains(name.Groups["version"].Value))
            throw new BankFileException(Problems.Version(wanted, name.Groups["version"].Value));
    }

    private static string KindOf(string content) => content switch
    {
        "BkToCstmrAcctRpt" => "camt.052",
        "BkToCstmrStmt" => "camt.053",
        "BkToCstmrDbtCdtNtfctn" => "camt.054",
        "CstmrCdtTrfInitn" => "pain.001",
        "CstmrPmtStsRpt" => "pain.002",
        "CstmrDrctDbtInitn" => "pain.008",
        _ => "",
    };

    [GeneratedRegex(@"^(?<kind>[a-z]{4}\.\d{3})\.\d{3}\.(?<version>\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
