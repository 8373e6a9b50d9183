namespace Smederijen.Portal.Ideas.Submitting;

public static class SubmittingEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<SubmitIdea>("ShowIdeaForm", "/smederijen/{smederij}/ideeen/nieuw", (x, http) => x.ShowForm(http)),
        Endpoint.Post<SubmitIdea>("SubmitIdea", "/smederijen/{smederij}/ideeen/nieuw", (x, http) => x.Post(http)),
        Endpoint.Get<SubmitIdea>("ShowIdeaReceived", "/smederijen/{smederij}/ideeen/verstuurd", (x, http) => x.ShowThanks(http)),
        Endpoint.Get<ConfirmSubmission>("ShowConfirmation", "/bevestigen/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<ConfirmSubmission>("ConfirmSubmission", "/bevestigen/{verwijzing}", (x, http) => x.Post(http)),
    ];
}
