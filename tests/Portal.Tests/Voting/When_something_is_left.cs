using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Voting;

/// <summary>What is left of a round and too little for the next idea. The village has € 4,991, the neighbourhood with a vote € 14,397.</summary>
public sealed class When_something_is_left
{
    private const string Plan = "Wij maken één bankje in plaats van drie.";

    [Fact]
    public async Task The_submitter_chooses_from_the_link_in_the_mail_and_everybody_reads_what_changes()
    {
        await using var world = await Offering();
        await Suitable(world, 4_000);
        var idea = await FromForm(world, "2000");

        var mail = world.Mailbox.LastTo(Residents.Submitter);
        mail.Subject.ShouldBe("Er is een deel van het geld voor uw idee: Een bankje bij de vijver");
        mail.Text.ShouldContain("U vraagt €\u00A02.000. Zo veel is er niet meer. Er is nog €\u00A0991. Dat bieden wij u aan.");
        (await world.Browser.Get(idea.Page())).Words.ShouldContain("Gevraagd € 2.000, aangeboden € 991");

        (await world.Browser.Press(mail.Link(), new { keuze = "aannemen", aangeboden = 99_100, plan = " " })).ShouldHave(400)
            .Words.ShouldContain("Schrijf op wat er verandert aan uw plan.");
        (await world.Browser.Press(mail.Link(), new { keuze = "aannemen", aangeboden = 50_000, plan = Plan })).ShouldHave(409)
            .Words.ShouldContain("Intussen is er iets anders aangeboden.");
        (await world.Browser.Press(mail.Link(), new { keuze = "aannemen", aangeboden = 99_100, plan = Plan })).ShouldHave(200)
            .Words.ShouldContain("U nam € 991 aan");
        await world.Work();

        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Granted>().Amount.ShouldBe(new Euro(99_100));
        world.Mailbox.LastTo(Residents.Submitter).Text.ShouldContain("U vroeg €\u00A02.000. Voor uw idee is €\u00A0991 beschikbaar.");
        var page = (await world.Browser.Get(idea.Page())).ShouldHave(200).Words;
        page.ShouldContain($"Wat verandert er, omdat er een deel van het geld is? {Plan}");
        page.ShouldContain("Gevraagd € 2.000, toegekend € 991");
        (await Left(world)).ShouldBe(Euro.Zero);
    }

    [Fact]
    public async Task Without_the_setting_it_waits_for_all_of_it()
    {
        await using var world = await World.Begin();
        await Suitable(world, 4_000);
        var idea = await Suitable(world, 2_000);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Suitable>();
        (await Left(world)).ShouldBe(new Euro(99_100));
    }

    [Fact]
    public async Task Less_than_is_of_use_is_not_offered()
    {
        await using var world = await Offering(smallest: 99_101);
        await Suitable(world, 4_000);
        (await world.Idea(await Suitable(world, 2_000))).State.ShouldBeOfType<IdeaState.Suitable>();
    }

    [Fact]
    public async Task Who_declines_ticks_a_box_and_then_an_idea_that_fits_goes_first_and_the_next_gets_a_part()
    {
        await using var world = await Offering();
        await Suitable(world, 4_000);
        var first = await FromForm(world, "2000");
        var (second, small) = (await Suitable(world, 1_500), await Suitable(world, 600));
        (await world.Idea(small)).State.ShouldBeOfType<IdeaState.Suitable>("an offer is as good as reserved");

        var link = world.Mailbox.LastTo(Residents.Submitter).Link();
        (await world.Browser.Press(link, new { keuze = "niet-aannemen", aangeboden = 99_100 })).ShouldHave(400).Words.ShouldContain("Zet een vinkje");
        (await world.Browser.Press(link, new { keuze = "niet-aannemen", aangeboden = 99_100, zeker = "ja" })).ShouldHave(200)
            .Words.ShouldContain("U nam het deel van het geld niet aan");
        await world.Work();

        (await world.Idea(first)).State.ShouldBe(new IdeaState.Suitable(NoPartIn: "2027"));
        (await world.Idea(small)).State.ShouldBeOfType<IdeaState.Granted>().Amount.ShouldBe(new Euro(60_000));
        (await world.Idea(second)).State.ShouldBeOfType<IdeaState.OfferedPart>().Amount.ShouldBe(new Euro(39_100));
        (await Left(world)).ShouldBe(Euro.Zero);
    }

