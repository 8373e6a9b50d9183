namespace Smederijen.Portal.Ideas;

/// <summary>What ideas are called, for a page that names several of them.</summary>
internal static class IdeaTitles
{
    /// <summary>By id, each as everybody reads it now; without those that cannot be read.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> TitlesOf(
        this UnreadableRows unreadable, string smederij, IEnumerable<string> ideas, CancellationToken cancellation)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var idea in ideas.Distinct())
        {
            if (await unreadable.Find(smederij, IdeaKeys.Idea(idea), IdeaJson.Default.StoredIdea, cancellation) is { } stored)
                titles[idea] = stored.Title;
        }
        return titles;
    }
}
