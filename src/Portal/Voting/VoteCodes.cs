using System.Buffers.Binary;
using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Voting;

/// <summary>What came of making codes.</summary>
public abstract record MadeCodes
{
    private MadeCodes() { }

    /// <summary>The one time that the codes are known in plain.</summary>
    public sealed record Ready(IReadOnlyList<VoteCode> Codes) : MadeCodes;

    /// <summary>The codes of this form left the system before.</summary>
    public sealed record GoneBefore : MadeCodes;

    /// <summary>Another was making codes at the same time: this form gave none.</summary>
    public sealed record MadeAtOnce : MadeCodes;

    public sealed record Refused(RoundRefusal Reason) : MadeCodes;
}

/// <summary>
/// Makes the voting codes of a vote. All codes follow from one secret that lies sealed in the form of the one who makes them
/// and nowhere else. So a crash in the middle is mended by pressing the button again, while the store never holds a code. Once all
/// hashes are there the codes are given out, and that form gives nothing any more.
/// </summary>
public sealed class VoteCodes(
    IEntityStore store, VoteVault vault, RoundItems rounds, BallotBox box, IDataProtectionProvider protection, TimeProvider clock)
{
    public const int Most = 50_000;

    /// <summary>Each code has two rows.</summary>
    private const int CodesPerCommit = StoreLimits.OperationsPerCommit / 2;

    private readonly IDataProtector protector = protection.CreateProtector("Smederijen.VoteCodes.v1");

    /// <summary>A sealed secret for the form.</summary>
    public string NewSecret() => Base64Url.EncodeToString(protector.Protect(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Whether the codes of this form were given out: sent again it makes nothing, and no other codes void.</summary>
    /// <exception cref="FormatException">The secret is not one of ours.</exception>
    public async Task<bool> LeftBefore(RoundKey vote, string sealedSecret, CancellationToken cancellation = default) =>
        await store.Get(vote.Smederij, Keys.Command(CommandOf(BatchOf(Unseal(sealedSecret))).Key), cancellation) is not null;

    /// <exception cref="FormatException">The secret is not one of ours.</exception>
    public async Task<MadeCodes> Make(RoundKey vote, string sealedSecret, int count, string by, string? reason,
        CancellationToken cancellation = default)
    {
        var secret = Unseal(sealedSecret);
        var batch = BatchOf(secret);
        var command = CommandOf(batch);
        if (await LeftBefore(vote, sealedSecret, cancellation))
            return new MadeCodes.GoneBefore();
        var before = await store.Get(vote.Smederij, RoundKeys.Maker(vote.Period), cancellation);
        RoundEvent Made(DateTimeOffset at) => new RoundEvent.CodesMade(at, by, count, reason);
        // Asked before a single row is written: the codes of earlier stay good when the round refuses.
        if (await rounds.ObjectionTo(vote, Made(clock.GetUtcNow()), cancellation) is { } objection)
            return new MadeCodes.Refused(objection);
        var codes = Enumerable.Range(0, count).Select(i => Code(secret, i)).ToList();
        if (await store.Commit(vote.Smederij, [Claim(vote, batch, before)], cancellation) is not CommitResult.Committed)
            return new MadeCodes.MadeAtOnce();
        var rows = await vault.Make(vote, cancellation);
        await RemoveOthers(rows, batch, cancellation);
        await Register(vote, rows, batch, codes, cancellation);
        if (!await AreThere(rows, batch, count, cancellation))
            return new MadeCodes.MadeAtOnce();
        return await rounds.Handle(vote, command, Made, fresh => StillClaimed(vote, batch, fresh), cancellation) switch
        {
            Outcome<RoundRefusal>.AlreadySo => new MadeCodes.MadeAtOnce(),
            Outcome<RoundRefusal>.Done => new MadeCodes.Ready(codes),
            Outcome<RoundRefusal>.Refused refused => new MadeCodes.Refused(refused.Reason),
            _ => new MadeCodes.Refused(RoundRefusal.NoVotePrepared),
        };
    }

    /// <summary>
    /// Whoever makes codes writes so first, and the decision is one commit with that row: of two people who make codes at the
    /// same time only one gets them, and those are the ones that work.
    /// </summary>
    private static Write Claim(RoundKey vote, string batch, Entity? before) =>
        before is null ? new Write.Insert(RoundKeys.Maker(vote.Period), batch) : new Write.Replace(before.Row, batch, before.ETag);

    private async Task<IReadOnlyList<Write>?> StillClaimed(RoundKey vote, string batch, CancellationToken cancellation) =>
        await store.Get(vote.Smederij, RoundKeys.Maker(vote.Period), cancellation) is { } claim && claim.Data == batch ? [Claim(vote, batch, claim)]
            : null;

    /// <summary>Codes of an earlier press, whole or half done, are void.</summary>
    private static async Task RemoveOthers(VoteRows rows, string batch, CancellationToken cancellation)
    {
        var others = await rows.All(BoxRow.Right, cancellation).Where(right => right.Data != batch).ToListAsync(cancellation);
        foreach (var part in others.Chunk(CodesPerCommit))
        {
            await rows.Commit(
                [.. part.SelectMany(right => (Write[])[rows.Delete(BoxRow.Right, right.Name), rows.Delete(BoxRow.Code, right.Name)])], cancellation);
        }
    }

    /// <summary>The same secret makes the same batches, so a batch that conflicts is there already.</summary>
    private async Task Register(RoundKey vote, VoteRows rows, string batch, List<VoteCode> codes, CancellationToken cancellation)
    {
        foreach (var part in codes.Chunk(CodesPerCommit))
        {
            var writes = new List<Write>(part.Length * 2);
            foreach (var code in part)
            {
                var hash = await box.HashOf(vote, code, cancellation);
                writes.Add(rows.Insert(BoxRow.Right, hash, batch));
                writes.Add(rows.Insert(BoxRow.Code, hash, CodeMark.Made));
            }
            await rows.Commit(writes, cancellation);
        }
    }

    private static async Task<bool> AreThere(VoteRows rows, string batch, int count, CancellationToken cancellation)
    {
        var rights = await rows.All(BoxRow.Right, cancellation).ToListAsync(cancellation);
        return rights.Count == count && rights.TrueForAll(right => right.Data == batch);
    }

    private static string BatchOf(byte[] secret) => Convert.ToHexStringLower(SHA256.HashData(secret))[..16];

    private static CommandId CommandOf(string batch) => CommandId.From($"codes-{batch}");

    private byte[] Unseal(string sealedSecret)
    {
        try
        {
            return protector.Unprotect(Base64Url.DecodeFromChars(sealedSecret));
        }
        catch (CryptographicException forged)
        {
            throw new FormatException("The secret of the codes is not one of this portal.", forged);
        }
    }

    /// <summary>Fifteen times five bits of an HMAC over the number of the code.</summary>
    private static VoteCode Code(byte[] secret, int number)
    {
        Span<byte> counter = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(counter, number);
        var bits = HMACSHA256.HashData(secret, counter);
        Span<char> chance = stackalloc char[VoteCode.ChanceCharacters];
        for (var i = 0; i < chance.Length; i++)
            chance[i] = VoteCode.Alphabet[bits[i] & 31];
        return VoteCode.Of(chance);
    }
}
