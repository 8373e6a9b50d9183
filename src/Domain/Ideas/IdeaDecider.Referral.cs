using static Smederijen.Domain.Decision<Smederijen.Domain.Ideas.Idea, Smederijen.Domain.Ideas.IdeaEffect, Smederijen.Domain.Ideas.Refusal>;
using static Smederijen.Domain.Ideas.IdeaEvent;
using static Smederijen.Domain.Ideas.IdeaState;
using static Smederijen.Domain.Ideas.Refusal;

namespace Smederijen.Domain.Ideas;

/// <content>A matter for the municipality: passed on, chased, answered.</content>
public static partial class IdeaDecider
{
    private static IdeaDecision PassOn(Idea idea, IdeaEvent e, Panel panel, string theme, int version, Circumstances c) => To(idea, e,
        new WithMunicipality(panel, theme, version, Terms.WorkingDaysAfter(e.At, c.Settings.Terms.MunicipalityWorkingDays)),
        [Mail(MailKind.MunicipalityAsked, Addressee.Municipality(theme), version), .. version == 1 ? [Mail(MailKind.PassedOn, Addressee.Submitter)]
            : (IdeaEffect[])[]]);

    private static IdeaDecision Redirect(Idea idea, ReferralRedirected r, WithMunicipality s, Circumstances c) => Reasoned(r.Reason, () =>
        r.Theme == s.Theme ? AlreadySo.Instance : PassOn(idea, r, s.Panel, r.Theme, s.Version + 1, c));

    private static IdeaDecision CloseReferral(Idea idea, MunicipalityAnswered a, WithMunicipality s) =>
        a.Version != s.Version ? Refuse(PassedOnSinceAgain)
        : Reasoned(a.Text, () => End(idea, a, IdeaPhase.Referred, MailKind.MunicipalityAnswer, a.Text));

    private static IdeaDecision ChaseMunicipality(Idea idea, IdeaEvent e, WithMunicipality s, Circumstances c) => Stay(idea, e,
        s with { Silence = s.Silence is { } silence ? c.NextRegisseurChase(silence, e.At) : c.RegisseurChase(e.At) },
        Mail(MailKind.MunicipalityReminder, Addressee.Municipality(s.Theme), s.Version),
        Mail(MailKind.MunicipalitySilent, Addressee.Gebiedsregisseur));
}
