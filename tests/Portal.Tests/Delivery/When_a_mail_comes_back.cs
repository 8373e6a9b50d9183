using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Delivery;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Staff;
using static Smederijen.Portal.Tests.Delivery.SendGrid;

namespace Smederijen.Portal.Tests.Delivery;

/// <summary>That the mail service took a mail says nothing yet: days later it may say that nobody is there.</summary>
public sealed class When_a_mail_comes_back : IDisposable
{
    private readonly SendGrid _sendGrid = new();

    public void Dispose() => _sendGrid.Dispose();

    [Fact]
    public async Task It_is_on_the_list_and_at_the_idea_with_what_staff_can_do()
    {
        await using var world = await _sendGrid.Begin();
        var (idea, mail) = await Submitted(world);
        (await _sendGrid.Tell(world, Event(mail, "bounce", "a", "5.1.1"))).ShouldHave(204);
        (await world.Anna().Get("/medewerkers")).Words.ShouldContain("1 bericht is niet aangekomen.");
        var list = (await world.Anna().Get("/medewerkers/berichten")).ShouldHave(200).Words;
        list.ShouldContain("Mail aan de indiener");
        list.ShouldContain("Deze mail kwam niet aan: het adres bestaat niet (code 5.1.1).");
        (await world.Anna().Get(idea.Case())).ShouldHave(200).Words.ShouldContain("Deze mail kwam niet aan: het adres bestaat niet (code 5.1.1).");
    }

    [Fact]
    public async Task It_can_be_sent_again_or_on_paper_and_may_come_back_once_more()
    {
        await using var world = await _sendGrid.Begin();
        var (idea, mail) = await Submitted(world);
        await _sendGrid.Tell(world, Event(mail, "bounce", "a", "5.2.2"));
        var address = await Listed(world, idea);
        (await world.Anna().Get($"{address}/brief")).ShouldHave(200).Words.ShouldContain("Beste Jannie de Vries,");
        (await world.Anna().Post($"{address}/opnieuw")).ShouldHave(303);
        await world.Work();
        (await Rows(world, idea)).ShouldBeEmpty();

        // SendGrid tells the first one again: it was about the mail before.
        (await _sendGrid.Tell(world, Event(mail, "bounce", "a", "5.2.2"))).ShouldHave(204);
        (await Rows(world, idea)).ShouldBeEmpty();
        (await _sendGrid.Tell(world, Event(mail, "dropped", "b"))).ShouldHave(204);
        (await world.Anna().Get("/medewerkers/berichten")).Words.ShouldContain("Deze mail is niet verstuurd: eerdere mails aan dit adres kwamen niet aan");
    }

