using System.Text.Json.Serialization.Metadata;

namespace Smederijen.Portal.Work;

/// <summary>
/// What the whole house has to know of a kind, whoever works with its items: how they are called on the work list, what can follow
/// from them, and what their rows hold. One list of these is all that verification, sweep and checks know about kinds.
/// </summary>
public sealed record KindFacts
{
    /// <summary>How its items begin on the work list: <c>ronde-</c>. Empty for the one kind whose items have no dash in their name.</summary>
    public required string Prefix { get; init; }

    /// <summary>What can follow from its items.</summary>
    public required EffectContract Effects { get; init; }

    /// <summary>
    /// Of a kind with a log, the first part of its keys: an item lies as <c>{name}|{id}</c>, its log as <c>{name}|{id}|log|{n}</c>. Null
    /// for the others.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>What its events and items call, in JSON, the texts that people type: <see cref="Words"/> lays them apart.</summary>
    public IReadOnlyList<string> Typed { get; init; } = [];

    /// <summary>
    /// The texts of the row with what everybody reads, by the name of the field in JSON, with the name that forms and logs use for each. Empty
    /// for a kind without such a row.
    /// </summary>
    public IReadOnlyList<(string Part, string Field)> Content { get; init; } = [];

    /// <summary>Whether rounds keep copies of the titles of its items.</summary>
    public bool IsOnBallots { get; init; }

    /// <summary>How the keys of its rows begin, with the last <c>|</c>.</summary>
    public IReadOnlyList<string> Starts { get; init; } = [];

    /// <summary>
    /// The rows of an item that are written once and never taken away again, by the part of the key after the id: the line of the log that
    /// they come with names them.
    /// </summary>
    public Func<string, bool> Keeps { get; init; } = static _ => false;

    /// <summary>How the keys of its lists begin.</summary>
    public IEnumerable<string> Lists => Starts.Where(start => start != $"{Name}|");

    /// <summary>What a row holds, by the parts of its key; null for one that this kind knows nothing about.</summary>
    public Func<string[], JsonTypeInfo?> Holds { get; init; } = static _ => null;

    /// <summary>Whether something that people type stands in the JSON of an event or an item.</summary>
    public bool HoldsTyped(string json) => Typed.Any(field => json.Contains($"\"{field}\":", StringComparison.Ordinal));

    /// <summary>What an item of the work list is called within its kind.</summary>
    public string IdOf(WorkKey key) => key.Item[Prefix.Length..];

    /// <summary>The row with what everybody reads of an item.</summary>
    public string ContentOf(WorkKey key) => $"{Name}|{IdOf(key)}|inhoud";

    /// <summary>The rows with the texts about an item of a kind with a log.</summary>
    public RowRange TextsOf(WorkKey key) => Words.Of(Name ?? "", IdOf(key));

    /// <summary>Whether an item of the work list is of this kind.</summary>
    public bool Has(string item) =>
        Prefix.Length > 0 ? item.StartsWith(Prefix, StringComparison.Ordinal) : !item.Contains('-', StringComparison.Ordinal);
}

/// <summary>How the effects of a kind are written down.</summary>
/// <param name="Type">Of the abstract effect; its concrete ones are told apart by <c>doe</c>.</param>
/// <param name="Under">The kind whose step it is, where names are its own; null where they are unique in the house.</param>
public sealed record EffectContract(JsonTypeInfo Type, string? Under = null);
