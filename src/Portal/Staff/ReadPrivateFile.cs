using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Staff;

/// <summary>Receipts and scanned lists of signatures: for staff only, never kept by a browser, and only under the idea that names them.</summary>
public sealed class ReadPrivateFile(CaseFiles files, IAttachmentStore attachments, Looks looks, Veil veil)
{
    public Task<IResult> ShowReceipt(HttpContext http) =>
        Show(http, (file, name) => file.Receipts.Any(receipt => receipt.Name == name), "Deze bon bestaat niet, of hij is gewist.");

    public Task<IResult> ShowScan(HttpContext http) =>
        Show(http, (file, name) => file.Scans.Contains(name), "Deze lijst bestaat niet, of hij is gewist.");

    /// <summary>A photo or document of the page, also while it is hidden there.</summary>
    public async Task<IResult> ShowPart(HttpContext http)
    {
        var (key, name) = (StaffDesk.KeyOf(http), http.Request.RouteValues["naam"] as string ?? "");
        var names = ItemId.IsValid(key.Id) ? await veil.FilesOf(IdeaKind.Facts, key, http.RequestAborted) : [];
        return await Show(http, (_, _) => names.Contains(name), "Dit bestand bestaat niet, of het is gewist.", LookKind.Dossier);
    }

    private async Task<IResult> Show(HttpContext http, Func<CaseFile, string, bool> names, string missing, LookKind what = LookKind.File)
    {
        if (AttachmentName.Parse(http.Request.RouteValues["naam"] as string) is not { } name
            || await files.Read(StaffDesk.KeyOf(http), http.RequestAborted) is not { } file
            || !names(file, name.ToString()))
            return Failures.NotFound(http, missing);
        await looks.Note(http, what, file.Key.Smederij, file.Key.Id);
        return await ServedFile.Open(attachments, http, name) ?? Failures.NotFound(http, missing);
    }
}
