using Smederijen.Portal.Uploading;

namespace Smederijen.Portal.Plans.Steps;

/// <summary>Carries out what a form asks: files first, then the event with its rows in one commit; files of what did not happen go.</summary>
public sealed class PlanSteps(PlanItems plans, Uploads uploads)
{
    public async Task<Outcome<PlanRefusal>> CarryOut(PlanKey key, CommandId command, PlanRequest request, CancellationToken cancellation)
    {
        await request.First();
        var kept = await Keep(key, command, request, cancellation);
        var outcome = await plans.Handle(
            key, command, at => request.Happening(at, kept),
            async token => await request.Also(token) is { } rows ? [.. kept.Rows, .. rows] : null, CancellationToken.None);
        if (outcome is not Outcome<PlanRefusal>.Done)
        {
            await uploads.Forget(kept.Photos);
            await uploads.Forget(kept.Proofs);
        }
        return outcome;
    }

    /// <summary>The same press of the button gives the same names, so that a repeat leaves no second file behind.</summary>
    private async Task<PlanUploads> Keep(PlanKey key, CommandId command, PlanRequest request, CancellationToken cancellation)
    {
        var start = $"{key.Id}{Digest.Hex($"{key} {command.Key}", 10)}";
        var owner = new FileOwner(key.Smederij, key.Id);
        return new PlanUploads(
            start + "f", await uploads.Store(owner, start + "f", request.Pictures, cancellation),
            await uploads.Store(owner, start + "b", request.Proofs, cancellation));
    }
}
