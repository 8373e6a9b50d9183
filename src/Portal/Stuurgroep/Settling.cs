using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Stuurgroep;

/// <summary>Carries out what was adopted about the money that is left.</summary>
public sealed class Settling(ResolutionItems resolutions, Remainders remainders)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<Settling, ResolutionEffect.SettleRemainder>((x, key, of, cancellation) => x.Settle(ResolutionKey.Of(key), of.Smederij, cancellation)),
    ];

    public async Task Settle(ResolutionKey key, string smederij, CancellationToken cancellation)
    {
        if (await resolutions.Load(key, cancellation) is { Item: { Subject: Subject.Remainder subject } resolution })
            await remainders.Settle(
                new RoundKey(smederij, subject.Period), resolution.Id,
                subject.Lines.Single(line => line.Smederij == smederij).Choice == RemainderChoice.CarryOver ? subject.Next : null, cancellation);
    }
}
