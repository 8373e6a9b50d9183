namespace Smederijen.Portal.Staff;

/// <summary><c>GET /medewerkers/ideeen/{smederij}/{id}</c>: everything about one idea, and the ways to act on it.</summary>
public sealed class StaffIdea(CaseFiles files, Looks looks)
{
    public async Task<IResult> Show(HttpContext http)
    {
        if (await files.ReadWhole(StaffDesk.KeyOf(http), http.RequestAborted) is not { } file)
            return StaffDesk.NoSuchIdea(http);
        await looks.Note(http, LookKind.Dossier, file.Key.Smederij, file.Key.Id);
        if (!http.MaySeePeople())
            file = file with { Submitter = null, Supporters = [], Notes = [], HidesPeople = true };
        var query = http.Request.Query;
        return new PageOf<StaffIdeaPage>(new StaffIdeaModel(
            file, http.Staff(), http.MayHere(), Named(query["gelukt"]), Named(query["al-zo"])));
    }

    private static StaffAction? Named(string? name) => StaffAction.All.FirstOrDefault(action => action.Name == name);
}

/// <summary>What the page of an idea shows to staff.</summary>
/// <param name="MayAct">Whether the reader may do more than what is about money.</param>
/// <param name="Done">What the reader has just done.</param>
/// <param name="AlreadySo">What the reader asked for and was so already.</param>
public sealed record StaffIdeaModel(CaseFile Case, StaffMember Reader, Leave MayAct, StaffAction? Done, StaffAction? AlreadySo)
{
    public IEnumerable<StaffAction> Actions => StaffAction.All.Where(action => Reader.May(action.Work, Case.Key.Smederij)
        && action.IsOffered(Case.Idea) && (action != StaffAction.Restore || Case.HidesSomething));
}
