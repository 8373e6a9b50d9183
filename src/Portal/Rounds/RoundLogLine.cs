using System.Text.Json;
using Smederijen.Domain;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Watching;

namespace Smederijen.Portal.Rounds;

/// <summary>One line of a round's history, chained like those of ideas.</summary>
public sealed record RoundLogLine(RoundEvent Event, RoundPhase Phase, string Hash) : IChained
{
    public static RoundLogLine After(string head, RoundEvent e, RoundPhase phase) => new(e, phase, Chain(head, e, phase));

    public bool Follows(string head) => Hash == Chain(head, Event, Phase);

    private static string Chain(string head, RoundEvent e, RoundPhase phase) =>
        CommitRows.Chain(head, phase.ToString(), JsonSerializer.Serialize(e, DomainJson.Default.RoundEvent));
}
