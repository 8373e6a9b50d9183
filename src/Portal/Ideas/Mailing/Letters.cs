using Smederijen.Portal.Ideas.Answering;
using Smederijen.Portal.Ideas.Managing;
using Smederijen.Portal.Ideas.Progress;
using Smederijen.Portal.Ideas.Referral;
using Smederijen.Portal.Ideas.Release;
using Smederijen.Portal.Ideas.Review;
using Smederijen.Portal.Ideas.Submitting;
using Smederijen.Portal.Ideas.Support;

namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>Which letter belongs to which mail; the words stand with the step that they are about.</summary>
public static class Letters
{
    public static Letter Write(MailKind kind, LetterFacts facts) => kind switch
    {
        MailKind.ConfirmSubmission => SubmittingLetters.ConfirmSubmission(facts),
        MailKind.ConfirmationReminder => SubmittingLetters.ConfirmationReminder(facts),
        MailKind.SupportStarted => SupportLetters.SupportStarted(facts),
        MailKind.SupportHalfway => SupportLetters.SupportHalfway(facts),
        MailKind.ConfirmSupport => SupportLetters.ConfirmSupport(facts),
        MailKind.SupportReached => SupportLetters.SupportReached(facts),
        MailKind.SupportFailed => SupportLetters.SupportFailed(facts),
        MailKind.ReviewRequest => ReviewLetters.ReviewRequest(facts),
        MailKind.ReviewReminder => ReviewLetters.ReviewReminder(facts),
        MailKind.ReviewEscalated => ReviewLetters.ReviewEscalated(facts),
        MailKind.ReviewSplit => ReviewLetters.ReviewSplit(facts),
        MailKind.QuestionAsked => AnsweringLetters.QuestionAsked(facts),
        MailKind.QuestionReminder => AnsweringLetters.QuestionReminder(facts),
        MailKind.FoundSuitable => VerdictLetters.FoundSuitable(facts),
        MailKind.FoundUnsuitable => VerdictLetters.FoundUnsuitable(facts),
        MailKind.PassedOn => ReferralLetters.PassedOn(facts),
        MailKind.MunicipalityAsked => ReferralLetters.MunicipalityAsked(facts),
        MailKind.MunicipalityReminder => ReferralLetters.MunicipalityReminder(facts),
        MailKind.MunicipalitySilent => ReferralLetters.MunicipalitySilent(facts),
        MailKind.MunicipalityAnswer => ReferralLetters.MunicipalityAnswer(facts),
        MailKind.MovedToLongTrack => VerdictLetters.MovedToLongTrack(facts),
        MailKind.LongTrackCheck => VerdictLetters.LongTrackCheck(facts),
        MailKind.MoneyGranted => GrantLetters.MoneyGranted(facts),
        MailKind.AccountReminder => GrantLetters.AccountReminder(facts),
        MailKind.MoneyDenied => GrantLetters.MoneyDenied(facts),
        MailKind.CarriedOver => GrantLetters.CarriedOver(facts),
        MailKind.ReleaseRequest => ReleaseLetters.ReleaseRequest(facts),
        MailKind.ReleaseReminder => ReleaseLetters.ReleaseReminder(facts),
        MailKind.MoneyReleased => ReleaseLetters.MoneyReleased(facts),
        MailKind.RealisationReminder => ProgressLetters.RealisationReminder(facts),
        MailKind.RealisationOverdue => ProgressLetters.RealisationOverdue(facts),
        MailKind.OverrunQuestion => ProgressLetters.OverrunQuestion(facts),
        MailKind.OverrunAnswer => ProgressLetters.OverrunAnswer(facts),
        MailKind.PlanGivenBack => FlowBackLetters.PlanGivenBack(facts),
        MailKind.MoneyFlowsBack => FlowBackLetters.MoneyFlowsBack(facts),
        MailKind.IdeaCompleted => ProgressLetters.IdeaCompleted(facts),
        MailKind.IdeaWithdrawn => EndingLetters.IdeaWithdrawn(facts),
        MailKind.IdeaExpired => EndingLetters.IdeaExpired(facts),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every mail needs a letter."),
    };
}
