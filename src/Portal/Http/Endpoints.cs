using Smederijen.Portal.Answering;
using Smederijen.Portal.Api;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Initiative;
using Smederijen.Portal.Links;
using Smederijen.Portal.Managing;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Progress;
using Smederijen.Portal.Reading;
using Smederijen.Portal.Referral;
using Smederijen.Portal.Release;
using Smederijen.Portal.Review;
using Smederijen.Portal.Staff;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Submitting;
using Smederijen.Portal.Support;
using Smederijen.Portal.Voting;

namespace Smederijen.Portal.Http;

/// <summary>Everything that both editions serve, a list per thing that people do.</summary>
public static class Endpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        .. ApiEndpoints.All,
        .. ReadingEndpoints.All,
        .. SubmittingEndpoints.All,
        .. SupportEndpoints.All,
        .. VotingEndpoints.All,
        .. StaffEndpoints.All,
        .. ReviewEndpoints.All,
        .. AnsweringEndpoints.All,
        .. ReleaseEndpoints.All,
        .. ManagingEndpoints.All,
        .. ProgressEndpoints.All,
        .. ReferralEndpoints.All,
        .. GuidanceEndpoints.All,
        .. InitiativeEndpoints.All,
        .. StuurgroepEndpoints.All,
        .. PlanEndpoints.All,
        Endpoint.Get<OpenedLinks>("OpenLink", "/link/{token}", (x, http) => Task.FromResult(x.Open(http))),
    ];
}
