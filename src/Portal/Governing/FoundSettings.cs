namespace Smederijen.Portal.Governing;

/// <summary>A document with what counts, or will, and what is drafted.</summary>
/// <param name="Versions">Those that stand, in order: what counts now, what will, and what counted when the draft was made.</param>
internal sealed record FoundSettings(string Id, SettingsHistory Item, IReadOnlyList<FoundVersion> Versions, object? Draft)
{
    /// <summary>One that nobody filled in yet.</summary>
    public static FoundSettings Nothing(string id) => new(id, SettingsDecider.Empty(id), [], null);

    /// <summary>What the last version says; null before the first. Forms and files begin with it.</summary>
    public object? Now => Versions is [.., var last] ? last.Content : null;

    /// <summary>What the draft is a change of; null where it is a beginning.</summary>
    public object? UnderDraft => Item.UnderDraft is { } under ? Versions.First(version => version.Version.Number == under.Number).Content : null;

    /// <summary>What the last version says once the draft is agreed on; without a draft, what it says. Null before the first of both.</summary>
    public object? ToCome => field ??= (Draft, UnderDraft, Now) switch
    {
        ({ } draft, { } under, { } now) when under != now => SettingsMerge.Merge(under, draft, now).Content,
        ({ } draft, _, _) => draft,
        (null, _, var now) => now,
    };

    /// <summary>
    /// A former version to begin a form with: with what waits in it, so that going back does not take that away. What counts now stays as it is.
    /// </summary>
    public object GoneBackTo(object former, DateTimeOffset now) =>
        At(now) is { Content: var counts } && SettingsDocument.Of(counts).Hash != SettingsDocument.Of(former).Hash
            ? SettingsMerge.Merge(counts, former, Now!).Content : former;

    /// <summary>The version that counts at an instant from now on; null where none does.</summary>
    public FoundVersion? At(DateTimeOffset instant) => Versions.LastOrDefault(version => version.CountsFrom <= instant);

    /// <summary>Those that count from a later instant.</summary>
    public IReadOnlyList<FoundVersion> After(DateTimeOffset instant) => [.. Versions.Where(version => version.CountsFrom > instant)];
}

/// <summary>A version with what it says.</summary>
internal sealed record FoundVersion(SettingsVersion Version, object Content)
{
    public DateTimeOffset CountsFrom => Version.CountsFrom;

    public DateOnly Day => Amsterdam.DateOf(CountsFrom);
}
