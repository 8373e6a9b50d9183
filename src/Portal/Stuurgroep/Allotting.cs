using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Stuurgroep;

/// <summary>Brings the money of an adopted division to the rounds.</summary>
public sealed class Allotting(ResolutionItems resolutions, RoundItems rounds, SettingsBook settings)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<Allotting, ResolutionEffect.AllotTo>((x, key, to, cancellation) => x.Allot(ResolutionKey.Of(key), to.Smederij, cancellation)),
    ];

    /// <exception cref="InvalidOperationException">There is no such Smederij.</exception>
    public async Task Allot(ResolutionKey key, string smederij, CancellationToken cancellation)
    {
        if (await resolutions.Load(key, cancellation) is not { Item: { Subject: Subject.Allotment division } resolution })
            return;
        var current = settings.Current(smederij) ?? throw new InvalidOperationException($"{key} allots money to '{smederij}': there is no such Smederij.");
        await rounds.Allot(
            current, division.Period, resolution.Id, Division.BySource(division).Single(line => line.Smederij == smederij).Shares, cancellation);
    }
}
