using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Ballots;

/// <summary>
/// Brings the votes of layout 2, whose rows lay among all others, to a store of their own. It may be stopped anywhere and run again: a
/// row is deleted here after it lies there. No older release may run beside it.
/// </summary>
public sealed partial class BallotsUpgrade(
    IEntityStore store, IVoteStores stores, VoteVault vault, SettingsBook settings, IDataProtectionProvider protection, ILogger<BallotsUpgrade> log)
{
    private static readonly RowRange Everything = RowRange.Prefix("stembus|");

    private readonly IDataProtector ballots = protection.CreateProtector("Smederijen.Ballots.v1");
    private readonly IDataProtector paper = protection.CreateProtector("Smederijen.Paper.v1");

    public async Task Run(CancellationToken cancellation = default)
    {
        var found = false;
        foreach (var smederij in settings.All)
        {
            var rows = await store.All(smederij.Id, Everything, cancellation).ToListAsync(cancellation);
            foreach (var vote in rows.GroupBy(row => row.Row.Split('|')[1]))
                await Move(new RoundKey(smederij.Id, vote.Key), [.. vote], cancellation);
            // Also when this stopped after the last row was moved.
            found = found || await store.All(smederij.Id, RowRange.Prefix("ronde|"), cancellation)
                .AnyAsync(row => row.Row.EndsWith("|stemsleutel", StringComparison.Ordinal), cancellation);
        }
        if (found)
            await stores.ForgetDeleted(cancellation);
    }

    private async Task Move(RoundKey vote, List<Entity> rows, CancellationToken cancellation)
    {
        var box = await vault.Make(vote, cancellation);
        foreach (var some in rows.Chunk(StoreLimits.OperationsPerCommit / 2))
        {
            var moved = some.Select(row => (Old: row, New: Translated(vote, box, row))).Where(pair => pair.New is not null).ToList();
            List<Write> there = [.. moved.Select(pair => pair.New!.Value).Where(write => write.InBox).Select(write => write.Write)];
            if (there.Count > 0)
                await box.Commit(there, cancellation);
            List<Write> here = [.. moved.Select(pair => pair.New!.Value).Where(write => !write.InBox).Select(write => write.Write)];
            here.AddRange(moved.Select(pair => new Write.Delete(pair.Old.Row, pair.Old.ETag)));
            if (here.Count > 0 && await store.Commit(vote.Smederij, here, cancellation) is CommitResult.Conflict conflict)
                throw new InvalidOperationException(
                    $"Row '{conflict.Row}' of '{vote.Smederij}' changed during the upgrade: stop every other instance and start again.");
        }
    }

    /// <summary>Null for a row that cannot be read: it stays, and the count will tell that a ballot is missing.</summary>
    private (Write Write, bool InBox)? Translated(RoundKey vote, VoteRows box, Entity row)
    {
        try
        {
            return row.Row.Split('|') switch
            {
                [_, _, "maker"] => (new Write.Put(RoundKeys.Maker(vote.Period), row.Data), false),
                [_, _, "recht", var code] => (box.Put(BoxRow.Right, code, row.Data), true),
                [_, _, "code", var code] => (box.Put(BoxRow.Code, code, row.Data), true),
                [_, _, "biljet", var tracking] => (box.Put(BoxRow.Ballot, tracking, MarksIn(row, tracking)), true),
                [_, _, "papier", var batch] => (box.Put(BoxRow.Paper, batch, Opened(paper, row)), true),
                _ => null,
            };
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            Log.NotMoved(log, failure, row.Row, vote.Smederij);
            return null;
        }
    }

    private string MarksIn(Entity row, string tracking) => Opened(ballots, row).Split('|') is [var lies, var marks] && lies == tracking ? marks
        : throw new FormatException("A ballot lies under another tracking number than it was cast with.");

    private static string Opened(IDataProtector protector, Entity row) =>
        Encoding.UTF8.GetString(protector.Unprotect(Base64Url.DecodeFromChars(row.Data)));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Row {Row} of {Partition} cannot be read and is not moved to the store of its vote")]
        public static partial void NotMoved(ILogger logger, Exception failure, string row, string partition);
    }
}
