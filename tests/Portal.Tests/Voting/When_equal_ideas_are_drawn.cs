using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Tally;
using Smederijen.Domain.Tally.Pabulib;
using Smederijen.Domain.Tests;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Http;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Voting;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Voting;

/// <summary>Two ideas of € 8,000 with two votes each, and money for one of them.</summary>
public sealed class When_equal_ideas_are_drawn
{
    private const string Desk = $"/medewerkers/rondes/{AVote.Smederij}/2027";
    private const string Round = $"/smederijen/{AVote.Smederij}/rondes/2027";

    [Fact]
    public async Task The_source_is_named_before_the_vote_opens()
    {
        await using var world = await World.Begin();
        await AVote.Sealed(world);
        (await world.Browser.Get(AVote.Page)).Words.ShouldContain("de slotkoers van de AEX-index van Euronext Amsterdam");
        (await world.Browser.Get($"{Round}/manifest.txt")).Text.ShouldContain("bron van de loting: de slotkoers van de AEX-index");
    }

    [Fact]
    public async Task Nobody_gets_money_and_all_ballots_are_published_before_the_value_is_known()
    {
        await using var world = await World.Begin();
        var vote = await Equal(world);
        var state = (await vote.Round()).State.ShouldBeOfType<RoundState.Drawing>();
        state.From.ShouldBeGreaterThan(world.Clock.GetUtcNow());
        var page = (await world.Browser.Get($"{Round}/uitslag")).ShouldHave(200).Words;
        page.ShouldContain("Er wordt nog geloot");
        page.ShouldContain("de slotkoers van de AEX-index");
        page.ShouldNotContain("krijgt geld");
        foreach (var idea in vote.Ideas)
            (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Suitable>();
        (await world.Browser.Get($"{Round}/volgnummers.txt")).ShouldHave(200).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Length.ShouldBe(5);
        var election = PabulibFile.Parse((await world.Browser.Get($"{Round}/uitslag.pb")).ShouldHave(200).Text);
        election.Voters.ShouldBe(5);
        (await world.Get<VoteVault>().Find(AVote.Key)).ShouldBeNull();
        var json = (await world.Browser.Get($"/v1{Round}")).ShouldHave(200).Json;
        json.GetProperty("fase").GetString().ShouldBe("loting");
        json.GetProperty("stemming").GetProperty("gelijk")[0].EnumerateArray().Select(idea => idea.GetString())
            .ShouldBe(vote.Ideas.Take(2).Select(idea => idea.Id));
        (await world.Browser.Get(AVote.Page)).Words.ShouldContain("Er wordt nog geloot");
        (await world.Browser.Get($"/smederijen/{AVote.Smederij}")).Words.ShouldContain("Er wordt nog geloot");
    }

    [Fact]
    public async Task Staff_are_asked_by_mail_and_board_and_cannot_type_too_early()
    {
        await using var world = await World.Begin();
        var vote = await Equal(world);
        world.Mailbox.Mails[^1].Subject.ShouldBe("Straks moet er worden geloot (stemming in Centrum)");
        (await Staff(world, "anna").Get("/medewerkers")).Words.ShouldContain("twee medewerkers typen de waarde");
        (await Staff(world, "anna").Get(Desk)).Words.ShouldNotContain("Waarde bewaren");
        (await Type(world, "anna", "987,43")).ShouldHave(409).Words.ShouldContain("nog niet bekend");

        await world.Until(((RoundState.Drawing)(await vote.Round()).State).RemindAt);
        world.Mailbox.Mails[^1].Subject.ShouldBe("Herinnering: zoek de waarde op en typ hem (stemming in Centrum)");
        (await Type(world, "anna", "twaalf")).ShouldHave(400);
    }

    [Fact]
    public async Task The_second_person_does_not_see_what_the_first_typed_and_then_anyone_counts_to_the_same_winner()
    {
        await using var world = await World.Begin();
        var vote = await Due(world);
        (await Type(world, "anna", "987,43")).ShouldHave(303);
        await world.Work();
        world.Mailbox.Mails[^1].Subject.ShouldStartWith("Typ de waarde als tweede");
        foreach (var page in (string[])[Desk, $"{Round}/uitslag"])
            (await Staff(world, "bert").Get(page)).Text.ShouldNotContain("98743");
        (await Type(world, "anna", "987,43")).ShouldHave(303);
        (await vote.Round()).State.ShouldBeOfType<RoundState.Drawing>();
        (await Type(world, "bert", "987.43")).ShouldHave(303);
        await world.Work();

        var decided = (await vote.Round()).State.ShouldBeOfType<RoundState.Decided>();
        var words = (await world.Browser.Get($"{Round}/uitslag")).ShouldHave(200).Words;
        words.ShouldContain("De cijfers van die waarde: 98743");
        var manifest = (await world.Browser.Get($"{Round}/manifest.txt")).Body;
        var seed = Hash($"{Convert.ToHexStringLower(SHA256.HashData(manifest))}\n98743");
        words.ShouldContain($"--ties {seed}");
        var first = vote.Ideas.Take(2).MinBy(idea => Hash($"{seed}\n{idea.Id}"), StringComparer.Ordinal).Id;
        decided.Verdicts.Where(verdict => verdict.Granted && verdict.Cost.Cents == 800_000).ShouldHaveSingleItem().Idea.ShouldBe(first);
        decided.Verdicts.Single(verdict => !verdict.Granted && verdict.Cost.Cents == 800_000).Reason!.ShouldContain(
            "stond gelijk met een ander idee. Het lot koos dat andere idee.", customMessage: "a title that is hidden later stays with no other idea");
        var file = (await world.Browser.Get($"{Round}/uitslag.pb")).Text;
        file.ShouldContain("waarde van de loting: 98743");
        EqualShares.Count(PabulibFile.Parse(file), TieOrder.PublicDraw(seed)).Winners.Select(winner => winner.Project.Id).Order()
            .ShouldBe(decided.Verdicts.Where(verdict => verdict.Granted).Select(verdict => verdict.Idea).Order());
        var log = (await world.Get<RoundArchive>().History(AVote.Key)).Select(line => line.Event).ToList();
        log.OfType<RoundEvent.DrawTyped>().Select(typed => typed.By).ShouldBe(["anna", "bert"]);
        log.OfType<RoundEvent.Drawn>().Single().Order[0].ShouldBe(first);
        (await world.Browser.Get($"/v1{Round}")).Json.GetProperty("stemming").GetProperty("loting").GetProperty("waarde").GetString().ShouldBe("98743");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_values_that_differ_are_told_to_both_and_stand_in_the_history()
    {
        await using var world = await World.Begin();
        await Due(world);
        (await Type(world, "anna", "987,43")).ShouldHave(303);
        (await Type(world, "bert", "987,34")).ShouldHave(409).Words.ShouldContain("U typte iets anders dan uw collega");
        await world.Work();
        world.Mailbox.Mails[^1].Subject.ShouldStartWith("Typ de waarde opnieuw");
        var desk = (await Staff(world, "anna").Get(Desk)).Words;
        desk.ShouldContain("Twee medewerkers typten iets anders");
        desk.ShouldContain("De tweede medewerker typte iets anders.");
        desk.ShouldNotContain("98743");
        (await Type(world, "bert", "987,43")).ShouldHave(303);
        (await Type(world, "anna", "987,43")).ShouldHave(303);
        await world.Work();
        var result = (await world.Browser.Get($"{Round}/uitslag")).Words;
        result.ShouldContain("De cijfers van die waarde: 98743");
        result.ShouldContain("Twee medewerkers typten voor de loting niet hetzelfde De een typte 98743, de ander 98734.");
        result.ShouldNotContain("Medewerkers hebben niet ingegrepen");
    }

    [Fact]
    public async Task Who_typed_it_wrong_can_type_again_before_the_other_and_that_is_told()
    {
        await using var world = await World.Begin();
        await Due(world);
        (await Type(world, "anna", "987,34")).ShouldHave(303);
        (await Staff(world, "anna").Get(Desk)).Words.ShouldContain("Typte u iets verkeerd? Typ de waarde opnieuw.");
        (await Staff(world, "bert").Get(Desk)).Words.ShouldNotContain("Typte u iets verkeerd?");
        (await Type(world, "anna", "987,43")).ShouldHave(303);
        var desk = (await Staff(world, "bert").Get(Desk)).Words;
        desk.ShouldContain("Een medewerker typte de waarde voor de loting opnieuw Deze waarde komt in de plaats van de eerste.");
        desk.ShouldNotContain("98734");
        (await Type(world, "bert", "987,43")).ShouldHave(303);
        await world.Work();
        (await world.Browser.Get($"{Round}/uitslag")).Words.ShouldContain("Een medewerker verbeterde de waarde voor de loting Eerst getypt: 98734. Daarna: 98743.");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Staff_see_of_a_decided_round_what_was_divided_and_what_is_left_of_it()
    {
        await using var world = await World.Begin();
        var vote = await Due(world);
        var money = (await Sealed(world)).Money;
        (await Staff(world, "anna").Get(Desk)).Words.ShouldContain($"Te verdelen {Euros(money)}");
        await Type(world, "anna", "987,43");
        await Type(world, "bert", "987,43");
        await world.Work();
        var desk = (await Staff(world, "anna").Get(Desk)).Words;
        desk.ShouldContain($"Te verdelen {Euros(money)}");
        desk.ShouldContain($"Nu nog over {Euros((await vote.Round()).Ledger.Available)}");
        (await vote.Round()).Ledger.Available.ShouldBeLessThan(money);
    }

    [Fact]
    public async Task A_crash_before_or_after_any_commit_of_the_draw_gives_the_same_winner()
    {
        await using var world = await World.Begin();
        var vote = await Due(world);
        (await Type(world, "anna", "987,43")).ShouldHave(303);
        (await Type(world, "bert", "987,43")).ShouldHave(303);
        var crashes = 0;
        world.Store.Before = (_, _) => crashes++ % 2 == 0 ? throw new StoreUnavailableException("De stroom viel uit.", new IOException()) : null;
        for (var tries = 0; tries < 30; tries++)
        {
            try
            {
                await world.Get<WorkList>().PerformDue(AVote.Key.Work);
            }
            catch (StoreUnavailableException)
            {
                continue;
            }
        }
        world.Store.Before = null;
        await world.After(1);
        (await vote.Round()).State.ShouldBeOfType<RoundState.Decided>();
        (await world.Get<RoundArchive>().History(AVote.Key)).Count(line => line.Event is RoundEvent.Drawn).ShouldBe(1);
    }

    [Fact]
    public async Task Where_no_order_of_equals_changes_the_winners_it_is_decided_at_once()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world, 20, 4_000, 4_000, 9_000);
        foreach (var (i, ballot) in ((int[][])[[0, 1], [0, 1], [2]]).Index())
            await vote.Cast(vote.Codes[i], ballot);
        await world.After(20);
        (await vote.Round()).State.ShouldBeOfType<RoundState.Decided>();
        var words = (await world.Browser.Get($"{Round}/uitslag")).Words;
        words.ShouldContain("Er hoefde niet te worden geloot");
        words.ShouldNotContain("--ties");
    }

    [Fact]
    public async Task An_idea_can_still_be_withdrawn_while_the_draw_is_awaited()
    {
        await using var world = await World.Begin();
        var vote = await Due(world);
        await world.Happens(vote.Ideas[0], at => new IdeaEvent.Withdrawn(at));
        await world.Work();
        (await world.Browser.Get($"{Round}/uitslag")).ShouldHave(200).Words.ShouldContain("doet niet meer mee");
        await Type(world, "anna", "987,43");
        await Type(world, "bert", "987,43");
        await world.Work();
        (await vote.Round()).State.ShouldBeOfType<RoundState.Decided>().Verdicts.Single(verdict => verdict.Idea == vote.Ideas[1].Id)
            .Granted.ShouldBeTrue();
    }

    /// <summary>As the release before sealed it: no source in the manifest, and another first line in its text.</summary>
    [Fact]
    public async Task A_vote_that_was_sealed_before_this_release_changes_in_nothing()
    {
        await using var world = await World.Begin();
        var vote = await Voted(world);
        var row = (await world.Store.Get(AVote.Smederij, RoundKeys.Manifest("2027"))).ShouldNotBeNull();
        var manifest = JsonNode.Parse(row.Data)!.AsObject();
        manifest.Remove("draw").ShouldBeTrue();
        manifest.Remove("rest").ShouldBeTrue();
        var (now, before) = (((RoundState.VoteOpen)(await vote.Round()).State).Manifest, (await Sealed(world)) with { Draw = null, Rest = null });
        var round = (await world.Store.Get(AVote.Smederij, RoundKeys.Round("2027"))).ShouldNotBeNull();
        await world.Lay(
            AVote.Smederij,
            [
                new Write.Put(row.Row, manifest.ToJsonString()),
                new Write.Put(round.Row, round.Data.Replace(now, before.Hash, StringComparison.Ordinal)),
            ]);

        await world.After(20);

        var decided = (await vote.Round()).State.ShouldBeOfType<RoundState.Decided>();
        var counted = (await world.Get<RoundArchive>().History(AVote.Key)).Select(line => line.Event).OfType<RoundEvent.Counted>().Single();
        var first = vote.Ideas.Take(2).MinBy(idea => Hash($"{counted.Seed}\n{idea.Id}"), StringComparer.Ordinal).Id;
        decided.Verdicts.Where(verdict => verdict.Granted && verdict.Cost.Cents == 800_000).ShouldHaveSingleItem().Idea.ShouldBe(first);
        (await world.Browser.Get($"{Round}/uitslag")).Words.ShouldContain($"--ties {counted.Seed}");
        (await world.Browser.Get($"{Round}/manifest.txt")).Text.ShouldStartWith("manifest van de stemming, versie 1\n");
    }

    [Fact]
    public void The_mails_about_it_read_as_approved()
    {
        var state = new RoundState.Drawing("", World.Monday, [], [], World.Monday.AddDays(7), World.Monday.AddDays(8));
        var early = World.Monday;
        var late = World.Monday.AddDays(9);
        Letter[] letters =
        [
            Mail(state, early, false), Mail(state, late, true), Mail(state with { First = new("98743", "anna") }, late, false),
            Mail(state with { Differed = true }, late, false),
        ];
        Approved.Matches(string.Join("\n\n", letters.Select(letter => $"Onderwerp: {letter.Subject}\n\n{LetterPress.Text(letter)}")), "letters-draw");

        static Letter Mail(RoundState.Drawing state, DateTimeOffset now, bool again) => RoundMail.Draw(
            "Wolfsbos", DrawSettings.Usual, state, now, again, new Uri("https://smederijen.example.nl/medewerkers/rondes/wolfsbos/2027"));
    }

    private static async Task<AVote> Voted(World world)
    {
        var vote = await AVote.Open(world, 20, 8_000, 8_000, 3_000);
        foreach (var (i, ballot) in ((int[][])[[0], [0], [1], [1], [2]]).Index())
            (await vote.Cast(vote.Codes[i], ballot)).ShouldBe(CodeStanding.Free);
        return vote;
    }

    private static async Task<AVote> Equal(World world)
    {
        var vote = await Voted(world);
        await world.Until((await vote.Round()).NextDue!.Value);
        await world.Work();
        return vote;
    }

    private static async Task<AVote> Due(World world)
    {
        var vote = await Equal(world);
        await world.Until(((RoundState.Drawing)(await vote.Round()).State).From);
        return vote;
    }

    private static async Task<Manifest> Sealed(World world) =>
        (await world.Get<RoundArchive>().ManifestOf(AVote.Key, (await world.Get<RoundItems>().Load(AVote.Key))!.Item)).ShouldNotBeNull();

    private static Browser Staff(World world, string who) => world.BrowserOf(who, StaffRoles.Medewerker);

    private static Task<Answer> Type(World world, string who, string value) =>
        Staff(world, who).Post($"{Desk}/loting", new { waarde = value, opdracht = Guid.NewGuid().ToString("N") });

    private static string Euros(Domain.Money.Euro amount) => Portal.Text.Dutch.EuroShort(amount.Cents).Replace('\u00a0', ' ');

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
