using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Work;

/// <summary>
/// Offers the free money of a rolling Smederij to the ideas that wait for it, the oldest first. An idea that is too dear
/// keeps its place; a later one that fits does not wait for it.
/// </summary>
public sealed class MoneyOffers(IEntityStore store, SettingsBook settings, IdeaCommands ideas, RoundCommands rounds)
{
    public async Task Offer(string smederij, CancellationToken cancellation = default)
    {
        if (settings.Current(smederij) is not { Round: { Rolling: true } round })
            return;
        if (await rounds.Load(new RoundKey(smederij, round.Period), cancellation) is not { Round.State: RoundState.Open })
            return;
        var range = Keys.InPhase(IdeaPhase.Suitable);
        while (true)
        {
            var page = await store.Query(smederij, range, cancellation: cancellation);
            foreach (var idea in page.Rows.Select(row => row.Read(PortalJson.Default.IdeaSummary)))
                await ideas.Handle(new IdeaKey(smederij, idea.Id), CommandId.Fresh(), at => new IdeaEvent.MoneyOffered(at, round.Period), cancellation: cancellation);
            if (page.Continuation is null)
                return;
            range = range.ContinueAt(page.Continuation);
        }
    }
}
