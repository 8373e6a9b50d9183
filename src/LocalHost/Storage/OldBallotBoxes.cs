using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ledgers;

namespace Smederijen.LocalHost.Storage;

/// <summary>
/// Looks at the start for ballot boxes that no vote has: put back with an old copy of the data folder. One whose vote was decided goes,
/// since its key was destroyed then. One without a key stays, for the key may be in another copy, and the log tells of it.
/// </summary>
public sealed partial class OldBallotBoxes(SqliteVoteStores stores, VoteVault vault, ILogger<OldBallotBoxes> log)
{
    public async Task Remove(CancellationToken cancellation)
    {
        foreach (var name in stores.Names())
        {
            if (name.Split('_') is not [var smederij, var period])
                continue;
            var vote = new RoundKey(smederij, period);
            try
            {
                if (await vault.Find(vote, cancellation) is null)
                {
                    await stores.Remove(vote, cancellation);
                    Log.Removed(log, name);
                }
            }
            catch (Exception lost) when (lost is BallotBoxLostException or UnreadableRowException)
            {
                Log.NotWhole(log, name, lost.Message);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The ballot box {Name} was removed: its vote was decided and its key destroyed")]
        public static partial void Removed(ILogger logger, string name);

        [LoggerMessage(Level = LogLevel.Error, Message = "The ballot box {Name} does not belong to the rest of this data folder. {Problem}")]
        public static partial void NotWhole(ILogger logger, string name, string problem);
    }
}
