namespace Smederijen.Portal.Ideas.Referral;

public static class ReferralEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<AnswerReferral>("ShowReferral", "/gemeentevraag/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<AnswerReferral>("AnswerReferral", "/gemeentevraag/{verwijzing}", (x, http) => x.Post(http)),
    ];
}
