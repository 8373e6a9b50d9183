using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Governing;

/// <summary>Checks a file with the past: everything that is wrong with it is told at once, by line and column.</summary>
public sealed class PastCheck(SettingsBook settings, IEntityStore store, TimeProvider clock)
{
    private const int FirstYear = 1990;
    private const int MostSupporters = 100_000;

    /// <summary>As much JSON as fits in one commit, twice over.</summary>
    private const int MostCharacters = 1_500_000;
    private const int LinesPerBatch = 25;

    /// <summary>The lines in batches; of no use when there are errors.</summary>
    internal async Task<IReadOnlyList<PastBatch>> Read(byte[] file, FileErrors errors, CancellationToken cancellation)
    {
        var records = PastFileReader.Read(file, errors);
        // Without the right columns every line would be wrong in the same way.
        if (errors.All.Any(error => PastColumns.All.Any(column => column.Name == error.Place)))
            return [];
        if (records.Count == 0 && errors.All.Count == 0)
            errors.Add("", "In dit bestand staan geen projecten. Zet onder de eerste regel elk project op een eigen regel.");
        List<PastLine> lines = [];
        foreach (var (number, fields) in records)
            if (Line(number, fields, errors) is { } line)
                lines.Add(line);
        CheckTwice(lines, errors);
        await CheckKnown(lines, errors, cancellation);
        await CheckMoney(lines, errors, cancellation);
        IReadOnlyList<PastBatch> batches = [.. lines.Chunk(LinesPerBatch).Select(some => new PastBatch([.. some]))];
        if (batches.Sum(batch => JsonSerializer.Serialize(batch, PastRows.Default.PastBatch).Length) > MostCharacters)
            errors.Add("", PastFileReader.TooLarge);
        return batches;
    }

    /// <summary>Whether every round is there for what the lines take of it, and the Smederijen too.</summary>
    internal async Task CheckMoney(IReadOnlyList<PastLine> lines, FileErrors errors, CancellationToken cancellation)
    {
        foreach (var year in lines.GroupBy(line => (line.Smederij, line.Period, line.IsEarlier)))
        {
            var spent = new Euro(year.Sum(line => line.Spent.Cents));
            if (spent == Euro.Zero)
                continue;
            var round = (await store.LoadRound(new RoundKey(year.Key.Smederij, year.Key.Period), cancellation))?.Item;
            var place = $"{settings.NameOf(year.Key.Smederij)}, {year.Key.Period}";
            if (year.Key.IsEarlier && round is { State: not RoundState.Decided })
                errors.Add(place, "De ronde van dit jaar is nog niet klaar. Neem de projecten van dit jaar over als die besloten is.");
            else if (!year.Key.IsEarlier && round is not { State: RoundState.Open or RoundState.Decided })
                errors.Add(place, round is null or { State: RoundState.Announced }
                    ? "De ronde van dit jaar is nog niet open. Open eerst het jaar, met het geld."
                    : "De ronde van dit jaar is bijna besloten. Wacht op de uitslag.");
            else if (!year.Key.IsEarlier && spent > round!.Ledger.Available)
                errors.Add(place, $"Deze regels nemen samen {Dutch.EuroShort(spent.Cents)}, en in de ronde is nog {Dutch.EuroShort(round.Ledger.Available.Cents)}. Geef de ronde eerst meer geld, of haal regels weg.");
        }
    }

    private PastLine? Line(int number, IReadOnlyDictionary<string, string> fields, FileErrors errors)
    {
        var typed = new Typed(fields, []);
        var smederij = Smederij(typed);
        var (year, isEarlier) = Year(typed, smederij);
        var title = typed.Line(PastColumns.Title, 100, "Geef dit project een titel.");
        var description = typed.Text(PastColumns.Description, 5000, null);
        var standing = StandingOf(typed);
        var day = Day(typed, year);
        var (amount, granted, cost) = standing is null ? default : Money(typed, standing.Value, smederij);
        var supporters = Supporters(typed, standing, smederij);
        var person = standing is null ? default : Person(typed, standing.Value);
        foreach (var error in typed.Errors)
            errors.Add(PastFileReader.PlaceOf(number, error.Field), error.Message);
        return typed.Errors.Any ? null : new PastLine(
            number, smederij!.Id, $"{year}", isEarlier, title, description.Length > 0 ? description : title, day!.Value, standing!.Value, amount,
            granted == amount ? null : granted, cost, supporters, person.Name, person.Email, person.Postcode);
    }

