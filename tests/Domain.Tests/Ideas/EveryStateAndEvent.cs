using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

/// <summary>One example of every state, in its variants that matter, and of every event: the axes of the table.</summary>
internal static class EveryStateAndEvent
{
    public static IReadOnlyList<(string Name, Func<Story> Arrange)> States { get; } =
    [
        ("AwaitingConfirmation", () => Story.Submitted()),
        ("AwaitingLook", () => ASmederij.AwaitingLook()),
        ("GatheringSupport", () => Story.Submitted().Confirmed()),
        ("GatheringSupport, one short", () => Story.Submitted().Confirmed().Supported(2)),
        ("GatheringSupport, paused", () => Story.Submitted().Confirmed().When(at => new Paused(at, "anna", "Even wachten"))),
        ("GatheringSupport, hidden", () => Story.Submitted().Confirmed().When(at => new PartHidden(at, "anna", Whole, "Dit beledigt iemand"))),
        ("GatheringSupport, one short, a list to count", () => Story.Submitted().Confirmed().Supported(2)
            .When(at => new SignatureListEntered(at, "bert", 1, "scan", "Lijst"))),
        ("GatheringSupport, with signatures", () => Story.Submitted().Confirmed().OnPaper(2)),
        ("InReview", () => ASmederij.InReview()),
        ("InReview, one suitable", () => ASmederij.InReview().Advised("lid2", Advice.Suitable)),
        ("InReview, found not suitable", () => ASmederij.InReview().Advised("lid2", Advice.NotSuitable).Advised("lid3", Advice.NotSuitable)),
        ("InReview, one not suitable", () => ASmederij.InReview().Advised("lid2", Advice.NotSuitable)),
        ("InReview, one municipal matter", () => ASmederij.InReview().Advised("lid2", Advice.MunicipalMatter)),
        ("InReview, one long track", () => ASmederij.InReview().Advised("lid2", Advice.LongTrack)),
        ("InReview, one suitable, one conflict", () => OneLeft(Advice.Suitable)),
        ("InReview, one not suitable, one conflict", () => OneLeft(Advice.NotSuitable)),
        ("InReview, one municipal matter, one conflict", () => OneLeft(Advice.MunicipalMatter)),
        ("InReview, one long track, one conflict", () => OneLeft(Advice.LongTrack)),
        ("InReview, version 2", () => ASmederij.InReview().When(at => new ReviewRestarted(at, "anna", "Opnieuw"))),
        ("AwaitingAnswer", () => ASmederij.InReview().Advised("lid1", Advice.Question)),
        ("Suitable", () => ASmederij.Suitable()),
        ("Suitable, in a closed round", () => ASmederij.Suitable().When(at => new PutToVote(at, "2026"))),
        ("Granted", () => ASmederij.Granted()),
        ("Granted, account known", () => ASmederij.Granted().When(at => new AccountGiven(at))),
        ("Granted, released by one", () => ASmederij.Granted().When(at => new AccountGiven(at)).When(at => new ReleaseApproved(at, "bert", 0))),
        ("Released", () => ASmederij.Released()),
        ("Released, overrun asked", () => ASmederij.Released().When(at => new OverrunAsked(at, new Euro(50_000), "Het hout is duurder"))),
        ("OnLongTrack", () => ASmederij.InReview().Advised("lid1", Advice.LongTrack).Advised("lid2", Advice.LongTrack)),
        ("WithMunicipality", () => ASmederij.WithMunicipality()),
        ("WithMunicipality, silent", () => ASmederij.WithMunicipality().After(21)),
        ("Completed", () => ASmederij.Released().When(at => new PlanCompleted(at, new Euro(45_000)))),
        ("Completed, money to come back", () => ASmederij.Released().When(at => new PlanCompleted(at, new Euro(0)))),
        ("NotSupported", () => Story.Submitted().Confirmed().After(40)),
        ("Declined", () => ASmederij.InReview().Advised("lid1", Advice.NotSuitable).Advised("lid2", Advice.NotSuitable).AfterMinutes(10)),
        ("Stopped, money to come back", () => ASmederij.Released().When(at => new Stopped(at, "anna", "Dit mag niet"))),
        ("Declined, one wants it reviewed again", () => ASmederij.InReview().Advised("lid1", Advice.NotSuitable)
            .Advised("lid2", Advice.NotSuitable).AfterMinutes(10).When(at => new ReopenApproved(at, "bert", "Verkeerde knop"))),
        ("Referred", () => ASmederij.WithMunicipality().When(at => new MunicipalityAnswered(at, 1, "Er komt een drempel"))),
        ("NotGranted", () => ASmederij.Suitable().When(at => new MoneyDenied(at, "2026", "Andere ideeën kregen meer stemmen"))),
        ("Withdrawn", () => ASmederij.Suitable().When(at => new Withdrawn(at))),
        ("GivenBack", () => ASmederij.Released().When(at => new MoneyGivenBack(at, "Het ging niet door"))),
        ("GivenBack, written off by one", () => ASmederij.Released().When(at => new MoneyGivenBack(at, "Het ging niet door"))
            .When(at => new WriteOffApproved(at, "bert", new Euro(45_000), "Er is niets meer te halen"))),
        ("GivenBack, all received", () => ASmederij.Released().When(at => new MoneyGivenBack(at, "Het ging niet door"))
            .When(at => new MoneyReceived(at, "anna", new Euro(45_000), new DateOnly(2026, 3, 2), new Euro(45_000)))),
        ("Stopped", () => Story.Submitted().Confirmed().When(at => new Stopped(at, "anna", "Dit mag niet"))),
        ("Expired, nobody confirmed", () => Story.Submitted().After(10)),
        ("Expired, not theirs", () => Story.Submitted().When(at => new SubmissionDisowned(at))),
    ];

