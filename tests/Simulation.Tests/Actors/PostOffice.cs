using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Plans;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>A mail as its reader has it: what it says, and what it is about.</summary>
internal sealed record ReceivedMail(OutgoingMail Mail, IdeaKey Idea, Effect.SendMail Effect);

/// <summary>The same about a plan.</summary>
internal sealed record ReceivedPlanMail(OutgoingMail Mail, PlanKey Plan, PlanEffect.Tell Effect);

/// <summary>Brings every mail to whoever knows what to do with it. People read it minutes or days later, or never.</summary>
internal sealed class PostOffice(Simulation simulation)
{
    private readonly Dictionary<MailKind, Func<ReceivedMail, Task>> _readers = [];

    private Func<OutgoingMail, Task> _atSeat = _ => Task.CompletedTask;

    private readonly Dictionary<(PlanMailKind, PlanRole), Func<ReceivedPlanMail, Task>> _planReaders = [];

    private readonly Scanners _scanners = new(simulation);

    /// <summary>What people do with a mail of this kind.</summary>
    public void On(MailKind kind, Func<ReceivedMail, Task> read) => _readers[kind] = read;

    /// <summary>What a holder or deputy of a seat in the stuurgroep does with the question.</summary>
    public void OnSeat(Func<OutgoingMail, Task> read) => _atSeat = read;

    /// <summary>What people do with a mail about a plan.</summary>
    public void On(PlanMailKind kind, PlanRole to, Func<ReceivedPlanMail, Task> read) => _planReaders[(kind, to)] = read;

    public void Deliver(OutgoingMail mail)
    {
        simulation.Privacy.Check(mail);
        if (simulation.Watch.PlanMailOf(mail.Id) is var (plan, tell))
        {
            DeliverOfPlan(new ReceivedPlanMail(mail, plan, tell));
            return;
        }
        if (simulation.Watch.SeatMails.Contains(mail.Id))
            DeliverToSeat(mail);
        if (simulation.Watch.OtherMails.Contains(mail.Id))
            return;
        if (!simulation.Watch.MailsDue.TryGetValue(mail.Id, out var due))
            throw new Violation($"Mail {mail.Id} was sent, and no decision asked for it.");
        Tally.Count(simulation.Tally.Kinds, $"{due.Mail.Kind}");
        _scanners.Meet(mail, $"{due.Mail.Kind}");
        if (_readers.TryGetValue(due.Mail.Kind, out var read))
            simulation.Within(TimeSpan.FromMinutes(1), TimeSpan.FromDays(simulation.Chance(0.8) ? 1 : 6), () => read(new ReceivedMail(mail, due.Idea, due.Mail)));
    }

    private void DeliverToSeat(OutgoingMail mail)
    {
        Tally.Count(simulation.Tally.Kinds, "AskSeat");
        _scanners.Meet(mail, "AskSeat");
        simulation.Within(TimeSpan.FromMinutes(1), TimeSpan.FromDays(20), () => _atSeat(mail));
    }

    private void DeliverOfPlan(ReceivedPlanMail mail)
    {
        Tally.Count(simulation.Tally.Kinds, $"{mail.Effect.Kind}");
        _scanners.Meet(mail.Mail, $"{mail.Effect.Kind}");
        if (_planReaders.TryGetValue((mail.Effect.Kind, mail.Effect.To.Role), out var read))
            simulation.Within(TimeSpan.FromMinutes(1), TimeSpan.FromDays(simulation.Chance(0.8) ? 1 : 6), () => read(mail));
    }
}
