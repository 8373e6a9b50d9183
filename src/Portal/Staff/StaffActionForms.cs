using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Submitting;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Uploading;

namespace Smederijen.Portal.Staff;

/// <summary>
/// Reads the form of each staff action into the event that it asks for. What is wrong with it is added to the errors of the form.
/// </summary>
public sealed partial class StaffActionForms(
    CaseFiles files, Uploads uploads, IEntityStore store, IdeaErasure erasure, SettingsBook settings, Veil veil, BothPages both, KnownScans known)
{
    private const int LongestExtensionInYears = 10;
    private const int LongestReason = 1000;

    /// <summary>Null when nothing can come of the form.</summary>
    public async Task<StaffRequest?> Read(StaffAction action, StaffForm form, CancellationToken cancellation) => action.Name switch
    {
        "herinneren" => Reasoned(form, (by, reason) => at => new IdeaEvent.ReminderAsked(at, by, reason)),
        "pauzeren" => Reasoned(form, (by, reason) => at => new IdeaEvent.Paused(at, by, reason)),
        "hervatten" => Reasoned(form, (by, reason) => at => new IdeaEvent.Resumed(at, by, reason)),
        "beoordeling-opnieuw" => Reasoned(form, (by, reason) => at => new IdeaEvent.ReviewRestarted(at, by, reason)),
        "verlengen" => Extension(form),
        "bedrag" => Amount(form),
        "minder-geld" => LowerAmount(form),
        "notitie" => Note(form),
        "andere-afdeling" => Redirection(form),
        "meerkosten" => Reasoned(form, (by, answer) => at => new IdeaEvent.OverrunAnswered(at, by, answer)),
        "vrijgeven" => Approval(form),
        "ontvangen" => Receipt(form),
        "afschrijven" => WriteOff(form),
        "beoordelaar-vervangen" => Replacement(form),
        "handtekeningen" => await Signatures(form, cancellation),
        "handtekeningen-tellen" => await SecondCount(form, cancellation),
        "handtekeningen-verminderen" => FewerSignatures(form),
        "tonen" => new StaffRequest(at => new IdeaEvent.LookedAt(at, form.By.Id)),
        "verbergen" => await Hiding(form, cancellation),
        "weer-tonen" => await Showing(form, cancellation),
        "heropenen" => Reopening(form),
        "stoppen" => Stopping(form),
        "wissen" => await Forgetting(form, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action.Name, "Nobody reads the form of this action."),
    };

    /// <summary>The reason that the log shows to everybody.</summary>
    internal static string ReasonOf(Typed typed, string field = "reden") =>
        typed.Text(field, LongestReason, "Schrijf waarom. De reden komt bij het idee te staan.");

    private static StaffRequest Reasoned(StaffForm form, Func<string, string, Func<DateTimeOffset, IdeaEvent>> happening) =>
        new(happening(form.By.Id, ReasonOf(form.Typed)));

    private static StaffRequest Extension(StaffForm form)
    {
        var until = Date(form);
        return Reasoned(form, (by, reason) => at => new IdeaEvent.TermExtended(at, by, Amsterdam.EndOfDay(until), reason));
    }

    private static DateOnly Date(StaffForm form)
    {
        var latest = Amsterdam.DateOf(form.Case.Now).AddYears(LongestExtensionInYears);
        if (form.Typed.Day("tot", "Kies tot welke dag.") is not { } date)
            return latest;
        if (date > latest)
            form.Typed.Errors.Add("tot", $"Kies een dag binnen {LongestExtensionInYears} jaar.");
        return date > latest ? latest : date;
    }

    private static StaffRequest? Amount(StaffForm form)
    {
        var cents = IdeaForm.Euros(form.Typed);
        var limit = form.Case.Story.Smederij.AmountLimit.Cents;
        if (!form.Typed.Errors.Has("bedrag") && (cents == 0 || cents > limit))
            form.Typed.Errors.Add("bedrag", $"Vul een bedrag in boven {Text.Dutch.EuroShort(0)} en niet hoger dan {Text.Dutch.EuroShort(limit)}.");
        var request = Reasoned(form, (by, reason) => at => new IdeaEvent.AmountCorrected(at, by, new Euro(cents), reason));
        return form.Typed.Errors.Any ? null : request;
    }

    private static StaffRequest? LowerAmount(StaffForm form)
    {
        var cents = IdeaForm.Euros(form.Typed);
        if (!form.Typed.Errors.Has("bedrag") && (cents == 0 || cents >= form.Case.Idea.Amount.Cents))
            form.Typed.Errors.Add(
                "bedrag", $"Vul een bedrag in boven {Text.Dutch.EuroShort(0)} en lager dan {Text.Dutch.EuroShort(form.Case.Idea.Amount.Cents)}.");
        var request = Reasoned(form, (by, reason) => at => new IdeaEvent.AmountLowered(at, by, new Euro(cents), reason));
        return form.Typed.Errors.Any ? null : request;
    }

    private StaffRequest Redirection(StaffForm form)
    {
        if (settings.Themes.FirstOrDefault(theme => theme.Id == form.Typed.Raw("thema")) is null)
            form.Typed.Errors.Add("thema", "Kies een afdeling.");
        return Reasoned(form, (by, reason) => at => new IdeaEvent.ReferralRedirected(at, by, form.Typed.Raw("thema"), reason));
    }

    /// <summary>The form carries which account the staff member looked at, so that nobody approves another one.</summary>
    private static StaffRequest Approval(StaffForm form)
    {
        if (form.Typed.Raw("gecontroleerd") != "ja")
            form.Typed.Errors.Add("gecontroleerd", "Controleer het rekeningnummer en de naam, en zet daarna een vinkje.");
        var account = int.TryParse(form.Typed.Raw("rekening"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1;
        return new StaffRequest(at => new IdeaEvent.ReleaseApproved(at, form.By.Id, account, form.Case.AccountSeal));
    }

    /// <summary>What was still to come on the page that the staff member looked at, so that the same money is not recorded twice.</summary>
    private static Euro Open(StaffForm form) =>
        long.TryParse(form.Typed.Raw("open"), NumberStyles.None, CultureInfo.InvariantCulture, out var cents) && cents <= Euro.MaxCents
            ? new Euro(cents) : Euro.Zero;

    /// <summary>The second one agrees with the reason of the first, and may add to it.</summary>
    private static string ReasonOf(StaffForm form, bool isSecond) =>
        isSecond ? form.Typed.Text("reden", LongestReason, null) : ReasonOf(form.Typed);

    private static StaffRequest WriteOff(StaffForm form)
    {
        var reason = ReasonOf(form, isSecond: form.Case.WriteOffs.First is not null);
        return new StaffRequest(at => new IdeaEvent.WriteOffApproved(at, form.By.Id, Open(form), reason));
    }

    private static StaffRequest Reopening(StaffForm form)
    {
        var reason = ReasonOf(form, isSecond: form.Case.ReopenedFirst is not null);
        return new StaffRequest(at => new IdeaEvent.ReopenApproved(at, form.By.Id, reason));
    }

    private static StaffRequest? Receipt(StaffForm form)
    {
        var cents = IdeaForm.Euros(form.Typed);
        if (!form.Typed.Errors.Has("bedrag") && (cents == 0 || new Euro(cents) > Open(form)))
            form.Typed.Errors.Add("bedrag", $"Vul een bedrag in boven {Text.Dutch.EuroShort(0)} en niet hoger dan wat er nog moet komen.");
        var day = form.Typed.Day("ontvangen", "Kies op welke dag het geld binnenkwam.");
        if (day > Amsterdam.DateOf(form.Case.Now))
            form.Typed.Errors.Add("ontvangen", "Kies een dag die al geweest is. Leg het geld pas vast als het er is.");
        return form.Typed.Errors.Any || day is not { } on ? null
            : new StaffRequest(at => new IdeaEvent.MoneyReceived(at, form.By.Id, new Euro(cents), on, Open(form)));
    }
}
