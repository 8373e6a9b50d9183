namespace Smederijen.Portal.Governing;

/// <summary>What staff read about a change of settings.</summary>
internal static class SettingsTexts
{
    /// <summary>Null when it was done.</summary>
    public static string? Problem(Outcome<SettingsRefusal> outcome) => outcome switch
    {
        Outcome<SettingsRefusal>.Refused { Reason: var reason } => Refused(reason),
        Outcome<SettingsRefusal>.Unknown => "Deze instellingen zijn er niet meer.",
        _ => null,
    };

    public static string Refused(SettingsRefusal reason) => reason switch
    {
        SettingsRefusal.ChangedMeanwhile => "Iemand anders heeft intussen iets veranderd. Bekijk dat eerst. Daarna kunt u verder.",
        SettingsRefusal.NothingChanges => "U hebt niets veranderd. Verander iets, of ga terug.",
        SettingsRefusal.NoDraft => "Er ligt geen voorstel meer. Iemand anders heeft het vastgesteld of weggegooid.",
        SettingsRefusal.ReasonMissing => "Schrijf waarom u dit doet.",
        SettingsRefusal.DayIsOver => "De dag waarop dit ingaat, is al begonnen. Kies een latere dag, of laat de wijziging meteen ingaan.",
        SettingsRefusal.BeforeTheFirst =>
            "Voor die dag geldt hier nog niets. Laat deze wijziging ingaan als de eerste versie ingaat, of daarna. Of trek de eerste versie in.",
        SettingsRefusal.Overtaken =>
            "Na dit voorstel is een andere wijziging ingegaan. Kies 'Voorstel aanpassen' en bekijk opnieuw wat er verandert.",
        SettingsRefusal.LaterOnesDiffer => "Er is intussen iets veranderd aan wat later ingaat. Bekijk het voorstel opnieuw, en stel het daarna vast.",
        SettingsRefusal.NothingWaits => "Deze wijziging geldt al, of iemand anders heeft die ingetrokken. Maak een nieuwe wijziging.",
        SettingsRefusal.DraftInTheWay => "Er ligt nog een voorstel. Gooi dat eerst weg. Daarna kunt u de wijziging intrekken.",
        SettingsRefusal.FileInTheWay => "Er is al een bestand. Laat dat eerst vaststellen, of gooi het weg. Wordt het al overgenomen? Wacht dan tot het klaar is.",
        SettingsRefusal.IsTakenIn => "Dit bestand is vastgesteld en wordt nu overgenomen. Weggooien kan niet meer.",
        SettingsRefusal.StillHeld => "Deze persoon zit nu op deze plek. De naam kan pas weg als iemand anders de plek heeft. Geef de plek eerst aan iemand anders.",
        SettingsRefusal.PassedOn => "Iemand anders heeft nu deze plek. Kiezen kan alleen wie de plek heeft.",
        SettingsRefusal.NeedsAnother => "Dit gaat over geld, stemmen of plekken. Vraag een andere beheerder om het vast te stellen.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Every refusal needs words."),
    };

    /// <summary>By whom a version was made, and from when it counts.</summary>
    public static string Made(ToldVersion told) =>
        (told.By.Length == 0 ? "zat in het programma" : $"voorgesteld door {told.By}")
        + (told.AgreedBy is { } second ? $", vastgesteld door {second}" : "")
        + (told.TakenBack is { } back ? $", ingetrokken door {back} ({told.Version.TakenBack!.Reason})"
            : told.Version.TakenUpBy is { } next ? $", opgegaan in versie {next}"
            : told.Version.CountsFrom > DateTimeOffset.MinValue ? $", geldt {Dutch.From(told.Version.CountsFrom)}" : "");

    /// <summary>A change, and one that waits for a later day, are about the same.</summary>
    /// <param name="labels">What both change, as people call it.</param>
    public static string Conflict(DateOnly day, IEnumerable<string> labels)
    {
        return $"De wijziging die op {Dutch.Date(day)} ingaat, verandert ook: {Ended(labels)} Laat deze wijziging op die dag ingaan. Of trek die andere eerst in, en alles wat nog later ingaat.";
    }

    /// <summary>Names of fields in a row, as a sentence ends; some are questions.</summary>
    public static string Ended(IEnumerable<string> labels) => string.Join(", ", labels) is var fields && fields.EndsWith('?') ? fields : $"{fields}.";

    /// <summary>Which versions of a later day get a change too; null where none waits.</summary>
    public static string? AlsoIn(IReadOnlyList<DateOnly> days) => days switch
    {
        [] => null,
        [var day] => $"Ook de wijziging die op {Dutch.Date(day)} ingaat, krijgt dit.",
        _ => $"Ook de wijzigingen die op {Dutch.Several(days.Select(Dutch.Date))} ingaan, krijgen dit.",
    };

    /// <summary>What a second person is needed for.</summary>
    public static string About(Touches touches) => string.Join(
        " en ", new[] { (Touches.Money, "geld"), (Touches.Votes, "stemmen"), (Touches.Roles, "plekken van mensen") }
            .Where(one => touches.HasFlag(one.Item1)).Select(one => one.Item2));
}
