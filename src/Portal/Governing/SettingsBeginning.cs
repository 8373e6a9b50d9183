using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Governing;

/// <summary>What follows from a version of settings that counts from now on.</summary>
public sealed class SettingsBeginning(
    SettingsBook book, RoundItems rounds, PlaceSuccession succession, YearItems years, UnreadableRows unreadable)
{
    /// <summary>Opens the round that a Smederij names, and lets the reminders of the year follow it. Harmless twice.</summary>
    public async Task Begin(string id, int version, CancellationToken cancellation)
    {
        await book.Reload(cancellation);
        if (SettingsKeys.IsOfSmederij(id)
            && await book.Version(id, version, cancellation) is { Round.Period.Length: > 0 } smederij)
        {
            await succession.LayEverywhere(smederij, cancellation);
            await rounds.Open(smederij, book.Stuurgroep, cancellation);
            await years.FollowRounds(unreadable, cancellation);
        }
    }
}
