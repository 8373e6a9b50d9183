namespace Smederijen.Portal.Ideas.Review;

/// <summary>What a member of the wijkteam can choose, with the values that the form posts.</summary>
public static class ReviewForm
{
    public const string Choice = "keuze";
    public const string Reason = "toelichting";
    public const string Theme = "thema";
    public const string OwnInterest = "belang";
    public const int MaxReason = 2000;

    /// <summary>Posted in place of a choice: the advice that was given does not count any more.</summary>
    public const string TakeBack = "terugnemen";

    /// <summary>The choices in the order of the page.</summary>
    public static IReadOnlyList<Forms.Choice> Choices { get; } =
    [
        new("geschikt", "Geschikt", "Het idee past bij de voorwaarden en kan doorgaan."),
        new("niet-geschikt", "Niet geschikt", "Het idee past niet bij de voorwaarden, of kan niet. Leg uit waarom."),
        new("vraag", "Ik heb eerst een vraag", "De indiener krijgt uw vraag. Daarna bekijkt het hele wijkteam het idee opnieuw."),
        new("gemeentekwestie", "Zaak voor de gemeente", "De gemeente moet dit oppakken, zoals een gevaarlijke oversteek. Leg uit waarom."),
        new("lange-klap", "Lange klap",
            "Te groot voor het geld van de Smederij alleen: er is meer tijd, geld en samenwerking nodig. Leg uit waarom."),
        new(OwnInterest, "Ik heb zelf een belang bij dit idee", "U adviseert dan niet mee. De anderen beslissen."),
    ];

    /// <summary>The event that somebody chose; null, with the errors of the form, when it is not complete.</summary>
    /// <param name="themes">What the municipality can be asked about.</param>
    public static Func<DateTimeOffset, IdeaEvent>? Check(Typed typed, Link link, IReadOnlyList<MunicipalTheme> themes)
    {
        var choice = typed.Raw(Choice);
        if (choice == OwnInterest)
            return at => new IdeaEvent.ConflictDeclared(at, link.Version, link.Person);
        if (choice == TakeBack)
            return at => new IdeaEvent.AdviceTakenBack(at, link.Version, link.Person);
        var advice = AdviceOf(choice);
        if (advice is null)
            typed.Errors.Add(Choice, "Kies wat u adviseert.");
        var reason = typed.Text(Reason, MaxReason, MissingReason(advice));
        var theme = themes.FirstOrDefault(theme => theme.Id == typed.Raw(Theme))?.Id;
        return advice is { } chosen && !typed.Errors.Any
            ? at => new IdeaEvent.Advised(at, link.Version, link.Person, chosen, reason.Length > 0 ? reason : null, chosen is Advice.MunicipalMatter
                ? theme : null)
            : null;
    }

    /// <summary>What was chosen, as the page tells it afterwards.</summary>
    public static string Words(Advice advice) => Choices[(int)advice].Label;

    /// <summary>What a value of the form advises; null when it is none that does.</summary>
    public static Advice? AdviceOf(string choice) => choice switch
    {
        "geschikt" => Advice.Suitable,
        "niet-geschikt" => Advice.NotSuitable,
        "vraag" => Advice.Question,
        "gemeentekwestie" => Advice.MunicipalMatter,
        "lange-klap" => Advice.LongTrack,
        _ => null,
    };

    /// <summary>The value of the form that gives this advice.</summary>
    public static string NameOf(Advice advice) => Choices[(int)advice].Value;

    /// <summary>What somebody reads who gives no reason; null where it may stay out.</summary>
    public static string? MissingReason(Advice? advice) => advice switch
    {
        null or Advice.Suitable => null,
        Advice.Question => "Schrijf uw vraag op.",
        _ => "Leg uit waarom. De indiener leest dit.",
    };
}
