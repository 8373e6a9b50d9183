using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Plans;

/// <summary>A plan with its content, its whole history, and the ideas that ask a round for a part of its money; nothing about people.</summary>
/// <param name="Log">The oldest line first.</param>
/// <param name="RoundIdeas">By id, as they are now.</param>
/// <param name="FirstBrokenLine">The first line of the log that does not follow from the one before; null when the log is whole.</param>
public sealed record PlanDossier(
    PlanKey Key, Stored<Plan> Stored, PlanContent Content, IReadOnlyList<PlanLogLine> Log, SmederijSettings Smederij,
    IReadOnlyList<AttachmentInfo> Pictures, IReadOnlyDictionary<string, Stored<Idea>> RoundIdeas, int? FirstBrokenLine = null)
{
    public Plan Plan => Stored.Item;

    /// <summary>All Smederijen but the one that it lies in, as they are now.</summary>
    public IReadOnlyList<SmederijSettings> Elsewhere { get; init; } = [];

    /// <summary>The other Smederijen that it belongs to.</summary>
    public IReadOnlyList<SmederijSettings> Others => [.. Elsewhere.Where(smederij => Plan.ShareOf(smederij.Id) is not null)];

    /// <summary>Those that it can be shared with.</summary>
    public IReadOnlyList<SmederijSettings> Joinable => [.. Elsewhere.Where(smederij => !smederij.Closed && Plan.ShareOf(smederij.Id) is null)];

    /// <summary>Where an idea for a part of it can be handed in.</summary>
    public IReadOnlyList<SmederijSettings> TakingIdeas => [.. Others.Prepend(Smederij).Where(smederij => !smederij.Closed)];

    /// <summary>The Smederijen that it belongs to by name.</summary>
    /// <param name="word">What stands before the last one.</param>
    public string Where(string word = "en") => IsOfAll ? (word == "of" ? "een van de Smederijen" : "alle Smederijen")
        : Dutch.Several([Smederij.Name, .. Others.Select(other => other.Name)], word);

    private bool IsOfAll => Others.Count > 1 && Elsewhere.All(smederij => smederij.Closed || Plan.ShareOf(smederij.Id) is not null);

    /// <summary>Where the idea of a partner lies.</summary>
    public string SmederijOf(Partner partner) => partner.Smederij ?? Key.Smederij;

    /// <summary>The money of a partner; for a round, what the state of its idea says. Null when it is asked for support only.</summary>
    public Contribution? MoneyOf(Partner partner) =>
        partner.Idea is { } idea ? RoundIdeas.TryGetValue(idea, out var found) ? Contribution.Of(found.Item) : null : partner.Money;

    public PlanMoney Money => PlanMoney.Of(Plan.Partners.Select(MoneyOf).OfType<Contribution>());

    /// <summary>Milestones, moments and partners by their id, also those that were dropped since; and Smederijen.</summary>
    public string NameOf(string id) => Log.Select(line => line.Event switch
    {
        PlanEvent.MilestoneSet m when m.Milestone == id => m.What,
        PlanEvent.MomentNamed m when m.Moment == id => m.Name,
        PlanEvent.PartnerAsked p when p.Partner == id => p.Name,
        PlanEvent.RoundIdeaLinked l when l.Partner == id => l.Name,
        _ => null,
    }).LastOrDefault(name => name is not null) ?? Plan.FindMoment(id)?.Name
        ?? Elsewhere.FirstOrDefault(smederij => smederij.Id == id)?.Name ?? id;

    /// <summary>Why staff hid the plan as a whole; null while it is not hidden.</summary>
    public string? HiddenBecause => Plan.Hidden?.Reason;

    /// <summary>The addresses of the pictures that came with an event.</summary>
    public IReadOnlyList<string> PicturesOf(PlanEvent e) => e switch
    {
        PlanEvent.NewsPosted { Pictures: { } start } => From(start),
        PlanEvent.Completed { Pictures: { } start } => From(start),
        _ => [],
    };

    private IReadOnlyList<string> From(string start) =>
        [.. Pictures.Where(picture => picture.Name.StartsWith(start, StringComparison.Ordinal)).Select(picture => $"{Key.PublicPath}/bijlagen/{picture.Name}")];
}

/// <summary>Reads plans with their history: one ordered read, and a point read per idea that asks a round.</summary>
public sealed class PlanDossiers(IEntityStore store, SettingsBook settings, Stamps stamps, UnreadableRows unreadable)
{
    /// <summary>Null when there is no such plan, or the id cannot be one.</summary>
    public async Task<PlanDossier?> Read(PlanKey key, CancellationToken cancellation = default)
    {
        if (!ItemId.IsValid(key.Id) || settings.Current(key.Smederij) is null)
            return null;
        Stored<Plan>? stored = null;
        PlanContent? content = null;
        var log = new List<PlanLogLine>();
        var pictures = new List<AttachmentInfo>();
        var rows = await store.All(key.Smederij, PlanKeys.Story(key.Id), cancellation).ToListAsync(cancellation);
        foreach (var row in Words.PutBack(rows))
        {
            if (row.Row == PlanKeys.Plan(key.Id))
                stored = row.Read(PlanRows.Default.StoredPlan);
            else if (row.Row == PlanKeys.Content(key.Id))
                content = row.Read(PlanRows.Default.PlanContent);
            else if (PlanKeys.IsPicture(row.Row))
            {
                if (row.Read(WorkJson.Default.AttachmentInfo) is { Hidden: false } picture)
                    pictures.Add(picture);
            }
            else
                log.Add(row.Read(PlanRows.Default.PlanLogLine));
        }
        if (stored is null)
            return null;
        return new PlanDossier(
            key, stored, content ?? throw new InvalidOperationException($"Plan {key} has lost its content: restore the store from its backup."),
            log, await settings.Version(key.Smederij, stored.Item.SettingsVersion, cancellation), pictures,
            await RoundIdeas(key, stored.Item, cancellation),
            LogChain.FirstBroken(await stamps.Get(cancellation), key.Smederij, PlanKeys.Plan(key.Id), rows, stored.LogHead))
        {
            Elsewhere = [.. settings.All.Where(smederij => smederij.Id != key.Smederij)],
        };
    }

    private async Task<IReadOnlyDictionary<string, Stored<Idea>>> RoundIdeas(PlanKey key, Plan plan, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Stored<Idea>>(StringComparer.Ordinal);
        foreach (var partner in plan.Partners)
        {
            if (partner.Idea is { } id && await unreadable.Find(
                partner.Smederij ?? key.Smederij, IdeaKeys.Idea(id), IdeaJson.Default.StoredIdea, cancellation) is { } idea)
                found[id] = idea;
        }
        return found;
    }
}
