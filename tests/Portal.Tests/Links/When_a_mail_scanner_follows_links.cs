using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using static Smederijen.Portal.Tests.Residents;
using static Smederijen.Portal.Tests.Wijkteam;

namespace Smederijen.Portal.Tests.Links;

/// <summary>Scanners open every link of a mail, often, also with HEAD and OPTIONS. Nothing may come of that.</summary>
public sealed class When_a_mail_scanner_follows_links
{
    /// <summary>Of the link and of the page that it leads to.</summary>
    private const int Visits = 5;

    [Fact]
    public async Task Nothing_changes_whatever_it_opens()
    {
        await using var world = await World.Begin();
        await world.Released();
        await world.Asked();
        await world.InReview();
        var links = world.Mailbox.Mails.SelectMany(mail => mail.Links()).ToList();
        links.Count.ShouldBeGreaterThan(20);
        var before = await Everything(world);

        foreach (var link in links)
        {
            var scanner = world.NewBrowser();
            (await scanner.Ask("HEAD", link)).Status.ShouldBe(303);
            var page = (await scanner.Open(link)).ShouldHave(200);
            (await scanner.Open(link)).ShouldHave(200);
            (await scanner.Ask("HEAD", page.Path)).ShouldHave(200).Body.ShouldBeEmpty();
            (await scanner.Ask("OPTIONS", page.Path)).Status.ShouldBe(405);
        }

        (await Everything(world)).ShouldBe(before);
        Summary.Write("scanners", $"{links.Count} mailed links opened {Visits * links.Count} times, by HEAD, GET and OPTIONS: nothing changed");
    }

    /// <summary>Some press buttons too: without a choice of a person that decides nothing.</summary>
    [Fact]
    public async Task Pressing_a_button_without_a_choice_changes_nothing()
    {
        await using var world = await World.Begin();
        await world.InReview();
        await world.Asked();
        await world.Granted();
        var before = await Everything(world);

        foreach (var link in world.Mailbox.Mails.Where(mail => !mail.Subject.StartsWith("Bevestig", StringComparison.Ordinal))
            .SelectMany(mail => mail.Links()))
        {
            var scanner = world.NewBrowser();
            var page = (await scanner.Open(link)).ShouldHave(200);
            (await scanner.Post(page.Path)).ShouldHave(400);
        }

        (await Everything(world)).ShouldBe(before);
    }

    /// <summary>The letters name nobody, so a forwarded or leaked mail tells no more than the website.</summary>
    [Fact]
    public async Task No_mail_names_the_people_of_the_idea()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        await world.Browser.Press(world.Mailbox.LastTo(Submitter).Link(), new { iban = "NL91ABNA0417164300", tenaamstelling = "J. de Vries" });
        await world.Work();
        await world.After(days: 30);

        foreach (var part in world.Mailbox.Mails.SelectMany(mail => new[] { mail.Subject, mail.Text, mail.Html }))
        {
            foreach (var secret in (string[])["Jannie", "de Vries", Submitter, "7927 AB", "7927AB", "NL91", "Ahmed Kaya", MailboxOf(Wijkagent)])
                part.ShouldNotContain(secret);
        }
        world.Mailbox.Mails.Count.ShouldBeGreaterThan(8, $"{idea}");
    }

    private static async Task<IReadOnlyList<string>> Everything(World world)
    {
        var rows = new List<string>();
        foreach (var partition in (string[])[World.Village, Partitions.Installation])
        {
            await foreach (var row in world.Store.All(partition, new RowRange("", "\uffff")))
                rows.Add($"{partition}/{row.Row} {row.ETag}");
        }
        return rows;
    }
}
