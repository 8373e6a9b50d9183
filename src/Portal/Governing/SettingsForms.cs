namespace Smederijen.Portal.Governing;

/// <summary>What forms, comparisons and files know of each document.</summary>
internal static class SettingsForms
{
    private const string NotFilledIn = "Niet ingevuld";

    public static IReadOnlyList<SettingsGroup> GroupsOf(string id) => id switch
    {
        SettingsKeys.Stuurgroep => StuurgroepFields.Groups,
        SettingsKeys.Municipality => MunicipalityFields.Groups,
        SettingsKeys.Staff => StaffFields.Groups,
        _ => SmederijFields.Groups,
    };

    public static IEnumerable<SettingsField> FieldsOf(string id) => GroupsOf(id).SelectMany(group => group.Fields);

    /// <summary>A form that holds a document.</summary>
    public static Typed Fill(object content, params KeyValuePair<string, string>[] also) =>
        new(FieldsOf(SettingsDocument.IdOf(content)).SelectMany(field => field.Filled(content)).Concat(also).ToDictionary(), []);

    /// <summary>The document as it was typed; what is wrong stands in the errors.</summary>
    public static object Read(object content, Typed typed)
    {
        foreach (var field in FieldsOf(SettingsDocument.IdOf(content)))
            content = field.Read(content, typed);
        return content;
    }

    /// <summary>What differs, in the order of the form.</summary>
    public static IReadOnlyList<SettingsChange> Compare(object? before, object after) =>
    [
        .. from field in FieldsOf(SettingsDocument.IdOf(after))
           let was = before is null ? [] : field.Words(before)
           let becomes = field.Words(after)
           where !was.SequenceEqual(becomes)
           select Change(field, before, after, was, becomes),
    ];

    private static SettingsChange Change(SettingsField field, object? before, object after, IReadOnlyList<string> was, IReadOnlyList<string> becomes)
    {
        var (gone, come) = before is not null && field.Differ is { } differ ? differ(before, after)
            : ([.. was.Except(becomes)], [.. becomes.Except(was)]);
        return new(
            field.Label, was.Count == 0 ? [NotFilledIn] : gone.Count == 0 ? ["-"] : gone,
            becomes.Count == 0 ? [NotFilledIn] : come.Count == 0 ? ["-"] : come, field.Touches)
        {
            Samples = field.Sample is { } sample ? (before is null ? null : sample(before), sample(after)) : default,
        };
    }

    /// <summary>What a change needs a second person for.</summary>
    public static Touches TouchedBy(IEnumerable<SettingsChange> changes) => changes.Aggregate(Touches.None, (all, change) => all | change.Touches);

    /// <summary>A first round of some weeks helps nobody: in the last quarter it is that of the following year.</summary>
    private static int FirstYear(DateOnly today) => today.Month >= 10 ? today.Year + 1 : today.Year;

    /// <summary>A Smederij of which only the name is known; the rest as most have it.</summary>
    public static SmederijSettings Blank(string id, string name, SmederijSettings? like, DateOnly today) => like is not null
        ? like with { Id = id, Version = 0, Name = name, Area = [], Closed = false, Successors = null }
        : new(
            id, 0, name, SmederijKind.Wijk, 1000, [],
            ["Het idee maakt de buurt prettiger voor iedereen.", "U helpt zelf mee.", "Het idee is binnen een jaar klaar."], 15, new Euro(1_000_000),
            new WijkteamSettings(2, [new("opbouwwerker", "opbouwwerker", true), new("wijkbeheerder", "wijkbeheerder", true), new("wijkagent",
                "wijkagent", true)]),
            "", new RoundSettings($"{FirstYear(today)}", Euro.Zero, true, new DateOnly(FirstYear(today), 12, 31), true, new VoteSettings(
                BallotKind.Approval, null, CountRule.EqualShares, 14)),
            new TermSettings());
}

/// <summary>What one field says no more, and says from then on: a line for each part.</summary>
public sealed record SettingsChange(string Label, IReadOnlyList<string> Before, IReadOnlyList<string> After, Touches Touches)
{
    /// <summary>What is shown beside the words before and after; null where they are enough.</summary>
    public (string? Before, string? After) Samples { get; init; }
}

