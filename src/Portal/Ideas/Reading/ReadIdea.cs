namespace Smederijen.Portal.Ideas.Reading;

/// <summary>
/// The public page of an idea. It depends on the idea alone and shows dates, never "in three days", so a rendered page
/// stays right until the idea changes, or what stands below every page: a request costs one point read, and rendering happens once per change.
/// </summary>
public sealed class ReadIdea(IEntityStore store, IdeaStories stories, RenderedPages pages, SettingsBook settings, NotShown notShown)
{
    public async Task<IResult> Show(HttpContext http)
    {
        var key = new IdeaKey(http.Request.RouteValues["smederij"] as string ?? "", http.Request.RouteValues["id"] as string ?? "");
        if (!ItemId.IsValid(key.Id) || await store.Get(key.Smederij, IdeaKeys.Idea(key.Id), http.RequestAborted) is not { } row)
            return await notShown.Answer(http, key);
        var version = $"{row.ETag} {settings.Municipality.Version}";
        if (pages.Find(key, version) is { } known)
            return known;
        if (await stories.Read(key, http.RequestAborted) is not { Stored.Published: true } story)
            return await notShown.Answer(http, key);
        return pages.Keep(key, version, await Html.Render<IdeaPage>(http.RequestServices, new IdeaPageModel(story)));
    }
}
