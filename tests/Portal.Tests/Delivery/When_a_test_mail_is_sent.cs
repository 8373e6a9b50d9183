using Smederijen.Portal.Tests.Governing;

namespace Smederijen.Portal.Tests.Delivery;

public sealed class When_a_test_mail_is_sent
{
    private const string Page = "/medewerkers/mail";

    [Fact]
    public async Task It_goes_to_the_address_that_was_typed_and_the_page_says_so()
    {
        await using var world = await World.Begin();
        (await world.Fatima().Open("/beheer")).Text.ShouldContain($"href=\"{Page}\"");
        (await world.Fatima().Send(Page, new { email = "fatima@gemeente.nl" })).ShouldHave(200).Words.ShouldContain("De testmail is verstuurd");
        world.Mailbox.LastTo("fatima@gemeente.nl").ShouldSatisfyAllConditions(
            mail => mail.Subject.ShouldBe("Testmail van De Smederijen"), mail => mail.Text.ShouldContain("Ziet u deze mail?"));
    }

    [Fact]
    public async Task What_goes_wrong_is_told_with_what_to_do()
    {
        await using var world = await World.Begin();
        world.Mailbox.Refused.Add("weg@gemeente.nl");
        (await world.Fatima().Send(Page, new { email = "geen adres" })).ShouldHave(400).Words.ShouldContain("Dit is geen goed e-mailadres.");
        (await world.Fatima().Send(Page, new { email = "weg@gemeente.nl" })).ShouldHave(409).Words.ShouldContain("De mailserver weigert dit adres.");
        (await world.BrowserOf("anna", "medewerker").Send(Page, new { email = "anna@gemeente.nl" })).ShouldHave(403);
        world.Mailbox.Mails.ShouldBeEmpty();
    }
}
