namespace Smederijen.Portal.Governing;

/// <summary>Makes drafts of several documents in one press of a button: all of them, or nothing.</summary>
public sealed class ManyDrafts(SettingsDesk desk, SettingsItems items, SettingsBook book)
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

    /// <summary>
    /// Drafts what differs; the same again finds its own drafts, and a draft of somebody else is in the way. What is wrong stands in
    /// <paramref name="wrong"/>, or in the errors of the form.
    /// </summary>
    /// <returns>The status of an answer that says what is wrong; null when nothing is.</returns>
    internal async Task<int?> Draft(
        HttpContext http, Typed typed, IReadOnlyList<FoundSettings> all, IEnumerable<object> contents, DateOnly? from, string reason,
            FileErrors wrong)
    {
        var documents = contents.Select(SettingsDocument.Of).ToList();
        var changed = Changed(all, documents, wrong);
        if (wrong.All.Count == 0 && changed.Count == 0 && !documents.Exists(document => all.Any(found => IsDrafted(found, document))))
            typed.Errors.Add("", "Alles in dit bestand is al zo. Er is niets veranderd.");
        if (typed.Errors.Any || wrong.All.Count > 0)
            return 409;
        foreach (var (found, document) in changed)
            if (MayGovern(http, found).Refusal is { } refusal)
                wrong.Add(document.Id, refusal);
        if (wrong.All.Count > 0)
            return 403;
        foreach (var (found, problem) in await Lay(http, typed, changed, from, reason))
            wrong.Add(found.Id, problem);
        return wrong.All.Count > 0 ? 409 : null;
    }

    /// <summary>Lays the drafts; what was in the way of some, in words. The same press again finds its own.</summary>
    internal async Task<IReadOnlyList<(FoundSettings Found, string Problem)>> Lay(
        HttpContext http, Typed typed, IEnumerable<(FoundSettings Found, SettingsDocument Document)> drafts, DateOnly? from, string reason)
    {
        List<(FoundSettings, string)> problems = [];
        foreach (var (found, document) in drafts)
        {
            await desk.Meet(http, found.Id);
            var outcome = await items.Draft(
                document, Pressed(typed, found.Id), http.Staff().Id, found.Item.Changes, from, reason, desk.TouchedBy(found.Now, document),
                http.RequestAborted);
            if (SettingsTexts.Problem(outcome) is { } problem)
                problems.Add((found, problem));
        }
        return problems;
    }

    /// <summary>What the rules say of a document, where no form of it can show at which field.</summary>
    internal IEnumerable<string> FaultsOf(FoundSettings found, object content, DateOnly? from, DateOnly today)
    {
        FormErrors errors = [];
        SettingsRules.Check(found.Now, content, from, today, book.All, errors);
        return errors.Select(error => error.Message);
    }

    /// <summary>Somebody drafted something else, which has to be dealt with first; null when nobody did.</summary>
    internal string? OtherDraft(FoundSettings found, SettingsDocument document) => found.Draft is null || IsDrafted(found, document) ? null
        : $"Er ligt al een voorstel voor {desk.NameOf(found)}. Stel dat eerst vast, of gooi het weg.";

    /// <summary>A Smederij that is not there yet belongs to nobody's reach.</summary>
    internal static Leave MayGovern(HttpContext http, FoundSettings found) =>
        http.May(StaffWork.Governing, found.Now is null ? null : SettingsKeys.SmederijOf(found.Id));

    /// <summary>One press of the button does something to several documents: each has an id of its own.</summary>
    internal static CommandId Pressed(Typed typed, string document) => CommandId.From($"{typed.Pressed.Key}|{document}");

    /// <summary>What differs from the last version, and is not drafted yet; a draft of somebody else stays, and is in the way.</summary>
    private List<(FoundSettings Found, SettingsDocument Document)> Changed(
        IReadOnlyList<FoundSettings> all, IReadOnlyList<SettingsDocument> documents, FileErrors wrong)
    {
        List<(FoundSettings, SettingsDocument)> changed = [];
        foreach (var document in documents)
        {
            var found = all.FirstOrDefault(one => one.Id == document.Id)
                ?? new FoundSettings(document.Id, SettingsDecider.Empty(document.Id), null, null);
            if (found.Now is not null && SettingsDocument.Of(found.Now).Hash == document.Hash || IsDrafted(found, document))
                continue;
            if (OtherDraft(found, document) is { } other)
                wrong.Add(document.Id, other);
            changed.Add((found, document));
        }
        return changed;
    }

    private static bool IsDrafted(FoundSettings found, SettingsDocument document) =>
        found.Id == document.Id && found.Item.Draft?.Hash == document.Hash;
}
