using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Rounds;

/// <summary>
/// Offers the free money of a rolling Smederij to the ideas that wait for it, the oldest first. An idea that is too dear
/// keeps its place; a later one that fits does not wait for it.
/// </summary>
public sealed class MoneyOffers(IEntityStore store, SettingsBook settings, IdeaItems ideas, RoundItems rounds, UnreadableRows unreadable)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<MoneyOffers, IdeaEffect.OfferMoney>((x, key, _, cancellation) => x.Offer(key.Smederij, cancellation)),
        Deed.Of<MoneyOffers, RoundEffect.OfferNewMoney>((x, key, _, cancellation) => x.Offer(key.Smederij, cancellation)),
    ];

    /// <exception cref="UnreadableRowException">An idea cannot be read: it keeps its place. All others had their offer; call again later.</exception>
    public async Task Offer(string smederij, CancellationToken cancellation = default)
    {
        if (settings.Current(smederij) is not { Round: { Rolling: true } round })
            return;
        if (await rounds.Load(new RoundKey(smederij, round.Period), cancellation) is not { Item.State: RoundState.Open })
            return;
        var range = IdeaKeys.InPhase(IdeaPhase.Suitable);
        UnreadableRowException? unread = null;
        while (true)
        {
            var page = await store.Query(smederij, range, cancellation: cancellation);
            foreach (var row in page.Rows)
                unread = await Offer(new IdeaKey(smederij, IdeaKeys.IdeaOfPhase(row.Row)), round.Period, cancellation) ?? unread;
            if (page.Continuation is null)
                break;
            range = range.ContinueAt(page.Continuation);
        }
        if (unread is not null)
            throw unread;
    }

    private async Task<UnreadableRowException?> Offer(IdeaKey idea, string period, CancellationToken cancellation)
    {
        try
        {
            await ideas.Handle(idea, CommandId.Fresh(), at => new IdeaEvent.MoneyOffered(at, period), cancellation: cancellation);
            return null;
        }
        catch (UnreadableRowException bad)
        {
            await unreadable.Report(idea.Smederij, bad);
            return bad;
        }
    }
}
