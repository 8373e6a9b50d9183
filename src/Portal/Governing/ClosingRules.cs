using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Governing;

/// <summary>What has to hold before a Smederij ends, beside the rules of every change.</summary>
internal static class ClosingRules
{
    /// <summary>Why a Smederij cannot be closed on a day: a vote runs then, with the day on which that is over; null when none does.</summary>
    public static async Task<string?> VoteInTheWay(RoundLists rounds, SmederijSettings closes, DateOnly day, CancellationToken cancellation)
    {
        if ((await rounds.Of(closes.Id, cancellation)).FirstOrDefault(round => round.IsBeingDecided) is { } running)
            return $"In {closes.Name} is de ronde van {running.Period} nu nog niet klaar"
                + (running is { Phase: RoundPhase.VoteOpen, Due: { } closing } ? $": er is een stemming tot en met {Dutch.Date(Amsterdam.DateOf(closing.AddTicks(-1)))}" : "")
                + ". Hef de Smederij op na de uitslag.";
        var vote = closes.Round.ClosesOn.AddDays(closes.Round.Vote.PreparationDays + closes.Round.Vote.Days);
        return !closes.Round.Rolling && day > closes.Round.ClosesOn && day <= vote
            ? $"Tussen {Dutch.Date(closes.Round.ClosesOn)} en {Dutch.Date(vote)} stemt {closes.Name} misschien. Kies een dag daarna."
            : null;
    }

    /// <summary>Postcodes that those after it do not have, in words; null when nobody falls between, and where nothing comes after it.</summary>
    /// <param name="lastVersions">What those after it will have.</param>
    public static string? PostcodesOfNobody(SmederijSettings closes, IEnumerable<SmederijSettings> lastVersions) =>
        closes.Successors is { IsDefaultOrEmpty: false }
        && Area.Of(closes.Area).Without(Area.Of(lastVersions.SelectMany(after => after.Area))) is { IsEmpty: false } left
            ? $"Postcode {left.Parts[0]} hoort straks nergens meer bij. Stel eerst het voorstel vast waarmee een Smederij die hierna komt die krijgt."
            : null;
}
