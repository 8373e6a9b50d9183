using Smederijen.Portal.Uploading;

namespace Smederijen.Portal.Plans;

/// <summary>The files beside a plan: pictures for everyone, proofs of money for those who may see them. Only what a row lists is served.</summary>
public sealed class PlanFiles(IEntityStore store, IAttachmentStore attachments, PlanItems plans)
{
    /// <summary>Which files became part of a plan.</summary>
    public static FilesOf In(IEntityStore store) => async (owner, file, cancellation) =>
        await store.Get(owner.Smederij, PlanKeys.Picture(owner.Id, file), cancellation) is not null
        || await store.Get(owner.Smederij, PlanKeys.Proof(owner.Id, file), cancellation) is not null;

    public async Task<IResult> ShowPicture(HttpContext http)
    {
        var key = PlanKey.Of(http);
        return await plans.Load(key, http.RequestAborted) is { Item.IsPublic: true }
            && await Serve(http, key, PlanKeys.Picture, row => !row.Hidden, isPublic: true) is { } file
            ? file
            : Failures.NotFound(http, "Dit bestand bestaat niet, of het is nog niet openbaar.");
    }

    /// <summary>A proof of this plan. Whether the one who asks may see it is for the caller to know.</summary>
    public async Task<IResult> ShowProof(HttpContext http, PlanKey key) => await Serve(http, key, PlanKeys.Proof) ?? NoSuchProof(http);

    /// <summary>What staff can see: the proofs, and pictures that were hidden from everybody else.</summary>
    public async Task<IResult> ShowToStaff(HttpContext http, PlanKey key) =>
        await Serve(http, key, PlanKeys.Proof) ?? await Serve(http, key, PlanKeys.Picture, row => !row.Erased) ?? NoSuchProof(http);

    private static IResult NoSuchProof(HttpContext http) => Failures.NotFound(http, "Dit bestand bestaat niet, of het is gewist.");

    private async Task<IResult?> Serve(
        HttpContext http, PlanKey key, Func<string, string, string> row, Func<AttachmentInfo, bool>? mayBeSeen = null, bool isPublic = false) =>
        AttachmentName.Parse(http.Request.RouteValues["naam"] as string) is { } name
        && await store.Get(key.Smederij, row(key.Id, name.ToString()), http.RequestAborted) is { } found
        && (mayBeSeen is null || mayBeSeen(found.Read(WorkJson.Default.AttachmentInfo)))
            ? await ServedFile.Open(attachments, http, name, isPublic)
            : null;
}
