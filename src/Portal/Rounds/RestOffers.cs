using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Rounds;

/// <summary>
/// Offers what is left of a round to the ideas that wait for it, one after the other (<see cref="RestStep"/>). Each step is a commit of one
/// idea, and what comes next follows from the ideas as they are by then: after a stop anywhere the same is done once more, and harms nothing.
/// </summary>
public sealed class RestOffers(IEntityStore store, IdeaItems ideas, RoundItems rounds, Remainders remainders, UnreadableRows unreadable)
{
    /// <param name="smallest">Less than this is not offered.</param>
    /// <param name="inOrder">The ids of the ideas; those that wait for nothing any more are passed over.</param>
    /// <param name="inRound">As <see cref="IdeaState.Suitable.InRound"/> of the ideas that wait.</param>
    public async Task<RestResult> Offer(
        RoundKey key, Euro smallest, IReadOnlyCollection<string> inOrder, string? inRound, CancellationToken cancellation)
    {
        while (await rounds.Load(key, cancellation) is { Item: var round })
        {
            UnreadableRowException? unread = null;
            var waiting = new List<WaitingIdea>();
            foreach (var id in inOrder)
            {
                var (idea, bad) = await TryFind(new IdeaKey(key.Smederij, id), cancellation);
                unread = bad ?? unread;
                if (idea is { State: IdeaState.Suitable s } && s.InRound == inRound)
                    waiting.Add(new WaitingIdea(id, idea.Amount, TakesPart: s.NoPartIn != key.Period));
            }
            var (isOffered, badOffer) = await IsOffered(key, cancellation);
            unread = badOffer ?? unread;
            switch (RestStep.Of(await LeftIn(key, round, cancellation), smallest, waiting, isOffered))
            {
                case RestStep.GrantWhole whole:
                    await Handle(key, whole.Idea, at => new IdeaEvent.MoneyOffered(at, key.Period), cancellation);
                    break;
                case RestStep.OfferPart part when await Handle(
                    key, part.Idea, at => new IdeaEvent.PartOffered(at, key.Period, part.Amount), cancellation) is not Outcome<Refusal>.Refused:
                    return new(IsOver: false, unread);
                case RestStep.OfferPart:
                    // The money or the idea changed in between: look again.
                    break;
                case var last:
                    return new(last is RestStep.Stop, unread);
            }
        }
        return new(IsOver: true, null);
    }

    /// <summary>The idea as it is now; null when it cannot be read.</summary>
    public async Task<Idea?> Find(IdeaKey idea, CancellationToken cancellation) => (await TryFind(idea, cancellation)).Idea;

    private Task<Outcome<Refusal>> Handle(RoundKey key, string idea, Func<DateTimeOffset, IdeaEvent> happening, CancellationToken cancellation) =>
        ideas.Handle(new IdeaKey(key.Smederij, idea), CommandId.Fresh(), happening, cancellation: cancellation);

    /// <summary>Without what was granted to ideas that did not hear it yet.</summary>
    private async Task<Euro> LeftIn(RoundKey key, Round round, CancellationToken cancellation)
    {
        var promised = round.State is RoundState.Decided decided ? await remainders.Promised(key, decided, cancellation) : Euro.Zero;
        return promised < round.Ledger.Available ? round.Ledger.Available - promised : Euro.Zero;
    }

    /// <summary>Whether somebody still has to answer an offer of this round. One that cannot be read may be such: look again later.</summary>
    private async Task<(bool IsOffered, UnreadableRowException? Unread)> IsOffered(RoundKey key, CancellationToken cancellation)
    {
        await foreach (var row in store.All(key.Smederij, IdeaKeys.InPhase(IdeaPhase.OfferedPart), cancellation))
        {
            var (idea, unread) = await TryFind(new IdeaKey(key.Smederij, IdeaKeys.IdeaOfPhase(row.Row)), cancellation);
            if (unread is not null || idea is { State: IdeaState.OfferedPart offer } && offer.Period == key.Period)
                return (true, unread);
        }
        return (false, null);
    }

    private async Task<(Idea? Idea, UnreadableRowException? Unread)> TryFind(IdeaKey idea, CancellationToken cancellation)
    {
        try
        {
            return ((await ideas.Load(idea, cancellation))?.Item, null);
        }
        catch (UnreadableRowException bad)
        {
            await unreadable.Report(idea.Smederij, bad);
            return (null, bad);
        }
    }
}

/// <summary>What came of offering what is left.</summary>
/// <param name="IsOver">Nobody gets anything more of it.</param>
/// <param name="Unread">An idea that could not be read: offer again later. Null when all could.</param>
public readonly record struct RestResult(bool IsOver, UnreadableRowException? Unread);
