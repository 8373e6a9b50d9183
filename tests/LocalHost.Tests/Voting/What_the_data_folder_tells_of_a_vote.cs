using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Smederijen.Domain.Rounds;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Voting;

namespace Smederijen.LocalHost.Tests.Voting;

/// <summary>
/// A whole vote of the local edition on a real disk, screen and paper. Then every byte of every file is read: tables, indexes, free space,
/// logs.
/// </summary>
public sealed class What_the_data_folder_tells_of_a_vote : IDisposable
{
    private const int Codes = 160;
    private const int Voters = 120;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_the_decision_no_byte_holds_the_hash_of_a_code_or_a_ballot_that_can_be_opened_also_after_a_clean_stop()
    {
        List<string> hashes;
        string[] numbers;
        string key;
        IDataProtectionProvider protection;
        await using (var vote = await OpenVote.Start(_folder, Codes))
        {
            hashes = await Hashes(vote);
            await Vote(vote, Voters);
            await VoteOnPaper(vote);
            key = (await vote.Town.Store.Get(OpenVote.Smederij, RoundKeys.VoteKey(vote.Key.Period)))!.Data;
            (await vote.Close()).Ballots.ShouldBe(Voters + 2);
            numbers = await vote.Published();
            protection = vote.Town.Get<IDataProtectionProvider>();
            var box = Path.Combine(_folder.Path, "stembussen", $"{OpenVote.Smederij}_{vote.Key.Period}");
            await Edition.Eventually(() => Task.FromResult(Directory.Exists(box)), there => !there, "the ballot box to be removed");
            using var copy = await Copy(_folder.Path);
            ShouldTellNothing(copy.Path, hashes, numbers, key, protection);
        }
        ShouldTellNothing(_folder.Path, hashes, numbers, key, protection);
    }

    [Fact]
    public async Task During_the_vote_the_files_join_no_code_to_a_ballot_even_for_who_knows_all_codes_and_numbers()
    {
        await using var vote = await OpenVote.Start(_folder, Codes);
        var hashes = await Hashes(vote);
        var numbers = await Vote(vote, Voters);
        await VoteOnPaper(vote);
        using var copy = await Copy(_folder.Path);
        foreach (var (file, bytes) in Files(copy.Path))
        {
            foreach (var hash in hashes)
                (Holds(bytes, Encoding.ASCII.GetBytes(hash)) || Holds(bytes, Base64Url.DecodeFromChars(hash))).ShouldBeFalse($"{file} holds the hash of a code");
            foreach (var number in numbers)
                Holds(bytes, Encoding.ASCII.GetBytes(number)).ShouldBeFalse($"{file} holds a tracking number");
            foreach (var code in vote.Codes)
                Holds(bytes, Encoding.ASCII.GetBytes(code.Characters)).ShouldBeFalse($"{file} holds a code");
        }
        // The order of voting: neither the order of the rows nor that of their ETags.
        var rows = (await vote.Town.Get<VoteVault>().Find(vote.Key)).ShouldNotBeNull();
        var byNumber = await rows.All(BoxRow.Ballot).ToDictionaryAsync(ballot => ballot.Name);
        var cast = numbers.ConvertAll(number => byNumber[number]);
        cast.ConvertAll(ballot => ballot.Row).ShouldNotBe([.. cast.Select(ballot => ballot.Row).Order(StringComparer.Ordinal)]);
        Rising(cast.ConvertAll(ballot => long.Parse(ballot.ETag))).ShouldBeInRange(Voters / 4, Voters * 3 / 4);
        (await vote.Town.Store.Rows(OpenVote.Smederij, "stembus|")).ShouldBeEmpty();
    }

    /// <summary>How often an ETag is larger than the one of the vote before it.</summary>
    private static int Rising(List<long> etags) => etags.Zip(etags.Skip(1)).Count(pair => pair.First < pair.Second);

    private static async Task<List<string>> Hashes(OpenVote vote)
    {
        var hashes = new List<string>();
        foreach (var code in vote.Codes)
            hashes.Add(await vote.Town.Get<BallotBox>().HashOf(vote.Key, code));
        return hashes;
    }

