namespace Smederijen.Portal.Governing;

/// <summary>
/// A change as it will count: put into what counts on its day, and into every version that waits for a later one. What is typed, or stands in a file,
/// is a change of the last version; every desk lays it by this.
/// </summary>
/// <param name="Before">What counts on its day without it; null where nothing does.</param>
/// <param name="Document">What counts on its day with it.</param>
/// <param name="Later">The versions that count later, with the change in them.</param>
/// <param name="Conflicts">Why it cannot be put into them, in sentences.</param>
internal sealed record LaidChange(
    object? Before, SettingsDocument Document, IReadOnlyList<LaterVersion> Later, IReadOnlyList<string> Conflicts)
{
    /// <summary>What was typed is what the last version says.</summary>
    public bool ChangesNothing { get; private init; }

    /// <summary>Lays what was typed on top of the last version.</summary>
    /// <param name="from">Its first day; null for at once.</param>
    public static LaidChange OfTyped(FoundSettings found, object typed, DateOnly? from, DateTimeOffset now) => Typed(found, typed, from, now) with
    {
        ChangesNothing = found.Now is { } last && SettingsDocument.Of(last).Hash == SettingsDocument.Of(typed).Hash,
    };

    private static LaidChange Typed(FoundSettings found, object typed, DateOnly? from, DateTimeOffset now)
    {
        var instant = InstantOf(from, now);
        var later = found.After(instant);
        // Before a first version there is nothing to put it into; the decider refuses that.
        if (found.At(instant) is not { Content: var before } || later.Count == 0)
            return new(found.At(instant)?.Content, SettingsDocument.Of(typed), [], []);
        // Whoever types again what counts on that day wants something else of the later version too, and would not get it.
        var merged = SettingsMerge.Merge(found.Now!, typed, before, alikeToo: true);
        return merged.Conflicts.Count == 0 ? Of(before, merged.Content, later)
            : new(before, SettingsDocument.Of(typed), [], Sentences(merged.Conflicts, before, later));
    }

    /// <summary>Lays the draft once more, as it is.</summary>
    public static LaidChange OfDraft(FoundSettings found, DateTimeOffset now)
    {
        var instant = InstantOf(found.Item.Draft?.From, now);
        return found.At(instant) is { Content: var before } ? Of(before, found.Draft!, found.After(instant))
            : new(null, SettingsDocument.Of(found.Draft!), [], []);
    }

    /// <summary>Adds what is wrong with it to the errors of the form, for its own day and for each that waits.</summary>
    /// <param name="others">The Smederijen beside this one.</param>
    public void Check(DateOnly? from, DateOnly today, IReadOnlyList<SmederijSettings> others, FormErrors errors)
    {
        foreach (var conflict in Conflicts)
            errors.Add(SettingsDesk.From, conflict);
        if (Conflicts.Count > 0)
            return;
        SettingsRules.Check(Before, Document.Content, from, today, others, errors);
        var (was, becomes) = (Before, Document.Content);
        foreach (var later in Later)
        {
            // What was wrong with it before is no reason to refuse another change.
            var known = Faults(was, later.Was.Content, later.Was.Day, today, others).Select(fault => (fault.Field, fault.Message)).ToHashSet();
            foreach (var fault in Faults(becomes, later.Document.Content, later.Was.Day, today, others))
                if (known.Add((fault.Field, fault.Message)) && !errors.Has(fault.Field))
                    errors.Add(fault.Field, $"In de wijziging die op {Dutch.Date(later.Was.Day)} ingaat: {fault.Message}");
            (was, becomes) = (later.Was.Content, later.Document.Content);
        }
        if (Before is SmederijSettings { Closed: false } && Document.Content is SmederijSettings { Closed: true } closed
            && Later.FirstOrDefault(later => RoundOf(later).Period != closed.Round.Period) is { } opens)
            errors.Add("closed", $"Op {Dutch.Date(opens.Was.Day)} begint hier de ronde van {RoundOf(opens).Period}. Trek die wijziging eerst in, of kies die dag, of een latere.");
    }

    private static RoundSettings RoundOf(LaterVersion later) => ((SmederijSettings)later.Document.Content).Round;

    /// <summary>A day that is over is refused; until then it is as if it counted at once.</summary>
    public static DateTimeOffset InstantOf(DateOnly? from, DateTimeOffset now) =>
        SettingsHistory.InstantOf(from, now) is var instant && instant > now ? instant : now;

    private static LaidChange Of(object before, object content, IReadOnlyList<FoundVersion> later)
    {
        List<LaterVersion> all = [];
        List<string> conflicts = [];
        foreach (var version in later)
        {
            var merged = SettingsMerge.Merge(before, content, version.Content);
            conflicts.AddRange(Sentences(merged.Conflicts, before, [version]));
            all.Add(new(version, SettingsDocument.Of(merged.Content)));
        }
        return new(before, SettingsDocument.Of(content), all, conflicts);
    }

    /// <summary>A sentence for each version that changes the same, the first that does.</summary>
    private static List<string> Sentences(IReadOnlyList<string> conflicts, object before, IReadOnlyList<FoundVersion> later)
    {
        List<string> sentences = [];
        var left = conflicts.ToList();
        foreach (var version in later)
        {
            var here = left.Where(path => !SettingsMerge.AreAlike(before, version.Content, path)).ToList();
            left.RemoveAll(here.Contains);
            if (here.Count > 0)
                sentences.Add(SettingsTexts.Conflict(version.Day, Labels(version.Content, here)));
        }
        return sentences;
    }

    private static IEnumerable<string> Labels(object content, List<string> paths) => SettingsForms.FieldsOf(SettingsDocument.IdOf(content))
        .Where(field => paths.Exists(path => IsWithin(path, field.Name) || IsWithin(field.Name, path))).Select(field => field.Label);

    private static bool IsWithin(string path, string other) => path == other || path.StartsWith($"{other}.", StringComparison.Ordinal);

    private static FormErrors Faults(object? before, object after, DateOnly from, DateOnly today, IReadOnlyList<SmederijSettings> others)
    {
        FormErrors errors = [];
        SettingsRules.Check(before, after, from, today, others, errors);
        return errors;
    }
}

/// <summary>A version that counts later than a change.</summary>
/// <param name="Was">As it was agreed on.</param>
/// <param name="Document">What it says with the change in it.</param>
internal sealed record LaterVersion(FoundVersion Was, SettingsDocument Document);