    [Fact]
    public async Task Silence_is_reminded_and_lapses_and_the_next_is_asked()
    {
        await using var world = await Offering();
        await Suitable(world, 4_000);
        var first = await FromForm(world, "2000");
        var next = await Suitable(world, 1_500);

        await world.After(13);
        world.Mailbox.LastTo(Residents.Submitter).Subject.ShouldBe("Wij wachten op uw keuze: Een bankje bij de vijver");
        await world.After(2);

        world.Mailbox.LastTo(Residents.Submitter).Text.ShouldContain("Uw idee is niet gestopt. Het wacht op het hele bedrag.");
        (await world.Idea(first)).State.ShouldBeOfType<IdeaState.Suitable>();
        (await world.Idea(next)).State.ShouldBeOfType<IdeaState.OfferedPart>().Amount.ShouldBe(new Euro(99_100));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_idea_that_stops_lets_the_next_have_it(bool byMunicipality)
    {
        await using var world = await Offering();
        await Suitable(world, 4_000);
        var (first, next) = (await Suitable(world, 2_000), await Suitable(world, 1_500));

        await world.Happens(first, at => byMunicipality ? new IdeaEvent.Stopped(at, "anna", "Dit mag niet") : new IdeaEvent.Withdrawn(at));
        await world.Work();

        (await world.Idea(next)).State.ShouldBeOfType<IdeaState.OfferedPart>().Amount.ShouldBe(new Euro(99_100));
    }

    [Fact]
    public async Task Enough_money_that_comes_meanwhile_gives_it_all_to_who_came_first()
    {
        await using var world = await Offering();
        var dear = await Suitable(world, 4_000);
        var (first, next) = (await Suitable(world, 2_000), await Suitable(world, 3_500));

        await world.Happens(dear, at => new IdeaEvent.Withdrawn(at));
        await world.Work();

        (await world.Idea(first)).State.ShouldBeOfType<IdeaState.Granted>().Amount.ShouldBe(new Euro(200_000));
        (await world.Idea(next)).State.ShouldBeOfType<IdeaState.OfferedPart>().Amount.ShouldBe(new Euro(299_100));
    }

    [Fact]
    public async Task An_offer_that_runs_over_the_last_day_holds_what_follows_and_who_declines_hears_the_decision()
    {
        await using var world = await Offering();
        await world.Until(ClosingOf(world) - TimeSpan.FromDays(3));
        await Suitable(world, 4_000);
        var (first, next) = (await Suitable(world, 2_000), await Suitable(world, 1_500));
        await world.After(5);
        (await world.Get<RoundItems>().Load(Village)).ShouldNotBeNull().Item.State.ShouldBeOfType<RoundState.Decided>();
        (await world.Idea(next)).State.ShouldBe(new IdeaState.Suitable(InRound: "2027"), "it waits for the answer of the first");

        await world.After(15);
        (await world.Idea(first)).State.ShouldBeOfType<IdeaState.Suitable>().CarriedOverTo.ShouldBe("2028");
        (await world.Idea(next)).State.ShouldBeOfType<IdeaState.OfferedPart>().Amount.ShouldBe(new Euro(99_100));

        await world.Happens(next, at => new IdeaEvent.PartDeclined(at, new Euro(99_100)));
        await world.Work();
        (await world.Idea(next)).State.ShouldBeOfType<IdeaState.Suitable>().CarriedOverTo.ShouldBe("2028");
        var page = (await world.Browser.Get("/smederijen/alteveer/rondes/2027/uitslag")).ShouldHave(200).Words;
        page.ShouldContain("Geen antwoord op tijd");
        page.ShouldContain("Niet aangenomen");
    }

    [Fact]
    public async Task After_a_vote_it_goes_by_the_votes_and_the_losers_hear_it_when_nothing_is_left()
    {
        await using var world = await Offering();
        var vote = await Voted(world);
        (await Manifest(world)).ShouldContain("dan bieden wij dat restant aan, in de volgorde van de stemmen");

        await world.After(20);

        // The first has € 9,000 of € 14,397. The third got more votes than the second.
        (await world.Idea(vote.Ideas[0])).State.ShouldBeOfType<IdeaState.Granted>();
        (await world.Idea(vote.Ideas[2])).State.ShouldBeOfType<IdeaState.OfferedPart>().Amount.ShouldBe(new Euro(539_700));
        (await world.Idea(vote.Ideas[1])).State.ShouldBeOfType<IdeaState.Suitable>().InRound.ShouldBe("2027");
        (await world.Idea(vote.Ideas[3])).State.ShouldBeOfType<IdeaState.Suitable>().CarriedOverTo.ShouldBe("2028", "nobody voted for it");
        (await Result(world)).ShouldContain("De indiener kiest nog");

        await world.Happens(vote.Ideas[2], at => new IdeaEvent.PartDeclined(at, new Euro(539_700)));
        await world.Work();
        (await world.Idea(vote.Ideas[2])).State.ShouldBeOfType<IdeaState.Suitable>().CarriedOverTo.ShouldBe("2028");
        (await world.Idea(vote.Ideas[1])).State.ShouldBeOfType<IdeaState.OfferedPart>().Amount.ShouldBe(new Euro(539_700));

        await world.Happens(vote.Ideas[1], at => new IdeaEvent.PartAccepted(at, new Euro(539_700), Plan));
        await world.Work();
        (await world.Idea(vote.Ideas[1])).State.ShouldBeOfType<IdeaState.Granted>();
        var result = await Result(world);
        result.ShouldContain("Aan wie wij aanboden wat over was");
        result.ShouldContain("Niet aangenomen");
        result.ShouldContain("Aangenomen, met een aangepast plan");
        (await vote.Round()).Ledger.Available.ShouldBe(Euro.Zero);
    }

    [Fact]
    public async Task A_vote_whose_manifest_offers_no_parts_does_not()
    {
        await using var world = await World.Begin();
        var vote = await Voted(world);
        (await Manifest(world)).ShouldContain("geld dat over is: wij bieden geen delen aan");
        (await world.Browser.Get(AVote.Page)).Words.ShouldContain("Dan bieden wij daar geen deel van aan");
        await world.After(20);
        foreach (var idea in vote.Ideas.Skip(1))
            (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Suitable>().CarriedOverTo.ShouldBe("2028");
    }

    [Fact]
    public async Task Doing_a_step_twice_changes_nothing()
    {
        await using var world = await Offering();
        var vote = await Voted(world);
        await world.After(20);
        var before = await States(world, vote);

        await world.Get<RoundIdeas>().Tell(AVote.Key, default);
        await world.Get<RoundIdeas>().GoOn(vote.Ideas[2], "2027", default);
        await world.Get<RoundIdeas>().GoOn(vote.Ideas[0], "2027", default);
        await world.Work();

        (await States(world, vote)).ShouldBe(before);
    }

    [Fact]
    public async Task A_stop_at_any_commit_comes_to_the_same()
    {
        var whole = await Run(crashAt: null, afterCommit: false);
        whole.Commits.ShouldBeGreaterThan(3);
        for (var at = 1; at <= whole.Commits; at++)
        {
            (await Run(at, afterCommit: false)).States.ShouldBe(whole.States, $"crash before commit {at}");
            (await Run(at, afterCommit: true)).States.ShouldBe(whole.States, $"crash after commit {at}");
        }
    }

    [Fact]
    public async Task The_ledger_and_the_vote_check_out()
    {
        await using var world = await Offering();
        var vote = await Voted(world);
        await world.After(20);
        await world.Happens(vote.Ideas[2], at => new IdeaEvent.PartAccepted(at, new Euro(539_700), Plan));
        await world.Work();
        (await world.Anna().Post("/medewerkers/geschiedenis")).ShouldHave(200).Words.ShouldContain("Alles klopt");
    }

    private static readonly RoundKey Village = new(World.Village, "2027");

    /// <summary>What comes after somebody declined, with one crash on the way; whoever got no answer presses once more.</summary>
    private static async Task<(string States, int Commits)> Run(int? crashAt, bool afterCommit)
    {
        await using var world = await Offering();
        var vote = await Voted(world);
        await world.After(20);
        var commits = 0;
        void Crash()
        {
            if (++commits == crashAt)
                throw new StoreUnavailableException("De stroom viel uit.", new IOException());
        }
        if (afterCommit)
            world.Store.After = (_, _) => Crash();
        else
            world.Store.Before = (_, _) => { Crash(); return null; };
        for (var tries = 0; tries < 3; tries++)
        {
            try
            {
                await world.Happens(vote.Ideas[2], at => new IdeaEvent.PartDeclined(at, new Euro(539_700)));
                foreach (var idea in vote.Ideas)
                    await world.Get<WorkList>().PerformDue(idea);
            }
            catch (StoreUnavailableException)
            {
                continue;
            }
        }
        return (await States(world, vote), commits);
    }

    private static async Task<string> States(World world, AVote vote)
    {
        var states = new List<string>();
        foreach (var idea in vote.Ideas)
            states.Add($"{(await world.Idea(idea)).State switch
            {
                IdeaState.OfferedPart s => $"offered {s.Amount}",
                IdeaState.Granted s => $"granted {s.Amount}",
                IdeaState.Suitable s => $"suitable {s.CarriedOverTo} {s.InRound}",
                var other => other.Phase.ToString(),
            }}");
        return string.Join(", ", states);
    }

    /// <summary>Four ideas; the third gets more votes than the second, and the fourth none. All but one are too dear.</summary>
    private static async Task<AVote> Voted(World world)
    {
        var vote = await AVote.Open(world, 20, 9_000, 6_000, 6_500, 7_000);
        int[][] ballots = [[0], [0], [0], [0], [0], [2], [2], [2], [1], [1]];
        foreach (var (i, ballot) in ballots.Index())
            await vote.Cast(vote.Codes[i], ballot);
        return vote;
    }

    private static async Task<string> Manifest(World world) => (await world.Browser.Get("/smederijen/centrum/rondes/2027/manifest.txt")).ShouldHave(200).Text;

    private static async Task<string> Result(World world) => (await world.Browser.Get("/smederijen/centrum/rondes/2027/uitslag")).ShouldHave(200).Words;

    private static async Task<Euro> Left(World world) => (await world.Get<RoundItems>().Load(Village)).ShouldNotBeNull().Item.Ledger.Available;

    private static DateTimeOffset ClosingOf(World world) => Domain.Calendar.Amsterdam.EndOfDay(world.Settings().Round.ClosesOn);

    private static async Task<IdeaKey> FromForm(World world, string euros)
    {
        var idea = await world.InReview(new IdeaFields(bedrag: euros));
        await world.Advise(Wijkteam.Opbouwwerker, "geschikt");
        await world.Advise(Wijkteam.Wijkagent, "geschikt");
        await world.Work();
        return idea;
    }

    private static async Task<IdeaKey> Suitable(World world, long euros)
    {
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddMilliseconds(1));
        var idea = await SuitableIdeas.Add(world.Get<IdeaItems>(), world.Settings(), euros, world.Clock.GetUtcNow());
        await world.Work();
        return idea;
    }

    /// <summary>All Smederijen offer what is left.</summary>
    private static Task<World> Offering(long smallest = 0)
    {
        using var stream = typeof(SettingsFile).Assembly.GetManifestResourceStream("smederijen.json").ShouldNotBeNull();
        var file = JsonNode.Parse(stream, documentOptions: new JsonDocumentOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        })!;
        foreach (var smederij in file["smederijen"]!.AsArray())
            smederij!["round"]!["parts"] = new JsonObject { ["smallest"] = smallest };
        return World.Begin(services => services.AddSingleton(SettingsFile.Read(file.Deserialize<JsonElement>())));
    }
}