    private SmederijSettings? Smederij(Typed typed)
    {
        var name = typed.Plain(PastColumns.Smederij);
        if (settings.All.FirstOrDefault(one => IsCalled(one.Name, name) || IsCalled(one.Id, name)) is { } found)
            return found;
        typed.Errors.Add(PastColumns.Smederij, name.Length == 0
            ? "Vul de Smederij in." : "Deze Smederij is er niet. Schrijf de naam zoals die op de website staat, of maak de Smederij eerst.");
        return null;
    }

    private static bool IsCalled(string name, string typed) => string.Equals(Tidy.Plain(name), typed, StringComparison.OrdinalIgnoreCase);

    private (int Year, bool IsEarlier) Year(Typed typed, SmederijSettings? smederij)
    {
        var today = Amsterdam.DateOf(clock.GetUtcNow()).Year;
        var present = int.TryParse(smederij?.Round.Period, NumberStyles.None, CultureInfo.InvariantCulture, out var named) ? named : today;
        var latest = Math.Max(today, present);
        if (int.TryParse(typed.Plain(PastColumns.Year), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= FirstYear
            && year <= latest)
            return (year, year < present);
        typed.Errors.Add(PastColumns.Year, $"Vul een jaar in van {FirstYear} tot en met {latest}, in vier cijfers.");
        return default;
    }

    private DateOnly? Day(Typed typed, int year)
    {
        if (typed.Day(PastColumns.Day, "Vul de dag van de laatste stap in.") is not { } day)
            return null;
        if (day > Amsterdam.DateOf(clock.GetUtcNow()))
            typed.Errors.Add(PastColumns.Day, "Deze dag moet nog komen. Vul de dag in waarop de laatste stap is gezet.");
        else if (day.Year < FirstYear || day.Year < year - 1)
            typed.Errors.Add(PastColumns.Day, "Deze dag ligt lang voor het jaar van het geld. Verbeter de datum of het jaar.");
        return day;
    }

    private static Standing? StandingOf(Typed typed)
    {
        var word = typed.Plain(PastColumns.Standing);
        foreach (var (standing, called) in PastTexts.Standings)
            if (IsCalled(called, word))
                return standing;
        typed.Errors.Add(PastColumns.Standing, $"Kies een van deze: {string.Join(", ", PastTexts.Standings.Select(one => one.Word))}.");
        return null;
    }

    private static (Euro Amount, Euro? Granted, Euro? Cost) Money(Typed typed, Standing standing, SmederijSettings? smederij)
    {
        switch (standing)
        {
            case Standing.GatheringSupport or Standing.InReview:
                MustBeEmpty(typed, PastColumns.Granted, PastColumns.Paid, PastColumns.Cost);
                var asked = typed.Euros(PastColumns.Asked, "Vul in hoeveel geld het idee nodig heeft.");
                if (!typed.Errors.Has(PastColumns.Asked) && smederij is not null && (asked == Euro.Zero || asked > smederij.AmountLimit))
                    typed.Errors.Add(PastColumns.Asked,
                        $"Vul een bedrag in boven {Dutch.EuroShort(0)} en niet hoger dan {Dutch.EuroShort(smederij.AmountLimit.Cents)}.");
                return (asked, null, null);
            case Standing.CameToNothing:
                MustBeEmpty(typed, PastColumns.Paid, PastColumns.Cost);
                var hoped = Optional(typed, PastColumns.Granted) ?? Optional(typed, PastColumns.Asked) ?? Euro.Zero;
                return (hoped, null, null);
            default:
                return Spent(typed, standing);
        }
    }

    private static (Euro Amount, Euro? Granted, Euro? Cost) Spent(Typed typed, Standing standing)
    {
        var granted = typed.Euros(PastColumns.Granted, "Vul in hoeveel geld is toegekend.");
        if (standing == Standing.Granted)
            MustBeEmpty(typed, PastColumns.Paid);
        if (standing != Standing.Completed)
            MustBeEmpty(typed, PastColumns.Cost);
        var paid = standing == Standing.Granted ? granted : Optional(typed, PastColumns.Paid) ?? granted;
        var cost = standing == Standing.Completed ? Optional(typed, PastColumns.Cost) ?? paid : (Euro?)null;
        // What cannot be read is wrong enough; what it would have to fit is not known then.
        if (typed.Errors.Has(PastColumns.Granted) || typed.Errors.Has(PastColumns.Paid) || typed.Errors.Has(PastColumns.Cost))
            return default;
        if (granted == Euro.Zero && standing != Standing.Completed)
            typed.Errors.Add(PastColumns.Granted,
                "Vul een bedrag in boven € 0. Kreeg dit project niets? Kies dan de stand afgerond of niet doorgegaan.");
        else if (paid == Euro.Zero && standing == Standing.Released)
            typed.Errors.Add(PastColumns.Paid, "Vul in hoeveel is uitbetaald, of kies de stand toegekend.");
        if (paid > granted)
            typed.Errors.Add(PastColumns.Paid, $"Er is meer uitbetaald dan toegekend ({Dutch.EuroShort(granted.Cents)}). Verbeter een van de twee.");
        if (cost > paid)
            typed.Errors.Add(PastColumns.Cost,
                $"Dit is meer dan er is uitbetaald ({Dutch.EuroShort(paid.Cents)}). Vul hoogstens dat bedrag in: meer kwam niet van de Smederij.");
        return (paid, granted, cost);
    }

    private static Euro? Optional(Typed typed, string column) => typed.Plain(column).Length == 0 ? null : typed.Euros(column, "");

    /// <summary>A spreadsheet says nothing with a zero as well.</summary>
    private static void MustBeEmpty(Typed typed, params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
            if (typed.Plain(column).Length > 0 && !(Dutch.ParseEuro(typed.Raw(column), out var cents) && cents == 0))
                typed.Errors.Add(column, "Laat dit leeg bij deze stand, of kies een andere stand.");
    }

    private static int Supporters(Typed typed, Standing? standing, SmederijSettings? smederij)
    {
        if (typed.Plain(PastColumns.Supporters).Length == 0)
            return 0;
        if (typed.Count(PastColumns.Supporters) is not { } count || count > MostSupporters)
            typed.Errors.Add(PastColumns.Supporters, "Vul een aantal in, zoals 12, of laat dit leeg.");
        else if (standing == Standing.GatheringSupport && count >= smederij?.SupportThreshold)
            typed.Errors.Add(PastColumns.Supporters,
                $"Dit idee heeft al genoeg steun: {Dutch.Number(smederij.SupportThreshold)}. Kies de stand bij het wijkteam.");
        else
            return count;
        return 0;
    }

    /// <summary>Of what is over nobody has to be known any more.</summary>
    private static (string Name, string Email, string Postcode) Person(Typed typed, Standing standing)
    {
        if (standing is not (Standing.Completed or Standing.CameToNothing))
            return (typed.Line(PastColumns.Name, 100, "Vul de naam van de indiener in: die moet nog iets doen."),
                typed.Email(PastColumns.Email, "Vul het e-mailadres van de indiener in: daar gaan de mails naartoe."),
                typed.Plain(PastColumns.Postcode).Length == 0 ? Missing() : typed.PostcodeOf(PastColumns.Postcode).Value ?? "");
        foreach (var column in new[] { PastColumns.Name, PastColumns.Email, PastColumns.Postcode })
            if (typed.Plain(column).Length > 0)
                typed.Errors.Add(column, "Maak dit leeg. Dit project is voorbij, dus niemand hoeft nog iets te doen. Dan bewaren wij niet wie het was.");
        return ("", "", "");

        string Missing()
        {
            typed.Errors.Add(PastColumns.Postcode, "Vul de postcode van de indiener in.");
            return "";
        }
    }

    private static void CheckTwice(IReadOnlyList<PastLine> lines, FileErrors errors)
    {
        foreach (var same in lines.GroupBy(line => (line.Smederij, line.Id)).Where(group => group.Count() > 1))
            foreach (var line in same.Skip(1))
                errors.Add(PastFileReader.PlaceOf(line.Number, PastColumns.Title),
                    $"Dit project staat ook op regel {same.First().Number}: Smederij, jaar, titel en datum zijn hetzelfde. Haal er een weg, of geef ze elk een eigen titel.");
    }

    private async Task CheckKnown(IReadOnlyList<PastLine> lines, FileErrors errors, CancellationToken cancellation)
    {
        foreach (var here in lines.GroupBy(line => line.Smederij))
        {
            var known = await store.All(here.Key, IdeaKeys.AllPhases, cancellation).Select(row => IdeaKeys.IdeaOfPhase(row.Row))
                .ToHashSetAsync(cancellationToken: cancellation);
            foreach (var line in here.Where(line => known.Contains(line.Id)))
                errors.Add(PastFileReader.PlaceOf(line.Number, PastColumns.Title),
                    "Dit project staat al op de website: Smederij, jaar, titel en datum zijn hetzelfde. Haal deze regel weg.");
        }
    }
}
