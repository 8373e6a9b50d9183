using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Tests.Voting;
using Smederijen.Portal.Text;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Stuurgroep;

public sealed class When_money_of_a_year_is_left
{
    [Fact]
    public async Task What_is_adopted_goes_on_or_back_to_the_cent_and_everybody_reads_it()
    {
        await using var world = await AYearThatIsOver.Begin();
        var (allotted, left) = (await world.Sum("2027", ledger => ledger.Allotted), await world.Sum("2027", ledger => ledger.Available));
        var (village, centrum) = ((await world.RoundOf("2027")).Ledger.Available, (await world.RoundOf("2027", "centrum")).Ledger.Available);

        await world.AdoptLeft("centrum");
        await world.Work();

        (await world.Sum("2027", ledger => ledger.Available)).ShouldBe(0);
        (await world.Sum("2027", ledger => ledger.Allotted)).ShouldBe(allotted);
        (await world.Sum("2027", ledger => ledger.Returned)).ShouldBe(centrum.Cents);
        (await world.Sum("2028", ledger => ledger.CarriedIn)).ShouldBe(left - centrum.Cents);
        (await world.Sum("2028", ledger => ledger.Allotted)).ShouldBe(0);
        (await world.RoundOf("2028")).State.ShouldBeOfType<RoundState.Announced>();
        (await world.RoundOf("2028")).Ledger.Available.ShouldBe(village);
        (await world.Get<RoundItems>().Load(new RoundKey("centrum", "2028"))).ShouldBeNull();

        (await world.Browser.Open($"/smederijen/{World.Village}")).Words.ShouldContain($"Meegenomen naar 2028 \u2212 {Dutch.Euro(village.Cents)}".Replace('\u00A0', ' '));
        (await world.Browser.Open($"/smederijen/{World.Village}/rondes/2027/uitslag")).Words.ShouldContain("Meegenomen naar 2028");
        (await world.Browser.Open("/smederijen/centrum/rondes/2027/uitslag")).Words.ShouldContain("Teruggegeven aan de geldgevers");
        (await world.BrowserOf("anna", "medewerker").Open("/medewerkers/geld/centrum?ronde=2027")).Words.ShouldContain("Terug naar geldgever vast budget");
        (await world.BrowserOf("anna", "medewerker").Open($"/medewerkers/geld/{World.Village}?ronde=2028")).Words.ShouldContain("Overgenomen uit 2027 vast budget");
        (await world.BrowserOf("anna", "medewerker").Open($"/medewerkers/rondes/{World.Village}/2027")).Words.ShouldContain("gaat mee naar 2028 (vast budget");
        (await world.Browser.Get($"/v1/smederijen/{World.Village}")).Json.GetProperty("budget").GetProperty("meegenomen").GetInt64().ShouldBe(village.Cents);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_draft_shows_what_is_left_and_the_seats_and_the_public_read_the_choice()
    {
        await using var world = await AYearThatIsOver.Begin();
        var desk = world.BrowserOf("anna", "medewerker");
        (await desk.Open("/medewerkers/stuurgroep")).Text.ShouldContain(AYearThatIsOver.NewForm);
        (await desk.Open(AYearThatIsOver.NewForm)).ShouldHave(200).Text.ShouldContain("value=\"2028\"");

        var draft = await world.DraftLeft();
        var id = AYearThatIsOver.IdOf(draft);
        var proposal = await world.Remainder(id);
        proposal.Lines.ShouldAllBe(line => line.Choice == RemainderChoice.CarryOver);
        proposal.Total.Cents.ShouldBe(await world.Sum("2027", ledger => ledger.Available));
        (await desk.Open(draft)).Words.ShouldContain($"Samen over {Dutch.Euro(proposal.Total.Cents)}".Replace('\u00A0', ' '));
        (await world.Browser.Open($"/stuurgroep/besluiten/{id}")).ShouldHave(404);

        (await desk.Send($"{draft}/keuzes", await world.Choices(id, "centrum"))).ShouldHave(200);
        (await desk.Send($"{draft}/voorleggen")).ShouldHave(200).Words.ShouldContain("0 leden hebben gestemd");
        await world.Work();
        var mail = world.Mailbox.LastTo("politie@voorbeeld.example");
        mail.Subject.ShouldBe("Stem over: Wat over is van 2027");
        var seat = (await world.NewBrowser().Open(mail.Link())).ShouldHave(200);
        seat.Words.ShouldContain("Terug naar de geldgevers");
        seat.Words.ShouldContain("Nodig bij ‘Tegen’.");
        var page = await world.Browser.Open($"/stuurgroep/besluiten/{id}");
        page.Words.ShouldContain("Centrum Terug naar de geldgevers");
        page.Words.ShouldContain("Mee naar 2028");
        (await world.Browser.Open("/stuurgroep")).Words.ShouldContain("Wat over is van 2027 De stuurgroep stemt");
    }

    [Fact]
    public async Task A_round_that_still_has_to_be_decided_takes_no_part_and_the_page_says_why()
    {
        await using var world = await World.Begin();
        await AVote.Open(world);
        var draft = await world.DraftLeft();
        (await world.Remainder(AYearThatIsOver.IdOf(draft))).Lines.ShouldNotContain(line => line.Smederij == "centrum");
        (await world.BrowserOf("anna", "medewerker").Open(draft)).Words.ShouldContain("Centrum: de ronde is nog niet afgerond");
        await world.Get<Remainders>().Settle(AVote.Key, "besluit-x", null, null, default).ShouldThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task What_makes_no_sense_is_said_at_its_field()
    {
        await using var world = await World.Begin();
        var desk = world.BrowserOf("anna", "medewerker");
        (await desk.Post(AYearThatIsOver.NewForm, AYearThatIsOver.Years)).ShouldHave(409).Words.ShouldContain("In geen Smederij is de ronde van 2027 afgerond.");
        (await desk.Post(AYearThatIsOver.NewForm, new { jaar = "2027" })).ShouldHave(400).Words.ShouldContain("Vul het jaar in.");
        await world.Until(new DateTimeOffset(2027, 6, 30, 22, 0, 0, TimeSpan.Zero));
        (await desk.Post(AYearThatIsOver.NewForm, new Dictionary<string, string> { ["jaar"] = "2027", ["naar-jaar"] = "2027" })).ShouldHave(409)
            .Words.ShouldContain("Het geld kan alleen mee naar een later jaar.");
        var draft = await world.DraftLeft();
        (await desk.Post($"{draft}/keuzes", new { keuze = "x" })).ShouldHave(400).Words.ShouldContain("Kies een van de antwoorden.");
        (await desk.Post($"{draft}/bedragen", new { periode = "2028" })).ShouldHave(400);
        (await desk.Post($"{draft}/bedragen", new Dictionary<string, string>
        {
            ["periode"] = "2028", ["geldgever-1"] = "Gemeente", ["geld-1"] = "100", ["vast-bedrag"] = "0", ["uitrekenen"] = "ja",
        })).ShouldHave(409).Words.ShouldContain("Dit voorstel gaat over iets anders.");
    }

    [Fact]
    public async Task Who_may_only_look_changes_nothing()
    {
        await using var world = await AYearThatIsOver.Begin();
        var draft = await world.DraftLeft();
        var onlooker = world.BrowserOf("carla", "beheerder");
        (await onlooker.Open(draft)).ShouldHave(200).Words.ShouldContain("Samen over");
        (await onlooker.Open(AYearThatIsOver.NewForm)).ShouldHave(200);
        (await onlooker.Post(AYearThatIsOver.NewForm, AYearThatIsOver.Years)).ShouldHave(403);
        (await onlooker.Post($"{draft}/keuzes", await world.Choices(AYearThatIsOver.IdOf(draft)))).ShouldHave(403);
        (await world.Browser.Get(AYearThatIsOver.NewForm)).ShouldHave(401);
    }

    [Fact]
    public async Task The_seats_are_asked_about_what_is_left_when_they_are_asked()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        await world.Until(new DateTimeOffset(2027, 6, 30, 22, 0, 0, TimeSpan.Zero));
        var draft = await world.DraftLeft();
        var before = (await world.Remainder(AYearThatIsOver.IdOf(draft))).Total;
        var gone = (await world.Idea(idea)).State is IdeaState.Ended;
        await Return(world);
        gone.ShouldBeTrue("nobody gave an account, so the money was free again before the draft");

        var desk = world.BrowserOf("anna", "medewerker");
        (await desk.Post($"{draft}/voorleggen")).ShouldHave(409).Words.ShouldContain("Wat over is, is veranderd");
        (await world.Remainder(AYearThatIsOver.IdOf(draft))).Total.ShouldBe(before - new Euro(100));
        (await desk.Send($"{draft}/voorleggen")).ShouldHave(200).Words.ShouldContain("0 leden hebben gestemd");
    }

    [Fact]
    public async Task The_amount_is_what_is_free_when_it_is_carried_out_and_what_is_spent_stays()
    {
        await using var world = await World.Begin();
        var idea = await world.Released();
        await world.Until(new DateTimeOffset(2027, 6, 30, 22, 0, 0, TimeSpan.Zero));
        var free = (await world.RoundOf("2027")).Ledger.Available;
        await world.AdoptLeft();
        await Return(world);
        await world.Work();
        (await world.RoundOf("2028")).Ledger.CarriedIn.ShouldBe(free - new Euro(100));
        (await world.RoundOf("2027")).Ledger.ShouldSatisfyAllConditions(
            ledger => ledger.Available.ShouldBe(Euro.Zero), ledger => ledger.Released.ShouldBe(new Euro(45_000)));

        // What comes back later stays there, and the next proposal takes it.
        await world.Happens(idea, at => new IdeaEvent.MoneyGivenBack(at, "De grond mocht niet."));
        await world.Happens(idea, at => new IdeaEvent.MoneyReceived(at, "anna", new Euro(45_000), Amsterdam(at), new Euro(45_000)));
        await world.Work();
        (await world.RoundOf("2027")).Ledger.Available.ShouldBe(new Euro(45_000));
        await world.AdoptLeft();
        await world.Work();
        (await world.RoundOf("2027")).Ledger.Available.ShouldBe(Euro.Zero);
        (await world.RoundOf("2028")).Ledger.CarriedIn.ShouldBe(free - new Euro(100) + new Euro(45_000));
        (await world.Browser.Open($"/smederijen/{World.Village}/rondes/2027/uitslag")).Words.ShouldContain("Meegenomen naar 2028");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();

        // Nothing is left, so there is nothing to propose.
        (await world.BrowserOf("anna", "medewerker").Post(AYearThatIsOver.NewForm, AYearThatIsOver.Years)).ShouldHave(409)
            .Words.ShouldContain("Er is niets over.");
    }

    [Fact]
    public async Task What_was_granted_to_an_idea_that_did_not_hear_it_yet_is_not_free()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Closed(world, 6_000, 4_000);
        var all = (await vote.Round()).Ledger.Allotted;
        (await world.Get<Remainders>().Find(AVote.Key)).ShouldNotBeNull().Free.Sum(one => one.Amount.Cents).ShouldBe(all.Cents - 1_000_000);

        await using var early = await World.Begin();
        var other = await Untold(early, 6_000, 4_000);
        (await other.Round()).Ledger.Reserved.ShouldBe(Euro.Zero);
        (await early.Get<Remainders>().Find(AVote.Key)).ShouldNotBeNull().Free.Sum(one => one.Amount.Cents).ShouldBe(all.Cents - 1_000_000);
    }