    /// <summary>The tracking numbers in the order of voting.</summary>
    private static async Task<List<string>> Vote(OpenVote vote, int voters)
    {
        var (box, numbers) = (vote.Town.Get<BallotBox>(), new List<string>());
        for (var i = 0; i < voters; i++)
        {
            numbers.Add(TrackingNumber.New());
            var marks = string.Concat(Enumerable.Range(0, vote.Ideas.Count).Select(idea => idea == i % vote.Ideas.Count ? '1' : '0'));
            (await box.Cast(vote.Key, new CastBallot(await box.HashOf(vote.Key, vote.Codes[i]), numbers[^1], new Marks(marks))))
                .ShouldBe(CodeStanding.Free);
        }
        return numbers;
    }

    /// <summary>Two ballots on paper that two people counted, and two that nobody did.</summary>
    private static async Task VoteOnPaper(OpenVote vote)
    {
        var (anna, bram) = (await vote.Town.SignIn("anna"), await vote.Town.SignIn("bram"));
        var desk = $"/medewerkers/rondes/{OpenVote.Smederij}/{vote.Key.Period}";
        async Task Type(int from, string command) => (await vote.Town.Post(
            $"{desk}/papier", new { stapel = $"{vote.Codes[from]} 2\n{vote.Codes[from + 1]} 3", biljetten = 2, kruisjes = 2, opdracht = command }, anna)).ShouldHave(303);
        await Type(Voters, "stapel-1");
        var batch = (await vote.Paper()).Single();
        (await vote.Town.Post($"{desk}/papier/{batch}", new { biljetten = 2, kruisjes = 2 }, bram)).ShouldHave(303);
        await Type(Voters + 2, "stapel-2");
        (await vote.Town.Post($"{desk}/papier/{(await vote.Paper()).Single()}", new { weg = "ja" }, anna)).ShouldHave(303);
    }

    private static void ShouldTellNothing(string folder, List<string> hashes, string[] numbers, string key, IDataProtectionProvider protection)
    {
        var told = 0;
        foreach (var (file, bytes) in Files(folder))
        {
            told += numbers.Count(number => Holds(bytes, Encoding.ASCII.GetBytes(number.Replace("-", "", StringComparison.Ordinal))));
            foreach (var hash in hashes)
                (Holds(bytes, Encoding.ASCII.GetBytes(hash)) || Holds(bytes, Base64Url.DecodeFromChars(hash))).ShouldBeFalse($"{file} holds the hash of a code");
            Holds(bytes, Encoding.ASCII.GetBytes(key)).ShouldBeFalse($"{file} holds half of the key of the vote");
            foreach (var text in Payloads(bytes))
                foreach (var purpose in (string[])["Smederijen.Ballots.v1", "Smederijen.Paper.v1", "Smederijen.BallotForm.v1"])
                    Opens(protection.CreateProtector(purpose), text).ShouldBeFalse($"{file} holds a ballot that the key ring opens");
        }
        told.ShouldBeGreaterThanOrEqualTo(numbers.Length, "the published numbers are the yardstick: what is stored can be found this way");
    }

    /// <summary>Everything that begins as a payload of Data Protection does, free space included.</summary>
    private static IEnumerable<string> Payloads(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        for (var at = text.IndexOf("CfDJ8", StringComparison.Ordinal); at >= 0; at = text.IndexOf("CfDJ8", at + 1, StringComparison.Ordinal))
        {
            var end = at;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_'))
                end++;
            yield return text[at..end];
        }
    }

    /// <summary>Whether it opens as it is, or without a little that stands behind it by chance.</summary>
    private static bool Opens(IDataProtector protector, string text)
    {
        for (var length = text.Length; length > Math.Max(80, text.Length - 12); length--)
        {
            try
            {
                protector.Unprotect(Base64Url.DecodeFromChars(text.AsSpan(0, length)));
                return true;
            }
            catch (Exception closed) when (closed is CryptographicException or FormatException)
            {
            }
        }
        return false;
    }

    private static bool Holds(byte[] bytes, byte[] part) => bytes.AsSpan().IndexOf(part) >= 0;

    private static IEnumerable<(string File, byte[] Bytes)> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(folder, file), File.ReadAllBytes(file)));

    /// <summary>By another process: this one would drop the locks that SQLite holds on its files when it closes them.</summary>
    private static async Task<TemporaryFolder> Copy(string folder)
    {
        var copy = new TemporaryFolder();
        using var cp = Process.Start("cp", ["-R", $"{folder}/.", copy.Path]);
        await cp.WaitForExitAsync();
        cp.ExitCode.ShouldBe(0);
        return copy;
    }
}
