using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Reading;
using Smederijen.Portal.Ideas.Support;

namespace Smederijen.Portal.Api;

/// <summary>A neighbour offers support through a program. As on the page, it counts only after the link in the mail.</summary>
public sealed class SupportApi(IdeaItems ideas, SettingsBook settings, OfferSupport offering, NotShown notShown)
{
    public async Task<IResult> Post(HttpContext http)
    {
        if (SmederijApi.Find(settings, http) is not { } smederij)
            return SmederijApi.Unknown(http);
        var key = new IdeaKey(smederij.Id, http.Request.RouteValues["id"] as string ?? "");
        if (!ItemId.IsValid(key.Id) || await ideas.Load(key, http.RequestAborted) is not { Published: true } stored)
            return await notShown.Answer(http, key);
        var body = await PostedBody.Read(http);
        if (body is not PostedBody.Fields fields)
            return ((PostedBody.Unusable)body).Answer;
        if (stored.Item.State is not IdeaState.GatheringSupport)
            return await offering.TookIn(key, fields.Command(http), http.RequestAborted)
                ? ApiAnswer.Taken
                : IsOver(http);
        var version = await settings.Version(key.Smederij, stored.Item.SettingsVersion, http.RequestAborted);
        var form = SupportForm.Check(fields.Typed, version, settings)
            with { Command = fields.Command(http) };
        if (fields.Refuse(form.Errors) is { } wrong)
            return wrong;
        if (form.Errors.Any)
            return ProblemResult.For(form.Errors);
        return await offering.Accept(http, key, form) switch
        {
            { Wait: { } wait } => Failures.TooMany(http, wait),
            { IsOver: true } => IsOver(http),
            _ => ApiAnswer.Taken,
        };
    }

    private static IResult IsOver(HttpContext http) => Failures.Answer(http, 409, Refusals.Text(Refusal.StepIsOver));
}
