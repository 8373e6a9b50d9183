using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Stuurgroep.Dividing;

/// <summary>What is left of a year in every Smederij, for who makes a proposal about it.</summary>
public sealed class Leftovers(Remainders remainders, SettingsBook settings, UnreadableRows unreadable)
{
    /// <summary>A Smederij whose round or ledger cannot be read stands with the others that no proposal can be about now.</summary>
    public async Task<LeftOfYear> Of(string period, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(settings.All.Select(async smederij =>
        {
            LeftInRound? left = null;
            var read = await unreadable.Try<object>(smederij.Id, async () =>
            {
                left = await remainders.Find(new RoundKey(smederij.Id, period), cancellation);
                return smederij;
            });
            return (smederij.Id, Left: left, IsUnreadable: read is null);
        }));
        var waiting = await Task.WhenAll(found.Where(one => one.Left is { IsOver: true }).Select(async one =>
            await Line(one.Id, one.Left!.Free, cancellation)));
        return new(
            [.. waiting],
            [.. found.Where(one => one.Left is not { IsOver: true })
                .Select(one => new UndecidedRound(one.Id, one.Left?.Phase, one.IsUnreadable))]);
    }

    /// <summary>
    /// All goes on. Of a Smederij that is closed it goes to what took its place, or back; but not while an idea there may still ask for it: then it
    /// goes on to a last round of its own.
    /// </summary>
    private async Task<Leftover> Line(string smederij, ImmutableArray<Source> left, CancellationToken cancellation) =>
        settings.Current(smederij) is not { Closed: true } closed || await remainders.MayStillAsk(smederij, cancellation)
            ? new(smederij, left, RemainderChoice.CarryOver)
            : new(smederij, left, closed.Heir is null ? RemainderChoice.GiveBack : RemainderChoice.CarryOver) { Into = closed.Heir };

    /// <summary>The proposal with what is left now, each Smederij with the choice that was made for it.</summary>
    public async Task<Subject.Remainder> Renew(Subject.Remainder proposal, CancellationToken cancellation)
    {
        var chosen = proposal.Lines.ToDictionary(line => line.Smederij, line => line.Choice, StringComparer.Ordinal);
        var now = await Of(proposal.Period, cancellation);
        return proposal with { Lines = [.. now.Lines.Select(line => line with { Choice = chosen.GetValueOrDefault(line.Smederij, line.Choice) })] };
    }
}

/// <param name="Lines">The Smederijen whose round is decided, also those where nothing is left.</param>
/// <param name="Undecided">The others, which no proposal can be about.</param>
public sealed record LeftOfYear(ImmutableArray<Leftover> Lines, IReadOnlyList<UndecidedRound> Undecided);

/// <param name="Phase">Null when there is no round of that year, or it cannot be read.</param>
public sealed record UndecidedRound(string Smederij, RoundPhase? Phase, bool IsUnreadable);
