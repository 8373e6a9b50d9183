using Smederijen.Domain.Ideas;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Release;
using Smederijen.Portal.Storage;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Portal.Tests.Staff;

/// <summary>What staff do, and ideas that are far enough for it.</summary>
internal static class Colleagues
{
    public static Browser Anna(this World world) => world.BrowserOf("anna", "medewerker");

    public static Browser Bert(this World world) => world.BrowserOf("bert", "regisseur");

    public static string Case(this IdeaKey idea, string action = "") => $"/medewerkers/ideeen/{idea.Smederij}/{idea.Id}{(action.Length > 0 ? "/" + action : "")}";

    /// <summary>All rows of a partition that begin so.</summary>
    public static async Task<List<Entity>> Rows(this IEntityStore store, string partition, string prefix) =>
        await store.All(partition, prefix.Length > 0 ? RowRange.Prefix(prefix) : new RowRange(" ", "~~")).ToListAsync();

    public static async Task<IdeaKey> InReview(this World world)
    {
        var idea = await world.SubmitAndConfirm();
        for (var i = 0; i < world.Settings().SupportThreshold; i++)
            await world.Happens(idea, at => new SupportConfirmed(at));
        await world.Work();
        return idea;
    }

    public static async Task<IdeaKey> Granted(this World world)
    {
        var idea = await world.InReview();
        foreach (var reviewer in (string[])["opbouwwerker", "wijkagent"])
            await world.Happens(idea, at => new Advised(at, 1, reviewer, Advice.Suitable, null));
        await world.Work();
        return idea;
    }

    /// <summary>The submitter tells where the money may go, without the page for it.</summary>
    public static async Task GivesAccount(this World world, IdeaKey idea, string iban)
    {
        var account = new PaymentAccount(iban, "J. de Vries");
        var known = await world.Get<PaymentAccounts>().Seal(idea, account);
        await world.Get<SameAccounts>().Note(idea, account);
        await world.Get<IdeaItems>().Handle(
            idea, CommandId.Fresh(), at => new AccountGiven(at, known.Seal),
            _ => Task.FromResult<IReadOnlyList<Write>?>([PaymentAccounts.Write(idea, known)]));
    }

    /// <summary>A neighbour supports through the pages, mail and all.</summary>
    public static async Task Support(this World world, IdeaKey idea, string email, string name = "Piet Buurman")
    {
        (await world.Browser.Press($"{idea.Page()}/steun", new { naam = name, email, postcode = "7927 AA" })).ShouldHave(200);
        await world.Work();
        (await world.Browser.Press(world.Mailbox.LastTo(email).Link())).ShouldHave(200);
        await world.Work();
    }
}
