using Smederijen.Portal.Api;
using Smederijen.Portal.Bookkeeping;
using Smederijen.Portal.Delivery;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Ideas.Answering;
using Smederijen.Portal.Ideas.Choosing;
using Smederijen.Portal.Ideas.Managing;
using Smederijen.Portal.Ideas.Progress;
using Smederijen.Portal.Ideas.Referral;
using Smederijen.Portal.Ideas.Release;
using Smederijen.Portal.Ideas.Review;
using Smederijen.Portal.Ideas.Submitting;
using Smederijen.Portal.Ideas.Support;
using Smederijen.Portal.Initiative;
using Smederijen.Portal.Meetings;
using Smederijen.Portal.Payments;
using Smederijen.Portal.Reading;
using Smederijen.Portal.Reporting;
using Smederijen.Portal.Resending;
using Smederijen.Portal.Staff;
using Smederijen.Portal.Voting;

namespace Smederijen.Portal;

/// <summary>Everything that both editions serve, a list per thing that people do.</summary>
public static class Endpoints
{
    public static IReadOnlyList<Endpoint> All { get; } = Endpoint.WithForms(
    [
        .. ApiEndpoints.All,
        .. ReadingEndpoints.All,
        .. SubmittingEndpoints.All,
        .. SupportEndpoints.All,
        .. ReportingEndpoints.All,
        .. ResendingEndpoints.All,
        .. VotingEndpoints.All,
        .. StaffEndpoints.All,
        .. ReviewEndpoints.All,
        .. MeetingEndpoints.All,
        .. AnsweringEndpoints.All,
        .. ChoosingEndpoints.All,
        .. ReleaseEndpoints.All,
        .. ManagingEndpoints.All,
        .. ProgressEndpoints.All,
        .. ReferralEndpoints.All,
        .. GuidanceEndpoints.All,
        .. InitiativeEndpoints.All,
        .. DeliveryEndpoints.All,
        .. StuurgroepEndpoints.All,
        .. PlanEndpoints.All,
        .. GoverningEndpoints.All,
        .. PaymentEndpoints.All,
        .. BookEndpoints.All,
        .. MailChoiceEndpoints.All,
        Endpoint.Get<OpenedLinks>("OpenLink", "/link/{token}", (x, http) => Task.FromResult(x.Open(http))) with { FindsItsEnd = true },
    ]);
}
