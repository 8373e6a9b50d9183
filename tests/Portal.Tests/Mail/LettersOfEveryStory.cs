using Smederijen.Domain.Ideas;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Tests.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Mailing;
using Smederijen.Portal.Mail;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Portal.Tests.Mail;

/// <summary>Every letter that the domain can cause, each written for the idea as it is when it is sent.</summary>
internal static class LettersOfEveryStory
{
    public static IReadOnlyList<(MailKind Kind, AddresseeRole Role, Letter Letter)> Written { get; } =
    [
        .. EveryStateAndEvent.States
            .SelectMany(_ => EveryStateAndEvent.Events, (state, happening) => (Story: state.Arrange(), Happening: happening))
            .SelectMany(x => Caused(x.Story, x.Happening))
            .Concat(More())
            .DistinctBy(x => (x.Kind, x.Role, LetterPress.Text(x.Letter)))
            .OrderBy(x => x.Kind).ThenBy(x => x.Role),
    ];

    public static LetterFacts FactsOf(Idea idea, Addressee to, Story story) => new(
        idea, "Bankjes bij de vijver", story.Settings, to,
        new Uri("https://smederijen.example.nl/smederijen/wolfsbos/ideeen/idee1"),
        new Uri("https://smederijen.example.nl/medewerkers/ideeen/wolfsbos/idee1"),
        idea.State is not IdeaState.AwaitingConfirmation,
        purpose => new Uri($"https://smederijen.example.nl/link/{purpose}"))
    {
        OpenRound = story.Settings.Round,
    };

    /// <summary>What the common states and events leave out.</summary>
    private static IEnumerable<(MailKind Kind, AddresseeRole Role, Letter Letter)> More() =>
    [
        .. Caused(Story.Submitted()),
        .. Caused(Story.Submitted(), at => new TermPassed(at.AddDays(5))),
        .. Caused(Story.Submitted().Confirmed().Supported(1), at => new TermPassed(at.AddDays(20))),
        .. Caused(
            ASmederij.InReview().Advised("lid1", Advice.Suitable).Advised("lid2", Advice.NotSuitable),
            at => new Advised(at, 1, "lid3", Advice.LongTrack, "Te groot voor de wijk")),
        .. Caused(ASmederij.InReview(ASmederij.WithDefaults(rolling: false)).Advised("lid1", Advice.Suitable), at =>
            new Advised(at, 1, "lid2", Advice.Suitable, null)),
        .. Caused(
            ASmederij.InReview().Advised("lid1", Advice.NotSuitable, "Te duur.").Advised("lid2", Advice.NotSuitable, "Er staan al bankjes."),
            at => new TermPassed(at.AddMinutes(10))),
        .. Caused(ASmederij.Granted().When(at => new AccountGiven(at)).When(at => new ReleaseApproved(at, "bert", 0)), at =>
            new ReleaseApproved(at, "anna", 0)),
        .. Caused(ASmederij.Suitable(ASmederij.PaysInTwo()), at => new MoneyOffered(at, "2026")),
        .. Caused(ASmederij.Granted(ASmederij.PaysInTwo()), at => new AccountGiven(at, "zegel")),
        .. Caused(ASmederij.Granted(ASmederij.PaysInTwo()).When(at => new AccountGiven(at)).When(at => new ReleaseApproved(at, "bert", 0)), at =>
            new ReleaseApproved(at, "anna", 0)),
        .. Caused(
            ASmederij.InReview().When(at => new PartHidden(at, "anna", Whole, "Dit beledigt iemand")),
            at => new PartRestored(at, "anna", Whole, "Het is aangepast")),
    ];

    private static IEnumerable<(MailKind Kind, AddresseeRole Role, Letter Letter)> Caused(Story story, Func<DateTimeOffset, IdeaEvent> happening) =>
        Caused(story.When(happening));

    private static IEnumerable<(MailKind Kind, AddresseeRole Role, Letter Letter)> Caused(Story story) => story.Last is IdeaDecision.Accepted accepted
        ? from mail in accepted.Effects.OfType<IdeaEffect.SendMail>()
          let facts = FactsOf(story.Idea, mail.To, story)
          from isConfirmed in (bool[])[facts.IsConfirmed, facts.IsConfirmed || mail.To.Role is AddresseeRole.Supporter]
          from round in (RoundSettings?[])[facts.OpenRound, null]
          select (mail.Kind, mail.To.Role, Letters.Write(mail.Kind, facts with { IsConfirmed = isConfirmed, OpenRound = round }))
        : [];
}
