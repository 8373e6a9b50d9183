using System.Collections.Frozen;
using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Api;

/// <summary>The codes that programs see in place of our own names. They are part of the contract: change none.</summary>
internal static class ApiNames
{
    private static readonly FrozenDictionary<string, IdeaPhase> Phases =
        Enum.GetValues<IdeaPhase>().ToFrozenDictionary(IdeaKeys.NameOf, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> Events =
        DomainJson.Default.IdeaEvent.PolymorphismOptions!.DerivedTypes.ToFrozenDictionary(type => type.DerivedType, type =>
            (string)type.TypeDiscriminator!);

    /// <summary>The phase with this name; null when there is none.</summary>
    public static IdeaPhase? PhaseOf(string name) => Phases.TryGetValue(name, out var phase) ? phase : null;

    /// <summary>The code of an event is the one that the log keeps.</summary>
    public static string Of(IdeaEvent e) => Events[e.GetType()];

    /// <summary>Null when nobody has to do anything.</summary>
    public static string? Of(Party party) => party == Party.Nobody ? null : IdeaKeys.NameOf(party);
}
