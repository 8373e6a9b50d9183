using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Stuurgroep.Mailing;

/// <summary>What is done for a resolution: the mails to the seats, and the money that it allots.</summary>
public static class ResolutionDeeds
{
    public static IReadOnlyList<Deed> All { get; } =
    [
        Deed.Mail<ResolutionMail, ResolutionEffect.AskSeat>((x, key, ask, forPaper, cancellation) => x.Ask(ResolutionKey.Of(key), ask, forPaper, cancellation)),
        Deed.Mail<ResolutionMail, ResolutionEffect.TellSeat>((x, key, tell, _, cancellation) => x.Tell(ResolutionKey.Of(key), tell, cancellation)),
        Deed.Mail<ResolutionMail, ResolutionEffect.TellSecretary>((x, key, tell, _, cancellation) => x.Tell(ResolutionKey.Of(key), tell, cancellation)),
        Deed.Of<Allotting, ResolutionEffect.AllotTo>((x, key, to, cancellation) => x.Allot(ResolutionKey.Of(key), to.Smederij, cancellation)),
    ];
}

/// <summary>Brings the money of an adopted division to the rounds.</summary>
public sealed class Allotting(ResolutionItems resolutions, RoundItems rounds, SettingsBook settings)
{
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
