using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Stuurgroep;

/// <summary>Resolutions of the stuurgroep, as the pipeline knows them.</summary>
internal static class ResolutionKind
{
    public static Kind<Resolution, ResolutionEvent, ResolutionEffect, ResolutionRefusal, StuurgroepSettings> Value { get; } = new()
    {
        Prefix = ResolutionKeys.Prefix,
        Row = ResolutionKeys.Resolution,
        LogRow = ResolutionKeys.Log,
        Read = row => new Stored<Resolution>(row.Read(StuurgroepJson.Default.Resolution), row.ETag),
        Write = stored => Rows.Write(stored.Item, StuurgroepJson.Default.Resolution),
        Line = (head, e, resolution) => LogEntry.Of(ResolutionLogLine.After(head, e, resolution.State.Phase), ResolutionJson.Default.ResolutionLogLine),
        HashOf = row => row.Read(ResolutionJson.Default.ResolutionLogLine).Hash,
        Revision = resolution => resolution.Revision,
        Due = resolution => resolution.NextDue,
        At = e => e.At,
        Decide = ResolutionDecider.Decide,
        Lists = change =>
        [
            new Write.Put(ResolutionKeys.Listed(change.After.Item.Id), Rows.Write(ResolutionSummary.Of(change.After.Item), ResolutionJson.Default.ResolutionSummary)),
        ],
    };
}
