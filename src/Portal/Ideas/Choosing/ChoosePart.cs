namespace Smederijen.Portal.Ideas.Choosing;

/// <summary>The submitter says, from the link in the mail, whether the idea can do with the part of the money that is left.</summary>
public sealed class ChoosePart(LinkedIdeas links, IdeaItems ideas)
{
    public const string Choice = "keuze";
    public const string Accept = "aannemen";
    public const string Decline = "niet-aannemen";
    public const string Plan = "plan";
    public const string Sure = "zeker";

    /// <summary>What the page showed as offered, in cents.</summary>
    public const string Seen = "aangeboden";

    private const int LongestPlan = 2000;

    public Task<IResult> Show(HttpContext http) => links.Show(http, LinkPurpose.Part, linked => Page(linked, Typed.For(http), 200));

    public Task<IResult> Post(HttpContext http) => links.Post(http, LinkPurpose.Part, async (linked, typed) =>
    {
        if (Read(typed) is not { } happening)
            return await Page(linked, typed, 400);
        var outcome = await ideas.Handle(linked.Story.Key, typed.Pressed, happening);
        return await links.Answer(http, linked, outcome, (now, problem) => Page(now, typed, 409, problem));
    });

    /// <summary>Null, with the errors of the form, when nothing can come of it.</summary>
    private static Func<DateTimeOffset, IdeaEvent>? Read(Typed typed)
    {
        var seen = long.TryParse(typed.Raw(Seen), NumberStyles.None, CultureInfo.InvariantCulture, out var cents) && cents <= Euro.MaxCents
            ? new Euro(cents) : Euro.Zero;
        switch (typed.Raw(Choice))
        {
            case Accept:
                var plan = typed.Text(Plan, LongestPlan, "Schrijf op wat er verandert aan uw plan.");
                return typed.Errors.Any ? null : at => new IdeaEvent.PartAccepted(at, seen, plan);
            case Decline:
                if (typed.Raw(Sure) != "ja")
                    typed.Errors.Add(Sure, "Zet een vinkje als u zeker weet dat u het deel niet aanneemt.");
                return typed.Errors.Any ? null : at => new IdeaEvent.PartDeclined(at, seen);
            default:
                typed.Errors.Add("", "Kies of u het deel van het geld aanneemt.");
                return null;
        }
    }

    private static Task<IResult> Page(LinkedIdea linked, Typed typed, int status, string? problem = null) =>
        Task.FromResult<IResult>(new PageOf<ChoosePartPage>(new ChoosePartModel(linked.Story, typed, linked.Here, problem), status));
}

/// <summary>What the page with the offer shows.</summary>
/// <param name="Problem">Why the last press of a button changed nothing.</param>
public sealed record ChoosePartModel(IdeaStory Story, Typed Typed, string Here, string? Problem)
{
    /// <summary>The offer while it waits for an answer.</summary>
    public IdeaState.OfferedPart? Open => Story.Idea.State as IdeaState.OfferedPart;

    /// <summary>What the submitter chose last; null when nothing was chosen.</summary>
    public IdeaEvent? Chosen => Story.Log.Select(line => line.Event)
        .LastOrDefault(e => e is IdeaEvent.PartOffered or IdeaEvent.PartAccepted or IdeaEvent.PartDeclined) is { } last and not IdeaEvent.PartOffered
            ? last : null;
}

public static class ChoosingEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<ChoosePart>("ShowPart", "/deel/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<ChoosePart>("ChoosePart", "/deel/{verwijzing}", (x, http) => x.Post(http)),
    ];
}
