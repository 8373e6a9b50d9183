using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Governing;

/// <summary>
/// <c>/beheer/jaar</c>: the rounds of a following year for all Smederijen at once. One administrator makes a draft for each, another agrees on
/// all of them. Every Smederij has a commit and a command of its own: what cannot be is told by name, and after a stop the same press goes on.
/// </summary>
public sealed class YearDesk(
    SettingsDesk desk, SettingsItems items, SettingsBook book, RoundItems rounds, UnreadableRows unreadable, TimeProvider clock)
{
    public const string Address = SettingsDesk.Address + "/jaar";
    public const string Year = "jaar";

    /// <summary>The tick with which somebody says that all drafts may go.</summary>
    public const string Sure = "zeker";

    public static string AddressOf(int year) => $"{Address}?{Year}={year}";

    /// <summary>The fields of a Smederij: its last day, whether an idea gets money at once, and why there is no round.</summary>
    public static string DayOf(string smederij) => $"dag-{smederij}";

    public static string RollingOf(string smederij) => $"meteen-{smederij}";

    public static string WhyNotOf(string smederij) => $"geen-{smederij}";

    public static string SeenOf(string smederij) => $"gezien-{smederij}";

    public async Task<IResult> Show(HttpContext http)
    {
        var year = YearPlan.YearOf(http.Request.Query[Year]) ?? Usual();
        var lines = await Lines(year, http.RequestAborted);
        return Page(http, year, lines, Typed.Returned(http) ?? Filled(year, lines), 200);
    }

    /// <summary>A draft for every Smederij that needs one, and a note for those that have no round that year.</summary>
    public async Task<IResult> Draft(HttpContext http)
    {
        var typed = await Typed.Read(http);
        var year = YearPlan.YearOf(typed.Raw(Year)) ?? Usual();
        var lines = Own(http, await Lines(year, http.RequestAborted));
        var asked = lines.Where(line => line.Stand is YearStand.Missing || (line.Stand is not YearStand.Nameless && typed.Plain(DayOf(
            line.Id)).Length > 0))
            .Select(line => (Line: line, Wish: Read(line, year, typed))).ToList();
        var begins = asked.Exists(one => one.Wish is { Round: not null });
        var from = typed.Day(SettingsDesk.From, begins ? "Vul in op welke dag de rondes beginnen." : null);
        var reason = typed.Text(SettingsDesk.Reason, 1000, begins ? "Schrijf waarom u dit doet, bijvoorbeeld: het nieuwe jaar." : null);
        Check(asked, from, typed.Errors);
        if (typed.Errors.Any)
            return Page(http, year, lines, typed, 400);
        foreach (var (line, wish) in asked)
        {
            await desk.Meet(http, line.Id);
            if (await Settle(line, wish!, typed.Pressed, http.Staff().Id, from, reason, http.RequestAborted) is { } problem)
                typed.Errors.Add("", $"{line.Name}: {problem}");
        }
        await book.Reload(http.RequestAborted);
        return typed.Errors.Any ? Page(http, year, await Lines(year, http.RequestAborted), typed, 409) : new SeeOther(AddressOf(year));
    }

    /// <summary>Agrees on every draft of the year, as they stood on the page.</summary>
    public Task<IResult> Agree(HttpContext http) => ForEachDraft(http, async (line, command, by, seen) => line.Stand switch
    {
        YearStand.Agreed => null,
        YearStand.Drafted => await desk.Agree(line.Found, command, by, seen, http.RequestAborted),
        _ => SettingsTexts.Refused(SettingsRefusal.NoDraft),
    });

    public Task<IResult> Drop(HttpContext http) => ForEachDraft(http, async (line, command, by, seen) => line.Stand is not YearStand.Drafted ? null
        : SettingsTexts.Problem(await items.Drop(line.Id, command, by, seen, http.RequestAborted)), Sure);

    /// <param name="sure">The field with which somebody says that they are sure; null where nothing is lost.</param>
    private async Task<IResult> ForEachDraft(
        HttpContext http, Func<YearLine, CommandId, string, int, Task<string?>> act, string? sure = null)
    {
        var typed = await Typed.Read(http);
        var year = YearPlan.YearOf(typed.Raw(Year)) ?? Usual();
        if (sure is not null && typed.Raw(sure) != "ja")
            typed.Errors.Add(sure, "Zet een vinkje als u het zeker weet.");
        foreach (var line in typed.Errors.Any ? [] : Own(http, await Lines(year, http.RequestAborted)))
        {
            if (typed.Count(SeenOf(line.Id)) is not { } seen)
                continue;
            await desk.Meet(http, line.Id);
            if (await act(line, Command(typed.Pressed, line.Id), http.Staff().Id, seen) is { } problem)
                typed.Errors.Add("", $"{line.Name}: {problem}");
        }
        await book.Reload(http.RequestAborted);
        if (!typed.Errors.Any)
            return new SeeOther(AddressOf(year));
        var lines = await Lines(year, http.RequestAborted);
        var filled = Filled(year, lines);
        foreach (var error in typed.Errors)
            filled.Errors.Add(error.Field, error.Message);
        return Page(http, year, lines, filled, 409);
    }

    /// <summary>Does what was asked for one Smederij; what is in the way of that, in words.</summary>
    private async Task<string?> Settle(
        YearLine line, YearWish wish, CommandId pressed, string by, DateOnly? from, string reason, CancellationToken cancellation)
    {
        var command = Command(pressed, line.Id);
        if (wish.Round is not { } round)
            return SettingsTexts.Problem(await items.LeaveOut(line.Id, command, by, wish.Period, wish.WhyNot, cancellation));
        var change = desk.Lay(line.Found, line.Now with { Round = round }, from);
        return line.Stand switch
        {
            YearStand.Missing => await desk.Draft(change, command, by, line.Found.Item.Changes, from, reason, cancellation),
            YearStand.Drafted { Draft: var draft } => draft.Hash == change.Document.Hash && draft.From == from ? null
                : $"Er ligt al een voorstel voor {wish.Period}. Gooi dat eerst weg.",
            YearStand.Agreed => $"De ronde van {wish.Period} is hier al vastgesteld.",
            YearStand.Closing => "Deze Smederij wordt opgeheven. Trek eerst die wijziging in.",
            YearStand.Blocked => "Er ligt een voorstel voor iets anders. Stel dat eerst vast, of gooi het weg.",
            _ => throw new InvalidOperationException($"The rounds of {line.Id} are not called by their year."),
        };
    }

    private void Check(IReadOnlyList<(YearLine Line, YearWish? Wish)> asked, DateOnly? from, FormErrors errors)
    {
        var today = Amsterdam.DateOf(clock.GetUtcNow());
        if (from <= today)
            errors.Add(SettingsDesk.From, "Kies een dag vanaf morgen.");
        if (from is null || errors.Any)
            return;
        foreach (var (line, wish) in asked.Where(one => one.Line.Stand is YearStand.Missing))
        {
            if (wish?.Round is not { } round)
                continue;
            FormErrors own = [];
            desk.Lay(line.Found, line.Now with { Round = round }, from).Check(from, today, book.All, own);
            foreach (var error in own)
                errors.Add(error.Field switch { SettingsDesk.From => SettingsDesk.From, "round.closesOn" => DayOf(line.Id), _ => "" },
                    $"{line.Name}: {error.Message}");
        }
    }

    /// <summary>What was typed for a Smederij; null when something is wrong with it, and then that stands in the errors.</summary>
    private static YearWish? Read(YearLine line, int year, Typed typed)
    {
        var before = typed.Errors.Count;
        var whyNot = typed.Text(WhyNotOf(line.Id), 500, null);
        if (typed.Errors.Count > before)
            return null;
        if (whyNot.Length > 0)
            return new($"{year}", null, whyNot);
        return typed.Day(DayOf(line.Id), $"{line.Name}: vul de laatste dag in.") is { } day
            ? new($"{year}", YearPlan.Proposal(line.Now.Round, year) with { ClosesOn = day, Rolling = typed.Raw(RollingOf(line.Id)) == "ja" },
                "") : null;
    }

    private async Task<IReadOnlyList<YearLine>> Lines(int year, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = await Task.WhenAll(book.Open.Select(async smederij =>
            (Settings: await desk.Find(smederij.Id, cancellation), Money: await MoneyOf(smederij.Id, year, cancellation))));
        List<YearLine> lines = [];
        foreach (var (settings, money) in found)
        {
            if (settings is not { Now: SmederijSettings last })
                continue;
            var by = settings.Item.Draft?.By ?? settings.Item.LeftOut?.By;
            if (by is not null && !names.ContainsKey(by))
                names[by] = await desk.NameOfPerson(settings.Id, by, cancellation);
            var stand = StandOf(settings, last, year);
            var begins = (stand as YearStand.Drafted)?.Document ?? last;
            lines.Add(new(settings, last, stand, money ?? new(begins.Round.Envelope, false) { IsOfSettings = true }, by is null ? "" : names[by])
            {
                LeftOut = settings.Item.LeftOut is { } left && left.Period == $"{year}" ? left : null,
            });
        }
        return lines;
    }

    private static YearStand StandOf(FoundSettings settings, SmederijSettings last, int year) => settings switch
    {
        _ when YearPlan.YearOf(last.Round.Period) is not { } period => new YearStand.Nameless(),
        _ when YearPlan.YearOf(last.Round.Period) >= year => new YearStand.Agreed(
            settings.Item.Versions.Last(version => version.Number == last.Version).CountsFrom),
        _ when last.Closed => new YearStand.Closing(settings.Item.Versions.Last(version => version.Number == last.Version).CountsFrom),
        { Item.Draft: { } draft, Draft: SmederijSettings document } when document.Round.Period == $"{year}" => new YearStand.Drafted(draft, document),
        { Item.Draft: not null } => new YearStand.Blocked(),
        _ => new YearStand.Missing(),
    };

    /// <summary>
    /// What the round of that year begins with, as <see cref="RoundDecider.Start"/> and the opening of one that was announced do it; null for
    /// the envelope in its settings.
    /// </summary>
    private async Task<YearMoney?> MoneyOf(string smederij, int year, CancellationToken cancellation)
    {
        var known = await unreadable.Try<Stored<Round>>(smederij, async () => await rounds.Load(new RoundKey(smederij, $"{year}"), cancellation));
        return known is { Item.Ledger: var ledger } ? new(ledger.Total, ledger.Allotted > Euro.Zero)
            : book.Stuurgroep.Divides($"{year}") ? new(Euro.Zero, false) : null;
    }

    /// <summary>The form as it is proposed.</summary>
    private Typed Filled(int year, IReadOnlyList<YearLine> lines)
    {
        var missing = lines.Where(line => line.Stand is YearStand.Missing).ToList();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [SettingsDesk.From] = Shown(YearPlan.FirstDay(missing.Select(line => line.Now.Round), Amsterdam.DateOf(clock.GetUtcNow()))),
            [SettingsDesk.Reason] = $"Het jaar {year}",
        };
        foreach (var line in missing)
        {
            fields[DayOf(line.Id)] = Shown(YearPlan.Proposal(line.Now.Round, year).ClosesOn);
            fields[RollingOf(line.Id)] = line.Now.Round.Rolling ? "ja" : "nee";
            fields[WhyNotOf(line.Id)] = line.LeftOut?.Reason ?? "";
        }
        return new(fields, []);
    }

    private int Usual() => YearPlan.First(book) ?? Amsterdam.DateOf(clock.GetUtcNow()).Year + 1;

    private static CommandId Command(CommandId pressed, string smederij) => CommandId.From($"{pressed.Key}-{smederij}");

    private static string Shown(DateOnly day) => day.ToString("d-M-yyyy", CultureInfo.InvariantCulture);

    private PageOf<YearPage> Page(HttpContext http, int year, IReadOnlyList<YearLine> lines, Typed typed, int status) =>
        new(new YearModel(year, Own(http, lines), typed, http.Staff(), http.MaySomewhere(StaffWork.Governing), book.Stuurgroep.Divides(
            $"{year}")), status);

    /// <summary>What an administrator of some Smederijen looks after; for anybody else all of them.</summary>
    private static IReadOnlyList<YearLine> Own(HttpContext http, IReadOnlyList<YearLine> lines) => http.Staff().MaySomewhere(StaffWork.Governing)
        ? [.. lines.Where(line => http.Staff().May(StaffWork.Governing, line.Id))] : lines;

    /// <param name="Round">Null for no round, and then <paramref name="WhyNot"/> says why.</param>
    private sealed record YearWish(string Period, RoundSettings? Round, string WhyNot);
}

