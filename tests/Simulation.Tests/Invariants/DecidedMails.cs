using Smederijen.Domain;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Review;
using Smederijen.Portal.Initiative;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Work;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>Every mail that a commit decided, by the id of its effect: what is sent must be among them.</summary>
internal sealed class DecidedMails
{
    private readonly Dictionary<string, (IdeaKey Idea, IdeaEffect.SendMail Mail)> _ofIdeas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (PlanKey Plan, PlanEffect.Tell Tell)> _ofPlans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (WorkKey Item, Effect Effect)> _others = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, (IdeaKey Idea, IdeaEffect.SendMail Mail)> OfIdeas => _ofIdeas;

    /// <summary>What a mail of this effect is called.</summary>
    public static string IdOf(WorkKey item, int number) => $"{item}-{number}".Replace('/', '-');

    public void Decide(WorkKey item, int number, Effect effect)
    {
        var id = IdOf(item, number);
        if (effect is IdeaEffect.SendMail mail)
            _ofIdeas.Add(id, (new IdeaKey(item.Smederij, item.Item), mail));
        else if (effect is PlanEffect.Tell tell)
            _ofPlans.Add(id, (PlanKey.Of(item), tell));
        else if (effect is RoundEffect or ResolutionEffect or HelpEffect.Wanted or GroupEffect.ConfirmMembership
            or PlaceEffect.SendWaiting or ReviewerEffect.SendOverview)
            _others.Add(id, (item, effect));
    }

    /// <summary>The effect of a plan that a mail comes from; to the working group, each member has an id of their own after it.</summary>
    public (PlanKey Plan, PlanEffect.Tell Tell)? OfPlan(string id) =>
        _ofPlans.TryGetValue(id, out var tell) || _ofPlans.TryGetValue(id[..id.LastIndexOf('-')], out tell) ? tell : null;

    /// <summary>
    /// The effect of a round, of a resolution, of somebody who wants help, of the initiatiefgroep or of a reviewer that a mail comes from.
    /// </summary>
    public (WorkKey Item, Effect Effect)? Other(string id) => _others.TryGetValue(id, out var other) ? other : null;
}
