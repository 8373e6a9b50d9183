using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Work;

namespace Smederijen.Simulation.Tests.Invariants;

/// <content>Holds the mails that go out, and those that do not, to what they are for.</content>
internal sealed partial class Watch
{
    /// <summary>Mails of the effects that are looked at when they are done.</summary>
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);

    private readonly HashSet<string> _gathered = new(StringComparer.Ordinal);

    /// <summary>The mails about one idea that did not go out, for their reader has one mail a day.</summary>
    public IReadOnlySet<string> Gathered => _gathered;

    public bool IsDaily(PlaceKey place) => _places.GetValueOrDefault(place)?.IsDaily == true;

    /// <summary>Who chose one mail a day gets another one for what is urgent alone: staff ask for it, or the time is nearly over.</summary>
    public void Goes(FollowedIdea idea, IdeaEffect.SendMail mail)
    {
        if (CanGather(idea, mail))
            throw new Violation($"{mail.To.Key} of {idea.Key} chose one mail a day, and gets {mail.Kind}, which has no hurry.");
    }

    /// <summary>The mail with all that waits for a reviewer goes out.</summary>
    public void Goes(WorkKey place, PlaceEffect.SendWaiting send, OutgoingMail mail)
    {
        _sent.Add(mail.Id);
        var key = PlaceKey.Of(place);
        FollowPlace(key).Told(send, mail.Id, mail.Text, WaitingFor(key));
    }

    /// <summary>Who guides another Smederij of a plan hears of it, at the address that they have now.</summary>
    public void Goes(PlanKey plan, PlanEffect.Tell tell, OutgoingMail mail)
    {
        if (tell.Kind is not PlanMailKind.PlanShared)
            return;
        _sent.Add(mail.Id);
        if (!Guides(plan, tell).Contains(mail.ToAddress))
            throw new Violation($"Somebody hears that {plan} belongs to another Smederij, and does not guide it.");
    }

    /// <summary>An effect is done, whatever it came to.</summary>
    private void Settled(string id)
    {
        if (Mails.OfIdeas.TryGetValue(id, out var due) && CanGather(_ideas[due.Idea], due.Mail))
            _gathered.Add(id);
        else if (Mails.Other(id) is (var item, PlaceEffect.SendWaiting send) && !_sent.Remove(id))
            FollowPlace(PlaceKey.Of(item)).NotSent(send, WaitingFor(PlaceKey.Of(item)));
        else if (Mails.OfPlan(id) is (var plan, { Kind: PlanMailKind.PlanShared } tell)
            && Guides(plan, tell).Count > _sent.RemoveWhere(mail => mail.StartsWith(id, StringComparison.Ordinal)))
            throw new Violation($"{plan} belongs to another Smederij, and nobody who guides it hears so.");
    }

    private bool CanGather(FollowedIdea idea, IdeaEffect.SendMail mail) =>
        mail is { To.Role: AddresseeRole.Reviewer, IsUrgent: false } && IsDaily(new PlaceKey(idea.Key.Smederij, mail.To.Key))
        && !(idea.Stored!.Item.State is IdeaState.InReview review && review.IsNearlyOverAt(now()));

    private List<FollowedIdea> WaitingFor(PlaceKey place) =>
        [.. _ideas.Values.Where(idea => idea.Key.Smederij == place.Scope && idea.Panel?.Find(place.Name) is { IsOpen: true })];

    /// <summary>The addresses of who guides the other Smederijen that a mail is about; not of who guides the plan itself.</summary>
    private HashSet<string> Guides(PlanKey plan, PlanEffect.Tell tell)
    {
        var home = Settings.Find(plan.Smederij)!.Gebiedsregisseur;
        return
        [
            .. _plans[plan].Stored!.Item.Shares.Where(share => tell.To.AreSeveral || tell.To.Key == share.Smederij)
                .Select(share => Settings.Find(share.Smederij)!).Where(smederij => smederij.Gebiedsregisseur != home)
                .Select(smederij => Settings.HolderOf(smederij.Id, smederij.Gebiedsregisseur)).OfType<string>(),
        ];
    }

    /// <summary>
    /// Who supports a plan lives in one of its Smederijen, and is counted there; the one that guides it keeps the borders that it began with.
    /// </summary>
    private void CheckHome(PlanKey plan, Person supporter)
    {
        var smederij = supporter.Home is { } other ? Settings.Find(other)!
            : Settings.Version(plan.Smederij, _plans[plan].Stored!.Item.SettingsVersion);
        if (!Postcode.TryParse(supporter.Postcode, out var postcode) || smederij.Covers(postcode) is not Coverage.Yes)
            throw new Violation($"Somebody supports {plan} from {smederij.Id}, and lives elsewhere.");
    }
}
