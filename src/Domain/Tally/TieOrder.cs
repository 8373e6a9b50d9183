using System.Security.Cryptography;
using System.Text;

namespace Smederijen.Domain.Tally;

/// <summary>Who goes first when votes and costs are equal: the last word of every rule.</summary>
public abstract record TieOrder
{
    private TieOrder()
    {
    }

    /// <summary>The order in which the projects are listed; the field's habit where a file says nothing else.</summary>
    public static TieOrder AsListed { get; } = new Listed();

    /// <summary>
    /// A draw that nobody controls and anyone can repeat: ascending SHA-256 of the UTF-8 text "seed, line feed, project id".
    /// The seed is the chain head of all tracking numbers, known only when the last ballot is in.
    /// In a shell: <c>printf '%s\n%s' "$seed" "$id" | sha256sum</c>.
    /// </summary>
    public static TieOrder PublicDraw(string seed) => new Drawn(seed);

    /// <summary>For each project its rank; the lowest rank goes first.</summary>
    public abstract int[] Ranks(IReadOnlyList<Project> projects);

    /// <summary>The lot of one project: 64 hexadecimal digits, lowest goes first.</summary>
    public static string Lot(string seed, string projectId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{projectId}")));

    private sealed record Listed : TieOrder
    {
        public override int[] Ranks(IReadOnlyList<Project> projects) => [.. Enumerable.Range(0, projects.Count)];
    }

    private sealed record Drawn(string Seed) : TieOrder
    {
        public override int[] Ranks(IReadOnlyList<Project> projects)
        {
            var ranks = new int[projects.Count];
            var drawn = Enumerable.Range(0, projects.Count).OrderBy(p => Lot(Seed, projects[p].Id), StringComparer.Ordinal);
            foreach (var (rank, project) in drawn.Index())
                ranks[project] = rank;
            return ranks;
        }
    }
}
