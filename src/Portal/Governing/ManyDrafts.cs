namespace Smederijen.Portal.Governing;

/// <summary>Makes drafts of several documents in one press of a button: all of them, or nothing.</summary>
public sealed class ManyDrafts(SettingsDesk desk, SettingsBook book)
{
    /// <summary>All documents, in the order in which they begin: the rounds of the Smederijen look at the stuurgroep.</summary>
    internal async Task<IReadOnlyList<FoundSettings>> All(CancellationToken cancellation)
    {
        var ids = (await desk.Taken(cancellation)).Union(SettingsKeys.OfAll);
        var all = await Task.WhenAll(ids.Select(id => desk.Find(id, cancellation)));
        return
        [
            .. all.OfType<FoundSettings>().OrderBy(found => SettingsKeys.IsOfSmederij(found.Id)).ThenBy(
                desk.NameOf, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>Lays what each document would say, one that is not there yet too.</summary>
    internal IReadOnlyList<(FoundSettings Found, LaidChange Change)> Laid(
        IReadOnlyList<FoundSettings> all, IEnumerable<object> contents, DateOnly? from) =>
    [
        .. contents.Select(content => (Found: FoundIn(all, SettingsDocument.IdOf(content)), Content: content))
            .Select(one => (one.Found, desk.Lay(one.Found, one.Content, from))),
    ];

    /// <summary>
    /// Drafts what differs; the same again finds its own drafts, and a draft of somebody else is in the way. What is wrong stands in
    /// <paramref name="wrong"/>, or in the errors of the form.
    /// </summary>
    /// <returns>The status of an answer that says what is wrong; null when nothing is.</returns>
    internal async Task<int?> Draft(
        HttpContext http, Typed typed, IReadOnlyList<(FoundSettings Found, LaidChange Change)> laid, DateOnly? from, string reason, FileErrors wrong)
    {
        var changed = Changed(laid, wrong);
        if (wrong.All.Count == 0 && changed.Count == 0 && !laid.Any(one => IsDrafted(one.Found, one.Change)))
            typed.Errors.Add("", "Alles in dit bestand is al zo. Er is niets veranderd.");
        if (typed.Errors.Any || wrong.All.Count > 0)
            return 409;
        foreach (var (found, _) in changed)
            if (MayGovern(http, found).Refusal is { } refusal)
                wrong.Add(found.Id, refusal);
        if (wrong.All.Count > 0)
            return 403;
        foreach (var (found, problem) in await Lay(http, typed, changed, from, reason))
            wrong.Add(found.Id, problem);
        return wrong.All.Count > 0 ? 409 : null;
    }

    /// <summary>Lays the drafts; what was in the way of some, in words. The same press again finds its own.</summary>
    internal async Task<IReadOnlyList<(FoundSettings Found, string Problem)>> Lay(
        HttpContext http, Typed typed, IEnumerable<(FoundSettings Found, LaidChange Change)> drafts, DateOnly? from, string reason)
    {
        List<(FoundSettings, string)> problems = [];
        foreach (var (found, change) in drafts)
        {
            await desk.Meet(http, found.Id);
            if (await desk.Draft(
                change, Pressed(typed, found.Id), http.Staff().Id, found.Item.Changes, from, reason, http.RequestAborted) is { } problem)
                problems.Add((found, problem));
        }
        return problems;
    }

    /// <summary>What the rules say of a document, where no form of it can show at which field.</summary>
    internal IEnumerable<string> FaultsOf(LaidChange change, DateOnly? from, DateOnly today)
    {
        FormErrors errors = [];
        change.Check(from, today, book.All, errors);
        return errors.Select(error => error.Message);
    }

    /// <summary>Somebody drafted something else, which has to be dealt with first; null when nobody did.</summary>
    internal string? OtherDraft(FoundSettings found, LaidChange change) => found.Draft is null || IsDrafted(found, change) ? null
        : $"Er ligt al een voorstel voor {desk.NameOf(found)}. Stel dat eerst vast, of gooi het weg.";

    /// <summary>A Smederij that is not there yet belongs to nobody's reach.</summary>
    internal static Leave MayGovern(HttpContext http, FoundSettings found) =>
        http.May(StaffWork.Governing, found.Now is null ? null : SettingsKeys.SmederijOf(found.Id));

    /// <summary>One press of the button does something to several documents: each has an id of its own.</summary>
    internal static CommandId Pressed(Typed typed, string document) => CommandId.From($"{typed.Pressed.Key}|{document}");

    /// <summary>What differs from the last version, and is not drafted yet; a draft of somebody else stays, and is in the way.</summary>
    private List<(FoundSettings Found, LaidChange Change)> Changed(
        IReadOnlyList<(FoundSettings Found, LaidChange Change)> laid, FileErrors wrong)
    {
        var changed = laid.Where(one => !one.Change.ChangesNothing && !IsDrafted(one.Found, one.Change)).ToList();
        foreach (var (found, change) in changed)
            if (OtherDraft(found, change) is { } other)
                wrong.Add(found.Id, other);
        return changed;
    }

    internal static FoundSettings FoundIn(IEnumerable<FoundSettings> all, string id) =>
        all.FirstOrDefault(one => one.Id == id) ?? FoundSettings.Nothing(id);

    private static bool IsDrafted(FoundSettings found, LaidChange change) => found.Item.Draft?.Hash == change.Document.Hash;
}
