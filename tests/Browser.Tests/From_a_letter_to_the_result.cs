using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Smederijen.Browser.Tests;

/// <summary>
/// The vote of a neighbourhood as new users of a demo would try it: staff print letters, residents vote, the clock moves on,
/// and anyone finds a number in the list and counts again.
/// </summary>
public sealed partial class From_a_letter_to_the_result(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Letters = 4;

    /// <summary>The page of staff for the vote, found from their board.</summary>
    private string Desk { get; set; } = "";

    [Fact]
    public async Task The_whole_vote()
    {
        await using var edition = await LocalEdition.Start(demo: true);
        await using var anna = await SignIn(edition, "Anna de Vries");
        var basket = await VoteWithTheKeyboard(edition);
        var codes = await PrintLetters(anna);
        await MoveClock(anna, "week", "dag");
        var ballot = await VoteByHand(edition, codes[0]);
        await EnterPaper(edition, anna, codes[1]);
        await StepIn(edition, anna);
        await MoveClock(anna, "maand");
        await ReadResult(edition, "De Weide Noord", basket, "Toen het aan de beurt was", "te weinig");
        await ReadResult(edition, "Centrum", ballot, "Niemand koos dit idee", "De plek is verkocht");
    }

    /// <summary>With the letter that a demo sends by mail, and without a mouse; this ballot is a basket that the money must be enough for.</summary>
    private async Task<string> VoteWithTheKeyboard(LocalEdition edition)
    {
        var letter = await edition.MailTo("bewoner@voorbeeld.example", "De Weide Noord");
        await using var resident = await chromium.NewVisitor(edition);
        await resident.Open(letter.Links[0]);
        resident.Page.Url.ShouldMatch("/stemmen/[0-9a-f]{16}$");
        await resident.Sees("staat klaar");
        await resident.TabTo("Begin met stemmen");
        await resident.Enter();
        foreach (var idea in await resident.Page.Locator("label").AllInnerTextsAsync())
        {
            await resident.TabTo(idea);
            await resident.Space();
        }
        await resident.TabTo("Bekijk mijn keuze");
        await resident.Enter();
        await resident.Sees("kosten samen te veel");
        foreach (var dear in (string[])["Overkapping", "Beweegroute"])
            await resident.Page.GetByLabel(dear).UncheckAsync();
        await resident.TabTo("Bekijk mijn keuze");
        await resident.Enter();
        await resident.Sees("U hebt nog niet gestemd");
        await resident.TabTo("Mijn stem uitbrengen");
        await resident.Enter();
        return await Number(resident);
    }

    /// <returns>The codes as they stand on the printed letters.</returns>
    private async Task<IReadOnlyList<string>> PrintLetters(Visitor anna)
    {
        await anna.Open("/medewerkers");
        await anna.Follow("Centrum, ronde");
        Desk = new Uri(anna.Page.Url).AbsolutePath;
        await anna.Fill("aantal", $"{Letters}");
        var folder = Directory.CreateTempSubdirectory("stembrieven-");
        await ZipFile.ExtractToDirectoryAsync(await anna.Fetch("Codes maken en ophalen"), folder.FullName);
        await anna.Press("Codes maken en ophalen");
        await anna.Sees("Dat kan maar één keer");
        await anna.Open($"file://{folder.FullName}/brieven.html");
        var codes = await anna.Page.Locator(".code").AllInnerTextsAsync();
        var list = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "stemcodes.csv"));
        codes.Count.ShouldBe(Letters);
        codes.ShouldAllBe(code => list.Contains(code));
        SheetOfPaper().Count(Encoding.Latin1.GetString(await anna.Page.PdfAsync(new() { PreferCSSPageSize = true }))).ShouldBe(Letters, "a sheet of paper for each letter");
        folder.Delete(recursive: true);
        return codes;
    }

    /// <summary>Types the code of a letter; this ballot takes five ideas at most. A second device comes too late.</summary>
    private async Task<string> VoteByHand(LocalEdition edition, string code)
    {
        await using var resident = await chromium.NewVisitor(edition);
        await resident.Open("/");
        await resident.Follow("Centrum");
        await resident.Follow("Stem mee");
        await resident.Fill("code", code[..^1] + (code[^1] == '0' ? '1' : '0'));
        await resident.Press("Begin met stemmen");
        await resident.Sees("Deze code klopt niet");
        await resident.Fill("code", code.ToLowerInvariant());
        await resident.Press("Begin met stemmen");
        foreach (var box in await resident.Page.GetByRole(AriaRole.Checkbox).AllAsync())
            await box.CheckAsync();
        await resident.Press("Bekijk mijn keuze");
        await resident.Sees("hoogstens 5");
        foreach (var idea in (string[])["Muziekavond", "Beweegroute", "Fietsen", "Kerstmarkt", "Geveltuintjes"])
            await resident.Page.GetByLabel(idea).UncheckAsync();
        await resident.Press("Bekijk mijn keuze");
        await resident.Press("Keuze veranderen");
        await resident.Page.GetByLabel("Buurtmoestuin").UncheckAsync();
        await resident.Press("Bekijk mijn keuze");
        await resident.Press("Mijn stem uitbrengen");
        var number = await Number(resident);
        for (var back = 0; back < 4; back++)
        {
            await resident.Page.GoBackAsync();
            await resident.Page.ReloadAsync();
            (await Number(resident)).ShouldBe(number, "every page tells that this resident has voted");
        }
        await using var late = await chromium.NewVisitor(edition);
        await late.Open("/smederijen/centrum/stemmen");
        await late.Fill("code", code);
        await late.Press("Begin met stemmen");
        await late.Sees("Deze code is al gebruikt, via internet");
        return number;
    }

    private async Task EnterPaper(LocalEdition edition, Visitor anna, string code)
    {
        await anna.Open(Desk);
        await anna.Fill("stapel", $"{code} 1 2");
        await anna.Page.Locator("[name='biljetten']").First.FillAsync("1");
        await anna.Page.Locator("[name='kruisjes']").First.FillAsync("2");
        await anna.Press("Stapel bewaren voor controle");
        await using var bram = await SignIn(edition, "Bram Okafor");
        await bram.Open(Desk);
        await bram.Page.Locator("[name='biljetten']").Last.FillAsync("1");
        await bram.Page.Locator("[name='kruisjes']").Last.FillAsync("2");
        await bram.Press("Klopt, tel deze stapel mee");
        await bram.Sees("Twee medewerkers voerden 1 stembiljet op papier in");
    }

    private async Task StepIn(LocalEdition edition, Visitor anna)
    {
        await anna.Open(Desk);
        await anna.Choose("wat", "schrappen");
        await anna.Page.Locator("[name='idee']").SelectOptionAsync(new SelectOptionValue { Label = "Kerstmarkt op het plein" });
        await anna.Fill("reden", "De plek is verkocht.");
        await anna.Press("Voorstellen");
        await anna.Press("Ik ga akkoord");
        await anna.Sees("een andere medewerker");
        await using var bram = await SignIn(edition, "Bram Okafor");
        await bram.Open(Desk);
        await bram.Press("Ik ga akkoord");
        await bram.Sees("Een tweede medewerker ging akkoord");
    }

    private static async Task MoveClock(Visitor anna, params string[] leaps)
    {
        foreach (var leap in leaps)
        {
            await anna.Open("/medewerkers/klok");
            await anna.Choose("sprong", leap);
            await anna.Press("Zet de klok vooruit");
        }
    }

    private async Task ReadResult(LocalEdition edition, string smederij, string number, params string[] told)
    {
        await using var anyone = await chromium.NewVisitor(edition);
        await anyone.Open("/");
        await anyone.Follow(smederij);
        await anyone.Until("Uitslag van de stemming");
        await anyone.Follow("Uitslag van de stemming");
        await anyone.Sees("Deze ideeën krijgen geld");
        foreach (var words in told)
            await anyone.Sees(words);
        (await anyone.Read("volgnummers")).Split('\n').ShouldContain(number);
        var winners = await anyone.Page.Locator("main ol a").AllInnerTextsAsync();
        var command = await anyone.Page.Locator(".smederij-code").Last.InnerTextAsync();
        var recount = await Recount(command, await anyone.Read("Alle stemmen"));
        var chosen = recount[..recount.IndexOf("Niet gekozen", StringComparison.Ordinal)];
        recount.ShouldContain($"Gekozen ({winners.Count})");
        winners.ShouldAllBe(winner => chosen.Contains(winner));
    }

    /// <summary>The command as it stands on the page, in a folder with the file that was downloaded.</summary>
    private static async Task<string> Recount(string command, string ballots)
    {
        var words = command.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        words[0].ShouldBe("./tally");
        var folder = Directory.CreateTempSubdirectory("uitslag-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, words[1]), ballots);
        var start =
            new ProcessStartInfo("dotnet", [LocalEdition.Built("Tally"), .. words[1..]]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true };
        using var tally = Process.Start(start)!;
        var output = await tally.StandardOutput.ReadToEndAsync();
        await tally.WaitForExitAsync();
        tally.ExitCode.ShouldBe(0, output);
        folder.Delete(recursive: true);
        return output;
    }

    private async Task<Visitor> SignIn(LocalEdition edition, string who)
    {
        var staff = await chromium.NewVisitor(edition);
        await staff.Open("/aanmelden");
        await staff.Press($"Ga verder als {who}");
        return staff;
    }

    private static async Task<string> Number(Visitor voter)
    {
        await voter.Sees("U hebt gestemd");
        return await voter.Page.Locator(".smederij-tracking").InnerTextAsync();
    }

    [GeneratedRegex(@"/Type\s*/Page[^s]")]
    private static partial Regex SheetOfPaper();
}
