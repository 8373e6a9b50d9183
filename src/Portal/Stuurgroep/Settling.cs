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
        {
            var line = subject.Lines.Single(line => line.Smederij == smederij);
            var goesOn = line.Choice == RemainderChoice.CarryOver;
            await remainders.Settle(
                new RoundKey(smederij, subject.Period), resolution.Id, goesOn ? subject.Next : null, goesOn ? line.Into : null, cancellation);
        }
    }
}
