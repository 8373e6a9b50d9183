using System.IO.Compression;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Http;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Voting;

namespace Smederijen.Portal.Tests.Voting;

public sealed class When_staff_make_the_codes
{
    private const string Desk = $"/medewerkers/rondes/{AVote.Smederij}/2027";

    [Fact]
    public async Task They_leave_once_as_a_list_and_letters_and_only_their_hashes_stay()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Closed(world, 9_000, 6_000);
        var anna = world.BrowserOf("anna", StaffRoles.Medewerker);
        var form = new { geheim = (await anna.Get(Desk)).ShouldHave(200).Hidden("geheim"), aantal = "120" };
        var zip = new ZipArchive(new MemoryStream((await anna.Post($"{Desk}/codes", form)).ShouldHave(200).Body));
        var list = await new StreamReader(await zip.GetEntry("stemcodes.csv")!.OpenAsync()).ReadToEndAsync();
        var codes = list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
            .Select(line => line.Split(';')[0]).ToList();
        codes.Count.ShouldBe(120);
        codes.TrueForAll(code => VoteCode.TryParse(code, out _)).ShouldBeTrue();
        codes.Distinct().Count().ShouldBe(120);
        (await vote.Round()).State.ShouldBeOfType<RoundState.Sealed>();
        (await anna.Post($"{Desk}/codes", form)).ShouldHave(409).Words.ShouldContain("al opgehaald");
        foreach (var row in await Rows(world))
            codes.ShouldAllBe(code =>
                !row.Contains(code.Replace("-", ""), StringComparison.OrdinalIgnoreCase) && !row.Contains(code, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_letters_are_a_page_each_with_the_code_and_a_QR_code()
    {
        await using var world = await World.Begin();
        await AVote.Closed(world, 9_000, 6_000);
        var anna = world.BrowserOf("anna", StaffRoles.Medewerker);
        var answer = await anna.Post($"{Desk}/codes", new { geheim = (await anna.Get(Desk)).Hidden("geheim"), aantal = "3" });
        var zip = new ZipArchive(new MemoryStream(answer.Body));
        var letters = await new StreamReader(await zip.GetEntry("brieven.html")!.OpenAsync()).ReadToEndAsync();
        letters.Split("<article>").Length.ShouldBe(4);
        letters.Split("<svg").Length.ShouldBe(4);
        letters.ShouldContain("Stemmen kan vanaf");
        letters.ShouldNotContain("<script");
    }

    [Fact]
    public async Task A_crash_halfway_is_mended_by_pressing_the_button_again()
    {
        await using var world = await World.Begin();
        await AVote.Closed(world, 9_000, 6_000);
        var anna = world.BrowserOf("anna", StaffRoles.Medewerker);
        var form = new { geheim = (await anna.Get(Desk)).Hidden("geheim"), aantal = "170" };
        var commits = 0;
        world.Store.After = (_, _) =>
        {
            if (++commits == 2)
                throw new StoreUnavailableException("De stroom viel uit.", new IOException());
        };
        (await anna.Post($"{Desk}/codes", form)).ShouldHave(503);
        (await anna.Post($"{Desk}/codes", form)).ShouldHave(200);
        (await AVote.InBox(world, BoxRow.Right)).Count.ShouldBe(170);
    }

    [Fact]
    public async Task Of_two_people_who_make_them_at_the_same_time_one_gets_them_and_those_work()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Closed(world, 9_000, 6_000);
        var codes = world.Get<VoteCodes>();
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => codes.Make(AVote.Key, codes.NewSecret(), 170, $"staff-{i}", null))));
        var ready = made.OfType<MadeCodes.Ready>().ToList();
        made.ShouldAllBe(one => one is MadeCodes.Ready || one is MadeCodes.MadeAtOnce || one is MadeCodes.Refused);
        if (ready.Count == 0)
            ready.Add((await codes.Make(AVote.Key, codes.NewSecret(), 170, "anna", null)).ShouldBeOfType<MadeCodes.Ready>());
        foreach (var code in ready.ShouldHaveSingleItem().Codes)
            (await world.Get<BallotBox>().Standing(AVote.Key, await world.Get<BallotBox>().HashOf(AVote.Key, code))).ShouldBe(CodeStanding.Free);
        (await vote.Round()).State.ShouldBeOfType<Domain.Rounds.RoundState.Sealed>();
    }

    [Fact]
    public async Task New_codes_make_the_lost_ones_void()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Sealed(world);
        var made = (await world.Get<VoteCodes>().Make(AVote.Key, world.Get<VoteCodes>().NewSecret(), 20, "anna", "De brieven zijn kwijt")).ShouldBeOfType<MadeCodes.Ready>();
        await world.After(8);
        (await new Voter(vote, vote.Codes[0]).EnterCode()).ShouldHave(400);
        (await new Voter(vote, made.Codes[0]).Vote(0)).ShouldHave(200);
    }

    [Fact]
    public async Task Making_letters_void_that_were_printed_takes_a_fresh_sign_in_and_a_tick()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Sealed(world);
        var (fresh, old) = (world.BrowserOf("anna", StaffRoles.Medewerker), world.BrowserOf("bert", StaffRoles.Medewerker));
        old.Staff = old.Staff! with { SignedInAt = world.Clock.GetUtcNow().AddMinutes(-11) };
        var page = (await fresh.Get(Desk)).ShouldHave(200);
        page.Words.ShouldContain("Codes die al gedrukt zijn, werken dan niet meer");
        var form = new Dictionary<string, string> { ["geheim"] = page.Hidden("geheim"), ["aantal"] = "20", ["reden"] = "De brieven zijn kwijt." };
        (await fresh.Post($"{Desk}/codes", form)).ShouldHave(400).Words.ShouldContain("werken dan niet meer. Zet een vinkje");
        form["oude-vervallen"] = "ja";
        (await old.Post($"{Desk}/codes", form)).ShouldHave(401).Words.ShouldContain("Het gaat hier om een stemming");
        (await Standing()).ShouldBe(CodeStanding.Free);
        (await fresh.Post($"{Desk}/codes", form)).ShouldHave(200);
        (await Standing()).ShouldBe(CodeStanding.Unknown);

        async Task<CodeStanding> Standing()
        {
            var box = world.Get<BallotBox>();
            return await box.Standing(AVote.Key, await box.HashOf(AVote.Key, vote.Codes[0]));
        }
    }

    [Fact]
    public async Task More_codes_than_residents_are_made_only_by_who_read_both_numbers()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Closed(world, 9_000, 6_000);
        var anna = world.BrowserOf("anna", StaffRoles.Medewerker);
        var many = world.Settings(AVote.Smederij).Inhabitants + 1;
        var form = new Dictionary<string, string> { ["geheim"] = (await anna.Get(Desk)).Hidden("geheim"), ["aantal"] = $"{many}" };
        var asked = (await anna.Post($"{Desk}/codes", form)).ShouldHave(400).Words;
        asked.ShouldContain($"U maakt {Portal.Text.Dutch.Number(many)} codes. Centrum heeft {Portal.Text.Dutch.Number(many - 1)} inwoners.");
        (await vote.Round()).State.ShouldBeOfType<RoundState.Preparing>();
        form["meer-codes"] = $"{many - 1}";
        (await anna.Post($"{Desk}/codes", form)).ShouldHave(400);
        form["meer-codes"] = $"{many}";
        (await anna.Post($"{Desk}/codes", form)).ShouldHave(200);
    }

    [Fact]
    public async Task Only_staff_who_may_act_get_them()
    {
        await using var world = await World.Begin();
        await AVote.Closed(world, 9_000, 6_000);
        (await world.Browser.Get(Desk)).ShouldHave(401);
        (await world.BrowserOf("bea", StaffRoles.Beheerder).Post($"{Desk}/codes", new { aantal = "3" })).ShouldHave(403);
        (await world.BrowserOf("anna", StaffRoles.Medewerker).Post($"{Desk}/codes", new { aantal = "0", geheim = "x" })).ShouldHave(400);
        (await world.BrowserOf("anna", StaffRoles.Medewerker).Post($"{Desk}/codes", new { aantal = "3", geheim = "x" })).ShouldHave(400);
    }

    private static async Task<List<string>> Rows(World world) =>
        [
            .. (await world.Store.All(AVote.Smederij, new RowRange("!", "~")).ToListAsync()).Select(row => row.Row + " " + row.Data),
            .. (await world.Votes.Of(AVote.Key).All(VoteRows.Partition, new RowRange("!", "~")).ToListAsync()).Select(row => row.Row + " " + row.Data),
        ];
}
