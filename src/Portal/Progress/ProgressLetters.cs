using Smederijen.Domain.Ideas;
using Smederijen.Portal.Links;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Text;

namespace Smederijen.Portal.Progress;

/// <summary>The mails while residents carry their plan out.</summary>
public static class ProgressLetters
{
    public static Letter RealisationReminder(LetterFacts facts) => new(
        $"Hoe gaat het met uw idee? {facts.Title}",
        LetterParts.Paragraphs(
            "U kreeg geld voor uw idee. Wij zijn benieuwd hoe het gaat. Vertel het in een paar zinnen.",
            facts.Idea.State switch
            {
                IdeaState.Released { Overdue: true } s => $"Uw idee moest klaar zijn op {Dutch.LastDay(s.RealiseBefore)}. Die dag is voorbij. De gebiedsregisseur belt u daarover.",
                IdeaState.Released s => $"Uw idee moet klaar zijn op {Dutch.LastDay(s.RealiseBefore)}. Lukt dat niet? Bel dan de gebiedsregisseur.",
                _ => null,
            }),
        new LetterLink("Vertellen hoe het gaat", facts.Link(LinkPurpose.Progress)),
        facts.SubmitterLinks);

    public static Letter RealisationOverdue(LetterFacts facts) => new(
        $"Dit idee is niet op tijd klaar: {facts.Title}",
        LetterParts.Paragraphs(
            "Voor dit idee is geld betaald. Het idee is nog niet klaar, en de tijd is voorbij.",
            facts.Idea.State is IdeaState.Released s ? $"Het moest klaar zijn op {Dutch.LastDay(s.RealiseBefore)}." : null,
            "Bel de indiener. Geef op het bord meer tijd, of spreek af dat het geld terugkomt."),
        facts.StaffLink, [facts.PublicLink], facts.About)
    { Greeting = LetterParts.Colleague };

    public static Letter IdeaCompleted(LetterFacts facts) => new(
        $"Uw idee is klaar: {facts.Title}",
        ["Uw idee is klaar. Bedankt voor uw inzet voor de buurt! U hoeft niets meer te doen."],
        Also: facts.SubmitterLinks);
}
