using System.Text.RegularExpressions;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Board;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Meetings;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Board;
using Smederijen.Portal.Tests.Governing;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Wijkteam;

namespace Smederijen.Portal.Tests.Meetings;

/// <summary>One of the staff enters what a meeting decided about several ideas, another agrees, and only then the ideas hear it.</summary>
public sealed class When_a_wijkteam_meets
{
    private const string Page = $"/medewerkers/overleg/{World.Village}";
    private const string Both = $"{Opbouwwerker},{Wijkagent}";

    private static Browser Anna(World world) => world.BrowserOf("anna", "medewerker");

    private static Browser Bert(World world) => world.BrowserOf("bert", "regisseur");

    private static Task<IdeaKey> AnIdea(World world, string title) => world.InReview(Residents.AnIdea with { titel = title });

    /// <summary>Fills in the form of the page as it is now, and sends it.</summary>
    private static async Task<Answer> Enter(
        Browser staff, string present, string day, params (IdeaKey Idea, string Decision, string Reason)[] decisions)
    {
        var form = (await staff.Get(Page)).ShouldHave(200).Form();
        (form["aanwezig"], form["dag"]) = (present, day);
        foreach (var (idea, decision, reason) in decisions)
            (form[$"besluit-{idea.Id}"], form[$"toelichting-{idea.Id}"]) = (decision, reason);
        return await staff.Send(Page, form);
    }

    private static async Task<Meeting> MeetingAt(World world, string address) =>
        (await world.Get<MeetingItems>().Load(new MeetingKey(World.Village, address.Split('/')[^1]))).ShouldNotBeNull().Item;

    private static async Task<List<Entity>> Texts(World world, Meeting meeting) =>
        await world.Store.All(World.Village, RowRange.Prefix($"overleg|{meeting.Id}|gezegd|")).ToListAsync();

