using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Text;

namespace Smederijen.Portal.Api;

/// <summary>Reads an idea with its content and its history, as the API shows it. Rows about people are never read.</summary>
public sealed class IdeaReader(IEntityStore store, SettingsBook settings)
{
    /// <summary>Null when there is no such idea.</summary>
    public async Task<IdeaDetail?> Read(string smederij, string id, CancellationToken cancellation)
    {
        if (!IdeaId.IsValid(id))
            return null;
        StoredIdea? stored = null;
        IdeaContent? content = null;
        var log = new List<LogLine>();
        await foreach (var row in store.All(smederij, Keys.Story(id), cancellation))
        {
            if (row.Row == Keys.Idea(id))
                stored = row.Read(PortalJson.Default.StoredIdea);
            else if (row.Row == Keys.Content(id))
                content = row.Read(PortalJson.Default.IdeaContent);
            else
                log.Add(row.Read(PortalJson.Default.LogLine));
        }
        if (stored is null)
            return null;
        var detail = IdeaDetail.Of(smederij, stored.Idea);
        return stored.Published ? await Publish(detail, smederij, stored, content, log, cancellation) : detail;
    }

    private async Task<IdeaDetail> Publish(
        IdeaDetail detail, string smederij, StoredIdea stored, IdeaContent? content, List<LogLine> log, CancellationToken cancellation)
    {
        var version = await settings.Version(smederij, stored.Idea.SettingsVersion, cancellation);
        return detail with
        {
            Titel = stored.Title,
            Beschrijving = content?.Description,
            Doelgroep = content?.Audience is { Length: > 0 } audience ? audience : null,
            Bijdrage = content?.Contribution,
            Bedrag = stored.Idea.Amount.Cents,
            Steun = new Support(Supporters(stored.Idea, log), version.SupportThreshold),
            Bijlagen = [.. (content?.Attachments ?? []).Select(file => new AttachmentLink(ApiPaths.Attachment(smederij, detail.Id, file.Name), file.MediaType, file.Bytes))],
            Tijdlijn = [.. LogText.Of(log, version).Zip(log, (text, line) =>
                new TimelineItem(text.At, ApiNames.Of(line.Event), text.Title, text.Reason, Keys.NameOf(line.Phase)))],
        };
    }

    /// <summary>The state counts while support is gathered; afterwards the history still tells how many there were.</summary>
    private static int Supporters(Idea idea, List<LogLine> log) => idea.State is IdeaState.GatheringSupport gathering
        ? gathering.Supporters
        : log.Sum(line => line.Event switch
        {
            IdeaEvent.SupportConfirmed => 1,
            IdeaEvent.PaperSignaturesEntered paper => paper.Count,
            _ => 0,
        });
}
