using Smederijen.Domain.Ideas;
using Smederijen.Portal.Submitting;

namespace Smederijen.Portal.Mail;

/// <summary>Which letter belongs to which mail; the words stand with the step that they are about.</summary>
public static class Letters
{
    public static Letter Write(MailKind kind, LetterFacts facts) => kind switch
    {
        MailKind.ConfirmSubmission => SubmittingLetters.ConfirmSubmission(facts),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every mail needs a letter."),
    };
}
