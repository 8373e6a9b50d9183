using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Work;
using Smederijen.Simulation.Tests.Invariants;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>A mail as its reader has it: what it says, and what it is about.</summary>
internal sealed record ReceivedMail(OutgoingMail Mail, IdeaKey Idea, IdeaEffect.SendMail Effect);

/// <summary>The same about a plan.</summary>
internal sealed record ReceivedPlanMail(OutgoingMail Mail, PlanKey Plan, PlanEffect.Tell Effect);

/// <summary>The same about a round, a resolution, somebody who wants to be called, the initiatiefgroep, or all that waits for a reviewer.</summary>
internal sealed record ReceivedOther(OutgoingMail Mail, WorkKey Item, object Step);

/// <summary>Brings every mail to whoever knows what to do with it. People read it minutes or days later, or never.</summary>
internal sealed class PostOffice(Simulation simulation)
{
    private readonly Dictionary<MailKind, Func<ReceivedMail, Task>> _readers = [];
    private readonly Dictionary<(PlanMailKind, PlanRole), Func<ReceivedPlanMail, Task>> _planReaders = [];
    private readonly Dictionary<Type, Func<ReceivedOther, Task>> _otherReaders = [];
    private readonly Scanners _scanners = new(simulation);

    private DecidedMails Decided => simulation.Watch.Mails;

    /// <summary>What people do with a mail of this kind.</summary>
    public void On(MailKind kind, Func<ReceivedMail, Task> read) => _readers[kind] = read;

    /// <summary>What people do with a mail about a plan.</summary>
    public void On(PlanMailKind kind, PlanRole to, Func<ReceivedPlanMail, Task> read) => _planReaders[(kind, to)] = read;

    /// <summary>What people do with the mail that this effect, or this step of a round or a resolution, sends.</summary>
    public void On<TStep>(Func<ReceivedOther, Task> read) => _otherReaders[typeof(TStep)] = read;

    public void Deliver(OutgoingMail mail)
    {
        simulation.Privacy.Check(mail);
        if (Decided.OfPlan(mail.Id) is var (plan, tell))
        {
            simulation.Watch.Goes(plan, tell, mail);
            Deliver(mail, $"Plan {tell.Kind}", _planReaders.GetValueOrDefault((tell.Kind, tell.To.Role)), new ReceivedPlanMail(mail, plan, tell));
        }
        else if (Decided.Other(mail.Id) is var (item, effect))
            DeliverOther(new ReceivedOther(mail, item, effect));
        else if (Decided.OfIdeas.TryGetValue(mail.Id, out var due))
        {
            simulation.Watch.Goes(simulation.Watch.Ideas[due.Idea], due.Mail);
            Deliver(mail, $"{due.Mail.Kind}", _readers.GetValueOrDefault(due.Mail.Kind), new ReceivedMail(mail, due.Idea, due.Mail));
        }
        else
            throw new Violation($"Mail {mail.Id} was sent, and no decision asked for it.");
    }

    private void DeliverOther(ReceivedOther mail)
    {
        if (mail.Step is PlaceEffect.SendWaiting waiting)
            simulation.Watch.Goes(mail.Item, waiting, mail.Mail);
        Deliver(mail.Mail, mail.Step.GetType().Name, _otherReaders.GetValueOrDefault(mail.Step.GetType()), mail);
    }

    private void Deliver<TMail>(OutgoingMail mail, string kind, Func<TMail, Task>? read, TMail received)
    {
        Tally.Count(simulation.Tally.Kinds, kind);
        _scanners.Meet(mail, kind);
        if (read is not null)
            simulation.Within(TimeSpan.FromMinutes(1), TimeSpan.FromDays(simulation.Chance(0.8) ? 1 : 6), () => read(received));
    }
}
