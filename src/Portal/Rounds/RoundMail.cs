using Microsoft.Extensions.Options;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Text;

namespace Smederijen.Portal.Rounds;

/// <summary>The mail that a round causes: staff hear that a vote has to be prepared.</summary>
public sealed class RoundMail(RoundCommands rounds, SettingsBook settings, IOptions<PortalOptions> options)
{
    /// <summary>The shared mailbox of the staff who release money prepares votes too.</summary>
    private const string Staff = "vrijgave";

    public async Task<IReadOnlyList<AddressedLetter>> AskForCodes(RoundKey key, bool again, CancellationToken cancellation)
    {
        if (await rounds.Load(key, cancellation) is not { Round.State: RoundState.Preparing state })
            return [];
        if (settings.Current(key.Smederij) is not { } smederij || await settings.Contact(key.Smederij, Staff, cancellation) is not { } to)
            return [];
        var letter = new Letter(
            $"{(again ? "Herinnering: bereid" : "Bereid")} de stemming in {smederij.Name} voor",
            [
                $"De ronde van {key.Period} is gesloten. Er zijn {Dutch.Count(state.Candidates.Length, "idee", "ideeën")}, en er is te weinig geld voor allemaal.",
                "Maak de stemcodes en laat de brieven drukken. Zonder codes gaat de stemming niet open.",
            ],
            new LetterLink("De stemming voorbereiden", new Uri(options.Value.PublicUrl, $"/medewerkers/rondes/{key.Smederij}/{key.Period}")),
            Facts: [new LetterFact("De stemming opent", Dutch.DateTime(state.OpensAt))])
        { Greeting = LetterParts.Colleague };
        return [new AddressedLetter(to.Name, to.Email, letter)];
    }
}
