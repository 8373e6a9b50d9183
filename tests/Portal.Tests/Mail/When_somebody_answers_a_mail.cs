using System.Text.Json;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Mail;

/// <summary>The address that mails come from is read by nobody; who presses "Beantwoorden" reaches a person.</summary>
public sealed class When_somebody_answers_a_mail
{
    [Fact]
    public async Task The_gebiedsregisseur_reads_it_whoever_the_mail_went_to()
    {
        await using var world = await World.Begin();
        await world.InReview();
        world.Mailbox.Mails.Count.ShouldBeGreaterThan(3);
        world.Mailbox.Mails.ShouldAllBe(mail => mail.ReplyTo == "regisseur.zuid@voorbeeld.example" || mail.ReplyTo == "regisseur.noord@voorbeeld.example");
        world.Mailbox.LastTo(Residents.Submitter).ReplyTo.ShouldBe(
            (await world.Get<SettingsBook>().Contact(World.Village, world.Settings().Gebiedsregisseur))!.Email);
    }

    [Fact]
    public async Task The_secretary_reads_what_is_about_the_stuurgroep_and_the_municipality_what_is_about_no_Smederij()
    {
        await using var world = await World.Begin();
        (await world.Get<ReplyAddresses>().For(Partitions.Stuurgroep)).ShouldBe("stuurgroep@voorbeeld.example");
        (await world.Get<ReplyAddresses>().For("elders")).ShouldBe("smederijen@voorbeeld.example");
        world.Get<ReplyAddresses>().General.ShouldBe("smederijen@voorbeeld.example");
    }

    [Fact]
    public async Task A_mail_to_somebody_else_does_not_wait_for_a_contact_that_cannot_be_read()
    {
        await using var world = await World.Begin();
        await world.Store.Commit(World.Village, [new Write.Put(Keys.Contact(world.Settings().Gebiedsregisseur), "{")]);
        (await world.Browser.Post($"/smederijen/{World.Village}/ideeen/nieuw", Residents.AnIdea)).ShouldHave(303);
        await world.Work();
        world.Mailbox.LastTo(Residents.Submitter).ReplyTo.ShouldBe("smederijen@voorbeeld.example");
    }

    /// <summary>An address that residents may not know is not told to them in a header either; and a header is no place for two addresses.</summary>
    [Theory]
    [InlineData("regisseur@voorbeeld.example", false)]
    [InlineData("regisseur@voorbeeld.example, iemand@elders.example", true)]
    [InlineData("regisseur@voorbeeld.example>\r\nBcc: <iemand@elders.example", true)]
    [InlineData("", true)]
    public async Task The_municipality_stands_in_for_a_contact_that_may_not_be_known_or_has_no_address(string email, bool open)
    {
        await using var world = await World.Begin();
        var contact = new Contact(world.Settings().Gebiedsregisseur, "Rianne Noord", email, "gebiedsregisseur", Public: open);
        await world.Lay(World.Village, [new Write.Put(Keys.Contact(contact.Id), JsonSerializer.Serialize(contact, SettingsJson.Default.Contact))]);
        (await world.Get<ReplyAddresses>().For(World.Village)).ShouldBe("smederijen@voorbeeld.example");
    }
}