    [Fact]
    public async Task Performing_everything_twice_moves_it_once()
    {
        await using var world = await AYearThatIsOver.Begin();
        var left = await world.Sum("2027", ledger => ledger.Available);
        var id = await world.AdoptLeft("centrum");
        foreach (var line in (await world.Remainder(id)).Lines)
            await world.Get<Deeds>().Perform(new ResolutionKey(id), new ResolutionEffect.SettleRemainder(line.Smederij), default);
        var village = (await world.RoundOf("2027")).Ledger;
        await world.Get<Deeds>().Perform(
            new RoundKey(World.Village, "2027").Work,
            new RoundEffect.CarryTo("2028", id, [new Source(Source.OfSettings, village.CarriedOut)]), default);
        await world.Work();
        (await world.RoundOf("2028")).Ledger.CarriedIn.ShouldBe(village.CarriedOut);
        (await world.Sum("2028", ledger => ledger.CarriedIn) + await world.Sum("2027", ledger => ledger.Returned)).ShouldBe(left);
    }

    [Fact]
    public async Task It_comes_on_top_of_what_the_later_round_has_and_the_settings_open_it()
    {
        await using var world = await AYearThatIsOver.Begin();
        var left = (await world.RoundOf("2027")).Ledger.Available;
        await world.PutToSeats("2028");
        await world.Say(Voice.For, 6);
        await world.Work();
        var given = (await world.RoundOf("2028")).Ledger.Allotted;
        await world.AdoptLeft();
        await world.Work();
        (await world.RoundOf("2028")).Ledger.ShouldSatisfyAllConditions(
            ledger => ledger.Allotted.ShouldBe(given), ledger => ledger.CarriedIn.ShouldBe(left), ledger => ledger.Available.ShouldBe(given + left));
    }

