using Smederijen.Portal.Ideas.Reading;

namespace Smederijen.Portal.Ideas.Support;

/// <summary>
/// A neighbour offers support. It counts after the link in the mail, so that nobody supports in the name of another; and
/// everybody gets the same answer, so that nobody learns who supported already.
/// </summary>
public sealed class OfferSupport(
    IdeaItems ideas, SettingsBook settings, IEntityStore store, SharedMailboxes mailboxes, SentMails sent, RequestLimits limits,
    NotShown notShown, TimeProvider clock)
{
    public async Task<IResult> Show(HttpContext http) => await Find(http) is { } found
        ? found.Page(Typed.For(http), 200)
        : await notShown.Answer(http, KeyOf(http));

    public async Task<IResult> ShowThanks(HttpContext http) => await Find(http) is { } found
        ? new PageOf<SupportThanksPage>(found.Model(Typed.Empty))
        : await notShown.Answer(http, KeyOf(http));

    public async Task<IResult> Post(HttpContext http)
    {
        if (await Find(http) is not { } found)
            return await notShown.Answer(http, KeyOf(http));
        var typed = await Typed.Read(http);
        if (found.Stored.Item.State is not IdeaState.GatheringSupport)
            return await TookIn(found.Key, typed.Pressed, http.RequestAborted)
                ? new SeeOther(await sent.Note(typed.Pressed, found.Sent(Check(typed, found).Supporter), CancellationToken.None))
                : found.Page(Typed.Empty, 409);
        var form = Check(typed, found);
        if (form.Errors.Any)
            return found.Page(typed, 400);
        return await Accept(http, found.Key, form) switch
        {
            { Wait: { } wait } => Failures.TooMany(http, wait),
            { IsOver: true } => (await Find(http) ?? found).Page(Typed.Empty, 409),
            _ => new SeeOther(await sent.Note(form.Command, found.Sent(form.Supporter), CancellationToken.None)),
        };
    }

    /// <summary>Takes a form without errors in, from the web or the API.</summary>
    public async Task<SupportAnswer> Accept(HttpContext http, IdeaKey idea, SupportForm form) =>
        await limits.CountSupporting(store, http, idea.Smederij, form.Supporter.Email, form.Command) is { } wait
            ? new SupportAnswer(wait)
            : new SupportAnswer(IsOver: await Offer(idea, form.Supporter, form.Command) is Outcome<Refusal>.Refused or Outcome<Refusal>.Unknown);

    /// <summary>
    /// Whether this press of the button was taken in before: then it gets its first answer again, also when the idea has
    /// moved on since. Who lost the connection before the answer came may press once more much later.
    /// </summary>
    public async Task<bool> TookIn(IdeaKey idea, CommandId command, CancellationToken cancellation) =>
        await store.Earlier(idea.Smederij, command, cancellation) is not null;

    /// <summary>
    /// Keeps who wants to support and lets the mail go out, in one commit. The same person again gets the mail again, and no
    /// second row; after confirming nothing. When support is no longer gathered by now, nothing is kept.
    /// </summary>
    /// <param name="former">
    /// The addresses that were typed before, and were wrong: their rows go, and with them what their links can do. When one of them has
    /// confirmed, this person counts already.
    /// </param>
    private async Task<Outcome<Refusal>> Offer(IdeaKey idea, Person supporter, CommandId command, params IReadOnlyList<string> former)
    {
        var key = "";
        return await ideas.Handle(idea, command, at => new IdeaEvent.SupportOffered(at, key), async cancellation =>
        {
            (key, var rows) = await SharedMailboxes.Offered(supporter, former, email => mailboxes.Of(
                idea.Smederij, known => IdeaKeys.Supporter(idea.Id, known), idea.Id, email, cancellation));
            return rows;
        }).Answered(store, idea.Smederij, command, clock, idea.Id);
    }

    /// <summary>Lets the mail go out again, perhaps to a better address.</summary>
    public async Task<SentAgain> Again(HttpContext http, SentMail mail, string email, CommandId command)
    {
        var idea = new IdeaKey(mail.Smederij, mail.Idea);
        if (await limits.CountSupporting(store, http, idea.Smederij, email, command) is { } wait)
            return new SentAgain(wait);
        var supporter = new Person(mail.Name, email, mail.Postcode, Initials: mail.Initials);
        var outcome = await Offer(idea, supporter, command, mail.Typed);
        return new SentAgain(IsOver: outcome is Outcome<Refusal>.Refused or Outcome<Refusal>.Unknown);
    }

    private SupportForm Check(Typed typed, FoundIdea found) => SupportForm.Check(typed, found.Smederij, settings);

    private static IdeaKey KeyOf(HttpContext http) =>
        new(http.Request.RouteValues["smederij"] as string ?? "", http.Request.RouteValues["id"] as string ?? "");

    private async Task<FoundIdea?> Find(HttpContext http)
    {
        var key = KeyOf(http);
        return ItemId.IsValid(key.Id) && await ideas.Load(key, http.RequestAborted) is { Published: true } stored
            ? new FoundIdea(key, stored, await settings.Version(key.Smederij, stored.Item.SettingsVersion, http.RequestAborted))
            : null;
    }

    private sealed record FoundIdea(IdeaKey Key, Stored<Idea> Stored, SmederijSettings Smederij)
    {
        private string IdeaPath => $"/smederijen/{Key.Smederij}/ideeen/{Key.Id}";

        public SentMail Sent(Person supporter) =>
            new(LinkPurpose.ConfirmSupport, Key.Smederij, Key.Id, Smederij.Name, supporter.Name, supporter.Email, supporter.Postcode,
                supporter.Initials);

        public SupportFormModel Model(Typed typed) => new(Smederij, Stored, IdeaPath, typed);

        /// <summary>The form; a page that says why not when support is not gathered now.</summary>
        public PageOf<SupportFormPage> Page(Typed typed, int status) => new(Model(typed), status);
    }
}

/// <summary>What came of a form without errors; nothing about who supported already.</summary>
/// <param name="Wait">It was one too many: how long to wait.</param>
/// <param name="IsOver">Support is no longer gathered, and nothing was kept.</param>
public readonly record struct SupportAnswer(TimeSpan? Wait = null, bool IsOver = false);

/// <summary>What the pages around offering support show.</summary>
public sealed record SupportFormModel(SmederijSettings Smederij, Stored<Idea> Idea, string IdeaPath, Typed Typed);

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
