using System.Xml;

namespace Smederijen.Banking;

/// <summary>
/// Payments in euro as banks in the Netherlands take them: pain.001.001.09 within the rules of EPC132-08 (2025). Which element stands where
/// is the table of docs/bank-files.md, which a test walks with what is written here.
/// </summary>
public static class Pain001
{
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    /// <summary>What a bank would refuse it for, in Dutch; empty when it is fit to be written.</summary>
    public static IReadOnlyList<string> Faults(PaymentFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. PaymentFaults.Of(file)];
    }

    /// <summary>The file for the bank. The same payments give the same bytes.</summary>
    /// <exception cref="ArgumentException">It has <see cref="Faults"/>.</exception>
    public static byte[] Write(PaymentFile file)
    {
        if (Faults(file) is [var fault, ..])
            throw new ArgumentException(fault, nameof(file));
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("Document", Namespace);
            Within(xml, "CstmrCdtTrfInitn", () =>
            {
                Within(xml, "GrpHdr", () => Header(xml, file));
                Within(xml, "PmtInf", () => Payments(xml, file));
            });
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Header(XmlWriter xml, PaymentFile file)
    {
        Text(xml, "MsgId", file.MessageId);
        Text(xml, "CreDtTm", $"{Amsterdam.DateOf(file.CreatedAt):yyyy-MM-dd}T{Amsterdam.TimeOf(file.CreatedAt):HH:mm:ss}");
        Totals(xml, file);
        Within(xml, "InitgPty", () => Text(xml, "Nm", BankText.Safe(file.Payer.Name, 70)));
    }

    private static void Payments(XmlWriter xml, PaymentFile file)
    {
        Text(xml, "PmtInfId", file.MessageId);
        Text(xml, "PmtMtd", "TRF");
        // Every payment a line of its own on the statement: so each is found back, and one that comes back as well.
        Text(xml, "BtchBookg", "false");
        Totals(xml, file);
        Within(xml, "PmtTpInf", () =>
        {
            Text(xml, "InstrPrty", "NORM");
            Within(xml, "SvcLvl", () => Text(xml, "Cd", "SEPA"));
        });
        Within(xml, "ReqdExctnDt", () => Text(xml, "Dt", $"{file.ExecuteOn:yyyy-MM-dd}"));
        Within(xml, "Dbtr", () => Party(xml, file.Payer.Name, file.Payer.Address));
        Within(xml, "DbtrAcct", () =>
        {
            Within(xml, "Id", () => Text(xml, "IBAN", file.Payer.Account.Value));
            Text(xml, "Ccy", "EUR");
        });
        Within(xml, "DbtrAgt", () => Within(xml, "FinInstnId", () => Bank(xml, file.Payer.Bic)));
        Text(xml, "ChrgBr", "SLEV");
        foreach (var transfer in file.Transfers)
            Within(xml, "CdtTrfTxInf", () => Payment(xml, transfer));
    }

    private static void Payment(XmlWriter xml, Transfer transfer)
    {
        Within(xml, "PmtId", () => Text(xml, "EndToEndId", transfer.EndToEndId));
        Within(xml, "Amt", () =>
        {
            xml.WriteStartElement("InstdAmt", Namespace);
            xml.WriteAttributeString("Ccy", "EUR");
            xml.WriteString(InEuros(transfer.Amount.Cents));
            xml.WriteEndElement();
        });
        Within(xml, "Cdtr", () => Party(xml, transfer.PayeeName, transfer.Address));
        Within(xml, "CdtrAcct", () => Within(xml, "Id", () => Text(xml, "IBAN", transfer.Account.Value)));
        if (!string.IsNullOrWhiteSpace(transfer.Remittance))
            Within(xml, "RmtInf", () => Text(xml, "Ustrd", BankText.Safe(transfer.Remittance, 140)));
    }

    private static void Totals(XmlWriter xml, PaymentFile file)
    {
        Text(xml, "NbOfTxs", $"{file.Transfers.Length}");
        Text(xml, "CtrlSum", InEuros(file.Transfers.Sum(transfer => transfer.Amount.Cents)));
    }

    private static void Party(XmlWriter xml, string name, PayeeAddress? address)
    {
        Text(xml, "Nm", BankText.Safe(name, 70));
        if (address is null)
            return;
        Within(xml, "PstlAdr", () =>
        {
            Optional(xml, "StrtNm", address.Street, 70);
            Optional(xml, "BldgNb", address.HouseNumber, 16);
            Optional(xml, "PstCd", address.Postcode, 16);
            Text(xml, "TwnNm", BankText.Safe(address.Town, 35));
            Text(xml, "Ctry", address.Country);
        });
    }

    private static void Bank(XmlWriter xml, string? bic)
    {
        if (bic is not null)
            Text(xml, "BICFI", bic);
        else
            Within(xml, "Othr", () => Text(xml, "Id", NotProvided.Word));
    }

    private static string InEuros(long cents) => $"{cents / 100}.{cents % 100:00}";

    private static void Optional(XmlWriter xml, string name, string? text, int most)
    {
        if (!string.IsNullOrWhiteSpace(text))
            Text(xml, name, BankText.Safe(text, most));
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, text);

    private static void Within(XmlWriter xml, string name, Action content)
    {
        xml.WriteStartElement(name, Namespace);
        content();
        xml.WriteEndElement();
    }
}
