namespace Smederijen.Portal.Ideas.Answering;

public static class AnsweringEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<AnswerQuestion>("ShowQuestion", "/antwoorden/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<AnswerQuestion>("AnswerQuestion", "/antwoorden/{verwijzing}", (x, http) => x.Post(http)),
    ];
}