    [Fact]
    public async Task Told_any_number_of_times_and_in_any_company_it_is_there_once()
    {
        await using var world = await _sendGrid.Begin();
        var (idea, mail) = await Submitted(world);
        object[] events =
        [
            Event(mail, "bounce", "a", "5.1.1"), Event(mail, "bounce", "a", "5.1.1"), Event(mail, "bounce", "b", "5.1.1"),
            Event(mail, "delivered", "c"), Event(mail, "deferred", "d", "4.2.1"), 12, "tekst", new { @event = "bounce" },
        ];
        for (var twice = 0; twice < 2; twice++)
            (await _sendGrid.Tell(world, events)).ShouldHave(204);
        (await Rows(world, idea)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("delivered")]
    [InlineData("deferred")]
    [InlineData("processed")]
    public async Task What_is_no_failure_changes_nothing(string happening)
    {
        await using var world = await _sendGrid.Begin();
        var (idea, mail) = await Submitted(world);
        (await _sendGrid.Tell(world, Event(mail, happening, "a", "4.2.1"))).ShouldHave(204);
        (await Rows(world, idea)).ShouldBeEmpty();
    }

    /// <summary>The answer of a mail server often holds the address.</summary>
    [Fact]
    public async Task Nothing_of_the_address_or_of_the_words_of_the_mail_server_is_kept()
    {
        await using var world = await _sendGrid.Begin();
        var (_, mail) = await Submitted(world);
        var before = await Everything(world);
        (await _sendGrid.Tell(world, Event(mail, "bounce", "a", "5.1.1"))).ShouldHave(204);
        var added = string.Concat((await Everything(world)).Except(before));
        added.ShouldContain("het adres bestaat niet");
        added.ShouldNotContain(Residents.Submitter);
        added.ShouldNotContain("550");
        mail.Ticket!.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_').ShouldBeTrue();
    }

    [Fact]
    public async Task A_mail_to_several_people_is_listed_for_whom_it_did_not_reach()
    {
        await using var world = await _sendGrid.Begin();
        await world.InReview();
        var copies = world.Mailbox.Mails.GroupBy(mail => mail.Subject).First(mails => mails.Count() > 2).ToList();
        foreach (var (i, mail) in copies.Take(2).Index())
            (await _sendGrid.Tell(world, Event(mail, "bounce", $"a{i}", "5.1.1"))).ShouldHave(204);
        world.Mailbox.Clear();
        foreach (var row in await world.Get<IEntityStore>().Rows(World.Village, "mislukt|"))
        {
            var key = row.Row.Split('|');
            (await world.Anna().Post($"/medewerkers/berichten/{World.Village}/{key[1]}/{int.Parse(key[2], null)}/opnieuw")).ShouldHave(303);
        }
        await world.Work();
        world.Mailbox.Mails.Select(mail => mail.ToAddress).ShouldBe(copies.Take(2).Select(mail => mail.ToAddress), ignoreOrder: true);
    }

    [Fact]
    public async Task What_comes_while_others_still_send_is_asked_for_again()
    {
        await using var world = await _sendGrid.Begin();
        var (answer, told) = (0, false);
        world.Store.Before = (_, writes) =>
        {
            // The commit that takes the mail off the list: it is claimed until then.
            if (!told && writes.Any(write => write is Write.Delete && write.Row.StartsWith("effect|")) && world.Mailbox.Mails is [.., var mail])
            {
                told = true;
                answer = _sendGrid.Tell(world, Event(mail, "dropped", "a")).GetAwaiter().GetResult().Status;
            }
            return null;
        };
        await Submitted(world);
        answer.ShouldBe(503);
    }

    [Fact]
    public async Task Of_what_is_not_ours_and_of_who_is_forgotten_nothing_is_listed()
    {
        await using var world = await _sendGrid.Begin();
        var (idea, mail) = await Submitted(world);
        (await _sendGrid.Tell(
            world, Event(mail with { Ticket = null }, "bounce", "a"), Event(mail with { Ticket = "nep" }, "bounce", "b"),
            Event(mail with { Ticket = new string('a', 9000) }, "bounce", "c"),
            Event(mail with { Ticket = mail.Ticket![..^4] + "AAAA" }, "bounce", "d"))).ShouldHave(204);
        (await Rows(world, idea)).ShouldBeEmpty();
        await world.After(days: 400);
        (await _sendGrid.Tell(world, Event(mail, "bounce", "e", "5.1.1"))).ShouldHave(204);
        (await Rows(world, idea)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_what_SendGrid_signed_counts()
    {
        await using var world = await _sendGrid.Begin();
        var (idea, mail) = await Submitted(world);
        var body = System.Text.Json.JsonSerializer.Serialize(new[] { Event(mail, "bounce", "a", "5.1.1") });
        using var stranger = new SendGrid();
        (await stranger.Post(world, body)).ShouldHave(403);
        var signature = Convert.ToBase64String(_sendGrid.Sign(Encoding.UTF8.GetBytes("1772442000" + body)));
        (await SendGrid.Post(world, Encoding.UTF8.GetBytes(body + " "), "1772442000", signature)).ShouldHave(403);
        (await SendGrid.Post(world, Encoding.UTF8.GetBytes(body), "1772442001", signature)).ShouldHave(403);
        foreach (var nonsense in (string[])["", "nep", "AAAA", new string('A', 5000), Convert.ToBase64String(new byte[64])])
            (await SendGrid.Post(world, Encoding.UTF8.GetBytes(body), "1772442000", nonsense)).ShouldHave(403);
        (await SendGrid.Post(world, Encoding.UTF8.GetBytes(body), "", signature)).ShouldHave(403);
        (await world.NewBrowser().Post(SendGrid.Address)).ShouldHave(403);
        (await Rows(world, idea)).ShouldBeEmpty();
        // A day old is as good as new: SendGrid tries that long.
        (await SendGrid.Post(world, Encoding.UTF8.GetBytes(body), "1772442000", signature)).ShouldHave(204);
        (await Rows(world, idea)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[")]
    [InlineData("""[{"event":"bounce","sg_event_id":"\ud800"}]""")]
    public async Task What_is_signed_and_no_list_of_events_is_told_so(string body)
    {
        await using var world = await _sendGrid.Begin();
        (await _sendGrid.Post(world, body)).ShouldHave(400);
    }

    [Fact]
    public async Task No_more_is_taken_in_than_SendGrid_sends()
    {
        await using var world = await _sendGrid.Begin();
        (await _sendGrid.Post(world, $"[{new string(' ', 1024 * 1024)}]")).ShouldHave(413);
    }

    [Fact]
    public async Task Without_a_key_there_is_no_such_address_and_mails_carry_nothing_for_it()
    {
        await using var world = await World.Begin();
        var (_, mail) = await Submitted(world);
        mail.Ticket.ShouldBeNull();
        (await _sendGrid.Tell(world, Event(mail, "bounce", "a"))).ShouldHave(404);
    }

    [Fact]
    public async Task With_a_key_that_is_none_what_is_told_waits_at_SendGrid()
    {
        await using var world = await World.Begin(services => services.Configure<DeliveryOptions>(options => options.EventKey = "geen sleutel"));
        (await _sendGrid.Tell(world)).ShouldHave(503);
    }

    [Theory]
    [InlineData("5.1.1", null, ReturnReason.NoSuchAddress)]
    [InlineData("5.1.10", null, ReturnReason.NoSuchAddress)]
    [InlineData("5.2.2", null, ReturnReason.MailboxFull)]
    [InlineData("5.7.1", null, ReturnReason.Refused)]
    [InlineData("5.0.0", "Invalid Address", ReturnReason.NoSuchAddress)]
    [InlineData(null, "Mailbox Unavailable", ReturnReason.MailboxFull)]
    [InlineData("5.1.1 jannie@voorbeeld.example", null, ReturnReason.Refused)]
    public void Why_is_told_by_the_code_alone(string? status, string? classification, ReturnReason reason)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
            new[] { new { @event = "bounce", sg_event_id = "a", status, bounce_classification = classification, retour = "x" } });
        var mail = SentEvents.Read(body)!.ShouldHaveSingleItem();
        mail.Reason.ShouldBe(reason);
        mail.Sentence.ShouldNotContain("@");
    }

    private static async Task<(IdeaKey Idea, OutgoingMail Mail)> Submitted(World world)
    {
        (await world.Browser.Post($"/smederijen/{World.Village}/ideeen/nieuw", Residents.AnIdea)).ShouldHave(303);
        await world.Work();
        return (await world.LastIn(IdeaPhase.AwaitingConfirmation), world.Mailbox.LastTo(Residents.Submitter));
    }

    private static Task<List<Entity>> Rows(World world, IdeaKey idea) => world.Get<IEntityStore>().Rows(idea.Smederij, $"mislukt|{idea.Id}|");

    private static async Task<string> Listed(World world, IdeaKey idea) =>
        $"/medewerkers/berichten/{idea.Smederij}/{idea.Id}/{int.Parse((await Rows(world, idea)).ShouldHaveSingleItem().Row.Split('|')[2], null)}";

    private static async Task<IReadOnlyList<string>> Everything(World world) =>
        [.. (await world.Store.Rows(World.Village, "")).Concat(await world.Store.Rows(Partitions.Board, "")).Select(row => $"{row.Row} {row.Data}")];
}
