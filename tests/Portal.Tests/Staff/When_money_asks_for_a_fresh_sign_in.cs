using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Staff;

public sealed class When_money_asks_for_a_fresh_sign_in
{
    private const string Mailbox = "anna@gemeente.example";
    private const string Desk = "/medewerkers/rondes/centrum/2027";

    private static readonly object Approval = new { gecontroleerd = "ja", rekening = "0" };

    /// <summary>Signed in so long ago; null when nobody tells.</summary>
    private static Browser Since(World world, string name, int? minutes, string? email = null)
    {
        var browser = world.BrowserOf(name, "medewerker");
        browser.Staff = browser.Staff! with
        {
            SignedInAt = minutes is { } ago ? world.Clock.GetUtcNow().AddMinutes(-ago) : DateTimeOffset.MinValue.AddDays(1),
            Email = email,
        };
        return browser;
    }

    private static async Task<IdeaKey> WithAccount(World world)
    {
        var idea = await world.Granted();
        await world.GivesAccount(idea, "NL91ABNA0417164300");
        return idea;
    }

    [Fact]
    public async Task Who_signed_in_longer_ago_is_told_why_and_led_back_and_sees_no_account_before()
    {
        await using var world = await World.Begin();
        var idea = await WithAccount(world);
        var anna = Since(world, "anna", minutes: 11);
        foreach (var answer in (Answer[])[await anna.Get(idea.Case("vrijgeven")), await anna.Post(idea.Case("vrijgeven"), Approval)])
        {
            answer.ShouldHave(401).Words.ShouldContain("Het gaat hier om geld. Daarom moet u zich in de laatste 10 minuten hebben aangemeld.");
            answer.Text.ShouldContain($"/opnieuw?terug={idea.Case("vrijgeven")}");
            answer.Text.ShouldNotContain("NL91");
        }
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Granted>().ReleasedFirstBy.ShouldBeNull();
    }

    [Fact]
    public async Task Both_have_to_have_signed_in_just_now()
    {
        await using var world = await World.Begin();
        var idea = await WithAccount(world);
        (await Since(world, "anna", minutes: 10).Post(idea.Case("vrijgeven"), Approval)).ShouldHave(303);
        (await Since(world, "bert", minutes: 11).Post(idea.Case("vrijgeven"), Approval)).ShouldHave(401);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Granted>();
        (await Since(world, "bert", minutes: 0).Post(idea.Case("vrijgeven"), Approval)).ShouldHave(303);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Released>();
    }

    [Fact]
    public async Task A_sign_in_in_the_future_is_none()
    {
        await using var world = await World.Begin();
        var idea = await WithAccount(world);
        (await Since(world, "anna", minutes: -60).Post(idea.Case("vrijgeven"), Approval)).ShouldHave(401);
    }

    [Fact]
    public async Task What_moves_no_money_asks_for_nothing()
    {
        await using var world = await World.Begin();
        var idea = await WithAccount(world);
        var anna = Since(world, "anna", minutes: 400);
        (await anna.Get("/medewerkers")).ShouldHave(200);
        (await anna.Get(idea.Case())).ShouldHave(200);
        (await anna.Post(idea.Case("notitie"), new { notitie = "Gebeld." })).ShouldHave(303);
        (await world.BrowserOf("zij", "beheerder").Get(idea.Case("vrijgeven"))).ShouldHave(200).Words.ShouldContain("niets veranderen");
    }

    [Fact]
    public async Task What_is_known_of_somebody_is_erased_only_after_a_fresh_sign_in()
    {
        await using var world = await World.Begin();
        var (idea, plan) = (await WithAccount(world), await world.BeginPlan());
        var (old, fresh) = (Since(world, "anna", minutes: 11), Since(world, "anna", minutes: 9));
        var form = new { wie = "indiener", zeker = "ja", reden = "Daar vroeg de indiener om." };
        foreach (var page in (string[])[idea.Case("wissen"), $"{plan.StaffPath}?stap=wissen"])
        {
            (await old.Get(page)).ShouldHave(401).Words.ShouldContain("U gaat gegevens voorgoed wissen. Daarom moet u zich in de laatste 10 minuten");
            (await old.Post(page, form)).ShouldHave(401).Text.ShouldContain("utrecht-button-link");
            (await fresh.Get(page)).ShouldHave(200);
        }
        (await world.Store.Get(idea.Smederij, IdeaKeys.Submitter(idea.Id))).ShouldNotBeNull();
        (await fresh.Post(idea.Case("wissen"), form)).ShouldHave(303);
        (await world.Store.Get(idea.Smederij, IdeaKeys.Submitter(idea.Id))).ShouldBeNull();
    }

