namespace Smederijen.Portal.Payments;

/// <summary>Where who pays reads in what the bank gave, and sees where each line of it ended.</summary>
public sealed class BankFileDesk(
    BankFileItems files, BankFileReader reader, PaymentDesk desk, UnreadableRows unreadable, StaffNames names, Looks looks, FreshSignIn fresh)
{
    public const string Address = $"{PaymentDesk.Address}/bestanden";
    public const string FileField = "bestand";

    private const string NoSuchFile = "Dit bestand van de bank is niet gelezen. Zoek het op in het overzicht van de betalingen.";

    public static string AddressOf(string file) => $"{Address}/{file}";

    /// <summary>Tells what is wrong and keeps nothing, or keeps what concerns us. The same file again leads to where it was read.</summary>
    public async Task<IResult> Receive(HttpContext http)
    {
        if (await fresh.Refuse(http, Weighty.Payment, PaymentDesk.Address) is { } old)
            return old;
        var typed = await Typed.Read(http);
        if ((await http.Request.ReadFormAsync(http.RequestAborted)).Files.GetFile(FileField) is not { Length: > 0 } sent)
        {
            typed.Errors.Add(FileField, "Kies een bestand.");
            return await desk.Page(http, typed, 400);
        }
        switch (await reader.Read(sent, http.RequestAborted))
        {
            case BankFileReading.Refused { Problem: var problem }:
                typed.Errors.Add(FileField, problem);
                return await desk.Page(http, typed, 400);
            case BankFileReading.Known { Key: var key }:
                return new SeeOther(AddressOf(key.Id));
            case BankFileReading.Whole whole:
                await files.Receive(
                    whole.Key, typed.Pressed, at => whole.By(at, http.Staff().Id), whole.Parts,
                    token => names.Introduce(Partitions.Payments, http.Staff(), token));
                return new SeeOther(AddressOf(whole.Key.Id));
            case var other:
                throw new InvalidOperationException($"Nobody tells of {other.GetType().Name}.");
        }
    }

    public async Task<IResult> Show(HttpContext http)
    {
        if (http.Request.RouteValues["id"] is not string id || !BankFileKey.IsValid(id)
            || (await files.Load(new BankFileKey(id), http.RequestAborted))?.Item is not { } file)
            return Failures.NotFound(http, NoSuchFile);
        await looks.Note(http, LookKind.Ledger, Partitions.Payments, id);
        var lines = await unreadable.All(
            Partitions.Payments, BankKeys.LinesOf(id), BankLineRowsJson.Default.BankLineSummary, http.RequestAborted);
        var known = await names.Known(Partitions.Payments, http.RequestAborted);
        return new PageOf<BankFilePage>(
            new BankFileModel(
                file, [.. lines.OrderBy(line => line.On).ThenBy(line => line.Id, StringComparer.Ordinal)],
                known.FirstOrDefault(one => one.Id == file.By)?.Name ?? "een medewerker"),
            200);
    }
}

/// <param name="By">Who read it in, by name.</param>
public sealed record BankFileModel(BankFile File, IReadOnlyList<BankLineSummary> Lines, string By);
