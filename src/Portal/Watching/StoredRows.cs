using System.Text.Json.Serialization.Metadata;
using Smederijen.Domain;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Initiative;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Watching;

/// <summary>What every row holds, by its key: so a row can be tried without knowing who reads it.</summary>
public static class StoredRows
{
    /// <summary>The beginnings of the keys that are tried when everything is checked. Votes have a check of their own, in the count.</summary>
    public static IReadOnlyList<string> Prefixes { get; } =
    [
        "instelling|", "team|", "idee|", "fase|", "loopt|", "wacht|", "effect|", "mislukt|", "ronde|", "rondes|", "plan|", "plannen|", "hulp|", "groep|",
        "besluit|", "lijst|",
    ];

    /// <summary>Whether the row holds what its key says. What this release knows nothing about is left alone.</summary>
    public static bool CanRead(string partition, Entity row) => row.Row.Split('|') switch
    {
        ["wacht", ..] => IsKnown(Keys.TryReadDue(row.Row)?.Item),
        ["effect" or "mislukt", ..] => IsKnown(Keys.TryReadEffect(row.Row)?.Item) && Holds(row, PortalJson.Default.PendingEffect),
        ["fase", ..] => Holds(row, PortalJson.Default.IdeaSummary),
        ["loopt", ..] => Holds(row, PortalJson.Default.RunningIdea),
        ["instelling", _] when partition == Partitions.Stuurgroep => Holds(row, StuurgroepJson.Default.StuurgroepSettings),
        ["instelling", _] => Holds(row, DomainJson.Default.SmederijSettings),
        ["team", _] => Holds(row, PortalJson.Default.Contact),
        ["groep", _] => Holds(row, PortalJson.Default.Person),
        ["hulp", _] => Holds(row, PortalJson.Default.HelpRequest),
        ["idee", ..] parts => CanReadIdea(row, parts),
        ["ronde", ..] parts => CanReadRound(row, parts),
        ["rondes", _] => Holds(row, PortalJson.Default.RoundSummary),
        ["plan", ..] parts => CanReadPlan(row, parts),
        ["plannen", _] => Holds(row, PlanRows.Default.PlanSummary),
        ["besluit", _] => Holds(row, StuurgroepJson.Default.Resolution),
        ["besluit", _, "log", _] => Holds(row, ResolutionJson.Default.ResolutionLogLine),
        ["lijst", _] => Holds(row, ResolutionJson.Default.ResolutionSummary),
        _ => true,
    };

    /// <summary>How the items of the work list begin that this release knows, as each <see cref="IWorkKind"/> says; ideas have no dash.</summary>
    public static IReadOnlyList<string> Items { get; } =
        [RoundKey.Prefix, PlanKey.Prefix, ResolutionKeys.Prefix, HelpRequest.Prefix, GroupWork.Start, StrayFiles.Start];

    private static bool IsKnown(string? item) => item is not null
        && (!item.Contains('-', StringComparison.Ordinal) || Items.Any(start => item.StartsWith(start, StringComparison.Ordinal)));

    private static bool CanReadIdea(Entity row, string[] parts) => parts[1..] switch
    {
        [_] => Holds(row, PortalJson.Default.StoredIdea),
        [_, "inhoud"] => Holds(row, PortalJson.Default.IdeaContent),
        [_, "log", _] => Holds(row, PortalJson.Default.LogLine),
        [_, "foto" or "uitgave", _] => Holds(row, PortalJson.Default.AttachmentInfo),
        [_, "persoon", "rekening"] => Holds(row, PortalJson.Default.PaymentAccount),
        [_, "persoon" or "steun", _] => Holds(row, PortalJson.Default.Person),
        [_, "werk", _] => Holds(row, PortalJson.Default.StaffNote),
        _ => true,
    };

    private static bool CanReadRound(Entity row, string[] parts) => parts[1..] switch
    {
        [_] => Holds(row, PortalJson.Default.Round),
        [_, "kas", _] => Holds(row, DomainJson.Default.LedgerEntry),
        [_, "log", _] => Holds(row, PortalJson.Default.RoundLogLine),
        [_, "manifest"] => Holds(row, DomainJson.Default.Manifest),
        _ => true,
    };

    private static bool CanReadPlan(Entity row, string[] parts) => parts[1..] switch
    {
        [_] => Holds(row, PlanRows.Default.StoredPlan),
        [_, "inhoud"] => Holds(row, PlanRows.Default.PlanContent),
        [_, "log", _] => Holds(row, PlanRows.Default.PlanLogLine),
        [_, "foto" or "stuk", _] => Holds(row, PortalJson.Default.AttachmentInfo),
        [_, "persoon", var who] when who.StartsWith("lid-", StringComparison.Ordinal) => Holds(row, PlanRows.Default.PlanMember),
        [_, "persoon" or "steun", _] => Holds(row, PortalJson.Default.Person),
        [_, "werk", _] => Holds(row, PortalJson.Default.StaffNote),
        _ => true,
    };

    private static bool Holds<T>(Entity row, JsonTypeInfo<T> type) where T : class => row.TryRead(type) is not null;
}
