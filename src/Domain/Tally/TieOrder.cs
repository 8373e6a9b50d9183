using System.Security.Cryptography;
using System.Text;

namespace Smederijen.Domain.Tally;

/// <summary>Who goes first when votes and costs are equal: the last word of every rule.</summary>
public abstract record TieOrder
{
    private TieOrder()
    {
    }

    /// <summary>
    /// The order of the ids by character, as other programs in the field do where a file says nothing else. It does not depend
    /// on how a file is sorted.
    /// </summary>
    public static TieOrder ById { get; } = new Alphabetical();

    /// <summary>
    /// A draw that nobody controls and anyone can repeat: ascending SHA-256 of the UTF-8 text "seed, line feed, project id".
    /// The seed follows from something that is known only when the last ballot is counted.
    /// In a shell: <c>printf '%s\n%s' "$seed" "$id" | sha256sum</c>.
    /// </summary>
    public static TieOrder PublicDraw(string seed) => new Drawn(seed);

    /// <summary>These ids in this order; others must not be asked for.</summary>
    public static TieOrder Listed(IEnumerable<string> ids) =>
        new InOrder(ids.Index().ToDictionary(x => x.Item, x => x.Index, StringComparer.Ordinal));

    /// <summary>For each project its rank; the lowest rank goes first.</summary>
    public abstract int[] Ranks(IReadOnlyList<Project> projects);

    /// <summary>The lot of one project: 64 hexadecimal digits, lowest goes first.</summary>
    public static string Lot(string seed, string projectId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{projectId}")));

    private static int[] RanksBy(IReadOnlyList<Project> projects, Func<Project, string> key)
    {
        var ranks = new int[projects.Count];
        var order = Enumerable.Range(0, projects.Count).OrderBy(p => key(projects[p]), StringComparer.Ordinal);
        foreach (var (rank, project) in order.Index())
            ranks[project] = rank;
        return ranks;
    }

    private sealed record Alphabetical : TieOrder
    {
        public override int[] Ranks(IReadOnlyList<Project> projects) => RanksBy(projects, p => p.Id);
    }

    private sealed record InOrder(IReadOnlyDictionary<string, int> Places) : TieOrder
    {
        public override int[] Ranks(IReadOnlyList<Project> projects) => [.. projects.Select(project => Places[project.Id])];
    }

    private sealed record Drawn(string Seed) : TieOrder
    {
        public override int[] Ranks(IReadOnlyList<Project> projects) => RanksBy(projects, p => Lot(Seed, p.Id));
    }
}
