namespace Smederijen.Portal.Plans;

/// <summary>The history of a plan as a timeline, the newest first: over the years, that is what people come for.</summary>
internal static class PlanTimeline
{
    /// <param name="nameOf">Says who of the staff did something; null for pages that do not tell.</param>
    public static IReadOnlyList<TimelineEntry> Of(PlanDossier dossier, Func<string, string>? nameOf = null)
    {
        var entries = new List<TimelineEntry>();
        for (var i = 0; i < dossier.Log.Count; i++)
        {
            var (first, e) = (i, dossier.Log[i].Event);
            while (i + 1 < dossier.Log.Count && AreOneLine(e, dossier.Log[i + 1].Event))
                i++;
            var title = i == first ? PlanEventTexts.Title(e, dossier.NameOf) : $"{Dutch.Number(i - first + 1)} mensen uit de buurt steunen het plan";
            var by = nameOf is not null && PlanEventTexts.By(e) is { } staff ? $"Door: {nameOf(staff)}" : null;
            entries.Add(new TimelineEntry(
                e.At, title, string.Join("\n", new[] { by, PlanEventTexts.Written(e) }.OfType<string>()), Pictures: dossier.PicturesOf(e)));
        }
        entries.Reverse();
        return entries;
    }

    private static bool AreOneLine(PlanEvent e, PlanEvent next) =>
        e is PlanEvent.SupportConfirmed && next is PlanEvent.SupportConfirmed && Amsterdam.DateOf(e.At) == Amsterdam.DateOf(next.At);
}
