using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Api;

/// <param name="Volgende">Where the rest of the list is; null on the last page.</param>
public sealed record IdeaResults(IReadOnlyList<IdeaItem> Ideeen, string? Volgende);

/// <param name="Steun">Only while support is gathered.</param>
public sealed record IdeaItem(
    string Id, string Titel, long Bedrag, string Fase, DateTimeOffset Sinds, string? WachtOp, DateTimeOffset? Uiterlijk, bool Gepauzeerd,
    Support? Steun,
    string Url)
{
    public static IdeaItem Of(string smederij, IdeaSummary idea) => new(
        idea.Id, idea.Title, idea.AmountInCents, IdeaKeys.NameOf(idea.Phase), idea.Since, ApiNames.Of(idea.WaitsFor), idea.Deadline, idea.Paused,
        idea.Phase == IdeaPhase.GatheringSupport ? new Support(idea.Supporters, idea.SupportNeeded) : null, ApiPaths.Idea(smederij, idea.Id));
}

/// <summary>
/// An idea as everybody may know it. Before the submitter has confirmed it, that is only where it stands.
/// </summary>
/// <param name="WachtOp">Whose move it is; null when the idea has ended.</param>
/// <param name="Uiterlijk">When the running term ends; it stands still while <paramref name="Gepauzeerd"/>.</param>
public sealed record IdeaDetail(string Id, string Fase, DateTimeOffset Sinds, string? WachtOp, DateTimeOffset? Uiterlijk, bool Gepauzeerd, string Url)
{
    public string? Titel { get; init; }

    public string? Beschrijving { get; init; }

    public string? Doelgroep { get; init; }

    public string? Bijdrage { get; init; }

    /// <summary>In cents.</summary>
    public long? Bedrag { get; init; }

    /// <summary>What was asked, in cents; null where that is <see cref="Bedrag"/>.</summary>
    public long? Gevraagd { get; init; }

    public Support? Steun { get; init; }

    public IReadOnlyList<AttachmentLink>? Bijlagen { get; init; }

    public IReadOnlyList<TimelineItem>? Tijdlijn { get; init; }

    /// <summary>Why the municipality hid it as a whole; null while everybody can read it.</summary>
    public string? Verborgen { get; init; }

    public static IdeaDetail Of(IdeaStory story) => story.Stored.Published ? Standing(story) with
    {
        Titel = story.Stored.Title,
        Beschrijving = story.Content.Description,
        Doelgroep = story.Content.Audience is { Length: > 0 } audience ? audience : null,
        Bijdrage = story.Content.Contribution,
        Bedrag = story.Idea.Amount.Cents,
        Gevraagd = story.Idea.Asked?.Cents,
        Steun = new Support(story.Supporters, story.Smederij.SupportThreshold),
        Bijlagen = [.. story.Content.Attachments.Select(file => new AttachmentLink($"{story.PublicPath}/bijlagen/{file.Name}", file.MediaType, file.Bytes))],
        Tijdlijn = [.. LogText.ForEverybody(story).Zip(story.Log, TimelineItem.Of)],
    }
    : Standing(story);

    private static IdeaDetail Standing(IdeaStory story) => new(
        story.Key.Id, IdeaKeys.NameOf(story.Idea.State.Phase), story.Idea.Since, ApiNames.Of(story.Idea.State.WaitsFor), story.Idea.State.Deadline,
        story.Idea.StandsStill(), ApiPaths.Idea(story.Key.Smederij, story.Key.Id))
    {
        Verborgen = story.HiddenBecause,
    };
}

public sealed record Support(int Aantal, int Nodig);

public sealed record AttachmentLink(string Url, string Mediatype, long Bytes);

/// <param name="Gebeurtenis">What happened, as a code.</param>
/// <param name="Tekst">The same for people.</param>
/// <param name="Toelichting">What somebody wrote with it: a reason, a question, an answer.</param>
/// <param name="Fase">Where the idea was from then on.</param>
public sealed record TimelineItem(DateTimeOffset Tijdstip, string Gebeurtenis, string Tekst, string? Toelichting, string Fase)
{
    public static TimelineItem Of(LogText text, LogLine line) =>
        new(text.At, ApiNames.Of(line.Event), text.Title, text.Reason, IdeaKeys.NameOf(line.Phase));
}
