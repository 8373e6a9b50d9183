using Smederijen.Domain.Calendar;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Area directors: they act on what is stuck, and now and then on what is not.</summary>
internal sealed class Gebiedsregisseurs(Simulation simulation)
{
    public void Move()
    {
        simulation.PostOffice.On(MailKind.ReviewEscalated, mail => Unblock(mail.Idea));
        simulation.PostOffice.On(MailKind.ReviewSplit, mail => Unblock(mail.Idea));
        simulation.PostOffice.On(MailKind.OverrunQuestion, mail => Do(mail.Idea, "meerkosten", new { }));
        LookAround();
    }

    private Task Unblock(IdeaKey idea) => simulation.Watch.Ideas[idea].Stored?.Idea.State is IdeaState.InReview { Panel: var panel }
        && panel.Open.FirstOrDefault() is { } silent && panel.Find(NameOf(idea)) is null
            ? Do(idea, "beoordelaar-vervangen", new { beoordelaar = silent.Reviewer, vervanger = NameOf(idea) })
            : Do(idea, "beoordeling-opnieuw", new { });

    /// <summary>Every other day staff do something to some idea.</summary>
    private void LookAround() => simulation.Within(TimeSpan.Zero, TimeSpan.FromDays(2), async () =>
    {
        if (simulation.Now > simulation.LastIdea)
            return;
        var ideas = simulation.Watch.Ideas.Keys.ToList();
        if (ideas.Count > 0)
            await Act(ideas[simulation.Random.Next(ideas.Count)]);
        LookAround();
    });

    private Task Act(IdeaKey idea) => simulation.Random.Next(10) switch
    {
        0 => Pause(idea),
        1 => Do(idea, "verlengen", new { tot = $"{Amsterdam.DateOf(simulation.Now).AddDays(simulation.Random.Next(90)):yyyy-MM-dd}" }),
        2 => Do(idea, "bedrag", new { bedrag = $"{simulation.Random.Next(50, 4_000)}" }),
        3 => Do(idea, "herinneren", new { }),
        4 => Do(idea, "beoordeling-opnieuw", new { }),
        5 => Decide(idea, "a letter goes by post", at => new IdeaEvent.SentByLetter(at, NameOf(idea), MailKind.FoundSuitable, "De mail kwam niet aan.")),
        6 => Decide(idea, "the initiatiefgroep advises", at => new IdeaEvent.GroupAdvised(at, "Een mooi plan.")),
        7 => Write(idea),
        8 => Unblock(idea),
        _ => Do(idea, "handtekeningen", new { aantal = $"{simulation.Random.Next(1, 8)}" }, Scan),
    };

    private Task Write(IdeaKey idea) => new Press(simulation, "staff write a note", (process, command) => process.AsStaff(
        NameOf(idea), idea, "notitie", new { notitie = "Belt morgen terug." }.With("opdracht", command))).Deliver();

    private Task Decide(IdeaKey idea, string what, Func<DateTimeOffset, IdeaEvent> happening) =>
        new Press(simulation, what, (process, command) => process.Decide(idea, command, happening)).Deliver();

    private async Task Pause(IdeaKey idea)
    {
        await Do(idea, "pauzeren", new { });
        simulation.Within(TimeSpan.FromHours(1), TimeSpan.FromDays(30), () => Do(idea, "hervatten", new { }));
    }

    private Task Do(IdeaKey idea, string action, object form, byte[]? scan = null)
    {
        var reason = $"Reden {simulation.Random.NextInt64():x}";
        return new Press(simulation, $"staff: {action}", (process, command) => process.AsStaff(
            NameOf(idea), idea, action, form.With("reden", reason).With("opdracht", command), scan))
        {
            Promise = simulation.Promises.Try(idea, action, e => ReasonOf(e) == reason),
        }.Deliver();
    }

    private string NameOf(IdeaKey idea) => simulation.File.Find(idea.Smederij)!.Gebiedsregisseur;

    private static string? ReasonOf(IdeaEvent e) => e switch
    {
        IdeaEvent.ReviewerReplaced x => x.Reason,
        IdeaEvent.ReviewRestarted x => x.Reason,
        IdeaEvent.Paused x => x.Reason,
        IdeaEvent.Resumed x => x.Reason,
        IdeaEvent.TermExtended x => x.Reason,
        IdeaEvent.AmountCorrected x => x.Reason,
        IdeaEvent.ReminderAsked x => x.Reason,
        IdeaEvent.OverrunAnswered x => x.Answer,
        IdeaEvent.PaperSignaturesEntered x => x.Reason,
        _ => null,
    };

    /// <summary>A photo of a list; what is on it does not matter here.</summary>
    public static byte[] Scan { get; } = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Attachments", "samples", "plain.png"));
}