/// <summary>What has to hold between the fields of a document, and between a change and what runs.</summary>
internal static class SettingsRules
{
    /// <summary>Adds what is wrong to the errors of the form.</summary>
    /// <param name="before">What counts on the day of the change without it; null for a document that begins.</param>
    /// <param name="from">The first day of the change; null for at once.</param>
    /// <param name="others">The Smederijen beside this one.</param>
    public static void Check(object? before, object after, DateOnly? from, DateOnly today, IEnumerable<SmederijSettings> others, FormErrors errors)
    {
        switch (after)
        {
            case SmederijSettings smederij:
                Check(before as SmederijSettings, smederij, from ?? today, others, errors);
                break;
            case StuurgroepSettings stuurgroep:
                if (stuurgroep.Quorum > stuurgroep.Seats.Length)
                    errors.Add("quorum", $"Er zijn {stuurgroep.Seats.Length} zetels. Vul hoogstens dat aantal in.");
                CheckYear("dividesFrom", stuurgroep.DividesFrom, errors);
                break;
            case StaffRegister staff:
                StaffRules.Check(staff, from ?? today, others, errors);
                break;
            case MunicipalitySettings municipality:
                if (municipality.Themes.IsEmpty && !errors.Any(error => error.Field.StartsWith("themes.", StringComparison.Ordinal)))
                    errors.Add("themes.1.name", "Vul minstens één onderwerp in, bijvoorbeeld: Iets anders.");
                LookFields.Check(municipality.Colours, errors);
                PayerFields.Check(municipality.Payer, errors);
                break;
        }
    }

    private static void Check(SmederijSettings? before, SmederijSettings after, DateOnly from, IEnumerable<SmederijSettings> others,
        FormErrors errors)
    {
        if (after.Wijkteam.Quorum > after.Wijkteam.Members.Length)
            errors.Add("wijkteam.quorum", $"Het wijkteam heeft {Dutch.Count(after.Wijkteam.Members.Length, "plek", "plekken")}. Vul hoogstens dat aantal in.");
        if (others.FirstOrDefault(other => other.Id != after.Id && string.Equals(other.Name, after.Name,
            StringComparison.OrdinalIgnoreCase)) is { } same)
            errors.Add("name", $"Er is al een Smederij {same.Name}. Kies een andere naam.");
        if (after is { Closed: false, Successors: not null })
            errors.Add("successors", "Alleen na een Smederij die is opgeheven, komt een andere. Kies eerst dat deze is opgeheven, of maak dit leeg.");
        foreach (var successor in after.Successors ?? [])
            if (successor == after.Id || others.All(other => other.Id != successor || other.Closed))
                errors.Add("successors", $"Er is geen andere Smederij '{successor}' die open is. Kies een Smederij die er is.");
        CheckYear("round.period", after.Round.Period, errors);
        if (errors.Has("round.period") || Equals(before?.Round, after.Round))
            return;
        if (before is not null && string.CompareOrdinal(after.Round.Period, before.Round.Period) < 0)
            errors.Add("round.period", $"De ronde van {before.Round.Period} is al gemaakt. Vul {before.Round.Period} in, of een later jaar.");
        else if (before is not null && after.Round.Period == before.Round.Period)
            errors.Add("round.period", $"De regels van de ronde van {before.Round.Period} staan vast, voor wie nu meedoet. Vul een later jaar in, of zet de velden van de ronde en de stemming terug.");
        else if (before is not null && from <= before.Round.ClosesOn)
            errors.Add("vanaf", $"De ronde van {before.Round.Period} loopt tot en met {Dutch.Date(before.Round.ClosesOn)}. Laat de nieuwe ronde daarna ingaan.");
        else if (after.Round.ClosesOn < from)
            errors.Add("round.closesOn", "De laatste dag van de ronde ligt voor de dag waarop dit ingaat. Kies een latere dag.");
    }

    private static void CheckYear(string field, string year, FormErrors errors)
    {
        if (!errors.Has(field) && YearPlan.YearOf(year) is null)
            errors.Add(field, "Vul een jaar in van vier cijfers, zoals 2028.");
    }
}