    public static IReadOnlyList<Func<DateTimeOffset, IdeaEvent>> Events { get; } =
    [
        at => new TakenOver(at, new DateOnly(2019, 5, 3), Standing.Completed, "2019", new Euro(45_000), new Euro(50_000), new Euro(40_000), 12),
        at => new SubmissionConfirmed(at),
        at => new ConfirmationAsked(at),
        at => new SupportOffered(at, "sleutel"),
        at => new SupportConfirmed(at),
        at => new SupportCompared(at, 5),
        at => new PaperSignaturesEntered(at, "anna", 1, "scan", "Lijst"),
        at => new SignatureListEntered(at, "anna", 1, "scan", "Lijst"),
        at => new SignatureListCounted(at, "anna", 1, "scan"),
        at => new SignatureListCounted(at, "anna", 9, "scan"),
        at => new SignaturesCorrected(at, "anna", 2, 1, "Twee keer dezelfde naam"),
        at => new Advised(at, 1, "lid1", Advice.Suitable, null),
        at => new Advised(at, 1, "lid1", Advice.Question, "Hoe dan?"),
        at => new Advised(at, 1, "lid1", Advice.NotSuitable, "Te duur"),
        at => new Advised(at, 1, "lid1", Advice.MunicipalMatter, "Een gevaarlijk kruispunt"),
        at => new Advised(at, 1, "lid1", Advice.LongTrack, "Te groot voor één buurt"),
        at => new AdviceTakenBack(at, 1, "lid2"),
        at => new ReopenApproved(at, "anna", "Verkeerde knop"),
        at => new GroupAdvised(at, "Vraag de school erbij"),
        at => new ConflictDeclared(at, 1, "lid1"),
        .. Enum.GetValues<Advice>().Select(advice => (Func<DateTimeOffset, IdeaEvent>)(at =>
            new DecidedInMeeting(at, 1, new DateOnly(2026, 3, 2), advice, "Zo besloten", ["lid1", "lid2"], "anna", "bert", "verkeer"))),
        at => new ReviewerReplaced(at, "anna", "lid1", "lid9", "Ziek"),
        at => new SeatPassedOn(at, "lid1"),
        at => new ReviewRestarted(at, "anna", "Besproken"),
        at => new Answered(at, 1, "Zo."),
        at => new PutToVote(at, "2026"),
        at => new MoneyOffered(at, "2026"),
        at => new MoneyDenied(at, "2026", "Te weinig stemmen"),
        at => new CarriedOver(at, "2027"),
        at => new AccountGiven(at),
        at => new AccountCorrected(at),
        at => new ReleaseApproved(at, "anna", 0),
        at => new ProgressReported(at, "Het loopt", 4, 12, "foto"),
        at => new OverrunAsked(at, new Euro(60_000), "Het hout is duurder"),
        at => new OverrunAnswered(at, "anna", "Zoek een sponsor"),
        at => new PlanCompleted(at, new Euro(45_000)),
        at => new MoneyGivenBack(at, "Het ging niet door"),
        at => new MoneyReceived(at, "anna", new Euro(5_000), new DateOnly(2026, 3, 2), new Euro(45_000)),
        at => new WriteOffApproved(at, "anna", new Euro(45_000), "Er is niets meer te halen"),
        at => new MunicipalityAnswered(at, 1, "Er komt een drempel"),
        at => new ReferralRedirected(at, "anna", "groen", "Het gaat om een boom"),
        at => new LongTrackDecided(at, "anna", LongTrackOutcome.Stop, "Geen partners"),
        at => new LongTrackDecided(at, "anna", LongTrackOutcome.GoOn, "Er komt nog een partner"),
        at => new LongTrackDecided(at, "anna", LongTrackOutcome.Complete, "Het staat er"),
        at => new Withdrawn(at),
        at => new TermPassed(at),
        at => new TermPassed(at.AddYears(2)),
        at => new ReminderAsked(at, "anna", "Duurt lang"),
        at => new TermExtended(at, "anna", at.AddYears(2), "Meer tijd"),
        at => new Paused(at, "anna", "Vakantie"),
        at => new Resumed(at, "anna", "Terug"),
        at => new AmountCorrected(at, "anna", new Euro(30_000), "Tikfout"),
        at => new PersonErased(at, "anna", ErasedPerson.Submitter, "Op verzoek"),
        at => new PersonErased(at, "anna", ErasedPerson.UnconfirmedSupporter, "Op verzoek"),
        at => new PersonErased(at, "anna", ErasedPerson.Supporter, "Op verzoek"),
        at => new PersonErased(at, "anna", ErasedPerson.PaperSupporters, "Op verzoek"),
        at => new PersonCorrected(at, "anna", KnownPerson.Submitter, "Tikfout"),
        at => new PersonCorrected(at, "anna", KnownPerson.Submitter, "Ander adres", NewAddress: true),
        at => new PersonCorrected(at, "anna", KnownPerson.Supporter, "Ander adres", NewAddress: true) { Key = "buur", IsAsked = true },
        at => new NoteWritten(at, "anna"),
        at => new SentByLetter(at, "anna", MailKind.SupportStarted, "Mailadres werkt niet"),
        at => new LookedAt(at, "anna"),
        at => new SubmissionDisowned(at),
        at => new PartHidden(at, "anna", "titel", "Er staat een naam in"),
        at => new PartRestored(at, "anna", "titel", "De naam mag er staan"),
        at => new PartHidden(at, "anna", Whole, "Dit beledigt iemand"),
        at => new PartRestored(at, "anna", Whole, "Het is aangepast"),
        at => new Stopped(at, "anna", "Dit mag niet"),
    ];

    /// <summary>Whatever the last of the three says, the one advice is what is left.</summary>
    private static Story OneLeft(Advice advice) => ASmederij.InReview().Advised("lid2", advice).When(at => new ConflictDeclared(at, 1, "lid3"));

    /// <summary>The event in the table: "TermPassed, when due" is the one that comes two years later.</summary>
    public static string NameOf(IdeaEvent e, DateTimeOffset now) => e switch
    {
        TermPassed when e.At > now => "TermPassed, when due",
        TermPassed => "TermPassed, too early",
        SignatureListCounted { Count: 9 } => "SignatureListCounted, another number",
        Advised a => $"Advised {a.Advice}",
        DecidedInMeeting d => $"DecidedInMeeting {d.Advice}",
        PersonErased p => $"PersonErased {p.Who}",
        PartHidden { Part: Whole } => "PartHidden, the whole",
        PartRestored { Part: Whole } => "PartRestored, the whole",
        PersonCorrected p => $"PersonCorrected {p.Who}{(p.NewAddress ? ", new address" : "")}",
        LongTrackDecided d => $"LongTrackDecided {d.Outcome}",
        _ => e.GetType().Name,
    };
}
