using Smederijen.Domain.Calendar;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Staff;
using Smederijen.Simulation.Tests.Invariants;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Area directors: they act on what is stuck, and now and then on what is not.</summary>
internal sealed class Gebiedsregisseurs(Simulation simulation, People people)
{
    public void Move()
    {
        simulation.PostOffice.On(MailKind.ReviewEscalated, mail => Unblock(mail.Idea));
        simulation.PostOffice.On(MailKind.ReviewSplit, mail => Unblock(mail.Idea));
        simulation.PostOffice.On(MailKind.OverrunQuestion, mail => simulation.Willing(0.8) ? Do(mail.Idea, "meerkosten", new { }) : Task.CompletedTask);
        simulation.PostOffice.On(MailKind.RealisationOverdue, mail => simulation.Willing(0.4) ? Do(mail.Idea, "herinneren", new { }) : Task.CompletedTask);
        simulation.Often(TimeSpan.FromDays(2), LookAround);
        foreach (var name in simulation.File.Smederijen.Select(smederij => smederij.Gebiedsregisseur).Distinct())
            WorkThrough(name);
    }

    /// <summary>Whoever is silent or may not judge is replaced: by the gebiedsregisseur, and otherwise by somebody new. Who disagrees is asked
    /// again.</summary>
    private Task Unblock(IdeaKey idea)
    {
        if (simulation.Watch.Ideas[idea].Stored?.Item.State is not IdeaState.InReview { Panel: var panel }
            || panel.Seats.FirstOrDefault(seat => seat.Advice is null) is not { } empty)
            return Do(idea, "beoordeling-opnieuw", new { });
        if (panel.Find(NameOf(idea)) is null
            && !simulation.Watch.Ideas[idea].Events.OfType<IdeaEvent.ConflictDeclared>().Any(declared => declared.Reviewer == NameOf(idea)))
            return Do(idea, "beoordelaar-vervangen", new { beoordelaar = empty.Reviewer, vervanger = NameOf(idea) });
        var person = people.In(simulation.File.Find(idea.Smederij)!);
        return empty.Conflicted
            ? Do(idea, "beoordelaar-vervangen", new { beoordelaar = empty.Reviewer, vervanger = "", naam = person.Name, email = person.Email, functie = "wijkagent" })
            : Do(idea, "beoordeling-opnieuw", new { });
    }

    /// <summary>Every month they go through their own page, and do what stands there and waits for them.</summary>
    private void WorkThrough(string name) => simulation.Within(TimeSpan.FromDays(25), TimeSpan.FromDays(35), async () =>
    {
        if (await simulation.Site.Visit(process => process.AsStaff(name).Get($"{RegisseurDesk.Address}?wie={name}")) is { Status: 200 } page)
        {
            foreach (var call in StaffPages.CallsOn(page.Text))
                await HelpSeekers.Call(simulation, name, call);
            foreach (var idea in PausedOn(page.Text))
                await Do(idea, "hervatten", new { });
        }
        WorkThrough(name);
    });

    private List<IdeaKey> PausedOn(string page) =>
    [
        .. simulation.Watch.Ideas.Where(idea =>
            idea.Value.Stored!.Item is { PausedAt: not null, State: not IdeaState.Ended } && simulation.Willing(0.5)
            && page.Contains(CaseFile.AddressOf(idea.Key), StringComparison.Ordinal)).Select(idea => idea.Key),
    ];

    /// <summary>Every other day staff do something to some idea.</summary>
    private Task LookAround()
    {
        var ideas = simulation.Watch.Ideas.Where(idea => idea.Value.Stored!.Item.State is not IdeaState.Ended || simulation.Chance(0.02))
            .Select(idea => idea.Key).ToList();
        return ideas.Count > 0 ? Act(ideas[simulation.Random.Next(ideas.Count)]) : Task.CompletedTask;
    }

    private Task Act(IdeaKey idea) => simulation.Random.Next(8) switch
    {
        0 => Pause(idea),
        1 => Do(idea, "verlengen", new { tot = $"{Amsterdam.DateOf(simulation.Now).AddDays(simulation.Random.Next(90)):yyyy-MM-dd}" }),
        2 => Do(idea, "bedrag", new { bedrag = $"{simulation.Random.Next(50, 4_000)}" }),
        3 => Do(idea, "herinneren", new { }),
        4 => Do(idea, "beoordeling-opnieuw", new { }),
        5 => Write(idea),
        6 => Unblock(idea),
        _ => Do(idea, "handtekeningen", new { aantal = $"{simulation.Random.Next(1, 8)}" }, Scan),
    };

    private Task Write(IdeaKey idea) => new Press(simulation, "staff write a note", (process, command) => process.AsStaff(
        NameOf(idea), idea, "notitie", new { notitie = "Belt morgen terug." }.With("opdracht", command))).Deliver();

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
