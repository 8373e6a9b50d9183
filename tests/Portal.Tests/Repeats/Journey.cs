using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Release;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Repeats;

/// <summary>
/// A journey from form to money as the posts that people send, one by one. Every post keeps its browser, its address and its
/// command id, so that it can be delivered again at any later moment.
/// </summary>
internal sealed class Journey(World world)
{
    private readonly List<Func<Task<Answer>>> _delivered = [];
    private IdeaKey _idea;
    private int _posts;

    /// <summary>Runs after every post: a chance to deliver earlier ones again.</summary>
    public Func<IReadOnlyList<Func<Task<Answer>>>, Task> AfterEach { get; init; } = _ => Task.CompletedTask;

    /// <summary>The order in which the neighbours, and after them the wijkteam, get round to it.</summary>
    public Func<int, IReadOnlyList<int>> Order { get; init; } = count => [.. Enumerable.Range(0, count)];

    public async Task Walk()
    {
        await Post(world.NewBrowser(), $"/smederijen/{World.Village}/ideeen/nieuw", Fields(Residents.AnIdea));
        _idea = await world.LastIn(IdeaPhase.AwaitingConfirmation);
        await Link(Residents.Submitter, new { });
        foreach (var i in Order(world.Settings().SupportThreshold))
            await Post(world.NewBrowser(), $"{_idea.Page()}/steun", new { naam = $"Buur {i}", email = Neighbour(i), postcode = "7927 AB" });
        foreach (var i in Order(world.Settings().SupportThreshold))
            await Link(Neighbour(i), new { });
        foreach (var i in Order(2))
            await Link(Wijkteam.MailboxOf(i == 0 ? Wijkteam.Opbouwwerker : Wijkteam.Wijkagent), new { keuze = "geschikt" });
        await Link(Residents.Submitter, new { iban = "NL91ABNA0417164300", tenaamstelling = "J. de Vries" });
        await Link(Residents.Submitter, new { iban = "NL02ABNA0123456789", tenaamstelling = "J. de Vries" }, mailBefore: true);
        await Staff("anna", "vrijgeven", new { gecontroleerd = "ja", rekening = "1" });
        await Staff("bert", "vrijgeven", new { gecontroleerd = "ja", rekening = "1" });
        await Link(Residents.Submitter, new { verslag = "Het bankje staat." });
    }

    /// <summary>All that a journey leads to: state, history, money and mails, without the ids and moments that differ.</summary>
    public async Task<string> Outcome()
    {
        var idea = await world.Idea(_idea);
        var story = (await world.Get<IdeaStories>().Read(_idea)).ShouldNotBeNull();
        var history = story.Log.Select(line => Unsealed(line.Event).ToString().Replace($"{world.Clock.GetUtcNow()}", "", StringComparison.Ordinal));
        var round = (await world.Store.Get(_idea.Smederij, RoundKeys.Round(world.Settings().Round.Period)))!.Read(LedgerJson.Default.StoredRound);
        var account = (await world.Get<PaymentAccounts>().Find(_idea)).ShouldNotBeNull().Account;
        return string.Join('\n',
            [
                $"{(idea.State as IdeaState.Released)! with { Account = null }}", $"{round.Item.Ledger}", account.Iban, $"{(await world.Store.Query(_idea.Smederij, RowRange.Prefix("fase|"))).Rows.Count} idea",
                .. history.Order(StringComparer.Ordinal),
                .. world.Mailbox.Mails.Select(mail => $"{mail.ToAddress}: {mail.Subject}").Order(StringComparer.Ordinal),
            ]);
    }

    /// <summary>The seal of an account is chance.</summary>
    private static IdeaEvent Unsealed(IdeaEvent e) => e switch
    {
        IdeaEvent.AccountGiven given => given with { Account = null },
        IdeaEvent.AccountCorrected corrected => corrected with { Account = null },
        IdeaEvent.ReleaseApproved approved => approved with { Account = null },
        _ => e,
    };

    private static string Neighbour(int i) => $"buur{i}@voorbeeld.example";

    private async Task Link(string address, object form, bool mailBefore = false)
    {
        var mail = mailBefore ? world.Mailbox.To(address)[^1] : world.Mailbox.LastTo(address);
        var browser = world.NewBrowser();
        await Post(browser, (await browser.Get(mail.Link())).Location, form);
    }

    private Task Staff(string name, string action, object form) =>
        Post(world.BrowserOf(name, "medewerker"), $"/medewerkers/ideeen/{_idea.Smederij}/{_idea.Id}/{action}", form);

    private async Task Post(Browser browser, string path, object form)
    {
        var fields = form as Dictionary<string, string> ?? Fields(form);
        fields["opdracht"] = $"druk {++_posts}";
        Task<Answer> Deliver() => browser.Post(path, fields);
        (await Deliver()).ShouldHave(303);
        _delivered.Add(Deliver);
        await AfterEach(_delivered);
        await world.Work();
    }

    private static Dictionary<string, string> Fields(object form) =>
        form.GetType().GetProperties().ToDictionary(field => field.Name, field => $"{field.GetValue(form)}");
}
