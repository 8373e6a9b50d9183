using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Portal.Tests;

/// <summary>Brings an idea of the village to the wijkteam and past it, by the links in the mails.</summary>
public static class Wijkteam
{
    public const string Opbouwwerker = "opbouwwerker";
    public const string Wijkbeheerder = "wijkbeheerder";
    public const string Wijkagent = "wijkagent";

    public static string MailboxOf(string seat) => $"{seat}.{World.Village}@voorbeeld.example";

    /// <summary>Handed in, confirmed, supported, and the wijkteam is asked.</summary>
    public static async Task<IdeaKey> InReview(this World world, IdeaFields? form = null)
    {
        var idea = await world.SubmitAndConfirm(form);
        for (var i = 0; i < world.Settings().SupportThreshold; i++)
            await world.Happens(idea, at => new SupportConfirmed(at));
        await world.Work();
        return idea;
    }

    /// <summary>A member presses the button in the newest mail, in a browser of their own.</summary>
    public static async Task<Answer> Advise(this World world, string seat, string keuze, string toelichting = "")
    {
        var answer = await world.NewBrowser().Press(world.ReviewLink(seat), new { keuze, toelichting });
        await world.Work();
        return answer;
    }

    public static string ReviewLink(this World world, string seat) => world.Mailbox.LastTo(MailboxOf(seat)).Link();

    /// <summary>A member asked something; the submitter has the question in the mailbox.</summary>
    public static async Task<IdeaKey> Asked(this World world, string question = "Wie onderhoudt het bankje?")
    {
        var idea = await world.InReview();
        (await world.Advise(Wijkbeheerder, "vraag", question)).ShouldHave(200);
        return idea;
    }

    /// <summary>Found suitable, and granted at once.</summary>
    public static async Task<IdeaKey> Granted(this World world, IdeaFields? form = null)
    {
        var idea = await world.InReview(form);
        (await world.Advise(Opbouwwerker, "geschikt")).ShouldHave(200);
        (await world.Advise(Wijkagent, "geschikt")).ShouldHave(200);
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Granted);
        return idea;
    }

    public static async Task<IdeaKey> Released(this World world)
    {
        var idea = await world.Granted();
        await world.Happens(idea, at => new AccountGiven(at));
        await world.Happens(idea, at => new ReleaseApproved(at, "anna", 0));
        await world.Happens(idea, at => new ReleaseApproved(at, "bert", 0));
        await world.Happens(idea, at => new PaymentMade(at, 1, Domain.Calendar.Amsterdam.DateOf(at)));
        await world.Work();
        return idea;
    }
}
