using System.Text.Json.Serialization.Metadata;

namespace Smederijen.Portal.Work;

/// <summary>
/// What every row holds, by its key: so a row can be tried without knowing who reads it. What belongs to a kind, the kind itself says;
/// votes have a check of their own, in the count.
/// </summary>
public sealed class StoredRows(IEnumerable<KindFacts> kinds, EffectContracts effects)
{
    private readonly KindFacts[] kinds = [.. kinds];

    /// <summary>The beginnings of the keys that are tried when everything is checked.</summary>
    public IEnumerable<string> Starts => ["instelling|", "team|", "wacht|", "effect|", "mislukt|", .. kinds.SelectMany(kind => kind.Starts)];

    /// <summary>
    /// Whether the row holds what its key says, as this portal wrote it. What this release knows nothing about is left alone.
    /// </summary>
    public bool CanRead(string partition, Entity row)
    {
        if (row.IsForged)
            return false;
        var parts = row.Row.Split('|');
        return parts switch
        {
            ["wacht", ..] => IsKnown(Keys.TryReadDue(row.Row)?.Item),
            ["effect" or "mislukt", ..] => IsKnown(Keys.TryReadEffect(row.Row)?.Item) && row.CanRead(effects.Pending),
            ["instelling", _] =>
                row.CanRead(partition == Partitions.Stuurgroep ? StuurgroepJson.Default.StuurgroepSettings : DomainJson.Default.SmederijSettings),
            ["team", _] => row.CanRead(SettingsJson.Default.Contact),
            _ when Words.Is(parts) => row.CanRead(WorkJson.Default.SaidText),
            _ when Words.IsInstead(parts) || Veil.Is(parts) => row.CanRead(WorkJson.Default.HiddenText),
            _ => kinds.Select(kind => kind.Holds(parts)).OfType<JsonTypeInfo>().All(row.CanRead),
        };
    }

    private bool IsKnown(string? item) => item is not null && Array.Exists(kinds, kind => kind.Has(item));
}
