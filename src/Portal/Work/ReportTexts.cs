namespace Smederijen.Portal.Work;

/// <summary>What can be wrong with something on a page, in words.</summary>
public static class ReportTexts
{
    public static IReadOnlyList<Choice> Choices { get; } =
        [.. Enum.GetValues<ReportReason>().Select(reason => new Choice(NameOf(reason), Of(reason)))];

    public static ReportReason? Read(string name) =>
        Enum.GetValues<ReportReason>().Cast<ReportReason?>().FirstOrDefault(reason => NameOf(reason!.Value) == name);

    public static string Of(ReportReason reason) => reason switch
    {
        ReportReason.Privacy => "Er staat iets over een persoon dat er niet hoort",
        ReportReason.Offensive => "Het is beledigend, dreigend of discriminerend",
        ReportReason.Misuse => "Het is reclame of bedrog",
        ReportReason.Other => "Iets anders",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Every reason needs words."),
    };

    /// <summary>What became of it.</summary>
    /// <param name="nameOf">The name behind a staff account.</param>
    public static string Outcome(Report report, Func<string, string> nameOf) => report switch
    {
        { By: { } by, SettledAt: { } at, NothingWrong: true } => $"Bekeken door {nameOf(by)} op {Dutch.DateTime(at)}: niets aan de hand",
        { By: { } by, SettledAt: { } at } => $"Afgehandeld door {nameOf(by)} op {Dutch.DateTime(at)}",
        _ => "Wacht op een medewerker",
    };

    private static string NameOf(ReportReason reason) => reason switch
    {
        ReportReason.Privacy => "persoon",
        ReportReason.Offensive => "kwetsend",
        ReportReason.Misuse => "misbruik",
        ReportReason.Other => "anders",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Every reason needs a name."),
    };
}
