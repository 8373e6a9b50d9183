using Microsoft.Data.Sqlite;
using Smederijen.Bench.Load;
using Smederijen.Domain;
using Smederijen.Domain.Money;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using Smederijen.LocalHost;
using Smederijen.LocalHost.Storage;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Voting;
using Smederijen.Portal.Work;

namespace Smederijen.Bench.Town;

/// <summary>
/// An open vote in every Smederij, and ballots that were chosen and reviewed: what is left is the one request that casts each.
/// </summary>
internal sealed class Votes(string folder)
{
    private const int Ideas = 20;
    private const int CodesPerCommit = StoreLimits.OperationsPerCommit / 2;

    /// <summary>A period that no Smederij is in, so that its own round stays as it is.</summary>
    private const string Period = "2000";

    /// <summary>One press of the last button by each voter.</summary>
    public List<byte[]> Ballots { get; } = [];

    public async Task Lay(int ballots)
    {
        await using var app = Composition.Build(
            new LocalOptions(0, folder, Demo: false, Seed: false), services => services.AddSingleton(SettingsFile.Embedded()));
        var store = app.Services.GetRequiredService<IEntityStore>();
        var settings = app.Services.GetRequiredService<SettingsBook>();
        await app.Services.GetRequiredService<SettingsPublishing>().Publish();
        var perPlace = ballots / settings.All.Count + 1;
        foreach (var smederij in settings.All)
        {
            var manifest = ManifestOf(smederij, perPlace);
            await store.Commit(smederij.Id, [.. Rows(smederij, manifest)]);
            var key = new RoundKey(smederij.Id, Period);
            var cast = await Cast(app.Services.GetRequiredService<BallotBox>(), key, perPlace);
            var rows = await app.Services.GetRequiredService<VoteVault>().Make(key);
            await TownFolder.Lay(app.Services.GetRequiredService<IVoteStores>().Of(key),
                cast.Chunk(CodesPerCommit).Select(part => (VoteRows.Partition, part.SelectMany(ballot => Register(rows, ballot.Code)))));
            var seals = app.Services.GetRequiredService<VoterSeals>();
            Ballots.AddRange(cast.Select(ballot => Press(seals, new VoterStep.Ballot(
                VoterPlace.New(smederij.Id), Period, ballot.Code, "7K3M", manifest.Hash, ballot.Tracking, ballot.Marks.Value))));
        }
        Random.Shared.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Ballots));
    }

    /// <summary>What lies in the store: ballots, and codes that were used.</summary>
    public (int Ballots, int UsedCodes) Count()
    {
        var (ballots, used) = (0, 0);
        foreach (var smederij in SettingsFile.Embedded().Smederijen)
        {
            var box = Path.Combine(folder, "stembussen", SqliteVoteStores.NameOf(new RoundKey(smederij.Id, Period)), "smederijen.db");
            using var connection = new SqliteConnection($"Data Source={box};Mode=ReadOnly;Pooling=False");
            connection.Open();
            ballots += RowCount.Of(connection, BoxRow.Ballot);
            used += RowCount.Of(connection, BoxRow.Code) - RowCount.Of(connection, BoxRow.Right);
        }
        return (ballots, used);
    }

    /// <summary>By a browser that keeps cookies, as nearly all do: the answer is a redirect.</summary>
    private static byte[] Press(VoterSeals seals, VoterStep.Ballot ballot) => Requests.PostForm(
        $"{ballot.At.Address}/{VoterPage.Receipt}", Requests.Form(("stembiljet", seals.Seal(ballot))), "stemproef=1");

    private static Manifest ManifestOf(SmederijSettings smederij, int codes) => new(
        smederij.Id, smederij.Name, Period, CountRule.EqualShares, BallotKind.Approval, MaxChoices: 5, new Euro(20_000_00),
        [.. Enumerable.Range(0, Ideas).Select(i => new Candidate(ItemId.New(DateTimeOffset.UtcNow), $"{Texts.Title} {i}", new Euro(3_000_00)))],
        DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(100), codes);

    private static IEnumerable<Write> Rows(SmederijSettings smederij, Manifest manifest)
    {
        var round = new Round(
            Period, Ledger.Empty, 0, smederij.Version, new RoundState.VoteOpen(manifest.Hash, manifest.OpensAt, manifest.ClosesAt, []),
            manifest.OpensAt);
        yield return new Write.Insert(RoundKeys.Round(Period), Portal.Storage.Rows.Write(new Stored<Round>(round), LedgerJson.Default.StoredRound));
        yield return new Write.Insert(RoundKeys.Manifest(Period), Portal.Storage.Rows.Write(manifest, DomainJson.Default.Manifest));
        yield return new Write.Put(RoundKeys.LatestVote, Period);
    }

    private static async Task<List<CastBallot>> Cast(BallotBox box, RoundKey key, int count)
    {
        var ballots = new List<CastBallot>(count);
        for (var i = 0; i < count; i++)
        {
            var code = VoteCode.Of(Random.Shared.GetItems<char>(VoteCode.Alphabet, VoteCode.ChanceCharacters));
            var chosen = Random.Shared.GetItems(Enumerable.Range(0, Ideas).ToArray(), 4);
            var marks = string.Concat(Enumerable.Range(0, Ideas).Select(idea => chosen.Contains(idea) ? '1' : '0'));
            ballots.Add(new CastBallot(await box.HashOf(key, code), TrackingNumber.New(), new Marks(marks)));
        }
        return ballots;
    }

    private static IEnumerable<Write> Register(VoteRows rows, string code) =>
        [rows.Insert(BoxRow.Right, code, "bench"), rows.Insert(BoxRow.Code, code, CodeMark.Made)];
}
