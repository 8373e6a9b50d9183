using System.Security.Cryptography;
using System.Text;
using Smederijen.Domain.Plans;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Plans;

/// <summary>Carries out what a form asks: files first, then the event with its rows in one commit; files of what did not happen go.</summary>
public sealed class PlanSteps(PlanCommands plans, Uploads uploads)
{
    public async Task<Outcome<PlanRefusal>> CarryOut(PlanKey key, CommandId command, PlanRequest request, CancellationToken cancellation)
    {
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
        var start = $"{key.Id}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key} {command.Key}")).AsSpan(0, 10))}";
        var owner = new IdeaKey(key.Smederij, key.Id);
        return new PlanUploads(
            start + "f", await uploads.Store(owner, start + "f", request.Pictures, cancellation),
            await uploads.Store(owner, start + "b", request.Proofs, cancellation));
    }
}

/// <summary>Stored files of a form about a plan, and the rows that list them.</summary>
public sealed record PlanUploads(string Start, StoredFiles Photos, StoredFiles Proofs)
{
    /// <summary>What the names of the pictures begin with; null when there are none.</summary>
    public string? Pictures => Photos.All.Count > 0 ? Start : null;

    /// <summary>The stored name of the proof; null when there is none.</summary>
    public string? Proof => Proofs.All is [var first, ..] ? first.Name : null;

    public IReadOnlyList<Write> Rows => [.. Listed(Photos, PlanKeys.Picture), .. Listed(Proofs, PlanKeys.Proof), .. Photos.Settled, .. Proofs.Settled];

    private static IEnumerable<Write> Listed(StoredFiles files, Func<string, string, string> row) =>
        files.All.Select(file => new Write.Insert(row(files.Idea.Id, file.Name), Storage.Rows.Write(file, PortalJson.Default.AttachmentInfo)));
}
