using Smederijen.Portal.Ideas;
using Smederijen.Portal.Uploading;

namespace Smederijen.Portal.Staff;

/// <content>Signatures on paper: one enters a list, another counts it, and both may find later that fewer of them count.</content>
public sealed partial class StaffActionForms
{
    private async Task<StaffRequest?> Signatures(StaffForm form, CancellationToken cancellation)
    {
        var count = Counted(form, least: 1);
        var scans = await Uploads.Read(form.Files, "scan", form.Typed.Errors, most: 1, cancellation);
        if (scans.Count == 0 && !form.Typed.Errors.Has("scan"))
            form.Typed.Errors.Add("scan", "Stuur een foto of PDF van de lijst mee.");
        var row = scans.Count == 1 ? await KnownScans.RowOf(scans[0].Content, cancellation) : "";
        if (scans.Count == 1 && await known.Find(row, cancellation) is { } before)
        {
            form.Files.Refuse(scans[0]);
            form.Typed.Errors.Add("scan", $"{TakenBefore(form.Case.Key, before)} Hebt u nog een lijst? Kies dan dat bestand.");
        }
        if (form.Typed.Errors.Any)
            return null;
        var scan = await uploads.Store(form.Case.Key, ScanName(form), scans, cancellation);
        return new StaffRequest(at => new IdeaEvent.SignatureListEntered(at, form.By.Id, count, scan.All[0].Name))
        {
            Also = async token => await store.Get(form.Case.Key.Smederij, row, token) is null
                ? [new Write.Insert(row, Rows.Write(new KnownScan(form.Case.Key.Id, form.Case.Now), IdeaJson.Default.KnownScan)), .. scan.Settled]
                : null,
            Undo = () => uploads.Forget(scan),
        };
    }

    /// <summary>Of a list in another Smederij nothing but where it is.</summary>
    private string TakenBefore(IdeaKey here, EnteredScan before) =>
        $"Deze lijst is al eerder ingevoerd{(before.IsOf(here) ? " bij dit idee" : before.Title is { } title ? $" bij het idee “{title}”" : "")}"
        + (before.Smederij != here.Smederij ? $" in {settings.NameOf(before.Smederij)}"
            : before.Known is { } scan ? $", op {Text.Dutch.Date(scan.At)}" : "")
        + ". Een lijst telt één keer mee, bij één idee.";

    /// <summary>The same press of the button gives the same name, so that a repeat leaves no second file behind.</summary>
    private static string ScanName(StaffForm form) =>
        $"scan{Digest.Hex($"{form.Case.Key} {form.Command.Key}", 15)}";

    private async Task<StaffRequest?> SecondCount(StaffForm form, CancellationToken cancellation)
    {
        var scan = form.Typed.Raw("lijst");
        // An earlier press of the same button may have settled it; the domain knows.
        var isOfCase = form.Case.Scans.Contains(scan);
        if (!isOfCase)
            form.Typed.Errors.Add("lijst", "Kies welke lijst u telde.");
        var count = Counted(form, least: 0);
        if (isOfCase && count > 0 && await known.FindBefore(form.Case.Key, scan, cancellation) is { } before)
            form.Typed.Errors.Add("aantal", $"{TakenBefore(form.Case.Key, before)} Vul hier 0 in.");
        return form.Typed.Errors.Any ? null : new StaffRequest(at => new IdeaEvent.SignatureListCounted(at, form.By.Id, count, scan));
    }

    /// <summary>The form carries how many counted when the staff member looked.</summary>
    private static StaffRequest? FewerSignatures(StaffForm form)
    {
        var seen = form.Typed.Count("nu") ?? -1;
        var count = form.Typed.Count("aantal") ?? -1;
        if (count < 0 || count >= seen)
            form.Typed.Errors.Add("aantal", $"Vul een aantal in dat lager is dan {Text.Dutch.Number(Math.Max(seen, 0))}.");
        var request = Reasoned(form, (by, reason) => at => new IdeaEvent.SignaturesCorrected(at, by, seen, count, reason));
        return form.Typed.Errors.Any ? null : request;
    }

    private static int Counted(StaffForm form, int least)
    {
        var most = form.Case.Story.Smederij.Inhabitants;
        var count = form.Typed.Count("aantal") ?? -1;
        if (count < least || count > most)
            form.Typed.Errors.Add("aantal", $"Vul een aantal in van {least} tot en met {Text.Dutch.Number(most)}.");
        return count;
    }
}
