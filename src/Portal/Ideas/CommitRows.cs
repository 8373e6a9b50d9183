using System.Security.Cryptography;
using System.Text;
using Smederijen.Domain;
using Smederijen.Domain.Money;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Ideas;

/// <summary>The rows that decisions of all kinds write alike.</summary>
internal static class CommitRows
{
    private const int EffectsPerRevision = 100;

    public static Write Command(CommandId command, DateTimeOffset at, string result) =>
        new Write.Insert(Keys.Command(command.Key), Rows.Write(new CarriedOut(at, result), PortalJson.Default.CarriedOut));

    /// <summary>Moves the item in the index of what the clock has to look at.</summary>
    public static IEnumerable<Write> Due(DateTimeOffset? before, DateTimeOffset? after, string item)
    {
        if (before == after)
            yield break;
        if (before is { } former)
            yield return new Write.Delete(Keys.Due(former, item));
        if (after is { } due)
            yield return new Write.Insert(Keys.Due(due, item), "");
    }

    /// <summary>The number of the first effect of a revision, where no counter is kept: it leaves room for those of all before.</summary>
    public static int FirstOf(int revision) => revision * EffectsPerRevision;

    /// <summary>The effects of one decision.</summary>
    /// <param name="first">The number of the first; the others follow.</param>
    public static IEnumerable<Write> Effects(string item, int first, IEnumerable<PendingEffect> effects) => effects.Select((effect, i) => new Write.Insert(
        Keys.Effect(item, first + i), Rows.Write(effect, PortalJson.Default.PendingEffect)));

    /// <summary>The round after the postings, and a ledger line for each.</summary>
    /// <exception cref="InvalidOperationException">The money is not there: the decision was wrong, and nothing may be written.</exception>
    public static (Round Round, IReadOnlyList<Write> Lines) Post(Round round, IEnumerable<LedgerEntry> postings)
    {
        var lines = new List<Write>();
        foreach (var entry in postings)
        {
            round = round.Post(entry) ?? throw new InvalidOperationException($"The decision would overspend round {round.Period}: {entry}.");
            lines.Add(new Write.Insert(Keys.LedgerLine(round.Period, round.Entries), Rows.Write(entry, DomainJson.Default.LedgerEntry)));
        }
        return (round, lines);
    }

    /// <summary>The hash of a log line: it covers the event and the hash before it, so that no line can change or go unseen.</summary>
    public static string Chain(string head, string phase, string eventJson) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{head}\n{phase}\n{eventJson}")));
}
