using Smederijen.Portal.Ideas.Reading;

namespace Smederijen.Portal.Ideas.Support;

/// <summary>
/// A neighbour offers support. It counts after the link in the mail, so that nobody supports in the name of another; and
/// everybody gets the same answer, so that nobody learns who supported already.
/// </summary>
public sealed class OfferSupport(IdeaItems ideas, SettingsBook settings, IEntityStore store, Pseudonyms pseudonyms, RequestLimits limits)
{
    public async Task<IResult> Show(HttpContext http) => await Find(http) is { } found
        ? found.Page(Typed.Empty, CommandId.NewToken(), 200)
        : ReadIdea.NotPublic(http);

    public async Task<IResult> ShowThanks(HttpContext http) => await Find(http) is { } found
        ? new PageOf<SupportThanksPage>(found.Model(Typed.Empty, ""))
        : ReadIdea.NotPublic(http);

    public async Task<IResult> Post(HttpContext http)
    {
        if (await Find(http) is not { } found)
            return ReadIdea.NotPublic(http);
        var typed = Typed.From(await http.Request.ReadFormAsync(http.RequestAborted));
        if (typed.Raw(Forms.Trap.FieldName).Length > 0)
            return new SeeOther(found.ThanksPath);
        if (found.Stored.Item.State is not IdeaState.GatheringSupport)
            return await TookIn(found.Key, typed.SentCommand, http.RequestAborted) ? new SeeOther(found.ThanksPath)
                : found.Page(Typed.Empty, "", 409);
        var form = SupportForm.Check(typed, found.Smederij);
        if (form.Errors.Any)
            return found.Page(typed, form.Command.Length > 0 ? form.Command : CommandId.NewToken(), 400);
        return await Accept(http, found.Key, form) switch
        {
            { Wait: { } wait } => Failures.TooMany(http, wait),
            { IsOver: true } => (await Find(http) ?? found).Page(Typed.Empty, "", 409),
            _ => new SeeOther(found.ThanksPath),
        };
    }

    /// <summary>Takes a form without errors in, from the web or the API.</summary>
    public async Task<SupportAnswer> Accept(HttpContext http, IdeaKey idea, SupportForm form) =>
        await limits.Count(
            [(Limit.SupportPerAddress, RequestLimits.AddressOf(http)), (Limit.SupportPerMailbox, form.Supporter.Email)],
            http.RequestAborted) is { } wait
            ? new SupportAnswer(wait)
            : new SupportAnswer(IsOver: await Offer(idea, form) is Outcome<Refusal>.Refused or Outcome<Refusal>.Unknown);

    /// <summary>
    /// Whether this press of the button was taken in before: then it gets its first answer again, also when the idea has
    /// moved on since. Who lost the connection before the answer came may press once more much later.
    /// </summary>
    public async Task<bool> TookIn(IdeaKey idea, string command, CancellationToken cancellation) =>
        await store.Get(idea.Smederij, Keys.Command(CommandId.From(command).Key), cancellation) is not null;

    /// <summary>
    /// Keeps who wants to support and lets the mail go out, in one commit. The same mailbox again gets its mail again, and no
    /// second row; after confirming it gets nothing. When support is no longer gathered by now, nothing is kept.
    /// </summary>
    private async Task<Outcome<Refusal>> Offer(IdeaKey idea, SupportForm form)
    {
        var key = await pseudonyms.OfSupporter(idea.Id, form.Supporter.Email);
        var row = IdeaKeys.Supporter(idea.Id, key);
        var data = Rows.Write(form.Supporter, WorkJson.Default.Person);
        return await ideas.Handle(idea, CommandId.From(form.Command), at => new IdeaEvent.SupportOffered(at, key), async cancellation =>
            await store.Get(idea.Smederij, row, cancellation) switch
            {
                null => [new Write.Insert(row, data)],
                var known when known.Read(WorkJson.Default.Person).Confirmed => null,
                var known => [new Write.Replace(row, data, known.ETag)],
            });
    }

    private async Task<FoundIdea?> Find(HttpContext http)
    {
        var key = new IdeaKey(http.Request.RouteValues["smederij"] as string ?? "", http.Request.RouteValues["id"] as string ?? "");
        return ItemId.IsValid(key.Id) && await ideas.Load(key, http.RequestAborted) is { Published: true } stored
            ? new FoundIdea(key, stored, await settings.Version(key.Smederij, stored.Item.SettingsVersion, http.RequestAborted))
            : null;
    }

    private sealed record FoundIdea(IdeaKey Key, Stored<Idea> Stored, SmederijSettings Smederij)
    {
        private string IdeaPath => $"/smederijen/{Key.Smederij}/ideeen/{Key.Id}";

        public string ThanksPath => $"{IdeaPath}/steun/verstuurd";

        public SupportFormModel Model(Typed typed, string command) => new(Smederij, Stored, IdeaPath, typed, command);

        /// <summary>The form; a page that says why not when support is not gathered now.</summary>
        public PageOf<SupportFormPage> Page(Typed typed, string command, int status) => new(Model(typed, command), status);
    }
}

/// <summary>What came of a form without errors; nothing about who supported already.</summary>
/// <param name="Wait">It was one too many: how long to wait.</param>
/// <param name="IsOver">Support is no longer gathered, and nothing was kept.</param>
public readonly record struct SupportAnswer(TimeSpan? Wait = null, bool IsOver = false);

/// <summary>What the pages around offering support show.</summary>
public sealed record SupportFormModel(SmederijSettings Smederij, Stored<Idea> Idea, string IdeaPath, Typed Typed, string Command);

public static class SupportEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<OfferSupport>("ShowSupportForm", "/smederijen/{smederij}/ideeen/{id}/steun", (x, http) => x.Show(http)),
        Endpoint.Post<OfferSupport>("OfferSupport", "/smederijen/{smederij}/ideeen/{id}/steun", (x, http) => x.Post(http)),
        Endpoint.Get<OfferSupport>("ShowSupportReceived", "/smederijen/{smederij}/ideeen/{id}/steun/verstuurd", (x, http) => x.ShowThanks(http)),
        Endpoint.Get<ConfirmSupport>("ShowSupportConfirmation", "/steunen/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<ConfirmSupport>("ConfirmSupport", "/steunen/{verwijzing}", (x, http) => x.Post(http)),
    ];
}