    [Fact]
    public async Task A_page_whose_form_will_ask_for_it_says_so_before_anybody_types()
    {
        await using var world = await World.Begin();
        var idea = await WithAccount(world);
        foreach (var page in (string[])[Desk, idea.Case("wissen"), idea.Case("vrijgeven")])
        {
            var soonTooOld = (await Since(world, "anna", minutes: 6).Get(page)).ShouldHave(200);
            soonTooOld.Words.ShouldContain("Over een paar minuten moet u zich opnieuw aanmelden");
            soonTooOld.Words.ShouldContain("Nu kunt u dit formulier nog versturen.");
            soonTooOld.Words.ShouldNotContain("U bent langer geleden aangemeld.");
            soonTooOld.Text.ShouldContain($"/opnieuw?terug={page}");
            var fresh = (await Since(world, "anna", minutes: 2).Get(page)).ShouldHave(200).Words;
            fresh.ShouldNotContain("Meld u opnieuw aan");
            fresh.ShouldNotContain("opnieuw aanmelden");
        }
        foreach (var minutes in (int[])[11, 400])
        {
            var over = (await Since(world, "anna", minutes).Get(Desk)).ShouldHave(200).Words;
            over.ShouldContain("Meld u opnieuw aan voordat u invult");
            over.ShouldContain("U bent langer geleden aangemeld.");
            over.ShouldNotContain("Over een paar minuten");
        }
        (await Since(world, "anna", minutes: 400).Get(idea.Case("notitie"))).ShouldHave(200).Words.ShouldNotContain("Meld u opnieuw aan");
    }

