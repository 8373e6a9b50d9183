using Microsoft.AspNetCore.Http;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Http;

namespace Smederijen.Portal.Staff;

/// <summary>A receipt of a finished plan: for staff only, never kept by a browser, and only under the idea that it belongs to.</summary>
public sealed class ReadReceipt(CaseFiles files, IAttachmentStore attachments)
{
    public async Task<IResult> Show(HttpContext http)
    {
        if (AttachmentName.Parse(http.Request.RouteValues["naam"] as string) is not { } name
            || await files.Read(StaffDesk.KeyOf(http), http.RequestAborted) is not { } file
            || file.Receipts.All(receipt => receipt.Name != name.ToString())
            || await attachments.Open(name.ToString(), http.RequestAborted) is not { } content)
            return Failures.NotFound(http, "Deze bon bestaat niet, of hij is gewist.");
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        http.Response.Headers.ContentDisposition = $"{(name.Kind.IsPhoto ? "inline" : "attachment")}; filename={name}";
        return Results.Stream(content, name.Kind.MediaType);
    }
}