/// <summary>How far a Smederij is with the round of a year.</summary>
internal abstract record YearStand
{
    private YearStand() { }

    /// <summary>Nobody did anything yet.</summary>
    internal sealed record Missing : YearStand;

    internal sealed record Drafted(SettingsDraft Draft, SmederijSettings Document) : YearStand;

    /// <summary>A draft of something else lies there, and there is only one at a time.</summary>
    internal sealed record Blocked : YearStand;

    internal sealed record Agreed(DateTimeOffset Begins) : YearStand;

    /// <summary>Its periods are no years, so nobody can tell what follows.</summary>
    internal sealed record Nameless : YearStand;

    /// <summary>It is closed from a day on that was agreed on, and has no round after that.</summary>
    internal sealed record Closing(DateTimeOffset From) : YearStand;
}

/// <summary>A Smederij on the page of a year.</summary>
/// <param name="Now">The last version that was agreed on.</param>
/// <param name="By">Who drafted, or left the year out.</param>
internal sealed record YearLine(FoundSettings Found, SmederijSettings Now, YearStand Stand, YearMoney Money, string By)
{
    public string Id => Now.Id;

    public string Name => Now.Name;

    /// <summary>Set when somebody said that there is no round in this year.</summary>
    public YearLeftOut? LeftOut { get; init; }
}

