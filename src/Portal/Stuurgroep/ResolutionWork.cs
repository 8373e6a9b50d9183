using Smederijen.Domain;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Stuurgroep;

/// <summary>Resolutions of the stuurgroep on the work list.</summary>
public sealed class ResolutionWork(ResolutionCommands resolutions, RoundCommands rounds, ResolutionMail mail, PlanJudgements plans) : IKeepsHistory
{
    public string Prefix => ResolutionKeys.Prefix;

    public async Task<DateTimeOffset?> NextDue(WorkKey key, CancellationToken cancellation) =>
        (await resolutions.Load(ResolutionKeys.IdOf(key), cancellation))?.Resolution.NextDue;

    public Task LetTimePass(WorkKey key, CancellationToken cancellation) =>
        resolutions.Handle(ResolutionKeys.IdOf(key), CommandId.Fresh(), at => new ResolutionEvent.MomentCame(at), cancellation);

    public async Task<IReadOnlyList<AddressedLetter>?> Letters(WorkKey key, Effect effect, bool forPaper, CancellationToken cancellation) =>
        effect is ResolutionEffect step && await resolutions.Load(ResolutionKeys.IdOf(key), cancellation) is { Resolution: var resolution }
            ? await mail.Write(resolution, step, forPaper, cancellation)
            : null;

    public async Task<bool> SentOnPaper(WorkKey key, PaperPost post, CancellationToken cancellation) => await resolutions.Handle(
        ResolutionKeys.IdOf(key), post.Command, at => new ResolutionEvent.SentByLetter(at, post.By, post.Reason), post.Also, cancellation)
        is not Outcome<ResolutionRefusal>.Unknown;

    public async Task Perform(WorkKey key, Effect effect, string id, CancellationToken cancellation)
    {
        if (await resolutions.Load(ResolutionKeys.IdOf(key), cancellation) is { Resolution: var resolution })
            await Perform(resolution, effect as ResolutionEffect, cancellation);
    }

    private Task Perform(Resolution resolution, ResolutionEffect? step, CancellationToken cancellation) => (step, resolution.Subject) switch
    {
        (ResolutionEffect.AllotTo to, Subject.Allotment division) => Allot(resolution.Id, division, to.Smederij, cancellation),
        (ResolutionEffect.TellPlan, Subject.PlanMoment moment) => plans.Hear(resolution, moment, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step?.GetType().Name, "Nobody performs this effect."),
    };

    private Task Allot(string resolution, Subject.Allotment division, string smederij, CancellationToken cancellation) => rounds.Allot(
        new RoundKey(smederij, division.Period), resolution, Division.BySource(division).Single(line => line.Smederij == smederij).Shares, cancellation);
}
