using Smederijen.Domain.Settings;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Settings;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>The settings as their commits built them up: which rules count, and who holds which place.</summary>
internal sealed class FollowedSettings(Func<DateTimeOffset> now)
{
    private readonly SortedDictionary<string, SettingsSummary> _listed = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Document, int Version), object> _documents = [];
    private readonly Dictionary<(string Partition, string Place), string> _holders = [];

    /// <summary>All there are now, also those that are closed.</summary>
    public IReadOnlyList<SmederijSettings> Smederijen => [.. _listed.Keys.Select(id => Current(id) as SmederijSettings).OfType<SmederijSettings>()];

    public IReadOnlyList<SmederijSettings> Open => [.. Smederijen.Where(smederij => !smederij.Closed)];

    public StuurgroepSettings Stuurgroep => (StuurgroepSettings)Current(SettingsKeys.Stuurgroep)!;

    public MunicipalitySettings Municipality => (MunicipalitySettings)Current(SettingsKeys.Municipality)!;

    public SmederijSettings? Find(string smederij) => Current(smederij) as SmederijSettings;

    /// <summary>The rules of before, which an idea or a round may keep.</summary>
    public SmederijSettings Version(string smederij, int version) => (SmederijSettings)_documents[(smederij, version)];

    /// <summary>The last version of a Smederij, which may begin later.</summary>
    public SmederijSettings? Last(string smederij) =>
        _listed.GetValueOrDefault(smederij)?.Versions is [.., var last] ? _documents[(smederij, last.Number)] as SmederijSettings : null;

    /// <summary>A round was agreed on that begins later.</summary>
    public bool IsComing(string smederij) => Last(smederij)?.Round.Period != Find(smederij)?.Round.Period;

    /// <summary>The documents that somebody wants to change.</summary>
    public IReadOnlyList<string> Drafted => [.. _listed.Where(one => one.Value.HasDraft).Select(one => one.Key)];

    /// <summary>The mail address of who holds a place now.</summary>
    public string? HolderOf(string partition, string place) => _holders.GetValueOrDefault((partition, place));

    public void Listed(string id, SettingsSummary summary)
    {
        // What counts never changes: only what did not begin yet can be taken back.
        if (_listed.GetValueOrDefault(id) is { } before
            && before.Versions.Where(version => version.From <= now() && !summary.Versions.Contains(version)).ToList() is [var gone, ..])
            throw new Violation($"Version {gone.Number} of the settings of {id} counted, and is gone.");
        _listed[id] = summary;
    }

    public void Written(string id, int version, object document)
    {
        if (_documents.TryGetValue((id, version), out var before) && SettingsDocument.Of(before).Hash != SettingsDocument.Of(document).Hash)
            throw new Violation($"Version {version} of the settings of {id} says something else than before.");
        _documents[(id, version)] = document;
    }

    public void Holds(string partition, string place, string? email)
    {
        if (email is null)
            _holders.Remove((partition, place));
        else
            _holders[(partition, place)] = email;
    }

    private object? Current(string id) =>
        _listed.GetValueOrDefault(id)?.Versions.LastOrDefault(version => version.From <= now()) is { } counts ? _documents[(id, counts.Number)]
            : null;
}
