namespace Smederijen.Portal.Staff;

/// <summary>Receipts and scanned lists of signatures: for staff only, never kept by a browser, and only under the idea that names them.</summary>
public sealed class ReadPrivateFile(CaseFiles files, IAttachmentStore attachments)
{
    public Task<IResult> ShowReceipt(HttpContext http) =>
        Show(http, (file, name) => file.Receipts.Any(receipt => receipt.Name == name), "Deze bon bestaat niet, of hij is gewist.");

    public Task<IResult> ShowScan(HttpContext http) =>
        Show(http, (file, name) => file.Scans.Contains(name), "Deze lijst bestaat niet, of hij is gewist.");

    private async Task<IResult> Show(HttpContext http, Func<CaseFile, string, bool> names, string missing) =>
        AttachmentName.Parse(http.Request.RouteValues["naam"] as string) is { } name
        && await files.Read(StaffDesk.KeyOf(http), http.RequestAborted) is { } file
        && names(file, name.ToString())
            ? await ServedFile.Open(attachments, http, name) ?? Failures.NotFound(http, missing)
            : Failures.NotFound(http, missing);
}