    [Fact]
    public async Task Once_the_later_year_runs_each_amount_stands_beside_the_year_that_it_comes_from_or_went_to()
    {
        await using var world = await AYearThatIsOver.Begin();
        var left = (await world.RoundOf("2027")).Ledger.Available;
        await world.AdoptLeft();
        await world.Work();
        var (village, treasury) = (world.Settings(), world.Get<Smederijen.Portal.Reading.Treasury>());
        var next = village with { Version = 2, Round = village.Round with { Period = "2028", ClosesOn = new DateOnly(2028, 6, 30) } };
        await world.Get<RoundItems>().Open(next, world.Get<Smederijen.Portal.Settings.SettingsBook>().Stuurgroep);

        (await treasury.MovesOf(next, (await world.RoundOf("2028")).Ledger, default)).ShouldBe([new MoneyMove("Overgenomen uit 2027", left.Cents)]);
        var year = (await treasury.EarlierYears(next, await world.Get<RoundLists>().Of(World.Village, default), default)).ShouldHaveSingleItem();
        year.Moves.ShouldHaveSingleItem().Sentence.ShouldBe($"Meegenomen naar 2028: {Dutch.EuroShort(left.Cents)}");
    }

    [Fact]
    public async Task A_Smederij_whose_ledger_cannot_be_read_does_not_stop_the_others()
    {
        await using var world = await AYearThatIsOver.Begin();
        await world.Store.Commit("centrum", [new Write.Put(RoundKeys.LedgerLine("2027", 1), "{")]);
        var draft = await world.DraftLeft();
        (await world.Remainder(AYearThatIsOver.IdOf(draft))).Lines.ShouldNotContain(line => line.Smederij == "centrum");
        (await world.BrowserOf("anna", "medewerker").Open(draft)).Words.ShouldContain("Centrum: wij kunnen het kasboek nu niet lezen");
    }

