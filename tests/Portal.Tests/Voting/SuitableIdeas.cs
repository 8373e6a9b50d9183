using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Work;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Portal.Tests.Voting;

/// <summary>Ideas that are ready for money, brought there by the commands that the pages use.</summary>
public static class SuitableIdeas
{
    public static async Task<IdeaKey> Add(IdeaItems ideas, SmederijSettings smederij, long euros, DateTimeOffset now)
    {
        var key = new IdeaKey(smederij.Id, ItemId.New(now));
        await ideas.Submit(smederij, key.Id, CommandId.Fresh(), new Submitted(now, new Euro(euros * 100)), $"Idee van {euros} euro", []);
        await Happen(at => new SubmissionConfirmed(at));
        await Happen(at => new SignatureListEntered(at, "anna", smederij.SupportThreshold, "lijst", "Lijst"));
        await Happen(at => new SignatureListCounted(at, "bert", smederij.SupportThreshold, "lijst"));
        foreach (var member in smederij.Wijkteam.Members.Take(smederij.Wijkteam.Quorum))
            await Happen(at => new Advised(at, 1, member.Id, Advice.Suitable, null));
        (await ideas.Load(key)).ShouldNotBeNull().Item.State.ShouldBeOfType<IdeaState.Suitable>();
        return key;

        Task Happen(Func<DateTimeOffset, IdeaEvent> happening) => ideas.Handle(key, CommandId.Fresh(), happening);
    }
}
