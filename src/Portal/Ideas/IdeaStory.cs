using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Ideas;

/// <summary>An idea with its content and its whole history; nothing about people.</summary>
/// <param name="Smederij">The settings that the idea was handed in under.</param>
/// <param name="Log">The oldest line first.</param>
/// <param name="FirstBrokenLine">The first line of the log that does not follow from the one before; null when the log is whole.</param>
/// <param name="Pictures">Of how the plan went and what came of it, by name.</param>
public sealed record IdeaStory(
    IdeaKey Key,
    Stored<Idea> Stored, IdeaContent Content, IReadOnlyList<LogLine> Log, SmederijSettings Smederij, IReadOnlyList<AttachmentInfo> Pictures,
    int? FirstBrokenLine = null)
{
    public Idea Idea => Stored.Item;

    /// <summary>The round in which an idea that waits for money can get it, by the present settings; null while there is none.</summary>
    public RoundSettings? OpenRound { get; init; }

    /// <summary>The state counts while support is gathered; afterwards the history still tells how many there were.</summary>
    public int Supporters => Idea.State is IdeaState.GatheringSupport gathering
        ? gathering.Supporters
        : OnPaper + Log.Sum(line => line.Event switch
        {
            IdeaEvent.SupportConfirmed => 1,
            IdeaEvent.PersonErased { Who: ErasedPerson.Supporter } when line.Phase == IdeaPhase.GatheringSupport => -1,
            _ => 0,
        });

    /// <summary>The wijkteam called it a lange klap: a plan with the same id goes on with it.</summary>
    public bool BecamePlan => Log.Any(line => line.Phase == IdeaPhase.OnLongTrack);

    /// <summary>Why staff hid the idea as a whole; null while it is not hidden.</summary>
    public string? HiddenBecause => Idea.Hidden?.Reason;

    /// <summary>What members of the wijkteam advised and did not take back, of every version of the review, the oldest first.</summary>
    public IReadOnlyList<IdeaEvent.Advised> Advices
    {
        get
        {
            var standing = new List<IdeaEvent.Advised>();
            foreach (var e in Log.Select(line => line.Event))
            {
                if (e is IdeaEvent.Advised advised)
                    standing.Add(advised);
                else if (e is IdeaEvent.AdviceTakenBack back)
                    standing.RemoveAll(advice => advice.Reviewer == back.Reviewer && advice.Version == back.Version);
            }
            return standing;
        }
    }

    /// <summary>Whether somebody who was at a meeting took back what was decided there, before it counted.</summary>
    public bool IsTakenBack(IdeaEvent.DecidedInMeeting decided) => Log.Select(line => line.Event).SkipWhile(e => !ReferenceEquals(e, decided))
        .Any(e => e is IdeaEvent.AdviceTakenBack back && back.Version == decided.Version && decided.Present.Contains(back.Reviewer));

    /// <summary>How many signatures on paper count.</summary>
    public int OnPaper => Idea.State is IdeaState.GatheringSupport gathering
        ? gathering.OnPaper
        : Idea.OnPaper ?? Log.Select(line => line.Event).OfType<IdeaEvent.PaperSignaturesEntered>().Sum(entered => entered.Count);

    /// <summary>What the initiatiefgroep wrote about the idea, the oldest first.</summary>
    public IReadOnlyList<string> FromGroup => [.. Log.Select(line => line.Event).OfType<IdeaEvent.GroupAdvised>().Select(e => e.Text)];

    /// <summary>The pictures that came with an event.</summary>
    public IEnumerable<AttachmentInfo> PicturesOf(IdeaEvent e) => e switch
    {
        IdeaEvent.ProgressReported { Pictures: { } start } => PicturesFrom(start),
        IdeaEvent.PlanCompleted { Pictures: { } start } => PicturesFrom(start),
        _ => [],
    };

    /// <summary>The address of a file that everyone can see.</summary>
    public string PathOf(AttachmentInfo file) => $"{PublicPath}/bijlagen/{file.Name}";

    private IEnumerable<AttachmentInfo> PicturesFrom(string start) =>
        Pictures.Where(picture => picture.Name.StartsWith(start, StringComparison.Ordinal));

    /// <summary>The address of the page that everyone can see.</summary>
    public string PublicPath => $"/smederijen/{Key.Smederij}/ideeen/{Key.Id}";
}

/// <summary>Reads ideas with their history, each in one ordered read.</summary>
public sealed class IdeaStories(IEntityStore store, SettingsBook settings, Stamps stamps, TimeProvider clock)
{
    /// <summary>Null when there is no such idea, or the id cannot be one.</summary>
    public async Task<IdeaStory?> Read(IdeaKey key, CancellationToken cancellation = default)
    {
        if (!ItemId.IsValid(key.Id) || settings.Current(key.Smederij) is null)
            return null;
        Stored<Idea>? stored = null;
        IdeaContent? content = null;
        var log = new List<LogLine>();
        var pictures = new List<AttachmentInfo>();
        var rows = await store.All(key.Smederij, IdeaKeys.Story(key.Id), cancellation).ToListAsync(cancellation);
        foreach (var row in Words.PutBack(rows))
        {
            if (row.Row == IdeaKeys.Idea(key.Id))
                stored = row.Read(IdeaJson.Default.StoredIdea);
            else if (row.Row == IdeaKeys.Content(key.Id))
                content = row.Read(IdeaJson.Default.IdeaContent).Shown();
            else if (IdeaKeys.IsPicture(row.Row))
            {
                if (row.Read(WorkJson.Default.AttachmentInfo) is { Hidden: false } picture)
                    pictures.Add(picture);
            }
            else
                log.Add(row.Read(IdeaJson.Default.LogLine));
        }
        if (stored is null)
            return null;
        return new IdeaStory(
            key, stored,
            content ?? throw new InvalidOperationException($"Idea {key} has lost its content: restore the store from its backup."),
            log, await settings.Version(key.Smederij, stored.Item.SettingsVersion, cancellation), pictures,
            LogChain.FirstBroken(
                await stamps.Get(cancellation), key.Smederij, IdeaKeys.Idea(key.Id), rows, stored.LogHead))
        {
            OpenRound = stored.Item.State is IdeaState.Suitable
                ? await store.OpenRound(settings, key.Smederij, clock.GetUtcNow(), cancellation) : null,
        };
    }
}
