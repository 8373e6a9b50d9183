using static Smederijen.Domain.Decision<Smederijen.Domain.Plans.Plan, Smederijen.Domain.Plans.PlanEffect, Smederijen.Domain.Plans.PlanRefusal>;
using static Smederijen.Domain.Plans.PlanEffect;
using static Smederijen.Domain.Plans.PlanEvent;
using static Smederijen.Domain.Plans.PlanRefusal;

namespace Smederijen.Domain.Plans;

/// <content>
/// Partners: what they are asked, what they say, and the money that they promise and give. The money of a round is not decided
/// here at all: <see cref="Contribution.Of"/> reads it from the idea that asks for it.
/// </content>
public static partial class PlanDecider
{
    private static PlanDecision AskPartner(Plan plan, PartnerAsked p, PlanCircumstances c) =>
        p.Kind == PartnerKind.Round ? Refuse(MoneyOfARound)
        : plan.FindPartner(p.Partner) is not null ? AlreadySo.Instance
        : plan.Partners.Length >= Most ? Refuse(TooMany)
        : p.Asked == Euro.Zero || (p.Asked is null && p.Kind == PartnerKind.OwnActions) ? Refuse(NoAmount)
        : Join(plan, p, new Partner(p.Partner, p.Kind, p.Name, p.Asked is { } asked ? new Contribution(new Step(asked, p.At)) : null), c);

    private static Accepted Join(Plan plan, PlanEvent e, Partner partner, PlanCircumstances c) => News(
        plan with { Partners = plan.Partners.Add(partner) }, e, c,
        partner.IsAsked ? [new Tell(PlanMailKind.PartnerAsked, PlanAddressee.Partner(partner.Id))] : []);

    private static PlanDecision Link(Plan plan, RoundIdeaLinked l, PlanCircumstances c) =>
        plan.Partners.Any(partner => partner.Idea == l.Idea) ? AlreadySo.Instance
        : l.Smederij is not null && plan.ShareOf(l.Smederij) is null ? Refuse(NotTheirPlan)
        : plan.Partners.Length >= Most ? Refuse(TooMany)
        : Join(plan, l, new Partner(l.Partner, PartnerKind.Round, l.Name, Idea: l.Idea, Smederij: l.Smederij), c);

    private static PlanDecision Drop(Plan plan, PartnerDropped d) => plan.FindPartner(d.Partner) switch
    {
        null => AlreadySo.Instance,
        { Money.Received: not null } => Refuse(MoneyCameIn),
        var known => Reasoned(d.Reason, () => Stay(plan with { Partners = plan.Partners.Remove(known) }, plan.State)),
    };

    /// <summary>A partner can come to think otherwise: over the years its last word counts.</summary>
    private static PlanDecision Speak(Plan plan, PartnerSpoke s, PlanCircumstances c) => plan.FindPartner(s.Partner) switch
    {
        null or { IsAsked: false } => Refuse(UnknownPartner),
        { Voice: { } said } when said.Supports == s.Supports && said.Reason == s.Reason => AlreadySo.Instance,
        var known => Reasoned(s.Reason, () => Answered(plan, s, known, known with { Voice = new Opinion(s.Supports, s.Reason, s.At) }, c)),
    };

    private static PlanDecision Promise(Plan plan, MoneyPromised m, PlanCircumstances c) => plan.FindPartner(m.Partner) switch
    {
        { Kind: PartnerKind.Round } => Refuse(MoneyOfARound),
        null or { IsAsked: false } => Refuse(UnknownPartner),
        { Money: null } => Refuse(NothingAsked),
        _ when m.Amount == Euro.Zero => Refuse(NoAmount),
        { Money.Promised: { } promised } when promised.Amount == m.Amount => AlreadySo.Instance,
        { Money.Received: { } received } when m.Amount < received.Amount => Refuse(BelowWhatCameIn),
        var known => Answered(plan, m, known,
            known with { Money = known.Money with { Promised = new Step(m.Amount, m.At, m.Proof), RefusedBecause = null } }, c),
    };

    private static PlanDecision RefuseMoney(Plan plan, MoneyRefused m, PlanCircumstances c) => plan.FindPartner(m.Partner) switch
    {
        { Kind: PartnerKind.Round } => Refuse(MoneyOfARound),
        null or { IsAsked: false } => Refuse(UnknownPartner),
        { Money: null } => Refuse(NothingAsked),
        { Money.RefusedBecause: not null } => AlreadySo.Instance,
        { Money.Received: not null } => Refuse(MoneyCameIn),
        var known => Reasoned(m.Reason, () => Answered(plan, m, known,
            known with { Money = known.Money with { Promised = null, RefusedBecause = m.Reason } }, c)),
    };

    /// <summary>What the working group collects itself needs no promise; everything else comes in after one, up to it.</summary>
    private static PlanDecision Receive(Plan plan, MoneyReceived m, PlanCircumstances c) => plan.FindPartner(m.Partner) switch
    {
        null => Refuse(UnknownPartner),
        { Kind: PartnerKind.Round } => Refuse(MoneyOfARound),
        { Money: null } => Refuse(NothingAsked),
        _ when m.Amount == Euro.Zero => Refuse(NoAmount),
        { Money.Received.Proof: { } proof } when proof == m.Proof => AlreadySo.Instance,
        { Kind: not PartnerKind.OwnActions } known when Received(known.Money) + m.Amount > (known.Money.Promised?.Amount ?? Euro.Zero) =>
            Refuse(AboveThePromise),
        var known => News(plan with
        {
            Partners =
                Replaced(plan.Partners, known, known with { Money = WithReceived(known, new Step(Received(known.Money) + m.Amount, m.At, m.Proof)) }),
        }, m, c),
    };

    private static Contribution WithReceived(Partner partner, Step received) => partner.Kind == PartnerKind.OwnActions
        ? partner.Money! with { Promised = received with { Proof = null }, Received = received }
        : partner.Money! with { Received = received };

    private static Euro Received(Contribution money) => money.Received?.Amount ?? Euro.Zero;

    private static Accepted Answered(Plan plan, PlanEvent e, Partner before, Partner after, PlanCircumstances c) => News(
        plan with { Partners = Replaced(plan.Partners, before, after) }, e, c, new Tell(PlanMailKind.PartnerAnswered, PlanAddressee.WorkingGroup));
}
