namespace Smederijen.Portal.Api;

/// <summary>The API for programs, described in <c>openapi.json</c>. Everything that changes an idea goes by the use cases of the pages.</summary>
public static class ApiEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Exactly(Endpoint.Get<OpenApiDocument>("ApiDocument", "/v1/openapi.json", (x, _) => Task.FromResult(x.Show()))),
        Exactly(Endpoint.Get<SmederijApi>("ApiListSmederijen", "/v1/smederijen", (x, _) => Task.FromResult(x.List()))),
        Exactly(Endpoint.Get<SmederijApi>("ApiShowSmederij", "/v1/smederijen/{smederij}", (x, http) => x.Show(http))),
        Exactly(Endpoint.Get<IdeaApi>("ApiListIdeas", "/v1/smederijen/{smederij}/ideeen", (x, http) => x.List(http))),
        Exactly(Endpoint.Post<IdeaApi>("ApiSubmitIdea", "/v1/smederijen/{smederij}/ideeen", (x, http) => x.Post(http))),
        Exactly(Endpoint.Get<IdeaApi>("ApiShowIdea", "/v1/smederijen/{smederij}/ideeen/{id}", (x, http) => x.Show(http))),
        Exactly(Endpoint.Post<SupportApi>("ApiOfferSupport", "/v1/smederijen/{smederij}/ideeen/{id}/steunbetuigingen", (x, http) => x.Post(http))),
        Exactly(Endpoint.Get<PlanApi>("ApiListPlans", "/v1/smederijen/{smederij}/plannen", (x, http) => x.List(http))),
        Exactly(Endpoint.Get<PlanApi>("ApiShowPlan", "/v1/smederijen/{smederij}/plannen/{id}", (x, http) => x.Show(http))),
        Exactly(Endpoint.Get<RoundApi>("ApiShowRound", "/v1/smederijen/{smederij}/rondes/{periode}", (x, http) => x.Show(http))),
        Exactly(Endpoint.Get<ResolutionApi>("ApiListResolutions", "/v1/besluiten", (x, http) => x.List(http))),
        Exactly(Endpoint.Get<ResolutionApi>("ApiShowResolution", "/v1/besluiten/{id}", (x, http) => x.Show(http))),
    ];

    /// <summary>Routing forgives a slash at the end; the API must not (NLGov REST API Design Rules, /core/no-trailing-slash).</summary>
    private static Endpoint Exactly(Endpoint endpoint) => endpoint with
    {
        Handle = http => http.Request.Path.Value is [.., '/']
            ? Task.FromResult(Failures.NotFound(http, "Dit adres bestaat niet. Laat de schuine streep aan het eind weg."))
            : endpoint.Handle(http),
    };
}
