using Smederijen.Domain.Calendar;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Staff;
using Smederijen.Simulation.Tests.Invariants;
using SkiaSharp;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Area directors: they act on what is stuck, and now and then on what is not.</summary>
internal sealed class Gebiedsregisseurs(Simulation simulation, People people)
{
    public void Move()
    {
        simulation.PostOffice.On(MailKind.ReviewEscalated, mail => Unblock(mail.Idea));
        simulation.PostOffice.On(MailKind.ReviewSplit, mail => Unblock(mail.Idea));
        simulation.PostOffice.On(MailKind.FoundUnsuitable, mail => simulation.Chance(0.1) ? Reopen(mail.Idea) : Task.CompletedTask);
        simulation.PostOffice.On(MailKind.LookRequest, mail => simulation.Willing(0.8) ? LetSee(mail.Idea) : Task.CompletedTask);
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

    private Task Act(IdeaKey idea) => simulation.Random.Next(12) switch
    {
        0 => Pause(idea),
        1 => Do(idea, "verlengen", new { tot = $"{Amsterdam.DateOf(simulation.Now).AddDays(simulation.Random.Next(90)):yyyy-MM-dd}" }),
        2 => Do(idea, "bedrag", new { bedrag = $"{simulation.Random.Next(50, 4_000)}" }),
        3 => Do(idea, "herinneren", new { }),
        4 => Do(idea, "beoordeling-opnieuw", new { }),
        5 => Write(idea),
        6 => Unblock(idea),
        7 => Hide(idea),
        8 => simulation.Chance(0.1) ? Do(idea, "stoppen", new { zeker = "ja" }) : Task.CompletedTask,
        9 => Fewer(idea),
        10 => Do(idea, "minder-geld", new { bedrag = $"{simulation.Random.Next(50, 1_500)}" }),
        _ => Enter(idea),
    };

    /// <summary>A list comes in; a colleague counts it when there is time, and mostly comes to the same.</summary>
    private async Task Enter(IdeaKey idea)
    {
        var (list, count) = (NewList(), $"{simulation.Random.Next(1, 8)}");
        await new Press(simulation, "staff: enter a list", (process, command) => process.AsStaff(
            NameOf(idea), idea, "handtekeningen", new { aantal = count }.With("opdracht", command), list)).Deliver();
        CountSoon(idea);
    }

    private void CountSoon(IdeaKey idea) => simulation.Within(TimeSpan.FromHours(1), TimeSpan.FromDays(12), () => CountNext(idea));

    private async Task CountNext(IdeaKey idea)
    {
        if (simulation.Watch.Ideas[idea].Stored?.Item.State is not IdeaState.GatheringSupport { Lists.All: [var list, ..] })
            return;
        var name = list.Last.By == "wijkbeheerder" ? "opbouwwerker" : "wijkbeheerder";
        var count = list.Last.Count + (simulation.Chance(0.8) ? 0 : 1);
        await new Press(simulation, "staff: count a list", (process, command) => process.AsStaff(
            name, idea, "handtekeningen-tellen", new { lijst = list.Scan, aantal = count }.With("opdracht", command))).Deliver();
        CountSoon(idea);
    }

    private Task Fewer(IdeaKey idea) =>
        simulation.Watch.Ideas[idea].Stored?.Item is { } item
        && (item.State is IdeaState.GatheringSupport gathering ? gathering.OnPaper : item.OnPaper ?? 0) is > 0 and var counted
            ? Do(idea, "handtekeningen-verminderen", new { nu = counted, aantal = counted - 1 })
            : Task.CompletedTask;

    private Task Write(IdeaKey idea) => new Press(simulation, "staff write a note", (process, command) => process.AsStaff(
        NameOf(idea), idea, "notitie", new { notitie = "Belt morgen terug." }.With("opdracht", command))).Deliver();

    /// <summary>Two colleagues let the wijkteam look again.</summary>
    private async Task Reopen(IdeaKey idea)
    {
        foreach (var name in (string[])["anna", "bert"])
            await Do(idea, "heropenen", new { }, by: name);
    }

    private Task LetSee(IdeaKey idea) => new Press(simulation, "staff let an idea be seen", (process, command) => process.AsStaff(
        NameOf(idea), idea, "tonen", new { }.With("opdracht", command)))
    {
        Promise = simulation.Promises.Try(idea, "tonen", e => e is IdeaEvent.LookedAt),
    }.Deliver();

    private async Task Hide(IdeaKey idea)
    {
        var part = new[] { "titel", "omschrijving", IdeaEvent.Whole }[simulation.Random.Next(3)];
        await Do(idea, "verbergen", new { onderdeel = part });
        simulation.Within(TimeSpan.FromHours(1), TimeSpan.FromDays(10), () => Do(idea, "weer-tonen", new { onderdeel = part }));
    }

    private async Task Pause(IdeaKey idea)
    {
        await Do(idea, "pauzeren", new { });
        simulation.Within(TimeSpan.FromHours(1), TimeSpan.FromDays(30), () => Do(idea, "hervatten", new { }));
    }

    private Task Do(IdeaKey idea, string action, object form, string? by = null)
    {
        var reason = $"Reden {simulation.Random.NextInt64():x}";
        return new Press(simulation, $"staff: {action}", (process, command) => process.AsStaff(
            by ?? NameOf(idea), idea, action, form.With("reden", reason).With("opdracht", command)))
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
        IdeaEvent.AmountLowered x => x.Reason,
        IdeaEvent.ReminderAsked x => x.Reason,
        IdeaEvent.OverrunAnswered x => x.Answer,
        IdeaEvent.SignaturesCorrected x => x.Reason,
        IdeaEvent.ReopenApproved x => x.Reason,
        IdeaEvent.PartHidden x => x.Reason,
        IdeaEvent.PartRestored x => x.Reason,
        IdeaEvent.Stopped x => x.Reason,
        _ => null,
    };

    /// <summary>A photo of a receipt or a letter; what is on it does not matter here.</summary>
    public static byte[] Scan { get; } = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Attachments", "samples", "plain.png"));

    /// <summary>A photo of a list of signatures, unlike any other.</summary>
    private byte[] NewList()
    {
        using var list = new SKBitmap(4, 4);
        for (var i = 0; i < 16; i++)
            list.SetPixel(i % 4, i / 4, new SKColor((uint)simulation.Random.Next() | 0xFF000000));
        return list.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }
}
