using Smederijen.Portal.Uploading;

namespace Smederijen.Portal.Plans;

/// <summary>Stored files of a form about a plan, and the rows that list them.</summary>
public sealed record PlanUploads(string Start, StoredFiles Photos, StoredFiles Proofs)
{
    /// <summary>What the names of the pictures begin with; null when there are none.</summary>
    public string? Pictures => Photos.All.Count > 0 ? Start : null;

    /// <summary>The stored name of the proof; null when there is none.</summary>
    public string? Proof => Proofs.All is [var first, ..] ? first.Name : null;

    public IReadOnlyList<Write> Rows =>
        [.. Listed(Photos, PlanKeys.Picture), .. Listed(Proofs, PlanKeys.Proof), .. Photos.Settled, .. Proofs.Settled];

    private static IEnumerable<Write> Listed(StoredFiles files, Func<string, string, string> row) =>
        files.All.Select(file => new Write.Insert(row(files.Owner.Id, file.Name), Storage.Rows.Write(file, WorkJson.Default.AttachmentInfo)));
}
