using System.Text.RegularExpressions;
using Smederijen.Domain.Calendar;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Tests;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Ideas.Mailing;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Governing;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Wijkteam;

namespace Smederijen.Portal.Tests.Review;

public sealed class When_a_reviewer_chooses_one_mail_a_day
{
    private static readonly DateTimeOffset s_tuesday = new(2026, 3, 3, 7, 0, 0, TimeSpan.Zero);

    private static readonly IdeaFields s_swing = Residents.AnIdea with { titel = "Een schommel", email = "piet@voorbeeld.example" };

    [Fact]
    public async Task The_page_says_what_was_chosen_and_nobody_chose_at_first()
    {
        await using var world = await World.Begin();
        var browser = world.NewBrowser();
        var page = (await browser.Open(await LinkFor(world))).ShouldHave(200);
        page.Form()["mail"].ShouldBe("per-idee");
        (await browser.Post(page.Path, new { mail = "" })).ShouldHave(400).Words.ShouldContain("Kies hoe u mail wilt krijgen.");

        var chosen = (await browser.Press(page.Path, new { mail = "per-dag" })).ShouldHave(200);
        chosen.Words.ShouldContain("U krijgt één mail per dag De volgende komt op dinsdag 3 maart 2026 om 8.00 uur, als er dan iets op u wacht.");
        (await browser.Open(page.Path)).Form()["mail"].ShouldBe("per-dag");
        (await browser.Press(page.Path, new { mail = "per-idee" })).ShouldHave(200).Words.ShouldContain("U krijgt een mail per idee");
        (await browser.Open(page.Path)).Form()["mail"].ShouldBe("per-idee");
    }

