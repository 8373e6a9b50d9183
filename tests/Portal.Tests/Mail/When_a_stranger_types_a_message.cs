using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Tests.Ideas;
using Smederijen.Domain.Tests.Plans;
using Smederijen.Portal.Ideas.Mailing;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Plans.Mailing;
using Smederijen.Portal.Tests.Plans;

namespace Smederijen.Portal.Tests.Mail;

/// <summary>
/// Anybody can type the address of anybody. Until its owner confirmed, a mail to it holds nothing that was typed: no title in the subject,
/// no name beside the address, no free text in the body.
/// </summary>
public sealed class When_a_stranger_types_a_message
{
    private const string Message = "GRATIS PRIJS: ga naar www.prijs.example";
    private const string Victim = "slachtoffer@voorbeeld.example";

    private static readonly IdeaFields Advertisement = new(
        titel: Message, beschrijving: $"{Message} {Message}", doelgroep: Message, bijdrage: Message, naam: Message, email: Victim);

    [Fact]
    public async Task The_one_who_is_said_to_hand_in_an_idea_does_not_read_it_in_any_mail_until_it_lapses()
    {
        await using var world = await World.Begin();
        var idea = await world.Submit(Advertisement);
        await world.After(days: 10);
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Expired);
        world.Mailbox.To(Victim).Count.ShouldBeGreaterThanOrEqualTo(3, "to confirm, a reminder, and that it lapsed");
        ShouldHoldNothingOf(world.Mailbox.To(Victim));
    }

    [Fact]
    public async Task Nor_when_a_program_handed_it_in()
    {
        await using var world = await World.Begin();
        var body = System.Text.Json.JsonSerializer.Serialize(new
        {
            titel = Message, beschrijving = Message, bijdrage = Message, bedrag = 45000, naam = Message, email = Victim, postcode = "7927 AB",
        });
        (await world.Browser.Ask("POST", $"/v1/smederijen/{World.Village}/ideeen", new StringContent(body, null, "application/json"))).ShouldHave(201);
        await world.Work();
        ShouldHoldNothingOf(world.Mailbox.To(Victim));
    }

    [Fact]
    public async Task The_one_who_is_said_to_support_an_idea_reads_neither_its_title_nor_the_name_that_was_typed()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm(Advertisement with { email = Residents.Submitter });
        (await world.Browser.Post($"{idea.Page()}/steun", new { naam = Message, email = Victim, postcode = "7927 AB" })).ShouldHave(303);
        await world.Work();
        ShouldHoldNothingOf(world.Mailbox.To(Victim));
        (await world.Browser.Open(world.Mailbox.LastTo(Victim).Link())).ShouldHave(200).Words.ShouldContain(Message, customMessage: "the page tells which idea it is");
    }

    [Fact]
    public async Task After_confirming_the_titles_and_names_are_there_again()
    {
        await using var world = await World.Begin();
        await world.SubmitAndConfirm();
        await world.Work();
        var mail = world.Mailbox.LastTo(Residents.Submitter);
        mail.Subject.ShouldBe("Vraag uw buren om steun: Een bankje bij de vijver");
        mail.ToName.ShouldBe("Jannie de Vries");
    }

    [Fact]
    public async Task Nobody_who_is_asked_for_a_plan_reads_what_was_typed()
    {
        await using var world = await World.Begin();
        var plannen = $"/smederijen/{World.Village}/plannen/nieuw";
        var form = new
        {
            titel = Message, beschrijving = Message, bijdrage = Message, kosten = "250.000", naam = Message, email = Builders.Trekker, rol = "Resident",
        };
        (await world.Browser.Post(plannen, form)).ShouldHave(303);
        await world.Work();
        ShouldHoldNothingOf(world.Mailbox.To(Builders.Trekker));
        (await world.Browser.Press(world.Mailbox.LastTo(Builders.Trekker).Link())).ShouldHave(200);
        await world.Work();
        var plan = await world.LastPlan();
        (await world.Do("uitnodigen", new { naam = Message, email = "lid@voorbeeld.example", rol = "Resident" })).ShouldHave(303);
        (await world.Do("partner", new { soort = "Fund", organisatie = Message, bedrag = "50", naam = Message, email = Builders.Fund })).ShouldHave(303);
        (await world.Browser.Post($"{plan.PublicPath}/steun", new { naam = Message, email = Victim, postcode = "7927 AB" })).ShouldHave(303);
        (await world.Browser.Post($"{plan.PublicPath}/meedoen", new { naam = Message, email = "ander@voorbeeld.example", rol = "Resident" })).ShouldHave(303);
        (await world.Browser.Post($"/smederijen/{World.Village}/initiatiefgroep", new { naam = Message, email = "groep@voorbeeld.example" })).ShouldHave(303);
        await world.Work();
        foreach (var address in (string[])["lid@voorbeeld.example", Builders.Fund, Victim, "ander@voorbeeld.example", "groep@voorbeeld.example"])
        {
            ShouldHoldNothingOf(world.Mailbox.To(address));
            (await world.NewBrowser().Open(world.Mailbox.LastTo(address).Link())).ShouldHave(200);
        }
    }

    /// <summary>Whatever kind of mail goes to an address that nobody confirmed, also a kind that is added later.</summary>
    [Fact]
    public void No_letter_at_all_to_an_unconfirmed_address_holds_the_title()
    {
        foreach (var (_, arrange) in EveryStateAndEvent.States)
        {
            foreach (var kind in Enum.GetValues<MailKind>())
            {
                foreach (var to in (Addressee[])[Addressee.Submitter, new Addressee(AddresseeRole.Supporter)])
                {
                    var story = arrange();
                    var facts = LettersOfEveryStory.FactsOf(story.Idea, to, story) with { Title = Message, IsConfirmed = false };
                    // What the municipality is asked goes to its own address only.
                    if (kind is not (MailKind.MunicipalityAsked or MailKind.MunicipalityReminder) && !IsForStaffAlone(facts, kind))
                        ShouldHoldNothingOf(Letters.Write(kind, facts));
                }
            }
        }
        foreach (var (_, arrange) in EveryPlanStateAndEvent.States)
        {
            PlanMailKind[] asking =
                [PlanMailKind.ConfirmPlan, PlanMailKind.ConfirmMembership, PlanMailKind.ConfirmSupport, PlanMailKind.PartnerAsked];
            foreach (var kind in asking)
            {
                var facts = LettersOfEveryPlan.FactsOf(arrange(), new PlanAddressee(PlanRole.Partner));
                ShouldHoldNothingOf(PlanLetters.Write(kind, facts with { Stored = facts.Stored with { Title = Message } }));
            }
        }
    }

    private static bool IsForStaffAlone(Portal.Ideas.LetterFacts facts, MailKind kind) => Letters.Write(kind, facts).Greeting == "Beste collega,";

    private static void ShouldHoldNothingOf(Letter letter)
    {
        letter.Subject.ShouldNotContain(Message);
        LetterPress.Text(letter).ShouldNotContain(Message);
    }

    private static void ShouldHoldNothingOf(IReadOnlyList<OutgoingMail> mails)
    {
        mails.ShouldNotBeEmpty();
        foreach (var mail in mails)
        {
            mail.ToName.ShouldBe("");
            foreach (var part in (string[])[mail.Subject, mail.Text, mail.Html])
            {
                part.ShouldNotContain("PRIJS");
                part.ShouldNotContain("prijs.example");
            }
        }
    }
}
