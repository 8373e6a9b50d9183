using System.Text;
using Smederijen.LocalHost.Mail;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.LocalHost.Tests.Voting;
using Smederijen.Portal;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Work;

namespace Smederijen.LocalHost.Tests.Backups;

public sealed class When_a_backup_is_put_back : IDisposable
{
    private static readonly TimeSpan OutageIsOver = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private readonly Keeper _keeper = new();

    public void Dispose()
    {
        _keeper.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_page_is_as_it_was_the_history_is_whole_and_nothing_of_the_key_is_in_it()
    {
        Dictionary<string, string> pages;
        await using (var vote = await OpenVote.Start(_folder, codes: 3))
        {
            var town = vote.Town;
            using var browser = town.NewVisitor();
            (await Keeper.HandInPhoto(browser, Residents.AnIdea)).ShouldBe(303);
            await town.Press((await town.MailTo(Residents.Submitter)).Links[0]);
            (await Keeper.Done(_keeper.BackUp(_folder.Path, "kopie"))).ShouldContain($"The key file '{_folder.Path}.sleutel' is not in it");
            pages = await Pages(town);
        }
        pages.Count.ShouldBeGreaterThan(40);
        pages.Keys.ShouldContain(address => address.EndsWith(".png", StringComparison.Ordinal) || address.EndsWith(".jpg", StringComparison.Ordinal));
        NothingHolds(await File.ReadAllTextAsync($"{_folder.Path}.sleutel"), _keeper.Place("kopie"), _keeper.Place("kopie.stembussen"));

        var told = await _keeper.PutBackWithKey("kopie", _keeper.Place("terug"), _folder.Path);
        told.ShouldContain("terug.sleutel' opens it.");
        told.ShouldContain("mail-vrijgeven");
        await using var copy = await Edition.StartOn(_keeper.Place("terug"));
        var again = await Pages(copy);
        again.Keys.ShouldBe(pages.Keys);
        foreach (var (address, words) in pages)
            again[address].ShouldBe(words, address);
        (await copy.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
        foreach (var vote in Keeper.Manifest(_keeper.Place("kopie")).Votes)
            (await copy.Get<VoteVault>().Find(new(vote.Split('_')[0], vote.Split('_')[1]))).ShouldNotBeNull();
    }

    [Fact]
    public async Task It_sends_no_mail_until_told_and_then_each_mail_once()
    {
        await using (var town = await Edition.Start(_folder))
        {
            await town.HandIn();
            await town.MailTo(Residents.Submitter);
            await Keeper.Done(_keeper.BackUp(_folder.Path, "kopie"));
        }
        var data = _keeper.Place("terug");
        (await _keeper.PutBackWithKey("kopie", data, _folder.Path)).ShouldContain("1 mails lay in the outbox, and wait in ");
        await using var copy = await Edition.StartOn(data);
        await copy.HandIn(Residents.AnIdea with { email = "piet@voorbeeld.example" });
        var waits = (await Edition.Eventually(
            () => copy.Rows("effect|"), rows => rows.Any(row => row.Read(House.Effects.Pending).Problem is not null), "a try"))[0].Read(House.Effects.Pending);
        (waits.Problem, waits.Attempts).ShouldBe((HeldMail.Why, 0));
        await copy.Clock.Move(TimeSpan.FromDays(2));
        (await copy.Ask(HttpMethod.Get, "/gezond")).ShouldHave(200).Text.ShouldBe(
            "gezond\nLet op: er gaat geen mail uit. De gegevens zijn teruggezet, en de beheerder heeft de mail nog niet vrijgegeven.\n");
        (await copy.Open("/medewerkers", await copy.SignIn("anna"))).ShouldHave(200).Words.ShouldContain("Er gaat geen mail uit");
        (await copy.Open("/aanmelden")).Words.ShouldContain("Er gaat nu geen mail uit");
        (await copy.MailsTo(Residents.Submitter)).ShouldBeEmpty();
        (await copy.Rows("mislukt|")).ShouldBeEmpty();

        (await Keeper.Done(Keeper.Run("mail-vrijgeven", "--data", data))).ShouldContain("Mail goes out again");
        await copy.Clock.Move(OutageIsOver);
        await copy.MailTo("piet@voorbeeld.example");
        await Edition.Eventually(() => copy.Rows("effect|"), rows => rows.Count == 0, "everything to be crossed off");
        (await copy.MailsTo("piet@voorbeeld.example")).Count.ShouldBe(1);
        (await copy.Ask(HttpMethod.Get, "/gezond")).Text.ShouldBe("gezond\n");
        Directory.EnumerateFiles(Path.Combine(data, "uitgaand"), "*.eml").Count().ShouldBe(2);
        Directory.Exists(Path.Combine(data, "vastgehouden")).ShouldBeFalse();
        (await Keeper.Done(Keeper.Run("mail-vrijgeven", "--data", data))).ShouldContain("nothing to do");
    }

    [Fact]
    public async Task The_operator_finds_the_link_that_somebody_of_the_staff_asks_for_meanwhile()
    {
        await Keeper.Done(Keeper.Run("beheerder", "Els Tijdelijk", "els@gemeente.example", "--data", _folder.Path));
        await using (await Edition.Start(_folder, demo: false)) { }
        await Keeper.Done(_keeper.BackUp(_folder.Path, "kopie"));
        var data = _keeper.Place("terug");
        await _keeper.PutBackWithKey("kopie", data, _folder.Path);
        await using var copy = await Edition.StartOn(data, demo: false);
        await copy.Post("/aanmelden", new { email = "els@gemeente.example" });
        await Edition.Eventually(
            () => Task.FromResult(Directory.Exists(Path.Combine(data, "vastgehouden")) ? Directory.GetFiles(Path.Combine(data, "vastgehouden"), "aanmelden-*.eml") : []),
            mails => mails.Length == 1, "the link");
        await Keeper.Done(Keeper.Run("mail-vrijgeven", "--data", data));
        Directory.EnumerateFiles(Path.Combine(data, "uitgaand")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_was_erased_since_is_listed_by_the_folder_from_before()
    {
        var data = _keeper.Place("terug");
        await using (var town = await Edition.Start(_folder))
        {
            await town.HandIn();
            await town.Press((await town.MailTo(Residents.Submitter)).Links[0]);
            await town.MailTo(Residents.Submitter, 2);
            await Keeper.Done(_keeper.BackUp(_folder.Path, "kopie"));
            var idea = IdeaKeys.IdeaOfPhase((await town.Rows("fase|"))[0].Row);
            await town.Press($"/medewerkers/ideeen/{Edition.Village}/{idea}/wissen", new { wie = "indiener", zeker = "ja", reden = "Op verzoek" }, await town.SignIn("anna"));
            (await Keeper.Done(_keeper.PutBack("kopie", data, "--was", _folder.Path)))
                .ShouldContain($"before mail goes out:\n  /medewerkers/ideeen/{Edition.Village}/{idea} (Submitter)\n");
        }
        (await Keeper.Done(_keeper.PutBack("kopie", data + "2"))).ShouldContain("Who was erased on request since is in it again");
        await Keeper.Done(_keeper.BackUp(_folder.Path, "later"));
        (await Keeper.Done(_keeper.PutBack("later", data + "3", "--was", _folder.Path))).ShouldContain("Nobody was erased on request since");
    }

    [Fact]
    public async Task A_vote_comes_back_with_its_box_and_after_the_decision_the_box_is_to_be_destroyed()
    {
        await using (var vote = await OpenVote.Start(_folder, codes: 3))
        {
            (await Keeper.Done(_keeper.BackUp(_folder.Path, "tijdens"))).ShouldContain("tijdens.stembussen'. Keep that folder apart");
            await vote.Close();
            var told = await Keeper.Done(_keeper.BackUp(_folder.Path, "erna"));
            told.ShouldContain("tijdens.stembussen': it holds ballot boxes of votes that were decided since.");
            Directory.Exists(_keeper.Place("erna.stembussen")).ShouldBeFalse();
        }
        (await Keeper.Done(_keeper.PutBack("tijdens", _keeper.Place("met-bus")))).ShouldContain("Their ballot boxes are back as they were");
        Directory.EnumerateDirectories(_keeper.Place("met-bus/stembussen")).Count().ShouldBe(1);

        Directory.Move(_keeper.Place("tijdens.stembussen"), _keeper.Place("elders"));
        (await Keeper.Done(_keeper.PutBack("tijdens", _keeper.Place("zonder-bus")))).ShouldContain("they cannot be counted");
        await Keeper.Done(_keeper.BackUp(_keeper.Place("met-bus"), "ander"));
        Directory.Delete(_keeper.Place("ander.stembussen"), recursive: true);
        Directory.Move(_keeper.Place("elders"), _keeper.Place("ander.stembussen"));
        (await Keeper.Refused(_keeper.PutBack("ander", _keeper.Place("verwisseld")))).ShouldContain("belong to another backup");
    }

    /// <summary>What everybody can read, by address.</summary>
    private static async Task<Dictionary<string, string>> Pages(Edition town)
    {
        var pages = new Dictionary<string, string>();
        var ahead = new Queue<string>(["/"]);
        while (ahead.TryDequeue(out var address))
        {
            // The ideas of the vote came about without their form, so they have no page.
            if (pages.ContainsKey(address) || address.StartsWith($"/smederijen/{OpenVote.Smederij}/ideeen/", StringComparison.Ordinal))
                continue;
            var answer = await town.Ask(HttpMethod.Get, address);
            answer.Status.ShouldBeOneOf([200, 303, 404], address);
            pages[address] = answer.Headers.ContentType.ToString().StartsWith("text/html", StringComparison.Ordinal)
                ? answer.Words
                : Convert.ToHexString(answer.Body);
            foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(answer.Text, "(?:href|src)=\"(/smederijen/[^\"#?]+)\""))
                ahead.Enqueue(link.Groups[1].Value);
        }
        return pages;
    }

    private static void NothingHolds(string key, params string[] folders)
    {
        foreach (var file in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)))
        {
            var bytes = File.ReadAllBytes(file).AsSpan();
            (bytes.IndexOf(Encoding.ASCII.GetBytes(key.Trim())) < 0 && bytes.IndexOf(Convert.FromBase64String(key.Trim())) < 0).ShouldBeTrue(file);
        }
    }
}
