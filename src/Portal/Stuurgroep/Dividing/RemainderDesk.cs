namespace Smederijen.Portal.Stuurgroep.Dividing;

/// <summary>The beginning of a proposal about what is left of a year.</summary>
public sealed class RemainderDesk(ResolutionItems resolutions, Leftovers leftovers, SettingsBook settings, TimeProvider clock)
{
    private const string FromYear = "jaar";
    private const string ToYear = "naar-jaar";

    /// <summary>What was chosen for a Smederij in the form of a draft.</summary>
    public static string ChoiceOf(string smederij) => $"keuze-{smederij}";

    public Task<IResult> ShowForm(HttpContext http) => Task.FromResult<IResult>(Page(http, Typed.Returned(http) ?? Begin(), 200));

    /// <summary>A draft in which all of it goes on; staff can change each choice before the seats see it.</summary>
    public async Task<IResult> Draft(HttpContext http)
    {
        var typed = await Typed.Read(http);
        var (from, to) = (Year(typed, FromYear), Year(typed, ToYear));
        if (typed.Errors.Any)
            return Page(http, typed, 400);
        var left = await leftovers.Of(from, http.RequestAborted);
        if (left.Lines.IsEmpty)
        {
            typed.Errors.Add(FromYear, $"In geen Smederij is de ronde van {from} afgerond. Wacht tot alle ideeën van een ronde een besluit hebben.");
            return Page(http, typed, 409);
        }
        var outcome = await resolutions.Draft(
            settings.Stuurgroep, ItemId.New(clock.GetUtcNow()), typed.Pressed, http.Staff().Id, new Subject.Remainder(from, to, left.Lines));
        if (outcome is Outcome<ResolutionRefusal>.Done done)
            return new SeeOther($"{StuurgroepDesk.Address}/{done.Result}");
        var (field, what) = outcome is Outcome<ResolutionRefusal>.Refused refused
            ? (refused.Reason == ResolutionRefusal.PeriodNotLater ? ToYear : FromYear, ResolutionTexts.Refused(refused.Reason))
            : ("", "Probeer het nog een keer.");
        typed.Errors.Add(field, what);
        return Page(http, typed, 409);
    }

    /// <summary>The choices as typed; the errors say where one is missing.</summary>
    internal static Subject.Remainder Read(Typed typed, Subject.Remainder proposal) => proposal with
    {
        Lines = [.. proposal.Lines.Select(line => line with { Choice = Choice(typed, ChoiceOf(line.Smederij)) })],
    };

    private static RemainderChoice Choice(Typed typed, string field)
    {
        if (Enum.TryParse<RemainderChoice>(typed.Raw(field), out var choice) && $"{choice}" == typed.Raw(field))
            return choice;
        typed.Errors.Add(field, "Kies een van de antwoorden.");
        return default;
    }

    private static string Year(Typed typed, string field)
    {
        var year = typed.Line(field, 20, "Vul het jaar in.");
        if (year.Length > 0 && (year.Length != 4 || !year.All(char.IsAsciiDigit)))
            typed.Errors.Add(field, "Vul een jaar in, bijvoorbeeld 2027.");
        return year;
    }

    /// <summary>The present year and the one after it: at the end of a year it is over, and the settings do not name the following yet.</summary>
    private Typed Begin()
    {
        var present = settings.PresentPeriod(clock.GetUtcNow());
        var next = int.TryParse(present, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? $"{year + 1}" : "";
        return new(new Dictionary<string, string> { [FromYear] = present, [ToYear] = next }, []);
    }

    private static PageOf<NewRemainderPage> Page(HttpContext http, Typed typed, int status) =>
        new(new NewRemainderModel(typed, http.MayHere(StaffWork.Stuurgroep)), status);
}

/// <summary>The form of a new proposal about what is left.</summary>
/// <param name="MayAct">Whether the reader may do something.</param>
public sealed record NewRemainderModel(Typed Typed, Leave MayAct);
