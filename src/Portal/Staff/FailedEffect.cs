using System.Globalization;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Staff;

/// <summary>Something that had to be done and was given up, as its row says.</summary>
public sealed record FailedEffect(WorkKey Work, int Number, PendingEffect Pending, string Row, string ETag)
{
    public string Address => $"/medewerkers/berichten/{Work.Smederij}/{Work.Item}/{Number}";

    public static FailedEffect Of(string smederij, Entity row)
    {
        var parts = row.Row.Split('|');
        return new FailedEffect(
            new WorkKey(smederij, parts[1]), int.Parse(parts[2], CultureInfo.InvariantCulture), row.Read(PortalJson.Default.PendingEffect), row.Row, row.ETag);
    }
}
