using Smederijen.Portal.Ideas.Review;

namespace Smederijen.Portal.Meetings;

/// <summary>The form in which staff enter what a meeting decided, with the values that it posts.</summary>
public static class MeetingForm
{
    public const string Day = "dag";
    public const string Present = "aanwezig";

    /// <summary>Which ideas the page showed, each with the version of its review: <c>id:1 id:2</c>.</summary>
    public const string Seen = "gezien";

    /// <summary>Nothing was decided about an idea.</summary>
    public const string Open = "";

    private const string DecisionPrefix = "besluit-";
    private const string ReasonPrefix = "toelichting-";
    private const char ThemeMark = ':';

    public static string DecisionOf(string idea) => DecisionPrefix + idea;

    public static string ReasonOf(string idea) => ReasonPrefix + idea;

    /// <summary>What can be chosen for an idea: what a member of the wijkteam can advise, and nothing.</summary>
    public static IReadOnlyList<Choice> Choices(IReadOnlyList<MunicipalTheme> themes) =>
    [
        new(Open, "Nog open"),
        .. ReviewForm.Choices.Where(choice => ReviewForm.AdviceOf(choice.Value) is not null).SelectMany(choice =>
            ReviewForm.AdviceOf(choice.Value) is Advice.MunicipalMatter
                ? themes.Select(theme => new Choice($"{choice.Value}{ThemeMark}{theme.Id}", $"{choice.Label}: {theme.Name}")).Prepend(choice)
                : [choice]),
    ];

    /// <summary>What was typed before, to go on with.</summary>
    public static IReadOnlyDictionary<string, string> ValuesOf(Meeting meeting) => meeting.Decisions
        .SelectMany(decision => new[]
        {
            (Key: DecisionOf(decision.Idea), Value: ReviewForm.NameOf(decision.Advice) + (decision.Theme is null ? "" : $"{ThemeMark}{decision.Theme}")),
            (Key: ReasonOf(decision.Idea), Value: decision.Reason ?? ""),
        })
        .Append((Key: Day, Value: meeting.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
        .Append((Key: Present, Value: string.Join(',', meeting.Present)))
        .ToDictionary(value => value.Key, value => value.Value);

    /// <summary>The day and who was there, with the errors of what is missing.</summary>
    public static (DateOnly On, IReadOnlyList<string> Present) Check(Typed typed, IReadOnlyList<MeetingPlace> places, DateOnly today)
    {
        var on = typed.Day(Day, "Vul de dag van het overleg in.");
        if (on > today)
            typed.Errors.Add(Day, "Deze dag moet nog komen. Vul de dag in waarop het overleg was.");
        else if (on < today.AddYears(-1))
            typed.Errors.Add(Day, "Deze dag is meer dan een jaar geleden. Kijk de datum na.");
        var present = typed.Several(Present).Where(id => places.Any(place => place.Id == id)).ToList();
        if (present.Count == 0)
            typed.Errors.Add(Present, "Zet een vinkje bij wie erbij waren.");
        return (on ?? default, present);
    }

    /// <summary>The ideas that the page showed, each with the version of its review.</summary>
    public static IReadOnlyList<(string Idea, int Version)> SeenIn(Typed typed)
    {
        List<(string Idea, int Version)> seen = [];
        foreach (var one in typed.Raw(Seen).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(Meeting.MostIdeas))
            if (one.Split(':') is [var idea, var digits] && ItemId.IsValid(idea) && seen.All(before => before.Idea != idea)
                && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
                seen.Add((idea, version));
        return seen;
    }

    /// <summary>What was decided about the ideas that the page showed; an idea that was left open is not among it.</summary>
    public static IReadOnlyList<MeetingDecision> Decisions(
        Typed typed, IReadOnlyList<(string Idea, int Version)> seen, IReadOnlyList<MunicipalTheme> themes)
    {
        var before = typed.Errors.Count;
        List<MeetingDecision> decisions = [.. seen.Select(one => Decision(typed, one.Idea, one.Version, themes)).OfType<MeetingDecision>()];
        if (decisions.Count == 0 && typed.Errors.Count == before)
            typed.Errors.Add("", "Kies bij minstens één idee wat het wijkteam heeft besloten.");
        return decisions;
    }

    private static MeetingDecision? Decision(Typed typed, string idea, int version, IReadOnlyList<MunicipalTheme> themes)
    {
        var (choice, theme) = typed.Raw(DecisionOf(idea)).Split(ThemeMark) switch
        {
            [var alone] => (alone, null),
            [var named, var id] => (named, themes.FirstOrDefault(one => one.Id == id)?.Id),
            _ => ("", null),
        };
        var advice = ReviewForm.AdviceOf(choice);
        var reason = typed.Text(ReasonOf(idea), ReviewForm.MaxReason, ReviewForm.MissingReason(advice));
        if (advice is null && reason.Length > 0)
            typed.Errors.Add(DecisionOf(idea), "U schreef een toelichting. Kies ook wat het wijkteam heeft besloten, of maak de toelichting leeg.");
        return advice is { } chosen ? new(idea, version, chosen, reason.Length > 0 ? reason : null, theme) : null;
    }
}
