using Smederijen.Portal.Ideas;
using Smederijen.Portal.Uploading;

namespace Smederijen.Portal.Staff;

/// <content>The forms that bring people in, or let them be forgotten.</content>
public sealed partial class StaffActionForms
{
    /// <summary>Somebody of the list, or a new name with an address that is stored in the same commit.</summary>
    private static StaffRequest Replacement(StaffForm form)
    {
        var seat = form.Typed.Raw("beoordelaar");
        if (form.Case.Panel?.Find(seat) is null)
            form.Typed.Errors.Add("beoordelaar", "Kies wie u wilt vervangen.");
        var chosen = form.Typed.Raw("vervanger");
        if (chosen.Length > 0 && !form.Case.Replacements.Any(contact => contact.Id == chosen))
            form.Typed.Errors.Add("vervanger", "Kies iemand uit de lijst, of laat deze keuze leeg en vul een naam in.");
        Contact? added = chosen.Length > 0 ? null : new Contact(
            $"lid-{CommandId.NewToken()}",
            form.Typed.Line("naam", 100, "Vul een naam in, of kies iemand uit de lijst."), form.Typed.Email("email"),
            form.Typed.Line("functie", 100, "Vul een functie in, bijvoorbeeld: wijkagent."));
        IReadOnlyList<Write> writes = added is null ? []
            : [new Write.Insert(Keys.Contact(added.Id), Rows.Write(added, SettingsJson.Default.Contact))];
        return Reasoned(form, (by, reason) => at => new IdeaEvent.ReviewerReplaced(at, by, seat, added?.Id ?? chosen, reason)) with
        {
            Also = _ => Task.FromResult(writes),
        };
    }

    private static StaffRequest Note(StaffForm form)
    {
        var note = new StaffNote(form.Case.Now, form.By.Id, form.Typed.Text("notitie", 2000, "Schrijf de notitie op."));
        IReadOnlyList<Write> row =
            [new Write.Put(IdeaKeys.Note(form.Case.Key.Id, note.At, form.Command.Key), Rows.Write(note, WorkJson.Default.StaffNote))];
        return new StaffRequest(at => new IdeaEvent.NoteWritten(at, form.By.Id)) { Also = _ => Task.FromResult(row) };
    }

    private async Task<StaffRequest?> Signatures(StaffForm form, CancellationToken cancellation)
    {
        var most = form.Case.Story.Smederij.Inhabitants;
        if (!int.TryParse(form.Typed.Raw("aantal").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1 || count > most)
            form.Typed.Errors.Add("aantal", $"Vul een aantal in van 1 tot en met {Text.Dutch.Number(most)}.");
        var scans = await Uploads.Read(form.Files, "scan", form.Typed.Errors, most: 1, cancellation);
        if (scans.Count == 0 && !form.Typed.Errors.Has("scan"))
            form.Typed.Errors.Add("scan", "Stuur een foto of PDF van de lijst mee.");
        var reason = ReasonOf(form.Typed);
        if (form.Typed.Errors.Any)
            return null;
        var scan = await uploads.Store(form.Case.Key, ScanName(form), scans, cancellation);
        return new StaffRequest(at => new IdeaEvent.PaperSignaturesEntered(at, form.By.Id, count, scan.All[0].Name, reason))
        {
            Also = _ => Task.FromResult(scan.Settled),
            Undo = () => uploads.Forget(scan),
        };
    }

    /// <summary>The same press of the button gives the same name, so that a repeat leaves no second file behind.</summary>
    private static string ScanName(StaffForm form) =>
        $"scan{Digest.Hex($"{form.Case.Key} {form.Command.Key}", 15)}";

    private async Task<StaffRequest?> Forgetting(StaffForm form, CancellationToken cancellation)
    {
        switch (form.Typed.Raw("wie"))
        {
            case "indiener":
                return Forget(form, ErasedPerson.Submitter, DeletePeople);
            case "handtekeningen":
                return Forget(form, ErasedPerson.PaperSupporters, (_, _) => Task.FromResult<IReadOnlyList<Write>>([]));
            case "supporter":
                return await ForgetSupporter(form, cancellation);
            default:
                form.Typed.Errors.Add("wie", "Kies wiens gegevens u wilt wissen.");
                _ = ReasonOf(form.Typed);
                return null;
        }
    }

    private async Task<StaffRequest?> ForgetSupporter(StaffForm form, CancellationToken cancellation)
    {
        var email = form.Typed.Email("email");
        if (form.Typed.Errors.Any || await files.FindSupporter(form.Case.Key, email, cancellation) is not var (key, row))
        {
            if (!form.Typed.Errors.Any)
                form.Typed.Errors.Add("email", "Dit e-mailadres staat niet bij dit idee. Misschien is het al gewist.");
            return null;
        }
        var who = row.Read(WorkJson.Default.Person).Confirmed ? ErasedPerson.Supporter : ErasedPerson.UnconfirmedSupporter;
        return Forget(form, who, async (file, token) => [new Write.Delete(row.Row, row.ETag), .. await erasure.MailsTo(file.Key, key, token)]);
    }

    private async Task<IReadOnlyList<Write>> DeletePeople(CaseFile file, CancellationToken cancellation) =>
        [.. (await store.Query(file.Key.Smederij, IdeaKeys.People(file.Key.Id), cancellation: cancellation)).Rows.Select(row =>
            new Write.Delete(row.Row, row.ETag))];

    private static StaffRequest Forget(StaffForm form, ErasedPerson who, Func<CaseFile, CancellationToken, Task<IReadOnlyList<Write>>> rows) =>
        Reasoned(form, (by, reason) => at => new IdeaEvent.PersonErased(at, by, who, reason)) with { Also = cancellation =>
            rows(form.Case, cancellation) };
}
