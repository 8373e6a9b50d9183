using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests;

/// <summary>What residents do through the pages, for tests that need an idea to be somewhere on its way.</summary>
public static class Residents
{
    public const string Submitter = "jannie@voorbeeld.example";

    /// <summary>A whole and valid idea form; change a field with <c>with</c>.</summary>
    public static IdeaFields AnIdea { get; } = new();

    /// <summary>Hands in an idea, and performs the mail for it. Who lives in the village lives in whichever Smederij it is handed in.</summary>
    public static async Task<IdeaKey> Submit(this World world, IdeaFields? form = null, string smederij = World.Village)
    {
        form ??= AnIdea;
        if (form.postcode == AnIdea.postcode)
            form = form with { postcode = world.Settings(smederij).ExamplePostcode };
        (await world.Browser.Post($"/smederijen/{smederij}/ideeen/nieuw", form)).ShouldHave(303);
        await world.Work();
        return new IdeaKey(smederij, world.Mailbox.LastTo(form.email).Id.Split('-')[^2]);
    }

    /// <summary>Hands in an idea and confirms it from the mail: it gathers support now. The mail about that still waits.</summary>
    public static async Task<IdeaKey> SubmitAndConfirm(this World world, IdeaFields? form = null, string smederij = World.Village)
    {
        var idea = await world.Submit(form, smederij);
        (await world.Browser.Press(world.Mailbox.LastTo((form ?? AnIdea).email).Link())).ShouldHave(200);
        return idea;
    }

    /// <summary>The youngest idea in a phase; any of those that were handed in at the same instant.</summary>
    public static async Task<IdeaKey> LastIn(this World world, IdeaPhase phase, string smederij = World.Village)
    {
        var page = await world.Get<IEntityStore>().Query(smederij, IdeaKeys.InPhase(phase));
        return new IdeaKey(smederij, page.Rows.Count > 0 ? page.Rows[^1].Row.Split('|')[^1] : throw new ShouldAssertException($"No idea in {phase}."));
    }

    /// <summary>The public address of an idea.</summary>
    public static string Page(this IdeaKey idea) => $"/smederijen/{idea.Smederij}/ideeen/{idea.Id}";
}

/// <summary>The fields of the idea form, by the names that it posts.</summary>
public sealed record IdeaFields(
    string titel = "Een bankje bij de vijver",
    string beschrijving = "Wij maken samen een bankje bij de vijver, zodat iedereen daar kan zitten.",
    string doelgroep = "Iedereen in het dorp",
    string bijdrage = "Wij timmeren het bankje zelf.",
    string bedrag = "450",
    string naam = "Jannie de Vries",
    string email = Residents.Submitter,
    string postcode = "7927 AB",
    string opdracht = "");
