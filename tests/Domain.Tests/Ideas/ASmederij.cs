using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

/// <summary>Settings and shortcuts that many stories share.</summary>
public static class ASmederij
{
    public static SmederijSettings WithDefaults(bool rolling = true, int threshold = 3, int quorum = 2, int reviewers = 3) => new(
        "wolfsbos", 1, "Wolfsbos", SmederijKind.Wijk, 3000, [AreaPart.OfDigits(7901, 7903)], ["Het idee is voor de buurt."],
        threshold, new Euro(500_000),
        new WijkteamSettings(quorum, [.. Enumerable.Range(1, reviewers).Select(n => new ReviewerSettings($"lid{n}", $"functie {n}", n <= 3))]),
        "regisseur1",
        new RoundSettings("2026", new Euro(1_000_000), rolling, new DateOnly(2026, 11, 30), false,
            new VoteSettings(BallotKind.Approval, null, CountRule.Greedy, 14)),
        new TermSettings());

    public static Story Confirmed(this Story story) => story.When(at => new SubmissionConfirmed(at));

    public static Story Supported(this Story story, int times = 3) =>
        Enumerable.Range(0, times).Aggregate(story, (s, _) => s.When(at => new SupportConfirmed(at)));

    /// <summary>Signatures that two of the staff counted alike.</summary>
    public static Story OnPaper(this Story story, int count) =>
        story.When(at => new SignatureListEntered(at, "bert", count, "lijst", "Lijst")).Counted("cor", count, "lijst");

    public static Story Counted(this Story story, string by, int count, string scan = "scan") =>
        story.When(at => new SignatureListCounted(at, by, count, scan));

    public static Story Advised(this Story story, string reviewer, Domain.Ideas.Advice advice, string? reason = "Daarom.", int version = 1) =>
        story.When(at => new Advised(at, version, reviewer, advice, reason));

    public static Story AwaitingLook() =>
        Story.Submitted(settings: WithDefaults() with { LooksFirst = true }).Confirmed();

    public static Story InReview(SmederijSettings? settings = null) =>
        Story.Submitted(settings: settings).Confirmed().OnPaper(2).Supported(1).ForgetEffects();

    public static Story WithMunicipality() => InReview()
        .When(at => new Advised(at, 1, "lid1", Domain.Ideas.Advice.MunicipalMatter, "Een gevaarlijk kruispunt", "verkeer"))
        .When(at => new Advised(at, 1, "lid2", Domain.Ideas.Advice.MunicipalMatter, "Hier moet een drempel komen", "verkeer"));

    public static Story Suitable(SmederijSettings? settings = null) => InReview(settings)
        .Advised("lid1", Domain.Ideas.Advice.Suitable).Advised("lid2", Domain.Ideas.Advice.Suitable).ForgetMails();

    /// <summary>€ 150 of the € 450 that it asks.</summary>
    public static Story PartOffered(SmederijSettings? settings = null) =>
        Suitable(settings).When(at => new PartOffered(at, "2026", new Euro(15_000))).ForgetEffects();

    public static Story Granted(SmederijSettings? settings = null) => Suitable(settings).When(at => new MoneyOffered(at, "2026")).ForgetMails();

    public static Story Released(SmederijSettings? settings = null) => Granted(settings).When(at => new AccountGiven(at))
        .When(at => new ReleaseApproved(at, "anna", 0)).When(at => new ReleaseApproved(at, "bert", 0)).ForgetMails();

    public static SmederijSettings PaysInTwo() => WithDefaults() with { Instalments = new(new Euro(40_000), 33) };

    /// <summary>€ 148,50 of € 450 is released, where ideas of € 400 and more get a third in advance.</summary>
    public static Story Advanced() => Granted(PaysInTwo()).When(at => new AccountGiven(at, "zegel"))
        .When(at => new ReleaseApproved(at, "anna", 0, "zegel")).When(at => new ReleaseApproved(at, "bert", 0, "zegel")).ForgetMails();

    /// <summary>The plan is done for € 400, and € 251,50 is still to be paid.</summary>
    public static Story AwaitingRest() => Advanced().When(at => new PaymentMade(at, 1, new DateOnly(2026, 3, 2)))
        .When(at => new PlanCompleted(at, new Euro(40_000))).ForgetEffects();
}
