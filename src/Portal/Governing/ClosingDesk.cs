using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Governing;

/// <summary>
/// Where the functional administrator closes a Smederij: it merges into another, is split into new ones, or ends. It drafts the settings of all
/// that change; a second person agrees on them with the other drafts.
/// </summary>
public sealed class ClosingDesk(SettingsDesk desk, ManyDrafts many, SettingsBook book, RoundLists rounds)
{
    public const string Address = $"{SettingsDesk.Address}/opheffen";
    public const string Closes = "smederij";
    public const string First = "opvolger";
    public const string Second = "opvolger-2";

    public Task<IResult> ShowForm(HttpContext http) => Task.FromResult<IResult>(Page(http, Typed.For(http), 200));

    /// <summary>Drafts the end of one Smederij, and of one that takes all of it over its new area.</summary>
    public async Task<IResult> Draft(HttpContext http)
    {
        var typed = await Typed.Read(http);
        var (from, reason, today) = desk.When(typed);
        if (book.Open.FirstOrDefault(smederij => smederij.Id == typed.Raw(Closes)) is not { } closes)
        {
            typed.Errors.Add(Closes, "Kies welke Smederij u opheft.");
            return Page(http, typed, 400);
        }
        var successors = Successors(closes, typed);
        if (await ClosingRules.VoteInTheWay(rounds, closes, from ?? today, http.RequestAborted) is { } vote)
            typed.Errors.Add(Closes, vote);
        List<(FoundSettings Found, LaidChange Change)> drafts = [];
        void Add(FoundSettings found, SmederijSettings content) => drafts.Add((found, desk.Lay(found, content, from)));
        if (await desk.Find(closes.Id, http.RequestAborted) is { Now: SmederijSettings last } closing)
            Add(closing, last with { Closed = true, Successors = successors.IsEmpty ? null : [.. successors.Select(one => one.Id)] });
        if (successors is [var heir] && await desk.Find(heir.Id, http.RequestAborted) is { Now: SmederijSettings grows } growing)
            Add(growing, grows with
            {
                Area = Area.Of([.. grows.Area, .. closes.Area]).Parts,
                Inhabitants = grows.Inhabitants + closes.Inhabitants,
            });
        foreach (var (found, change) in drafts)
        {
            if (ManyDrafts.MayGovern(http, found).Refusal is { } refusal)
                typed.Errors.Add("", $"{desk.NameOf(found)}. {refusal}");
            foreach (var fault in many.FaultsOf(change, from, today).Select(fault => $"{desk.NameOf(found)}. {fault}")
                .Prepend(many.OtherDraft(found, change)).OfType<string>())
                typed.Errors.Add("", fault);
        }
        if (typed.Errors.Any)
            return Page(http, typed, 400);
        foreach (var (found, problem) in await many.Lay(http, typed, drafts, from, reason))
            typed.Errors.Add("", $"{desk.NameOf(found)}. {problem}");
        return typed.Errors.Any ? Page(http, typed, 409) : new SeeOther(ImportDesk.DraftsAddress);
    }

    private ImmutableArray<SmederijSettings> Successors(SmederijSettings closes, Typed typed)
    {
        if (typed.Raw(First) == closes.Id || typed.Raw(Second) == closes.Id)
            typed.Errors.Add(First, "Een Smederij kan zichzelf niet opvolgen. Kies een andere.");
        return
        [
            .. new[] { First, Second }.Select(field => book.Open.FirstOrDefault(one => one.Id == typed.Raw(field) && one.Id != closes.Id))
                .OfType<SmederijSettings>().DistinctBy(one => one.Id),
        ];
    }

    private PageOf<ClosingPage> Page(HttpContext http, Typed typed, int status) =>
        new(new ClosingModel(typed, book.Open, http.MaySomewhere(StaffWork.Governing)), status);
}

/// <param name="Open">The Smederijen that can be closed, or come after one.</param>
public sealed record ClosingModel(Typed Typed, IReadOnlyList<SmederijSettings> Open, Leave MayGovern);
