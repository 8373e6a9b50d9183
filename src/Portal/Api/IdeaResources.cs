using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Api;

/// <param name="Volgende">Where the rest of the list is; null on the last page.</param>
public sealed record IdeaList(IReadOnlyList<IdeaItem> Ideeen, string? Volgende);

/// <param name="Steun">Only while support is gathered.</param>
public sealed record IdeaItem(
    string Id, string Titel, long Bedrag, string Fase, DateTimeOffset Sinds, string? WachtOp, DateTimeOffset? Uiterlijk, bool Gepauzeerd, Support? Steun,
    string Url)
{
    public static IdeaItem Of(string smederij, IdeaSummary idea) => new(
        idea.Id, idea.Title, idea.AmountInCents, Keys.NameOf(idea.Phase), idea.Since, ApiNames.Of(idea.WaitsFor), idea.Deadline, idea.Paused,
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

    public Support? Steun { get; init; }

    public IReadOnlyList<AttachmentLink>? Bijlagen { get; init; }

    public IReadOnlyList<TimelineItem>? Tijdlijn { get; init; }

    /// <summary>What anybody may know, confirmed or not.</summary>
    public static IdeaDetail Of(string smederij, Idea idea) => new(
        idea.Id, Keys.NameOf(idea.State.Phase), idea.Since, ApiNames.Of(idea.State.WaitsFor), idea.State.Deadline, idea.PausedAt is not null,
        ApiPaths.Idea(smederij, idea.Id));
}

public sealed record Support(int Aantal, int Nodig);

public sealed record AttachmentLink(string Url, string Mediatype, long Bytes);

/// <param name="Gebeurtenis">What happened, as a code.</param>
/// <param name="Tekst">The same for people.</param>
/// <param name="Toelichting">What somebody wrote with it: a reason, a question, an answer.</param>
/// <param name="Fase">Where the idea was from then on.</param>
public sealed record TimelineItem(DateTimeOffset Tijdstip, string Gebeurtenis, string Tekst, string? Toelichting, string Fase);
