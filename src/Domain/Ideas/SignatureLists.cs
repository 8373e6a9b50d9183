namespace Smederijen.Domain.Ideas;

/// <summary>A scanned list of signatures that no two of the staff counted alike yet.</summary>
/// <param name="Last">The count that another one has to confirm.</param>
/// <param name="Before">What somebody else counted before that, and was different; null when only one person counted.</param>
/// <param name="Since">When it was entered; null in what was stored before this was kept.</param>
public sealed record SignatureList(string Scan, SignatureCount Last, SignatureCount? Before = null, DateTimeOffset? Since = null)
{
    /// <summary>The list after one more count that did not settle it: who counts again takes the own count back.</summary>
    public SignatureList After(SignatureCount count) => this with { Last = count, Before = count.By == Last.By ? Before : Last };
}

/// <summary>How many signatures a member of the staff counted on a list.</summary>
public sealed record SignatureCount(string By, int Count);

/// <summary>The lists that wait for a second count, the oldest first; at least one.</summary>
public sealed record SignatureLists(ImmutableArray<SignatureList> All)
{
    public SignatureList? Find(string scan) => All.FirstOrDefault(list => list.Scan == scan);

    /// <summary>With one more of them, or with one of them as it is after another count.</summary>
    public static SignatureLists With(SignatureLists? lists, SignatureList list) => lists?.Find(list.Scan) is { } before
        ? new(lists.All.Replace(before, list))
        : new([.. lists?.All ?? [], list]);

    /// <summary>Without one that is settled; null when it was the last.</summary>
    public SignatureLists? Without(SignatureList list) => All.Length > 1 ? new(All.Remove(list)) : null;

    public bool Equals(SignatureLists? other) => other is not null && All.SequenceEqual(other.All);

    public override int GetHashCode() => All.Length;
}
