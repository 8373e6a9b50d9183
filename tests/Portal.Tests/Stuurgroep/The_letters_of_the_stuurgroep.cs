using System.Text;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Domain.Tests;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Stuurgroep;

namespace Smederijen.Portal.Tests.Stuurgroep;

public sealed class The_letters_of_the_stuurgroep
{
    /// <summary>One seat and the secretary through a decision, a refusal, silence and a withdrawal, and through two questions about a plan; links
    /// are left out, for they are sealed.</summary>
    [Fact]
    public async Task Read_as_approved()
    {
        await using var world = await World.Begin();
        await world.PutToSeats("2028", "0000000verdee1");
        await world.After(12);
        await world.Say(Voice.For, 5, "0000000verdee1");
        await world.Happens(at => new ResolutionEvent.VoiceGiven(at, "politie", ByDeputy: true, Voice.For), "0000000verdee1");
        await world.Work();
        await world.PutToSeats("2029", "0000000verdee2");
        await world.Say(Voice.Against, 6, "0000000verdee2");
        await world.Work();
        await world.PutToSeats("2030", "0000000verdee3");
        await world.After(50);
        await world.PutToSeats("2031", "0000000verdee4");
        await world.Happens(at => new ResolutionEvent.WithdrawnByStaff(at, "anna", "Er komt meer geld."), "0000000verdee4");
        await world.Work();
        await world.Get<ResolutionItems>()
            .Ask(world.Get<SettingsBook>().Stuurgroep, "0000000verdee5", CommandId.Fresh(), new Subject.PlanMoment(World.Village, "0000000000plan", "start.1"));
        await world.After(12);
        await world.Say(Voice.Change, 6, "0000000verdee5");
        await world.Get<ResolutionItems>()
            .Ask(world.Get<SettingsBook>().Stuurgroep, "0000000verdee6", CommandId.Fresh(), new Subject.PlanMoment(World.Village, "0000000000plan", "start.2"));
        await world.After(50);
        await world.Work();
        Approved.Matches(Book(world), "letters-stuurgroep");
    }

    /// <summary>The same about what is left of a year: once something goes back, and once too few seats spoke.</summary>
    [Fact]
    public async Task About_what_is_left_read_as_approved()
    {
        await using var world = await AYearThatIsOver.Begin();
        var first = await world.AdoptLeft("centrum");
        await world.Work();
        await world.PutToSeats("2027", "0000000verdee1");
        await world.Say(Voice.For, 6, "0000000verdee1");
        await world.Work();
        var draft = await world.DraftLeft();
        await world.BrowserOf("anna", "medewerker").Send($"{draft}/voorleggen");
        await world.After(50);
        await world.Work();
        // The ids are made when the draft is.
        Approved.Matches(
            Book(world, about: "Wat over is van 2027").Replace(first, "…").Replace(AYearThatIsOver.IdOf(draft), "…"), "letters-what-is-left");
    }

    private static string Book(World world, string about = "")
    {
        var book = new StringBuilder();
        string[] to = ["politie@voorbeeld.example", "politie.plv@voorbeeld.example", "stuurgroep@voorbeeld.example"];
        foreach (var mail in world.Mailbox.Mails.Where(mail => to.Contains(mail.ToAddress) && mail.Subject.Contains(about, StringComparison.Ordinal)))
            book.Append($"=== to {mail.ToAddress}\nOnderwerp: {mail.Subject}\n\n{Unsealed(mail)}\n");
        return book.ToString();
    }

    private static string Unsealed(OutgoingMail mail) =>
        mail.Links().Aggregate(mail.Text, (text, link) => text.Replace(link, "/link/…", StringComparison.Ordinal));
}
