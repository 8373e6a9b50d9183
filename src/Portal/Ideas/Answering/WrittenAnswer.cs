namespace Smederijen.Portal.Ideas.Answering;

/// <summary>An answer in one field, from a mailed link: the submitter's to the wijkteam, the municipality's to the submitter.</summary>
public sealed class WrittenAnswer(LinkedIdeas links, IdeaItems ideas)
{
    public const string Field = "antwoord";
    private const int MaxLength = 2000;

    /// <param name="answered">What happens with the answer, at the instant of deciding.</param>
    /// <param name="page">Shows the page again, with a sentence about why nothing changed.</param>
    public Task<IResult> Post(
        HttpContext http, LinkPurpose purpose,
        Func<Link, string, DateTimeOffset, IdeaEvent> answered, Func<LinkedIdea, Typed, int, string?, Task<IResult>> page) =>
        links.Post(http, purpose, async (linked, typed) =>
        {
            var text = typed.Text(Field, MaxLength, "Schrijf uw antwoord op.");
            if (typed.Errors.Any)
                return await page(linked, typed, 400, null);
            var outcome = await ideas.Handle(linked.Story.Key, typed.Pressed, at => answered(linked.Link, text, at));
            return await links.Answer(http, linked, outcome, (now, problem) => page(now, typed, 409, problem));
        });
}
