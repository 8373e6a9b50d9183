namespace Smederijen.Portal.Ideas;

/// <summary>What two of the staff agreed to write off of what had to come back, as the history of an idea tells it.</summary>
/// <param name="Settled">The lines in which a second one agreed, by their place in the log, each with what the first one wrote.</param>
/// <param name="First">What waits for a second one; null when nothing does.</param>
/// <param name="Lapsed">Money came in after the first one agreed, so another first one is needed.</param>
public sealed record WriteOffs(IReadOnlyDictionary<int, IdeaEvent.WriteOffApproved> Settled, IdeaEvent.WriteOffApproved? First, bool Lapsed)
{
    /// <summary>All that does not come back.</summary>
    public Euro Total => Settled.Values.Aggregate(Euro.Zero, (sum, first) => sum + first.Open);

    public static WriteOffs In(IReadOnlyList<LogLine> log)
    {
        var settled = new Dictionary<int, IdeaEvent.WriteOffApproved>();
        IdeaEvent.WriteOffApproved? first = null;
        var lapsed = false;
        foreach (var (i, line) in log.Index())
        {
            switch (line.Event)
            {
                case IdeaEvent.MoneyReceived:
                    (lapsed, first) = (lapsed || first is not null, null);
                    break;
                case IdeaEvent.WriteOffApproved agreed when first is null:
                    (lapsed, first) = (false, agreed);
                    break;
                case IdeaEvent.WriteOffApproved:
                    settled[i] = first!;
                    first = null;
                    break;
                default:
                    break;
            }
        }
        return new WriteOffs(settled, first, lapsed);
    }
}
