using Smederijen.Portal.Ideas.Submitting;
using Smederijen.Portal.Ideas.Support;
using Smederijen.Portal.Initiative;
using Smederijen.Portal.Plans.Joining;
using Smederijen.Portal.Plans.Submitting;
using Smederijen.Portal.Plans.Support;

namespace Smederijen.Portal.Resending;

/// <summary>
/// The page after every form that leads to a mail: it shows the address, sends the mail again, and takes a better address. Then the link that
/// went to the first one is void. The limits hold as for the form itself.
/// </summary>
public sealed class SendAgain(
    SentMails sent, SubmitIdea submitting, OfferSupport support, SubmitPlan planning, JoinPlan joining, SupportPlan planSupport, JoinGroup groups,
    IdeaItems ideas, PlanItems plans)
{
    /// <summary>The hidden field with the address that the page shows.</summary>
    public const string ShownEmail = "getoond";

    public async Task<IResult> Show(HttpContext http) => await Find(http) is { } mail ? await Page(http, mail, Typed.For(http), 200) : Gone(http);

    public async Task<IResult> Post(HttpContext http)
    {
        if (await Find(http) is not { } mail)
            return Gone(http);
        var typed = await Typed.Read(http);
        if (mail.WasSentBy(typed.Pressed))
            return Sent(http);
        var asked = Asked(mail, typed);
        if (typed.Errors.Any)
            return await Page(http, mail, typed, 400);
        var answer = await Again(http, mail with { Initials = asked.Initials }, asked.Email, typed.Pressed);
        if (answer.Wait is { } wait)
            return Failures.TooMany(http, wait);
        if (answer.IsOver)
        {
            typed.Errors.Add("", "Dit kan niet meer. Kijk op de website hoe het nu staat.");
            return await Page(http, mail, typed, 409);
        }
        await sent.Keep(NumberOf(http), asked.SentBy(typed.Pressed), CancellationToken.None);
        return Sent(http);
    }

    /// <summary>
    /// The mail as it was typed, whichever button was pressed. What stood in the field already says nothing: on an old page that may be an
    /// address from before a correction.
    /// </summary>
    private static SentMail Asked(SentMail mail, Typed typed)
    {
        var asked = EmailAddress.Tidied(typed.Raw("email")) == typed.Raw(ShownEmail) ? mail : mail.To(typed.Email("email"));
        return SentTexts.Of(mail).IsSupport && (typed.Raw("wat") == "voorletters" || typed.Plain("voorletters").Length > 0)
            ? asked with { Initials = SupportForm.NeededInitials(typed) } : asked;
    }

    private static SeeOther Sent(HttpContext http) => new($"{SentMails.AddressOf(NumberOf(http))}?opnieuw=ja");

    private Task<SentAgain> Again(HttpContext http, SentMail mail, string email, CommandId command) => mail switch
    {
        { Purpose: LinkPurpose.ConfirmSupport } => support.Again(http, mail, email, command),
        { Purpose: LinkPurpose.PlanGroup, IsOwn: true } => planning.Again(http, mail, email, command),
        { Purpose: LinkPurpose.PlanGroup } => joining.Again(http, mail, email, command),
        { Purpose: LinkPurpose.PlanSupport } => planSupport.Again(http, mail, email, command),
        { Purpose: LinkPurpose.Group } => groups.Again(http, mail, email, command),
        _ => submitting.Again(http, mail, email, command),
    };

    private Task<SentMail?> Find(HttpContext http) => sent.Find(NumberOf(http), http.RequestAborted);

    private static string NumberOf(HttpContext http) => http.Request.RouteValues["nummer"] as string ?? "";

    private async Task<PageOf<MailSentPage>> Page(HttpContext http, SentMail mail, Typed typed, int status) =>
        new(new MailSentModel(
            mail, await TitleOf(mail, http.RequestAborted), typed, http.Request.Path, http.Request.Query["opnieuw"] == "ja" && status == 200,
            await Confirmed(mail, http.RequestAborted)), status);

    /// <summary>As everybody reads it at the moment; null of what is hidden.</summary>
    private async Task<string?> TitleOf(SentMail mail, CancellationToken cancellation) => mail switch
    {
        { Purpose: LinkPurpose.ConfirmSupport } =>
            await ideas.Load(SentTexts.IdeaOf(mail), cancellation) is { Published: true } idea ? idea.Title : null,
        { Purpose: LinkPurpose.PlanSupport } or { Purpose: LinkPurpose.PlanGroup, IsOwn: false } =>
            await plans.Load(SentTexts.PlanOf(mail), cancellation) is { Item.IsPublic: true } plan ? plan.Title : null,
        _ => mail.Title,
    };

    /// <summary>
    /// What was handed in, once it was confirmed. Whether somebody supports or takes part is told to nobody here: the address that was typed may
    /// be of somebody else.
    /// </summary>
    private async Task<ConfirmedItem?> Confirmed(SentMail mail, CancellationToken cancellation) => mail switch
    {
        { Purpose: LinkPurpose.ConfirmSubmission } when SentTexts.IdeaOf(mail) is var key
            && await ideas.Load(key, cancellation) is { Item.State: not IdeaState.AwaitingConfirmation } idea =>
            new(idea.Published ? new("Naar de pagina van uw idee", SentTexts.PageOf(key)) : null),
        { Purpose: LinkPurpose.PlanGroup, IsOwn: true } when SentTexts.PlanOf(mail) is var key
            && (await plans.Load(key, cancellation))?.Item.State is { Phase: not (PlanPhase.AwaitingConfirmation or PlanPhase.NeverConfirmed) } =>
            new(new("Naar de pagina van uw plan", key.PublicPath)),
        _ => null,
    };

    private static IResult Gone(HttpContext http) => Failures.Answer(http, 410,
        "Deze pagina is er niet meer: na een uur gaat zij weg. Kijk in uw mail, ook bij ongewenste mail. Kwam er niets? Vul het formulier dan opnieuw in.");
}

/// <param name="Title">What it is about; null of what is hidden.</param>
/// <param name="Again">Whether the mail has just been sent once more.</param>
/// <param name="Confirmed">What was handed in, when it is confirmed already.</param>
public sealed record MailSentModel(SentMail Mail, string? Title, Typed Typed, string Here, bool Again, ConfirmedItem? Confirmed);

/// <param name="Page">Where everybody reads it; null when nobody can yet.</param>
public sealed record ConfirmedItem(PageLink? Page);

public static class ResendingEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<SendAgain>("ShowMailSent", "/verstuurd/{nummer}", (x, http) => x.Show(http)),
        Endpoint.Post<SendAgain>("SendMailAgain", "/verstuurd/{nummer}", (x, http) => x.Post(http)),
    ];
}
