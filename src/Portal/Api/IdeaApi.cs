using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Submitting;

namespace Smederijen.Portal.Api;

/// <summary>The ideas of a Smederij: list, read, hand in.</summary>
public sealed class IdeaApi(SettingsBook settings, IEntityStore store, IdeaStories ideas, SubmitIdea submitting, UnreadableRows unreadable)
{
    public async Task<IResult> List(HttpContext http)
    {
        if (SmederijApi.Find(settings, http) is not { } smederij)
            return SmederijApi.Unknown(http);
        return await ListQuery.OfIdeas(http.Request.Query).Answer(http, store, smederij.Id, ApiPaths.Ideas(smederij.Id), async (page, next) =>
            ApiAnswer.Of(new IdeaResults(await Published(smederij.Id, page), next), ApiJson.Readable.IdeaResults));
    }

    public async Task<IResult> Show(HttpContext http)
    {
        if (SmederijApi.Find(settings, http) is not { } smederij)
            return SmederijApi.Unknown(http);
        var id = http.Request.RouteValues["id"] as string ?? "";
        return await ideas.Read(new IdeaKey(smederij.Id, id), http.RequestAborted) is { } idea
            ? ApiAnswer.Of(IdeaDetail.Of(idea), ApiJson.Readable.IdeaDetail)
            : Failures.NotFound(http, $"Dit idee bestaat niet. Haal de lijst op met GET {ApiPaths.Ideas(smederij.Id)}.");
    }

    /// <summary>Takes JSON, and the form of the website as it is.</summary>
    public async Task<IResult> Post(HttpContext http)
    {
        if (SmederijApi.Find(settings, http) is not { } smederij)
            return SmederijApi.Unknown(http);
        var body = await PostedBody.Read(http);
        if (body is not PostedBody.Fields fields)
            return ((PostedBody.Unusable)body).Answer;
        var form = IdeaForm.Check(fields.Typed, smederij, fields.AmountInCents) with { Command = fields.Command(http) };
        if (fields.Refuse(form.Errors) is { } wrong)
            return wrong;
        return await submitting.Accept(http, smederij, form, new PostedFiles(http, fields.Files, fields.Typed.Raw)) switch
        {
            Accepted.Stored stored => await Created(http, smederij, stored.Id),
            Accepted.TooOften often => Failures.TooMany(http, often.Wait),
            _ => ProblemResult.For(form.Errors),
        };
    }

    private async Task<IResult> Created(HttpContext http, SmederijSettings smederij, string id)
    {
        var idea = await ideas.Read(new IdeaKey(smederij.Id, id), http.RequestAborted)
            ?? throw new InvalidOperationException($"Idea {smederij.Id}/{id} was stored and cannot be read.");
        http.Response.Headers.Location = ApiPaths.Idea(smederij.Id, id);
        return ApiAnswer.Of(IdeaDetail.Of(idea), ApiJson.Readable.IdeaDetail, StatusCodes.Status201Created);
    }

    private async Task<List<IdeaItem>> Published(string smederij, Page page) =>
        [.. (await unreadable.Read(smederij, page.Rows, IdeaJson.Default.IdeaSummary)).Where(idea => idea.Published)
            .Select(idea => IdeaItem.Of(smederij, idea))];
}