    [Fact]
    public async Task Two_people_let_each_idea_hear_its_own_decision()
    {
        await using var world = await World.Begin();
        var (bench, tree, road, later) =
            (await AnIdea(world, "Een bankje"), await AnIdea(world, "Een boom"), await AnIdea(world, "De oversteek"), await AnIdea(world, "Een hek"));
        (await world.Advise(Wijkbeheerder, "vraag", "")).ShouldHave(400);

        var entered = (await Enter(
            Anna(world), Both, "2026-03-01", (bench, "geschikt", ""), (tree, "niet-geschikt", "Te dicht bij de kabels."),
            (road, "gemeentekwestie:verkeer", "Dit is een gevaarlijk kruispunt."))).ShouldHave(200);
        entered.Words.ShouldContain("Er is nog niets gebeurd Een andere medewerker moet dit nakijken en akkoord geven.");
        foreach (var idea in (IdeaKey[])[bench, tree, road])
            (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.InReview>().Panel.Seats.ShouldAllBe(seat => seat.IsOpen);
        (await Bert(world).Get("/medewerkers")).Words.ShouldContain(
            "1 overleg van een wijkteam wacht op een tweede medewerker De besluiten gelden pas als een andere medewerker akkoord geeft. "
            + "Overleg van 1 maart 2026 (Alteveer): 3 ideeën, vervalt na woensdag 1 april 2026");
        var listed = (await Bert(world).Get(Page)).ShouldHave(200);
        listed.Words.ShouldContain("Overleg van 1 maart 2026 : 3 ideeën, ingevoerd door anna op 2 maart 2026 Wacht op een tweede medewerker");
        listed.Text.ShouldContain($"besluit-{later.Id}");
        listed.Text.ShouldNotContain($"besluit-{bench.Id}", customMessage: "it is decided about once");

        var seen = (await Bert(world).Get(entered.Path)).ShouldHave(200).Words;
        seen.ShouldContain("Ingevoerd door anna");
        seen.ShouldContain("Een boom Besluit Niet geschikt Toelichting Te dicht bij de kabels.");
        seen.ShouldContain("De oversteek Besluit Zaak voor de gemeente: Verkeer");
        (await Bert(world).Send($"{entered.Path}/akkoord")).ShouldHave(200);
        await world.Work();

        (await world.Idea(bench)).State.Phase.ShouldBe(IdeaPhase.Granted, "a rolling Smederij grants at once");
        (await world.Idea(road)).State.ShouldBeOfType<IdeaState.WithMunicipality>().Theme.ShouldBe("verkeer");
        (await world.Idea(later)).State.ShouldBeOfType<IdeaState.InReview>();
        (await world.Idea(tree)).State.ShouldBeOfType<IdeaState.InReview>().RefusedAt.ShouldNotBeNull();
        var waits = (await world.Browser.Get(tree.Page())).Words;
        waits.ShouldContain("Het wijkteam overlegde op 1 maart 2026 over dit idee");
        waits.ShouldNotContain("Te dicht bij de kabels", customMessage: "it can still be taken back");
        await world.AfterMinutes(10);
        (await world.Idea(tree)).State.Phase.ShouldBe(IdeaPhase.Declined);
        world.Mailbox.To(Residents.Submitter).Count(mail => mail.Text.Contains("Te dicht bij de kabels", StringComparison.Ordinal)).ShouldBe(1);
        (await Bert(world).Get(entered.Path)).Words.ShouldContain("Overgenomen (nu: Geld toegekend)");

        var everybody = (await world.Browser.Get(bench.Page())).ShouldHave(200).Words;
        everybody.ShouldContain("Besloten in het overleg van 1 maart 2026: geschikt");
        everybody.ShouldNotContain("anna");
        var staff = (await Anna(world).Get($"/medewerkers/ideeen/{World.Village}/{bench.Id}")).ShouldHave(200).Words;
        staff.ShouldContain("Besloten in het overleg van 1 maart 2026: geschikt Door: anna Akkoord: bert");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_agrees_with_themselves_and_only_who_entered_it_throws_it_away()
    {
        await using var world = await World.Begin();
        var idea = await AnIdea(world, "Een bankje");
        var entered = await Enter(Anna(world), Both, "2026-03-02", (idea, "geschikt", ""));
        var mine = (await Anna(world).Get(entered.Path)).ShouldHave(200);
        mine.Text.ShouldNotContain("/akkoord\"");
        mine.Text.ShouldContain("/weggooien\"");
        // Another role and another spelling of the account are the same person.
        foreach (var again in (Browser[])[Anna(world), world.BrowserOf("anna", "regisseur"), world.BrowserOf("Anna", "medewerker", "regisseur")])
        {
            (await again.Post($"{entered.Path}/akkoord")).ShouldHave(409).Words.ShouldContain("Een andere medewerker moet het nakijken.");
            (await again.Post($"{entered.Path}/weigeren", new { reden = "Toch niet" })).ShouldHave(409);
        }
        (await Bert(world).Post($"{entered.Path}/weggooien")).ShouldHave(409).Words.ShouldContain("Kies dan ‘Dit klopt niet’");
        (await Anna(world).Send($"{entered.Path}/weggooien")).ShouldHave(200).Words.ShouldContain("Stand Weggegooid");
        (await Bert(world).Post($"{entered.Path}/akkoord")).ShouldHave(409).Words.ShouldContain("Dit is al afgehandeld.");
        await world.Work();
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.InReview>().Panel.Seats.ShouldAllBe(seat => seat.IsOpen);
    }

    [Fact]
    public async Task A_refusal_tells_why_and_what_was_typed_is_the_beginning_of_the_next()
    {
        await using var world = await World.Begin();
        var idea = await AnIdea(world, "Een bankje");
        var entered = await Enter(Anna(world), Both, "2026-03-02", (idea, "lange-klap", "Dit kost veel meer."));
        (await Bert(world).Post($"{entered.Path}/weigeren", new { reden = " " })).ShouldHave(400).Words.ShouldContain("Schrijf op wat er niet klopt.");
        (await Bert(world).Send($"{entered.Path}/weigeren", new { reden = "Het besluit was: geschikt." })).ShouldHave(200);
        (await Anna(world).Get(entered.Path)).Words.ShouldContain("Nagekeken door bert Wat er niet klopt Het besluit was: geschikt.");

        var again = $"{Page}?opnieuw={entered.Path.Split('/')[^1]}";
        (await Anna(world).Get(entered.Path)).Text.ShouldContain(again);
        var form = (await Anna(world).Get(again)).ShouldHave(200).Form();
        (form["dag"], form[$"besluit-{idea.Id}"], form[$"toelichting-{idea.Id}"]).ShouldBe(("2026-03-02", "lange-klap", "Dit kost veel meer."));
        (form["aanwezig"], form[$"besluit-{idea.Id}"], form[$"toelichting-{idea.Id}"]) = (Both, "geschikt", "");
        var better = (await Anna(world).Send(Page, form)).ShouldHave(200);
        better.Path.ShouldNotBe(entered.Path);
        (await Bert(world).Send($"{better.Path}/akkoord")).ShouldHave(200);
        await world.Work();
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Granted);
    }

    [Fact]
    public async Task What_cannot_be_decided_is_said_at_its_field_and_nothing_that_was_typed_is_lost()
    {
        await using var world = await World.Begin();
        var (bench, tree) = (await AnIdea(world, "Een bankje"), await AnIdea(world, "Een boom"));
        await world.Happens(tree, at => new IdeaEvent.ConflictDeclared(at, 1, Wijkagent));
        (await Anna(world).Get(Page)).Words.ShouldContain("Beslist niet mee, want er is een eigen belang: wijkagent");

        var few = (await Enter(Anna(world), Both, "2026-03-02", (bench, "geschikt", "Mooi plan"), (tree, "geschikt", ""))).ShouldHave(400);
        few.Words.ShouldContain("er was 1 lid bij dat over dit idee mag beslissen, en 2 zijn nodig.");
        few.Form()[$"toelichting-{bench.Id}"].ShouldBe("Mooi plan");
        (few.Form()[$"besluit-{bench.Id}"], few.Form()[$"besluit-{tree.Id}"]).ShouldBe(("geschikt", "geschikt"));
        (await world.Store.All(World.Village, RowRange.Prefix("overleg")).ToListAsync()).ShouldBeEmpty();

        foreach (var (present, day, decision, reason, message) in (IEnumerable<(string, string, string, string, string)>)[
            ("", "2026-03-02", "geschikt", "", "Zet een vinkje bij wie erbij waren."),
            ("burgemeester", "2026-03-02", "geschikt", "", "Zet een vinkje bij wie erbij waren."),
            (Both, "", "geschikt", "", "Vul de dag van het overleg in."),
            (Both, "2026-03-03", "geschikt", "", "Deze dag moet nog komen."),
            (Both, "2025-03-01", "geschikt", "", "Deze dag is meer dan een jaar geleden."),
            (Both, "2026-03-02", "", "", "Kies bij minstens één idee wat het wijkteam heeft besloten."),
            (Both, "2026-03-02", "", "Waarom niet", "Kies ook wat het wijkteam heeft besloten"),
            (Both, "2026-03-02", "niet-geschikt", " ", "Leg uit waarom. De indiener leest dit."),
            (Both, "2026-03-02", "vraag", "", "Schrijf uw vraag op."),
            (Both, "2026-03-02", "belang", "", "Kies bij minstens één idee")])
            (await Enter(Anna(world), present, day, (bench, decision, reason))).ShouldHave(400).Words.ShouldContain(message);
        (await Enter(Anna(world), Both, "2026-03-02", (bench, "niet-geschikt", " "))).Words
            .ShouldContain("niet goed ingevuld Leg uit waarom. De indiener leest dit. ‹ Terug", customMessage: "what one field lacks is said once");
    }

    [Fact]
    public async Task Not_suitable_takes_more_than_half_of_the_team()
    {
        await using var world = await World.Begin();
        var idea = await AnIdea(world, "Een bankje");
        await world.Happens(idea, at => new IdeaEvent.ReviewerReplaced(at, "anna", Wijkbeheerder, "regisseur-noord", "Ziek"));
        (await Enter(Anna(world), Wijkagent, "2026-03-02", (idea, "niet-geschikt", "Nee."))).ShouldHave(400)
            .Words.ShouldContain("er was 1 lid bij dat over dit idee mag beslissen, en 2 zijn nodig.");
        (await Enter(Anna(world), $"{Wijkbeheerder},{Wijkagent}", "2026-03-02", (idea, "niet-geschikt", "Nee."))).ShouldHave(400)
            .Words.ShouldContain("er was 1 lid bij", customMessage: "who was replaced does not decide about this idea any more");
    }

    [Fact]
    public async Task A_press_that_comes_twice_enters_and_decides_once()
    {
        await using var world = await World.Begin();
        var idea = await AnIdea(world, "Een bankje");
        var form = (await Anna(world).Get(Page)).Form();
        (form["aanwezig"], form["dag"], form[$"besluit-{idea.Id}"]) = (Both, "2026-03-02", "geschikt");
        var first = (await Anna(world).Post(Page, form)).ShouldHave(303).Location;
        (await Anna(world).Post(Page, form)).ShouldHave(303).Location.ShouldBe(first);
        (await world.Store.All(World.Village, RowRange.Prefix("overleggen|")).ToListAsync()).ShouldHaveSingleItem();
        var command = (await Bert(world).Get(first)).Form()["opdracht"];
        foreach (var _ in (int[])[1, 2])
            (await Bert(world).Post($"{first}/akkoord", new { opdracht = command })).ShouldHave(303);
        await world.Work();
        (await Bert(world).Post($"{first}/akkoord", new { opdracht = command })).ShouldHave(303);
        await world.Work();
        (await Log(world, idea)).OfType<IdeaEvent.DecidedInMeeting>().ShouldHaveSingleItem();
        world.Mailbox.To(Residents.Submitter).Count(mail => mail.Subject.StartsWith("Uw idee is geschikt", StringComparison.Ordinal)).ShouldBe(1);
    }

    /// <summary>Two who look at the same page and enter about the same idea: the second waits for the first.</summary>
    [Fact]
    public async Task An_idea_waits_in_one_meeting_at_a_time()
    {
        await using var world = await World.Begin();
        var idea = await AnIdea(world, "Een bankje");
        var form = (await Bert(world).Get(Page)).Form();
        await Enter(Anna(world), Both, "2026-03-02", (idea, "geschikt", ""));
        (form["aanwezig"], form["dag"], form[$"besluit-{idea.Id}"]) = (Both, "2026-03-02", "geschikt");
        (await Bert(world).Send(Page, form)).ShouldHave(400).Words.ShouldContain("‘Een bankje’ staat al in een overleg dat nog wacht.");
        (await Bert(world).Get(Page)).Words.ShouldContain("Alle ideeën hier staan in een overleg dat nog wacht.");
    }

    [Fact]
    public async Task What_went_on_since_is_left_as_it_is_and_every_other_idea_is_done()
    {
        await using var world = await World.Begin();
        var (gone, anew, good) = (await AnIdea(world, "Een bankje"), await AnIdea(world, "Een boom"), await AnIdea(world, "Een hek"));
        var entered = await Enter(
            Anna(world), Both, "2026-03-02", (gone, "lange-klap", "Te groot."), (anew, "geschikt", ""), (good, "niet-geschikt", "Te hoog."));
        await world.Happens(gone, at => new IdeaEvent.Withdrawn(at));
        await world.Happens(anew, at => new IdeaEvent.ReviewRestarted(at, "anna", "Er is een nieuw plan"));
        (await Bert(world).Get(entered.Path)).Words.ShouldContain(
            "Kan nu niet worden overgenomen, want het idee is afgesloten (nu: Gestopt). De andere besluiten wel.");
        await Bert(world).Send($"{entered.Path}/akkoord");
        await world.Work();

        (await world.Idea(gone)).State.Phase.ShouldBe(IdeaPhase.Withdrawn);
        (await world.Idea(anew)).State.ShouldBeOfType<IdeaState.InReview>().Panel.Version.ShouldBe(2);
        (await world.Idea(good)).State.ShouldBeOfType<IdeaState.InReview>().RefusedAt.ShouldNotBeNull();
        var page = (await Anna(world).Get(entered.Path)).Words;
        page.ShouldContain("Niet overgenomen, want het idee is afgesloten (nu: Gestopt)");
        page.ShouldContain("Niet overgenomen, want de beoordeling is intussen opnieuw begonnen (nu: Bij het wijkteam)");
        page.ShouldContain("Overgenomen (nu: Bij het wijkteam)");
        (await Anna(world).Get(Page)).Words.ShouldContain("Overgenomen 2 ideeën niet overgenomen");

        // What the idea took over stands with the idea; what nobody took over stays for a month.
        var meeting = await MeetingAt(world, entered.Path);
        ((IdeaKey[])[gone, anew, good]).Select(idea => meeting.Find(idea.Id)!.Reason).ShouldBe(["Te groot.", null, null]);
        (await Texts(world, meeting)).ShouldHaveSingleItem();
        await world.After(31);
        (await Texts(world, meeting)).ShouldBeEmpty();
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_nobody_agrees_on_lapses_and_its_texts_go()
    {
        await using var world = await World.Begin();
        var idea = await AnIdea(world, "Een bankje");
        await world.Happens(idea, at => new IdeaEvent.Paused(at, "anna", "Wachten op het overleg"));
        var entered = await Enter(Anna(world), Both, "2026-03-02", (idea, "niet-geschikt", "Te dicht bij de weg."));
        await world.After(29);
        (await Texts(world, await MeetingAt(world, entered.Path))).ShouldHaveSingleItem();
        await world.After(3);
        (await Bert(world).Get(entered.Path)).Words.ShouldContain("Dit is vervallen Niemand gaf op tijd akkoord.");
        (await Bert(world).Get(entered.Path)).Words.ShouldNotContain("Te dicht bij de weg");
        (await Bert(world).Post($"{entered.Path}/akkoord")).ShouldHave(409);
        (await Texts(world, await MeetingAt(world, entered.Path))).ShouldBeEmpty();
        (await Anna(world).Get(Page)).Words.ShouldContain("Vervallen: niemand keek het op tijd na");
        (await Anna(world).Get("/medewerkers")).Words.ShouldNotContain("overleg van een wijkteam wacht");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_links_of_members_say_that_it_was_decided_in_a_meeting()
    {
        await using var world = await World.Begin();
        var idea = await AnIdea(world, "Een bankje");
        var (there, absent) = (world.ReviewLink(Opbouwwerker), world.ReviewLink(Wijkbeheerder));
        (await world.Advise(Opbouwwerker, "niet-geschikt", "Eerst dacht ik van niet.")).ShouldHave(200);
        await Agreed(world, idea, "geschikt", "Het past goed.");

        var page = (await world.NewBrowser().Open(there)).ShouldHave(200);
        page.Words.ShouldContain("Besloten in een overleg waar u bij was");
        page.Words.ShouldContain("Besluit Geschikt Toelichting Het past goed. Overleg van 2 maart 2026");
        page.Text.ShouldNotContain("name=\"keuze\"");
        (await world.NewBrowser().Open(absent)).ShouldHave(200).Words.ShouldContain("Dit is besloten in het overleg van 2 maart 2026.");
        var late = world.NewBrowser();
        (await late.Post((await late.Open(absent)).Path, new { keuze = "geschikt" })).ShouldHave(409);
        var history = (await world.Browser.Get(idea.Page())).Words;
        history.ShouldContain("Eerst dacht ik van niet.", customMessage: "what each advised before stays in the history");
        history.ShouldContain("Besloten in het overleg van 2 maart 2026: geschikt");
        await world.After(30);
        world.Mailbox.To(MailboxOf(Wijkbeheerder)).ShouldNotContain(mail => mail.Subject.Contains("erinnering", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_was_there_takes_back_what_was_entered_wrongly_within_ten_minutes()
    {
        await using var world = await World.Begin();
        var idea = await AnIdea(world, "Een bankje");
        var (link, absent) = (world.ReviewLink(Opbouwwerker), world.ReviewLink(Wijkbeheerder));
        await Agreed(world, idea, "niet-geschikt", "Te dicht bij de weg.");
        (await world.NewBrowser().Open(absent)).ShouldHave(200).Words.ShouldContain(
            "Het wijkteam besloot in het overleg van 2 maart 2026 Niet geschikt. Dat geldt vanaf 2 maart 2026, 10.10 uur");
        (await world.NewBrowser().Open(link)).ShouldHave(200).Words.ShouldContain("Klopt het besluit van het overleg niet?");
        (await world.NewBrowser().Press(link, new { keuze = "terugnemen" })).ShouldHave(200).Words.ShouldContain("U kunt hieronder opnieuw adviseren.");
        await world.AfterMinutes(30);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.InReview>().RefusedAt.ShouldBeNull();
        var words = (await world.Browser.Get(idea.Page())).Words;
        words.ShouldContain("Het wijkteam overlegde op 2 maart 2026 over dit idee");
        words.ShouldNotContain("Te dicht bij de weg", customMessage: "whoever took it back did not mean it");
    }

    [Fact]
    public async Task A_question_of_the_meeting_goes_to_the_submitter_and_stands_with_the_answer()
    {
        await using var world = await World.Begin();
        var idea = await AnIdea(world, "Een bankje");
        await Agreed(world, idea, "vraag", "Wie onderhoudt het?");
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.AwaitingAnswer>();
        var link = world.Mailbox.LastTo(Residents.Submitter).Link();
        (await world.NewBrowser().Press(link, new { antwoord = "Dat doen wij zelf." })).ShouldHave(200).Words.ShouldContain("Wie onderhoudt het?");
        await world.Work();
        (await world.NewBrowser().Open(world.ReviewLink(Wijkagent))).Words.ShouldContain(
            "Vraag van het wijkteam: Wie onderhoudt het? Antwoord van de indiener: Dat doen wij zelf.");
    }

    [Fact]
    public async Task Only_who_works_on_ideas_of_this_Smederij_enters_or_answers()
    {
        await using var world = await World.Begin();
        var idea = await AnIdea(world, "Een bankje");
        await world.Get<SettingsItems>().Fill(SettingsDocument.Of(new StaffRegister(1,
        [
            Of("fatima", StaffRole.Beheerder, "alle"), Of("hana", StaffRole.Regisseur, World.Village), Of("noor", StaffRole.Regisseur, "wolfsbos"),
            Of("anna", StaffRole.Medewerker, World.Village), Of("farid", StaffRole.Financien, "alle"),
        ])));
        await world.Get<SettingsBook>().Reload();
        var entered = (await Enter(Anna(world), Both, "2026-03-02", (idea, "geschikt", ""))).ShouldHave(200);
        foreach (var other in (string[])["noor", "farid", "fatima"])
        {
            var browser = world.BrowserOf(other, "regisseur");
            (await browser.Post(Page, new { dag = "2026-03-02" })).ShouldHave(403);
            foreach (var act in (string[])["akkoord", "weigeren", "weggooien"])
                (await browser.Post($"{entered.Path}/{act}", new { reden = "Nee" })).ShouldHave(403).Words.ShouldContain("hana");
            (await browser.Get(entered.Path)).ShouldHave(200).Text.ShouldNotContain("/akkoord\"");
            (await browser.Get(Page)).ShouldHave(200).Text.ShouldNotContain("name=\"dag\"");
        }
        (await world.Browser.Get(entered.Path)).ShouldHave(401);
        (await world.Browser.Post($"{entered.Path}/akkoord")).ShouldHave(401);
        (await world.BrowserOf("hana").Send($"{entered.Path}/akkoord")).ShouldHave(200);
        (await Anna(world).Get("/medewerkers/overleg/nergens")).ShouldHave(404);
        (await Anna(world).Get($"{Page}/nergens")).ShouldHave(404);
        (await Anna(world).Get($"/medewerkers/overleg/wolfsbos/{entered.Path.Split('/')[^1]}")).ShouldHave(404);
    }

    /// <summary>Where all Smederijen share one board it tells the same, and is put right at night.</summary>
    [Fact]
    public async Task A_shared_board_tells_what_waits_and_forgets_it_once_it_is_answered()
    {
        await using var world = await SharedWorld.Begin();
        var idea = await AnIdea(world, "Een bankje");
        var entered = (await Enter(Anna(world), Both, "2026-03-02", (idea, "geschikt", ""))).ShouldHave(200);
        await world.Work();
        (await Bert(world).Get("/medewerkers")).Words.ShouldContain("1 overleg van een wijkteam wacht op een tweede medewerker");
        (await world.BoardRows()).ShouldBe(await world.MadeAnew());
        var row = BoardKeys.Meeting(new MeetingKey(World.Village, entered.Path.Split('/')[^1]));
        await world.Store.Commit(Partitions.Board, [new Write.Delete(row), new Write.Put(BoardKeys.Meeting(new("krakeel", "00000000000000")), "{}")]);
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddDays(1));
        await world.Get<BoardMaking>().MakeDaily();
        (await world.BoardRows()).Count(made => made.StartsWith("overleg|", StringComparison.Ordinal)).ShouldBe(1);

        (await Bert(world).Send($"{entered.Path}/akkoord")).ShouldHave(200);
        await world.Work();
        (await Bert(world).Get("/medewerkers")).Words.ShouldNotContain("overleg van een wijkteam wacht");
        (await world.BoardRows()).ShouldBe(await world.MadeAnew());
    }

    [Fact]
    public async Task A_reason_of_a_meeting_is_hidden_on_the_way_of_the_idea()
    {
        await using var world = await World.Begin();
        var idea = await AnIdea(world, "Een bankje");
        await Agreed(world, idea, "geschikt", "Zoals Kees Smit zei.");
        var choices = (await Anna(world).Get(idea.Case("verbergen"))).ShouldHave(200);
        choices.Words.ShouldContain("Tekst van 2 maart 2026: Besloten in het overleg van 2 maart 2026: geschikt Zoals Kees Smit zei.");
        var part = Regex.Match(choices.Text, "value=\"(tekst-[^\"]+)\"").Groups[1].Value;
        (await Anna(world).Send(idea.Case("verbergen"), new { onderdeel = part, reden = "Er staat een naam in" })).ShouldHave(200);
        (await world.Browser.Get(idea.Page())).Text.ShouldNotContain("Kees Smit");
        (await world.Browser.Get($"/v1{idea.Page()}")).Text.ShouldNotContain("Kees Smit");
        (await world.Browser.Get($"/v1{idea.Page()}")).Text.ShouldContain("\"besloten-in-overleg\"");
    }

    [Fact]
    public async Task A_long_list_goes_on_with_the_next_page()
    {
        await using var world = await World.Begin();
        List<IdeaKey> ideas = [];
        for (var i = 0; i < 52; i++)
            ideas.Add(await AnIdea(world, $"Idee {i}"));
        var first = (await Anna(world).Get(Page)).ShouldHave(200);
        var shown = ideas.Where(idea => first.Text.Contains($"besluit-{idea.Id}", StringComparison.Ordinal)).ToList();
        shown.Count.ShouldBe(50);
        var next = Regex.Match(first.Text, "rel=\"next\" href=\"([^\"]+)\"").Groups[1].Value;
        var form = (await Anna(world).Get(next)).ShouldHave(200).Form();
        ideas.Except(shown).ShouldAllBe(idea => form.ContainsKey($"besluit-{idea.Id}"));

        // The largest that there is fits in one commit, and in another when it is agreed on.
        var entered = (await Enter(
            Anna(world), Both, "2026-03-02", [.. shown.Select(idea => (idea, "niet-geschikt", $"Reden van {idea.Id}"))])).ShouldHave(200);
        (await Bert(world).Send($"{entered.Path}/akkoord")).ShouldHave(200);
        await world.Work();
        (await MeetingAt(world, entered.Path)).ShouldSatisfyAllConditions(
            meeting => meeting.Phase.ShouldBe(MeetingPhase.Done), meeting => meeting.Decisions.ShouldAllBe(one => one.Told && one.Why == null));
        (await Texts(world, await MeetingAt(world, entered.Path))).ShouldBeEmpty();
    }

    /// <summary>After whichever commit the machine stops, each idea hears its decision once and the meeting ends.</summary>
    [Fact]
    public async Task A_machine_that_stops_after_whichever_commit_changes_nothing_in_the_end()
    {
        for (var commits = 1; ; commits++)
        {
            await using var world = await World.Begin();
            IdeaKey[] ideas = [await AnIdea(world, "Een bankje"), await AnIdea(world, "Een boom"), await AnIdea(world, "Een hek")];
            var entered = await Enter(
                Anna(world), Both, "2026-03-02", (ideas[0], "geschikt", ""), (ideas[1], "niet-geschikt", "Te dichtbij."), (ideas[2], "lange-klap", "Groot."));
            await world.Happens(ideas[2], at => new IdeaEvent.Withdrawn(at));
            await world.Work();
            var left = commits;
            world.Store.After = (_, _) =>
            {
                if (--left == 0)
                    throw new StoreUnavailableException("The machine stops.", new IOException());
            };
            var stopped = false;
            var key = (WorkKey)new MeetingKey(World.Village, entered.Path.Split('/')[^1]);
            try
            {
                stopped = (await Bert(world).Post($"{entered.Path}/akkoord")).Status != 303;
                await world.Get<WorkList>().PerformDue(key);
            }
            catch (StoreUnavailableException)
            {
                stopped = true;
            }
            world.Store.After = null;
            await Bert(world).Post($"{entered.Path}/akkoord");
            await world.Get<WorkList>().PerformDue(key);
            await world.Work();
            foreach (var idea in ideas[..2])
                await world.Get<WorkList>().PerformDue(idea);
            await world.AfterMinutes(10);

            var meeting = await MeetingAt(world, entered.Path);
            (meeting.Phase, meeting.Other).ShouldBe((MeetingPhase.Done, "bert"), $"stopped after commit {commits}");
            ideas.Select(idea => meeting.Find(idea.Id)!.Why).ShouldBe([null, null, Refusal.IdeaHasEnded]);
            (await Log(world, ideas[0])).OfType<IdeaEvent.DecidedInMeeting>().ShouldHaveSingleItem($"stopped after commit {commits}");
            (await Log(world, ideas[1])).OfType<IdeaEvent.DecidedInMeeting>().ShouldHaveSingleItem();
            (await world.Idea(ideas[0])).State.Phase.ShouldBe(IdeaPhase.Granted);
            (await world.Idea(ideas[1])).State.Phase.ShouldBe(IdeaPhase.Declined);
            (await world.Idea(ideas[2])).State.Phase.ShouldBe(IdeaPhase.Withdrawn);
            (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
            if (!stopped)
                break;
        }
    }

    private static StaffTask Of(string account, StaffRole role, string reach) =>
        new(account, account, role.ToString(), role, [reach], new DateOnly(2026, 1, 1), null);

    private static async Task Agreed(World world, IdeaKey idea, string decision, string reason)
    {
        var entered = (await Enter(Anna(world), Both, "2026-03-02", (idea, decision, reason))).ShouldHave(200);
        (await Bert(world).Send($"{entered.Path}/akkoord")).ShouldHave(200);
        await world.Work();
    }

    private static async Task<IEnumerable<IdeaEvent>> Log(World world, IdeaKey idea) =>
        (await world.Get<IdeaStories>().Read(idea)).ShouldNotBeNull().Log.Select(line => line.Event);
}