    [Fact]
    public async Task What_is_wrong_with_a_proposal_is_told_in_the_order_of_its_fields()
    {
        await using var world = await World.Begin();
        var page = (await Since(world, "anna", minutes: 1).Post($"{Desk}/voorstel", new { wat = "verlengen", reden = "" })).ShouldHave(400).Words;
        page.IndexOf("Vul een datum en een tijd in.", StringComparison.Ordinal)
            .ShouldBeLessThan(page.IndexOf("Schrijf ook waarom.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stepping_in_at_a_round_asks_it_of_both_and_taking_back_of_nobody()
    {
        await using var world = await World.Begin();
        var form = new { wat = "ronde-sluiten", reden = "Alle ideeën zijn beoordeeld." };
        (await Since(world, "anna", minutes: 11).Post($"{Desk}/voorstel", form)).ShouldHave(401);
        (await Round(world)).Proposal.ShouldBeNull();
        (await Since(world, "anna", minutes: 1).Post($"{Desk}/voorstel", form)).ShouldHave(303);
        (await Since(world, "bert", minutes: 11).Post($"{Desk}/akkoord")).ShouldHave(401);
        (await Round(world)).State.ShouldBeOfType<RoundState.Open>();
        (await Since(world, "bert", minutes: 11).Post($"{Desk}/vervallen")).ShouldHave(303);
        (await Round(world)).Proposal.ShouldBeNull();
    }

    [Fact]
    public async Task A_link_to_their_own_mailbox_does_for_the_page_that_asked_and_for_ten_minutes()
    {
        await using var world = await World.Begin();
        var (idea, other) = (await WithAccount(world), await WithAccount(world));
        var anna = Since(world, "anna", minutes: null, Mailbox);
        (await anna.Post(idea.Case("vrijgeven"), Approval)).ShouldHave(401);
        (await anna.Send("/medewerkers/bewijs", new { terug = idea.Case("vrijgeven") })).ShouldHave(200).Words.ShouldContain("Kijk in uw mail");
        var link = world.Mailbox.LastTo(Mailbox).Link();
        (await anna.Open(link)).ShouldHave(200);
        (await anna.Post(idea.Case("vrijgeven"), Approval)).ShouldHave(401);
        var page = await anna.Open(link);
        (await anna.Post(page.Path)).ShouldHave(303).Location.ShouldBe(idea.Case("vrijgeven"));
        (await anna.Post(other.Case("vrijgeven"), Approval)).ShouldHave(401);
        (await Since(world, "bert", minutes: null).Post(idea.Case("vrijgeven"), Approval)).ShouldHave(401);
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddMinutes(11));
        (await anna.Post(idea.Case("vrijgeven"), Approval)).ShouldHave(401);
        await Prove(world, anna, idea.Case("vrijgeven"));
        (await anna.Post(idea.Case("vrijgeven"), Approval)).ShouldHave(303);
    }

    [Fact]
    public async Task That_link_works_once_in_ten_minutes_and_only_for_who_asked()
    {
        await using var world = await World.Begin();
        var anna = Since(world, "anna", minutes: null, Mailbox);
        await anna.Post("/medewerkers/bewijs", new { terug = "/medewerkers" });
        var link = world.Mailbox.LastTo(Mailbox).Link();
        (await Since(world, "bert", minutes: 0).Open(link)).ShouldHave(410);
        (await world.NewBrowser().Open(link)).ShouldHave(401);
        var page = await anna.Open(link);
        (await anna.Post(page.Path)).ShouldHave(303);
        (await anna.Post(page.Path)).ShouldHave(410);
        (await anna.Open(link)).ShouldHave(410).Words.ShouldContain("werkt één keer");
        await anna.Post("/medewerkers/bewijs", new { terug = "/medewerkers" });
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddMinutes(10));
        (await anna.Open(world.Mailbox.LastTo(Mailbox).Link())).ShouldHave(410);
    }

    [Fact]
    public async Task It_leads_nowhere_outside_the_pages_of_staff()
    {
        await using var world = await World.Begin();
        var anna = Since(world, "anna", minutes: null, Mailbox);
        (await anna.Get("/medewerkers/bewijs?terug=https://kwaad.example")).ShouldHave(200).Hidden("terug").ShouldBe("/medewerkers");
        await anna.Post("/medewerkers/bewijs", new { terug = "//kwaad.example" });
        var page = await anna.Open(world.Mailbox.LastTo(Mailbox).Link());
        (await anna.Post(page.Path)).ShouldHave(303).Location.ShouldBe("/medewerkers");
    }

    [Fact]
    public async Task Without_a_mailbox_it_says_what_the_administrator_has_to_switch_on()
    {
        await using var world = await World.Begin();
        var anna = Since(world, "anna", minutes: null);
        (await anna.Get("/medewerkers/bewijs")).ShouldHave(409).Words.ShouldContain("de claim auth_time aan te zetten");
        (await anna.Post("/medewerkers/bewijs")).Status.ShouldBeGreaterThanOrEqualTo(400);
        world.Mailbox.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_somebody_wrote_into_the_store_shows_nothing()
    {
        await using var world = await World.Begin();
        var anna = Since(world, "anna", minutes: null, Mailbox);
        await Prove(world, anna, "/medewerkers");
        var idea = await world.Granted();
        await world.GivesAccount(idea, "NL91ABNA0417164300");
        await Prove(world, anna, idea.Case("vrijgeven"));
        (await anna.Get(idea.Case("vrijgeven"))).ShouldHave(200);
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddMinutes(9));
        var rows = await world.Store.Rows(Partitions.Access, "bewijs|");
        var now = world.Clock.GetUtcNow();
        foreach (var row in rows)
        {
            var later = row.Data.Replace(
                $"{now.AddMinutes(-9):yyyy-MM-ddTHH:mm}", $"{now:yyyy-MM-ddTHH:mm}", StringComparison.Ordinal);
            later.ShouldNotBe(row.Data);
            await world.Store.Commit(Partitions.Access, [new Write.Put(row.Row, later)]);
        }
        (await anna.Get(idea.Case("vrijgeven"))).ShouldHave(401);
    }

    [Fact]
    public async Task What_was_shown_is_forgotten_when_it_is_over()
    {
        await using var world = await World.Begin();
        await Prove(world, Since(world, "anna", minutes: null, Mailbox), "/medewerkers");
        await world.Get<FreshSignIn>().ForgetEnded();
        (await world.Store.Rows(Partitions.Access, "bewijs|")).Count.ShouldBe(1);
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddMinutes(11));
        await world.Get<FreshSignIn>().ForgetEnded();
        (await world.Store.Rows(Partitions.Access, "bewijs|")).ShouldBeEmpty();
    }

    private static async Task Prove(World world, Browser anna, string page)
    {
        await anna.Post("/medewerkers/bewijs", new { terug = page });
        var shown = await anna.Open(world.Mailbox.LastTo(Mailbox).Link());
        (await anna.Post(shown.Path)).ShouldHave(303).Location.ShouldBe(page);
    }

    private static async Task<Round> Round(World world) => (await world.Get<RoundItems>().Load(new RoundKey("centrum", "2027"))).ShouldNotBeNull().Item;
}
