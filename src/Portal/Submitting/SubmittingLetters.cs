using Smederijen.Portal.Links;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Text;

namespace Smederijen.Portal.Submitting;

/// <summary>The mails around handing in an idea.</summary>
public static class SubmittingLetters
{
    public static Letter ConfirmSubmission(LetterFacts facts) => new(
        $"Bevestig uw idee: {facts.Title}",
        [
            $"U hebt een idee ingediend bij {facts.Smederij.Name}. Klopt dat? Klik dan op de link en bevestig uw idee.",
            $"Dat kan tot {Dutch.DateTime(facts.Idea.State.Deadline!.Value)}. Daarna vervalt het idee.",
            "Hebt u geen idee ingediend? Dan hoeft u niets te doen.",
        ],
        new LetterLink("Mijn idee bevestigen", facts.Link(LinkPurpose.ConfirmSubmission)));
}
