using Smederijen.Portal.Guidance;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Plans;

namespace Smederijen.Portal.Staff;

/// <summary>
/// <c>GET /medewerkers/inzage?wie=anna&amp;wat=20260302-…</c>: who of the staff looked at which person, account or payment, the newest first.
/// For the <c>beheerder</c> only, who answers to residents for it.
/// </summary>
public sealed class LookDesk(Looks looks, SettingsBook settings, StaffNames names)
{
    public const string Address = "/medewerkers/inzage";

    private const int PerPage = 50;

    /// <summary>How many rows are read at most for a page when a filter lets few through; after that the reader asks for more.</summary>
    private const int MostRead = 2000;

    public async Task<IResult> Show(HttpContext http)
    {
        if (!http.May(StaffWork.Governing, null))
            return Failures.Answer(http, 403, "Alleen een beheerder ziet wie wat heeft bekeken. Vraag een beheerder om dit op te zoeken.");
        var (who, what) = (Tidy.Line(http.Request.Query["wie"].ToString()), Tidy.Line(http.Request.Query["wat"].ToString()));
        var (lines, colleagues) = (new List<LookLine>(), await names.KnownAnywhere(http.RequestAborted));
        var from = http.Request.Query["vanaf"].ToString();
        string? next = StoreLimits.IsKey(from) && char.IsAsciiDigit(from[0]) ? from : "";
        for (var read = 0; read < MostRead && next is not null && lines.Count <= PerPage; read += PerPage * 4)
        {
            (var page, next) = await looks.Read(next, PerPage * 4, http.RequestAborted);
            foreach (var (row, look) in page)
            {
                var name = StaffNames.Find(colleagues, look.By);
                if (Lets(look, name, who, what))
                    lines.Add(new LookLine(row, look, name, PlaceOf(look.Smederij)));
            }
        }
        if (lines.Count > PerPage)
            next = lines[PerPage].Row;
        return new PageOf<LooksPage>(new LooksModel([.. lines.Take(PerPage)], who, what, next));
    }

    private string PlaceOf(string smederij) => smederij switch
    {
        Partitions.Stuurgroep => "Stuurgroep",
        Partitions.Payments => "Betalingen",
        _ => settings.NameOf(smederij),
    };

    private static bool Lets(Look look, string name, string who, string what) =>
        (who.Length == 0 || look.By.Contains(who, StringComparison.OrdinalIgnoreCase) || name.Contains(who, StringComparison.OrdinalIgnoreCase))
        && (what.Length == 0 || look.Item.Contains(what, StringComparison.OrdinalIgnoreCase));
}

/// <param name="Who">The name behind the account, where one is known.</param>
public sealed record LookLine(string Row, Look Look, string Who, string Place);

/// <summary>What the page of looks shows.</summary>
/// <param name="Who">What the accounts or names hold; empty for everybody.</param>
/// <param name="What">What the items hold; empty for all.</param>
/// <param name="Next">Where the following page begins; null at the end.</param>
public sealed record LooksModel(IReadOnlyList<LookLine> Lines, string Who, string What, string? Next)
{
    public string AddressOf(string? from) =>
        $"{LookDesk.Address}?wie={Uri.EscapeDataString(Who)}&wat={Uri.EscapeDataString(What)}{(from is null ? "" : $"&vanaf={Uri.EscapeDataString(from)}")}";
}

/// <summary>Looks in words.</summary>
internal static class LookTexts
{
    public static string What(LookKind what) => what switch
    {
        LookKind.Dossier => "Een idee met zijn indiener",
        LookKind.Account => "Een rekeningnummer",
        LookKind.File => "Een bon, een bewijs of een lijst met handtekeningen",
        LookKind.Help => "Iemand die gebeld wil worden",
        LookKind.Letter => "Een bericht dat niet aankwam",
        LookKind.Plan => "Een groot plan met zijn mensen",
        LookKind.Ledger => "Het kasboek van een ronde",
        LookKind.Person => "Alles over één persoon",
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "Every kind of look needs words."),
    };

    /// <summary>Where it can be looked at again; null when there is no such page, or when it is over.</summary>
    public static string? AddressOf(Look look) => look.What switch
    {
        LookKind.Dossier or LookKind.Account => CaseFile.AddressOf(new IdeaKey(look.Smederij, look.Item)),
        LookKind.Plan => new PlanKey(look.Smederij, look.Item).StaffPath,
        LookKind.Help => CallDesk.DeskAddress,
        LookKind.Letter => FailedEffects.Address,
        LookKind.Ledger => $"/medewerkers/geld/{look.Smederij}?ronde={look.Item}",
        _ => null,
    };
}