    [Fact]
    public async Task All_that_waits_comes_in_one_mail_in_the_morning_and_others_hear_at_once()
    {
        await using var world = await World.Begin();
        await Choose(world, "per-dag");
        await world.InReview();
        await world.AfterMinutes(1);
        await world.InReview(s_swing);
        world.Mailbox.To(MailboxOf(Wijkagent)).ShouldBeEmpty();
        world.Mailbox.To(MailboxOf(Opbouwwerker)).Count.ShouldBe(2);

        await world.Until(s_tuesday.AddTicks(-1));
        world.Mailbox.To(MailboxOf(Wijkagent)).ShouldBeEmpty();
        await world.Until(s_tuesday);
        var mail = world.Mailbox.To(MailboxOf(Wijkagent)).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("2 ideeën wachten op uw advies in Alteveer");
        mail.Text.ShouldContain(
            "Een bankje bij de vijver\nWacht al 1 werkdag, sinds maandag 2 maart 2026. Adviseren kan tot en met maandag 23 maart 2026.");
        mail.Text.ShouldContain("Een schommel\n");
        mail.Text.ShouldNotContain("Kaya", customMessage: "nothing of people");
        Approved.Matches(Regex.Replace(mail.Text, "(?<=/link/)[A-Za-z0-9_-]+", "…"), "daily-mail");
        Regex.IsMatch(mail.Html, @">Een schommel</a><br ?/?>Wacht al 1 werkdag").ShouldBeTrue("both parts say the same");
        foreach (var link in mail.Links().Take(2))
            (await world.NewBrowser().Press(link, new { keuze = "geschikt", toelichting = "" })).ShouldHave(200);
        (await world.NewBrowser().Open(mail.Links()[2])).ShouldHave(200).Words.ShouldContain("Er wacht nu niets op u.");

        await world.Until(s_tuesday.AddDays(3));
        world.Mailbox.To(MailboxOf(Wijkagent)).ShouldHaveSingleItem("nothing waits, so nothing is mailed");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_waits_longer_stands_in_the_mail_of_each_working_day_in_the_place_of_reminders()
    {
        await using var world = await World.Begin();
        await Choose(world, "per-dag");
        await world.InReview();
        await world.Until(s_tuesday.AddDays(7).AddHours(4));
        var mails = world.Mailbox.To(MailboxOf(Wijkagent));
        mails.Count.ShouldBe(6, "from Tuesday to Tuesday without a weekend, and no reminder beside them");
        mails[^1].Text.ShouldContain("Wacht al 6 werkdagen, sinds maandag 2 maart 2026.");
        world.Mailbox.To(MailboxOf(Opbouwwerker)).Count.ShouldBe(2, "one request and one reminder");
    }

    [Fact]
    public async Task What_comes_in_just_before_the_moment_is_in_it_and_what_comes_at_the_moment_in_the_following()
    {
        await using var world = await World.Begin();
        await Choose(world, "per-dag");
        await world.Until(s_tuesday.AddSeconds(-1));
        await world.InReview();
        await world.Until(s_tuesday);
        world.Mailbox.LastTo(MailboxOf(Wijkagent)).Subject.ShouldBe("1 idee wacht op uw advies in Alteveer");
        await world.InReview(s_swing);
        await world.Until(s_tuesday.AddDays(1));
        world.Mailbox.LastTo(MailboxOf(Wijkagent)).Subject.ShouldBe("2 ideeën wachten op uw advies in Alteveer");
        world.Mailbox.To(MailboxOf(Wijkagent)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_mail_comes_at_eight_on_the_wall_when_the_clocks_change()
    {
        await using var world = await World.Begin();
        await world.Until(new(2026, 3, 26, 12, 0, 0, TimeSpan.Zero));
        await Choose(world, "per-dag");
        await world.InReview();
        DateTimeOffset[] mornings = [new(2026, 3, 27, 7, 0, 0, TimeSpan.Zero), new(2026, 3, 30, 6, 0, 0, TimeSpan.Zero)];
        for (var i = 0; i < mornings.Length; i++)
        {
            await world.Until(mornings[i].AddTicks(-1));
            world.Mailbox.To(MailboxOf(Wijkagent)).Count.ShouldBe(i);
            await world.Until(mornings[i]);
            world.Mailbox.To(MailboxOf(Wijkagent)).Count.ShouldBe(i + 1);
        }
    }

    [Fact]
    public async Task What_staff_ask_themselves_comes_at_once()
    {
        await using var world = await World.Begin();
        await Choose(world, "per-dag");
        var idea = await world.InReview();
        await world.Happens(idea, at => new IdeaEvent.ReminderAsked(at, "anna", "De indiener belde."));
        await world.Work();
        world.Mailbox.LastTo(MailboxOf(Wijkagent)).Subject.ShouldBe("Wij wachten op uw advies: Een bankje bij de vijver");
        await world.Happens(idea, at => new IdeaEvent.ReviewRestarted(at, "anna", "Het bedrag is veranderd."));
        await world.Work();
        world.Mailbox.LastTo(MailboxOf(Wijkagent)).Subject.ShouldBe("Wat vindt u van dit idee? Een bankje bij de vijver");
        await world.Until(s_tuesday);
        world.Mailbox.LastTo(MailboxOf(Wijkagent)).Text.ShouldContain("Het wijkteam bekijkt dit idee opnieuw. Een eerder advies van u telt niet meer.");
        world.Mailbox.To(MailboxOf(Wijkagent)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_nearly_over_comes_at_once()
    {
        await using var world = await World.Begin();
        await Choose(world, "per-dag");
        var idea = await world.InReview();
        var reminder = new IdeaEffect.SendMail(MailKind.ReviewReminder, Addressee.Reviewer(Wijkagent), 1);
        async Task<IReadOnlyList<AddressedLetter>> Mailed() => await world.Get<MailRoom>().Write(idea, reminder, forPaper: false);
        await world.Until(Terms.WorkingDaysAfter(World.Monday, 12));
        (await Mailed()).ShouldBeEmpty();
        await world.Until(Terms.WorkingDaysAfter(World.Monday, 13));
        (await Mailed()).ShouldHaveSingleItem().Letter.Subject.ShouldBe("Wij wachten op uw advies: Een bankje bij de vijver");
    }

    [Fact]
    public async Task The_mail_names_nothing_that_was_decided_or_hidden_by_then()
    {
        await using var world = await World.Begin();
        await Choose(world, "per-dag");
        var hidden = await world.InReview();
        await world.InReview(s_swing);
        foreach (var seat in (string[])[Opbouwwerker, Wijkbeheerder])
            (await world.Advise(seat, "geschikt")).ShouldHave(200);
        await world.Happens(hidden, at => new IdeaEvent.PartHidden(at, "anna", IdeaEvent.Whole, "Noemt een mens bij naam."));
        await world.Until(s_tuesday);
        var mail = world.Mailbox.LastTo(MailboxOf(Wijkagent));
        mail.Subject.ShouldBe("1 idee wacht op uw advies in Alteveer");
        mail.Text.ShouldContain("Een idee dat niet op de website staat\nWacht al 1 werkdag");
        mail.Text.ShouldNotContain("bankje");
        mail.Text.ShouldNotContain("schommel");
    }

    [Fact]
    public async Task What_stands_still_makes_no_mail_and_is_listed_beside_what_does()
    {
        await using var world = await World.Begin();
        await Choose(world, "per-dag");
        var paused = await world.InReview();
        await world.Happens(paused, at => new IdeaEvent.Paused(at, "anna", "Zomervakantie."));
        await world.Until(s_tuesday);
        world.Mailbox.To(MailboxOf(Wijkagent)).ShouldBeEmpty();
        await world.InReview(s_swing);
        await world.Until(s_tuesday.AddDays(1));
        world.Mailbox.LastTo(MailboxOf(Wijkagent)).Text.ShouldContain("sinds maandag 2 maart 2026. Het staat nu stil.");
    }

    [Fact]
    public async Task Who_leaves_it_gets_what_gathered_at_once_and_a_mail_per_idea_from_then_on()
    {
        await using var world = await World.Begin();
        await Choose(world, "per-dag");
        await world.InReview();
        await Choose(world, "per-idee");
        var last = world.Mailbox.To(MailboxOf(Wijkagent)).ShouldHaveSingleItem();
        last.Text.ShouldContain("U koos voor een mail per idee. Dit is uw laatste mail met alles bij elkaar.");
        last.Text.ShouldContain("Een bankje bij de vijver");
        await world.InReview(s_swing);
        world.Mailbox.LastTo(MailboxOf(Wijkagent)).Subject.ShouldBe("Wat vindt u van dit idee? Een schommel");
        await world.Until(s_tuesday.AddDays(2));
        world.Mailbox.To(MailboxOf(Wijkagent)).Count.ShouldBe(2);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_successor_gets_a_mail_per_idea_and_the_former_holder_nothing_and_chooses_nothing()
    {
        await using var world = await World.Begin();
        await Choose(world, "per-dag");
        await world.InReview();
        var link = await LinkFor(world);
        var browser = world.NewBrowser();
        var page = (await browser.Open(link)).ShouldHave(200);
        var form = page.Form();
        await Take(world, "sanne@voorbeeld.example");
        world.Mailbox.LastTo("sanne@voorbeeld.example").Subject.ShouldBe("Wat vindt u van dit idee? Een bankje bij de vijver");

        (await browser.Post(page.Path, form)).ShouldHave(410).Words.ShouldContain("iemand anders heeft nu deze plek");
        world.Mailbox.Clear();
        await world.Until(s_tuesday.AddDays(1));
        world.Mailbox.To(MailboxOf(Wijkagent)).ShouldBeEmpty();
        world.Mailbox.To("sanne@voorbeeld.example").ShouldBeEmpty();
        (await world.NewBrowser().Open(await LinkFor(world, "sanne@voorbeeld.example"))).ShouldHave(200).Form()["mail"].ShouldBe("per-idee");
        await Choose(world, "per-dag", "sanne@voorbeeld.example");
        await world.Until(s_tuesday.AddDays(2));
        world.Mailbox.LastTo("sanne@voorbeeld.example").Subject.ShouldBe("1 idee wacht op uw advies in Alteveer");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    /// <summary>Wherever the machine stops in the morning, one mail goes out once it goes on.</summary>
    [Fact]
    public async Task A_stop_after_any_commit_leaves_one_mail()
    {
        for (var commits = 1; commits < 5; commits++)
        {
            await using var world = await World.Begin();
            await Choose(world, "per-dag");
            await world.InReview();
            world.Clock.MoveTo(s_tuesday);
            var (left, place) = (commits, (WorkKey)new PlaceKey(World.Village, Wijkagent));
            world.Store.After = (_, _) =>
            {
                if (--left == 0)
                    throw new StoreUnavailableException("The machine stops.", new IOException());
            };
            for (var starts = 0; starts < 3; starts++)
            {
                try
                {
                    await world.Get<WorkList>().PerformDue(place);
                }
                catch (StoreUnavailableException)
                {
                    world.Store.After = null;
                }
            }
            world.Mailbox.To(MailboxOf(Wijkagent)).ShouldHaveSingleItem($"stopped after commit {commits}");
        }
    }

    [Fact]
    public async Task One_that_could_not_be_sent_falls_away_once_the_following_is_there()
    {
        await using var world = await World.Begin();
        await Choose(world, "per-dag");
        await world.InReview();
        world.Mailbox.Refused.Add(MailboxOf(Wijkagent));
        await world.Until(s_tuesday);
        (await world.Anna().Open("/medewerkers/berichten")).Words.ShouldContain("Mail aan een lid van een wijkteam, met alles wat wacht");
        world.Mailbox.Refused.Clear();
        await world.Until(s_tuesday.AddDays(1));
        world.Mailbox.To(MailboxOf(Wijkagent)).ShouldHaveSingleItem();
        (await world.Anna().Post($"/medewerkers/berichten/{Partitions.Settings}/plek-{World.Village}_{Wijkagent}/1/opnieuw")).ShouldHave(303);
        await world.Work();
        world.Mailbox.To(MailboxOf(Wijkagent)).ShouldHaveSingleItem();
        (await world.Anna().Open("/medewerkers/berichten")).Words.ShouldNotContain("met alles wat wacht");
    }

    [Fact]
    public async Task On_paper_no_link_decides_anything()
    {
        await using var world = await World.Begin();
        await Choose(world, "per-dag");
        await world.InReview();
        world.Mailbox.Refused.Add(MailboxOf(Wijkagent));
        await world.Until(s_tuesday);
        var paper = (await world.Anna().Open($"/medewerkers/berichten/{Partitions.Settings}/plek-{World.Village}_{Wijkagent}/1/brief")).ShouldHave(200);
        paper.Words.ShouldContain("Een bankje bij de vijver Wacht al 1 werkdag");
        paper.Text.ShouldNotContain("/link/");
        paper.Words.ShouldNotContain("Stuur deze mail niet door");
    }

    private static async Task Choose(World world, string mail, string? email = null)
    {
        (await world.NewBrowser().Press(await LinkFor(world, email), new { mail })).ShouldHave(200);
        await world.Work();
    }

    /// <summary>The link to the page, without a trace of the mail that it came in.</summary>
    private static async Task<string> LinkFor(World world, string? email = null)
    {
        var mailbox = email ?? MailboxOf(Wijkagent);
        var holder = (await world.Get<Portal.Settings.SettingsBook>().Contact(World.Village, Wijkagent)).ShouldNotBeNull();
        holder.Email.ShouldBe(mailbox);
        return world.Get<Portal.Ideas.Review.ReviewerMail>().LinkTo(World.Village, holder, forPaper: false).AbsolutePath;
    }

    private static async Task Take(World world, string email)
    {
        var address = $"/beheer/mensen/{World.Village}_{Wijkagent}";
        var form = (await world.Fatima().Open(address)).ShouldHave(200).Form();
        (form["naam"], form["email"], form["iemand-anders"]) = ("Sanne Bos", email, "ja");
        (await world.Fatima().Send(address, form)).ShouldHave(200);
        (await world.Gijs().Send($"{address}/vaststellen", (await world.Gijs().Open(address)).Form())).ShouldHave(200);
        await world.Work();
    }
}
