namespace Smederijen.Domain;

/// <summary>Which parts of an item staff took off its page, beside the item as a whole; at least one.</summary>
/// <param name="Names">As the portal calls them.</param>
public sealed record HiddenParts(ImmutableArray<string> Names)
{
    /// <summary>With one more; a part that is hidden can be hidden again, with something else in its place.</summary>
    public static HiddenParts With(HiddenParts? parts, string name) =>
        parts is null ? new([name]) : parts.Names.Contains(name) ? parts : new(parts.Names.Add(name));

    /// <summary>Without one that is shown again; null when it was the last.</summary>
    public static HiddenParts? Without(HiddenParts? parts, string name) => parts?.Names.Remove(name) is { IsEmpty: false } left ? new(left) : null;

    public bool Equals(HiddenParts? other) => other is not null && Names.SequenceEqual(other.Names);

    public override int GetHashCode() => Names.Length;
}