    [Fact]
    public async Task A_program_reads_what_is_left_and_what_becomes_of_it()
    {
        await using var world = await AYearThatIsOver.Begin();
        var id = await world.AdoptLeft("centrum");
        var item = (await world.Browser.Get("/v1/besluiten")).ShouldHave(200).Json.GetProperty("besluiten")[0];
        item.GetProperty("over").GetString().ShouldBe("wat-over-is");
        item.GetProperty("periode").GetString().ShouldBe("2027");
        var json = (await world.Browser.Get($"/v1/besluiten/{id}")).ShouldHave(200).Json;
        json.GetProperty("naar").GetString().ShouldBe("2028");
        json.GetProperty("regels").EnumerateArray().Sum(line => line.GetProperty("bedrag").GetInt64()).ShouldBe(item.GetProperty("totaal").GetInt64());
        json.GetProperty("regels").EnumerateArray().Single(line => line.GetProperty("smederij").GetString() == "centrum")
            .GetProperty("keuze").GetString().ShouldBe("teruggeven");
        json.GetProperty("geldgevers").EnumerateArray().Sum(source => source.GetProperty("bedrag").GetInt64()).ShouldBe(item.GetProperty("totaal").GetInt64());
    }

    private static DateOnly Amsterdam(DateTimeOffset at) => Domain.Calendar.Amsterdam.DateOf(at);

    /// <summary>Another decision lets € 1 of the village go back.</summary>
    private static async Task Return(World world) => await world.Get<RoundItems>().Handle(
        new RoundKey(World.Village, "2027"), CommandId.Fresh(),
        at => new RoundEvent.RemainderSettled(at, "0000000eerder1", null, [new Source(Source.OfSettings, new Euro(100))]));

    /// <summary>The round is decided, and the machine stopped before it told the ideas.</summary>
    private static async Task<AVote> Untold(World world, params long[] euros)
    {
        world.Store.After = (partition, _) =>
        {
            if (partition == AVote.Smederij && world.Store.Get(AVote.Smederij, RoundKeys.Round("2027")).AsTask().Result is { } row
                && row.Read(LedgerJson.Default.StoredRound).Item.State is RoundState.Decided)
                throw new StoreUnavailableException("The machine stops.", new IOException());
        };
        var vote = new AVote(world);
        try
        {
            vote = await AVote.Closed(world, euros);
        }
        catch (StoreUnavailableException)
        {
            // As it was left.
        }
        world.Store.After = null;
        return vote;
    }
}
