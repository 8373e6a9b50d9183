namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>The mails when a reviewer has a question for the submitter.</summary>
public static class AnsweringLetters
{
    public static Letter QuestionAsked(LetterFacts facts) => Ask(
        facts, facts.Subject("Een vraag over uw idee"), "Het wijkteam heeft een vraag over uw idee:");

    public static Letter QuestionReminder(LetterFacts facts) => Ask(
        facts, facts.Subject("Wij wachten op uw antwoord"), "Het wijkteam heeft u iets gevraagd over uw idee. Wij hebben nog geen antwoord.");

    private static Letter Ask(LetterFacts facts, string subject, string opening)
    {
        var asked = facts.Idea.State as IdeaState.AwaitingAnswer;
        return new(
            subject,
            LetterParts.Paragraphs(
                opening,
                asked is null ? null : $"“{asked.Question}”",
                asked is null ? null : $"Antwoorden kan tot en met {Dutch.LastDay(asked.Term.Until)}. Daarna vervalt uw idee.",
                "Na uw antwoord bekijkt het wijkteam uw idee opnieuw. Vraag en antwoord staan op de website. Schrijf er dus geen namen of telefoonnummers in."),
            new LetterLink("De vraag beantwoorden", facts.Link(LinkPurpose.Answer)),
            facts.SubmitterLinks);
    }
}
