namespace Smederijen.Portal.Ideas.Reading;

/// <summary>A picture or document beside a public idea.</summary>
public sealed class ReadAttachment(IEntityStore store, IAttachmentStore attachments)
{
    public async Task<IResult> Show(HttpContext http)
    {
        var cancellation = http.RequestAborted;
        var key = new IdeaKey(http.Request.RouteValues["smederij"] as string ?? "", http.Request.RouteValues["id"] as string ?? "");
        if (AttachmentName.Parse(http.Request.RouteValues["naam"] as string) is not { } name
            || !ItemId.IsValid(key.Id)
            || !await Lists(key, name, cancellation)
            || await ServedFile.Open(attachments, http, name, isPublic: true) is not { } file)
            return Failures.NotFound(http, "Dit bestand bestaat niet, of het is nog niet openbaar.");
        return file;
    }

    /// <summary>Whether the idea is public and has this file: a file of another idea, or of none, is not served.</summary>
    private async Task<bool> Lists(IdeaKey key, AttachmentName name, CancellationToken cancellation) =>
        await store.Get(key.Smederij, IdeaKeys.Idea(key.Id), cancellation) is { } idea
        && idea.Read(IdeaJson.Default.StoredIdea).Published
        && (await IsInContent(key, name, cancellation)
            || (await store.Get(key.Smederij, IdeaKeys.Picture(key.Id, name.ToString()), cancellation))
                ?.Read(WorkJson.Default.AttachmentInfo) is { Hidden: false });

    private async Task<bool> IsInContent(IdeaKey key, AttachmentName name, CancellationToken cancellation) =>
        await store.Get(key.Smederij, IdeaKeys.Content(key.Id), cancellation) is { } content
        && content.Read(IdeaJson.Default.IdeaContent).Shown().Attachments.Any(file => file.Name == name.ToString());
}
