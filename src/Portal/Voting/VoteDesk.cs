using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Voting;

/// <summary>The vote that the pages of a Smederij are about.</summary>
public sealed record CurrentVote(RoundKey Key, SmederijSettings Smederij, Round Round, Manifest Manifest);

/// <summary>Finds the vote that a page is about.</summary>
public sealed class VoteDesk(SettingsBook settings, RoundItems rounds, RoundArchive archive, IEntityStore store)
{
    public SmederijSettings? Smederij(HttpContext http) => settings.Current(http.Request.RouteValues["smederij"] as string ?? "");

    /// <summary>Null when no vote of this Smederij was ever sealed.</summary>
    public async Task<CurrentVote?> Current(SmederijSettings smederij, CancellationToken cancellation)
    {
        if (await store.Get(smederij.Id, RoundKeys.LatestVote, cancellation) is not { } latest)
            return null;
        return await Vote(smederij, new RoundKey(smederij.Id, latest.Data), cancellation);
    }

    public async Task<CurrentVote?> Vote(SmederijSettings smederij, RoundKey key, CancellationToken cancellation) =>
        await rounds.Load(key, cancellation) is { Item: var round } && await archive.ShownManifestOf(key, round, cancellation) is { } manifest
            ? new CurrentVote(key, smederij, round, manifest)
            : null;
}
