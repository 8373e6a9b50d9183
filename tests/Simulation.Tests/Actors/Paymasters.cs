using Smederijen.Domain.Ideas;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Staff who release money: two of them, each after looking at the account.</summary>
internal sealed class Paymasters(Simulation simulation)
{
    private static readonly string[] Names = ["anna", "bert", "carin"];

    public void Move()
    {
        simulation.PostOffice.On(MailKind.ReleaseRequest, Release);
        simulation.PostOffice.On(MailKind.ReleaseReminder, Release);
    }

    private Task Release(ReceivedMail mail)
    {
        if (simulation.Watch.Ideas[mail.Idea].Stored is not { Item.State: IdeaState.Granted { AccountKnown: true } granted })
            return Task.CompletedTask;
        var by = Names[simulation.Random.Next(Names.Length)];
        var form = new { gecontroleerd = "ja", rekening = $"{granted.AccountCorrections}" };
        return new Press(simulation, $"{by} releases", (process, command) => process.AsStaff(by, mail.Idea, "vrijgeven", form.With("opdracht", command)))
        {
            Promise = simulation.Promises.Try(mail.Idea, $"approval {granted.AccountCorrections} by {by}", e =>
                e is IdeaEvent.ReleaseApproved approved && (approved.By, approved.AccountCorrections) == (by, granted.AccountCorrections)),
        }.Deliver();
    }
}
