using Smederijen.Portal.Ideas;

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
            Also = _ => Task.FromResult<IReadOnlyList<Write>?>(writes),
        };
    }

    private static StaffRequest Note(StaffForm form)
    {
        var note = new StaffNote(form.Case.Now, form.By.Id, form.Typed.Text("notitie", 2000, "Schrijf de notitie op."));
        IReadOnlyList<Write> row =
            [new Write.Put(IdeaKeys.Note(form.Case.Key.Id, note.At, form.Command.Key), Rows.Write(note, WorkJson.Default.StaffNote))];
        return new StaffRequest(at => new IdeaEvent.NoteWritten(at, form.By.Id)) { Also = _ => Task.FromResult<IReadOnlyList<Write>?>(row) };
    }

    private async Task<StaffRequest?> Forgetting(StaffForm form, CancellationToken cancellation)
    {
        form.Typed.CheckSure("Zet een vinkje als u zeker weet dat deze gegevens weg mogen.");
        switch (form.Typed.Raw("wie"))
        {
            case "indiener":
                return Forget(form, ErasedPerson.Submitter, (file, token) => erasure.SubmitterOf(file.Key, token));
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

    internal const string SharedMailbox =
        "Twee mensen steunen met dit e-mailadres. Vul ook de naam of de voorletters in van wie u wilt wissen, zoals die persoon ze invulde.";

    private async Task<StaffRequest?> ForgetSupporter(StaffForm form, CancellationToken cancellation)
    {
        var email = form.Typed.Email("email");
        var name = form.Typed.Line("naam", 100, missing: null);
        if (form.Typed.Errors.Any)
            return null;
        var places = await files.FindSupporters(form.Case.Key, email, cancellation);
        if (places.Named(name) is not { Person: { } person } place)
        {
            if (places.Taken.Any())
                form.Typed.Errors.Add("naam", SharedMailbox);
            else
                form.Typed.Errors.Add("email", "Dit e-mailadres staat niet bij dit idee. Misschien is het al gewist.");
            return null;
        }
        var who = person.Confirmed ? ErasedPerson.Supporter : ErasedPerson.UnconfirmedSupporter;
        return Forget(form, who, (file, token) => erasure.SupporterOf(file.Key, place.Stored!, token));
    }

    private static StaffRequest Forget(StaffForm form, ErasedPerson who, Func<CaseFile, CancellationToken, Task<IReadOnlyList<Write>>> rows) =>
        Reasoned(form, (by, reason) => at => new IdeaEvent.PersonErased(at, by, who, reason)) with
        {
            Also = async cancellation => await rows(form.Case, cancellation),
        };
}
