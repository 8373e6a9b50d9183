using Smederijen.Domain.Calendar;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Release;
using Smederijen.Portal.Payments;
using Smederijen.Portal.Tests.Governing;

namespace Smederijen.Portal.Tests.Payments;

/// <summary>An idea that was granted, on its way to the bank, for tests that are about what comes after.</summary>
internal static class Paymaster
{
    public const string Account = "NL02ABNA0123456789";

    /// <summary>The submitter gives an account, and two members of the staff release the money.</summary>
    public static async Task ReleasedBy(this World world, IdeaKey idea, string iban = Account)
    {
        (await world.NewBrowser().Press(world.Mailbox.LastTo(Residents.Submitter).Link(), new { iban, tenaamstelling = "J. de Vries" })).ShouldHave(200);
        var seal = (await world.Get<PaymentAccounts>().Find(idea))!.Seal;
        await world.Happens(idea, at => new IdeaEvent.ReleaseApproved(at, "anna", 0, seal));
        await world.Happens(idea, at => new IdeaEvent.ReleaseApproved(at, "bert", 0, seal));
        await world.Work();
    }

    /// <summary>A batch of all that waits is signed off; a statement of the day says that the bank paid the idea.</summary>
    /// <returns>The id of the batch.</returns>
    public static async Task<string> PaidBy(this World world, IdeaKey idea)
    {
        var batch = await world.SignedBatch();
        var day = $"{Amsterdam.DateOf(world.Clock.GetUtcNow()):yyyy-MM-dd}";
        await FilesOfTheBank.Read(world, FilesOfTheBank.Statement(FilesOfTheBank.Paid($"{idea.Id}-1", day: day), id: day));
        return batch;
    }

    /// <summary>A batch of all that waits: Fien makes it, Gus signs it.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> SignedBatch(this World world)
    {
        var form = (await world.BrowserOf("fien", "financien").Open(PaymentDesk.Address)).ShouldHave(200).Form();
        var address = (await world.BrowserOf("fien", "financien").Post(PaymentDesk.Address, form)).ShouldHave(303).Location!;
        await world.Work();
        var gus = world.BrowserOf("gus", "financien");
        (await gus.Post($"{address}/tekenen", new { gezien = (await gus.Open(address)).ShouldHave(200).Hidden("gezien") })).ShouldHave(303);
        await world.Work();
        return address.Split('/')[^1];
    }
}