/// <summary>What the round of a year begins with.</summary>
/// <param name="Divided">The stuurgroep allotted money to it.</param>
internal sealed record YearMoney(Euro Amount, bool Divided)
{
    /// <summary>The stuurgroep does not divide this year: the envelope in the settings counts.</summary>
    public bool IsOfSettings { get; init; }

    public bool HasNothing => Amount == Euro.Zero;
}

/// <summary>A year, with all Smederijen.</summary>
public sealed record YearModel
{
    internal YearModel(int year, IReadOnlyList<YearLine> lines, Typed typed, StaffMember me, Leave mayGovern, bool divides) =>
        (Year, Lines, Typed, Me, MayGovern, Divides) = (year, lines, typed, me, mayGovern, divides);

    public int Year { get; }

    internal IReadOnlyList<YearLine> Lines { get; }

    public Typed Typed { get; }

    public StaffMember Me { get; }

    public Leave MayGovern { get; }

    /// <summary>Whether the stuurgroep divides the money of this year.</summary>
    public bool Divides { get; }

    internal IReadOnlyList<YearLine> Missing => [.. Lines.Where(line => line.Stand is YearStand.Missing)];

    internal IReadOnlyList<(YearLine Line, YearStand.Drafted Stand)> Drafted =>
        [.. Lines.Where(line => line.Stand is YearStand.Drafted).Select(line => (line, (YearStand.Drafted)line.Stand))];

    internal IReadOnlyList<(YearLine Line, YearStand.Agreed Stand)> Agreed =>
        [.. Lines.Where(line => line.Stand is YearStand.Agreed).Select(line => (line, (YearStand.Agreed)line.Stand))];

    internal IReadOnlyList<YearLine> Apart => [.. Lines.Where(line => line.Stand is YearStand.Blocked or YearStand.Nameless)];

    /// <summary>Somebody agreed on the day from which they are closed, each with that day.</summary>
    internal IReadOnlyList<(YearLine Line, DateTimeOffset From)> Closing =>
        [.. Lines.Where(line => line.Stand is YearStand.Closing).Select(line => (line, ((YearStand.Closing)line.Stand).From))];

    /// <summary>Their round opens, and has nothing to hand out as long as the stuurgroep has not divided the money.</summary>
    internal IReadOnlyList<YearLine> WithoutMoney =>
        Divides ? [.. Lines.Where(line => line is { LeftOut: null, Stand: not YearStand.Closing } && line.Money.HasNothing)] : [];

    /// <summary>Whether somebody else has to agree: all that is drafted came from the reader.</summary>
    internal bool NeedsAnother => Drafted.Count > 0 && Drafted.All(one => one.Stand.Draft.By == Me.Id);
}
