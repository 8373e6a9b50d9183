namespace Smederijen.Portal.Guidance;

/// <summary>The form of somebody who wants help, checked.</summary>
public static class HelpForm
{
    /// <summary>How far ahead somebody can ask to be called.</summary>
    private const int LongestInDays = 60;

    public static IReadOnlyList<Choice> PartsOfDay { get; } =
        [new("ochtend", "'s Ochtends"), new("middag", "'s Middags"), new("avond", "'s Avonds")];

    /// <summary>What is wrong is added to the errors of <paramref name="typed"/>.</summary>
    public static HelpRequest Check(Typed typed, string id, DateTimeOffset now)
    {
        var name = typed.Line("naam", 100, "Vul uw naam in.");
        var phone = typed.Phone("telefoon");
        var day = Day(typed, Amsterdam.DateOf(now));
        var part = typed.Raw("dagdeel");
        if (PartsOfDay.All(choice => choice.Value != part))
            typed.Errors.Add("dagdeel", "Kies wanneer wij u kunnen bellen.");
        var remindAt = typed.Errors.Has("dag") ? now : HelpRequest.FirstReminder(day);
        return new HelpRequest(id, now, day, part, name, phone, typed.Text("onderwerp", 500, null), remindAt);
    }

    private static DateOnly Day(Typed typed, DateOnly today)
    {
        if (typed.Day("dag", "Kies een dag.") is not { } day)
            return today;
        if (day <= today || day > today.AddDays(LongestInDays))
            typed.Errors.Add("dag", $"Kies een dag na vandaag, binnen {LongestInDays} dagen.");
        else if (!WorkingDays.IsWorkingDay(day))
            typed.Errors.Add("dag", "Wij bellen op werkdagen. Kies een andere dag.");
        return day;
    }
}
