using Smederijen.Domain.Ideas;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Stuurgroep;

/// <summary>Resolutions of the stuurgroep on the work list.</summary>
public sealed class ResolutionWork(ResolutionCommands resolutions, RoundCommands rounds, ResolutionMail mail, PlanJudgements plans) : IWorkKind
{
    public string Prefix => ResolutionKeys.Prefix;

    public async Task<DateTimeOffset?> NextDue(WorkKey key, CancellationToken cancellation) =>
        (await resolutions.Load(ResolutionKeys.IdOf(key), cancellation))?.Resolution.NextDue;

    public Task LetTimePass(WorkKey key, CancellationToken cancellation) =>
        resolutions.Handle(ResolutionKeys.IdOf(key), CommandId.Fresh(), at => new ResolutionEvent.MomentCame(at), cancellation);

    public async Task Perform(WorkKey key, Effect effect, string id, CancellationToken cancellation)
    {
        if (await resolutions.Load(ResolutionKeys.IdOf(key), cancellation) is { Resolution: var resolution })
            await Perform(resolution, (effect as Effect.OfResolution)?.Step, id, cancellation);
    }

    private Task Perform(Resolution resolution, ResolutionEffect? step, string id, CancellationToken cancellation) => (step, resolution.Subject) switch
    {
        (ResolutionEffect.AskSeat ask, _) => mail.Ask(resolution, ask, id, cancellation),
        (ResolutionEffect.TellSeat tell, _) => mail.TellSeat(resolution, tell.Seat, id, cancellation),
        (ResolutionEffect.TellSecretary tell, _) => mail.TellSecretary(resolution, tell.Extended, id, cancellation),
        (ResolutionEffect.AllotTo to, Subject.Allotment division) => Allot(resolution.Id, division, to.Smederij, cancellation),
        (ResolutionEffect.TellPlan, Subject.PlanMoment moment) => plans.Hear(resolution, moment, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step?.GetType().Name, "Nobody performs this effect."),
    };

    private Task Allot(string resolution, Subject.Allotment division, string smederij, CancellationToken cancellation) => rounds.Allot(
        new RoundKey(smederij, division.Period), resolution, Division.BySource(division).Single(line => line.Smederij == smederij).Shares, cancellation);
}
