using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Rounds;

/// <summary>
/// Offers the free money of a rolling Smederij to the ideas that wait for it, the oldest first. An idea that is too dear
/// keeps its place; a later one that fits does not wait for it. What is left after that is offered as a part, where the Smederij does so.
/// </summary>
public sealed class MoneyOffers(
    IEntityStore store, SettingsBook settings, IdeaItems ideas, RoundItems rounds, RestOffers rest, UnreadableRows unreadable)
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
        var key = new RoundKey(smederij, round.Period);
        if (await rounds.Load(key, cancellation) is not { Item: { State: RoundState.Open, SettingsVersion: var version } })
            return;
        var parts = (await settings.Version(smederij, version, cancellation)).Round.Parts;
        // Who was offered a part came before: there may be enough for all of it by now.
        var unread = parts is null ? null : await OfferAll(key, IdeaPhase.OfferedPart, cancellation);
        unread = await OfferAll(key, IdeaPhase.Suitable, cancellation) ?? unread;
        if (parts is not null)
        {
            var waiting = await store.All(smederij, IdeaKeys.InPhase(IdeaPhase.Suitable), cancellation)
                .Select(row => IdeaKeys.IdeaOfPhase(row.Row)).ToListAsync(cancellation);
            unread = (await rest.Offer(key, parts.Smallest, waiting, inRound: null, cancellation)).Unread ?? unread;
        }
        if (unread is not null)
            throw unread;
    }

    private async Task<UnreadableRowException?> OfferAll(RoundKey round, IdeaPhase phase, CancellationToken cancellation)
    {
        var range = IdeaKeys.InPhase(phase);
        UnreadableRowException? unread = null;
        while (true)
        {
            var page = await store.Query(round.Smederij, range, cancellation: cancellation);
            foreach (var row in page.Rows)
                unread = await Offer(new IdeaKey(round.Smederij, IdeaKeys.IdeaOfPhase(row.Row)), round.Period, cancellation) ?? unread;
            if (page.Continuation is null)
                return unread;
            range = range.ContinueAt(page.Continuation);
        }
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
