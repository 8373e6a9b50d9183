using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Meetings;

/// <summary>Reads what the pages about meetings show: ideas that are under review, who can have been there, and what was entered before.</summary>
public sealed class MeetingReader(IEntityStore store, IdeaItems ideas, SettingsBook settings, UnreadableRows unreadable)
{
    /// <summary>So many ideas are read at once.</summary>
    private const int AtOnce = 10;

    /// <summary>As many as somebody looks back at.</summary>
    private const int MostOver = 20;

    /// <summary>A page of the ideas that the wijkteam reviews, the oldest first, and where the next one begins.</summary>
    /// <param name="from">The first of the page; what is no id begins at the beginning.</param>
    public async Task<(IReadOnlyList<ReviewedIdea> Ideas, string? Next)> UnderReview(string smederij, string from, CancellationToken cancellation)
    {
        var all = IdeaKeys.InPhase(IdeaPhase.InReview);
        var ids = await store.All(
                smederij, ItemId.IsValid(from) ? all with { From = IdeaKeys.Phase(IdeaPhase.InReview, from) } : all, cancellation)
            .Take(Meeting.MostIdeas + 1).Select(row => IdeaKeys.IdeaOfPhase(row.Row)).ToListAsync(cancellation);
        var stored = await Load(smederij, ids.Take(Meeting.MostIdeas), cancellation);
        return (
        [
            .. from one in stored.Values
               where one.Item.State is IdeaState.InReview
               orderby one.Item.Id
               select new ReviewedIdea(one.Item, one.Title, (IdeaState.InReview)one.Item.State),
        ], ids.Count > Meeting.MostIdeas ? ids[^1] : null);
    }

    /// <summary>Ideas by id; one that is not there or cannot be read is left out.</summary>
    public async Task<IReadOnlyDictionary<string, Stored<Idea>>> Load(string smederij, IEnumerable<string> ids, CancellationToken cancellation)
    {
        Dictionary<string, Stored<Idea>> found = [];
        foreach (var some in ids.Chunk(AtOnce))
            foreach (var idea in await Task.WhenAll(some.Select(id => unreadable.Try(
                smederij, async () => await ideas.Load(new IdeaKey(smederij, id), cancellation)))))
                if (idea is not null)
                    found[idea.Item.Id] = idea;
        return found;
    }

    /// <summary>The places of the wijkteam with a holder who can advise, and those that somebody reviews one of these ideas from.</summary>
    public async Task<IReadOnlyList<MeetingPlace>> Places(SmederijSettings smederij, IEnumerable<Panel> panels, CancellationToken cancellation)
    {
        List<MeetingPlace> places = [];
        foreach (var id in smederij.Wijkteam.Members.Select(member => member.Id).Concat(panels.SelectMany(panel =>
            panel.Seats.Select(seat => seat.Reviewer))).Distinct())
            if (await unreadable.Try(smederij.Id, async () => await settings.Contact(smederij.Id, id, cancellation)) is { Email.Length: > 0 } holder)
                places.Add(new(id, smederij.Wijkteam.FunctionOf(id) ?? holder.Function, holder.Name));
        return places;
    }

    /// <summary>What waits for a second person, the oldest first.</summary>
    public async Task<IReadOnlyList<MeetingSummary>> Waiting(string smederij, CancellationToken cancellation) =>
        await unreadable.All(smederij, MeetingKind.Waiting, MeetingRows.Default.MeetingSummary, cancellation);

    /// <summary>What waits for a second person or is being told, the oldest first.</summary>
    public async Task<IReadOnlyList<MeetingSummary>> Running(string smederij, CancellationToken cancellation) =>
    [
        .. await Waiting(smederij, cancellation),
        .. await unreadable.All(smederij, MeetingKind.Agreed, MeetingRows.Default.MeetingSummary, cancellation),
    ];

    /// <summary>The last that are over, the newest first.</summary>
    public async Task<IReadOnlyList<MeetingSummary>> Over(string smederij, CancellationToken cancellation) => await unreadable.Read(
        smederij, (await store.Query(smederij, MeetingKind.Over, MostOver, cancellation)).Rows, MeetingRows.Default.MeetingSummary);
}

/// <summary>An idea that the wijkteam reviews.</summary>
public sealed record ReviewedIdea(Idea Idea, string Title, IdeaState.InReview State);

/// <summary>A place of the wijkteam, with who holds it.</summary>
public sealed record MeetingPlace(string Id, string Function, string Name);
