using Smederijen.Domain.Tally;

namespace Smederijen.Tally;

/// <summary>A count by the rule that was asked for, or else by the rule that the file names.</summary>
internal sealed record Recount(Election Election, Count Count, string RuleInWords)
{
    /// <summary>About the file, and about where this count and the file name other winners.</summary>
    public IReadOnlyList<Remark> Remarks { get; private init; } = [];

    public bool OutcomeCouldDiffer => Remarks.Any(remark => remark.CouldChangeOutcome);

    /// <summary>The recount, or in Dutch why there is none.</summary>
    public static (Recount? Recount, string Problem) Of(Election election, Options options)
    {
        var (recount, problem) = options switch
        {
            { Rule: RuleName.Greedy } => (ByVotes(election, options), ""),
            { Rule: RuleName.EqualShares } => ByShares(election, options),
            { Completion: not null } => ByShares(election, options),
            { NoRoom: not null } => (ByVotes(election, options), ""),
            _ => ByOwnRule(election, options),
        };
        return (recount is null ? null : recount with { Remarks = [.. election.Remarks, .. AnnouncedWinners.Compare(recount, options)] }, problem);
    }

    /// <summary>
    /// The rules as Pabulib spells them. greedy-custom (Poznań) stops at what does not fit; it may then add money from
    /// elsewhere to fund that project all the same, which no count of this file can know.
    /// </summary>
    private static (Recount? Recount, string Problem) ByOwnRule(Election election, Options options) =>
        election.Rule.ToLowerInvariant() switch
        {
            "greedy" or "greedy-threshold" => (ByVotes(election, options), ""),
            "greedy-no-skip" or "greedy-custom" => (ByVotes(election, options with { NoRoom = NoRoom.Stop }), ""),
            "equalshares" => ByShares(election, options with { Completion = Completion.None }),
            "equalshares/add1" or "equalshares/add1-comparison" => ByShares(election, options with { Completion = Completion.Add1 }),
            "equalshares/add1-greedy" => ByShares(election, options with { Completion = Completion.Add1ThenGreedy }),
            "" => (null, "Het bestand noemt geen regel. Kies zelf met --rule greedy of --rule equal-shares."),
            _ => (null, $"Het bestand noemt de regel '{election.Rule}'. Die ken ik niet. Kies zelf met --rule greedy of --rule equal-shares."),
        };

    private static Recount ByVotes(Election election, Options options)
    {
        var noRoom = options.NoRoom ?? NoRoom.Skip;
        var most = election.InPoints ? "Meeste punten eerst" : "Meeste stemmen eerst";
        return new Recount(election, Greedy.Count(election, options.Ties, noRoom),
            noRoom == NoRoom.Stop ? $"{most}, tot een plan niet meer past" : $"{most}; wat niet past, wordt overgeslagen");
    }

    private static (Recount? Recount, string Problem) ByShares(Election election, Options options)
    {
        if (election.InPoints)
            return (null, "De kiezers gaven punten (vote_type cumulative). "
                + "Gelijke delen (equal-shares) telt alleen aangekruiste plannen. Tel met --rule greedy.");
        var completion = options.Completion ?? Completion.Add1ThenGreedy;
        return (new Recount(election, EqualShares.Count(election, options.Ties, completion), completion switch
        {
            Completion.None => "Gelijke delen (Equal Shares), zonder aanvulling",
            Completion.Add1 => "Gelijke delen (Equal Shares), aangevuld met Add1",
            _ => "Gelijke delen (Equal Shares), aangevuld met Add1 en daarna meeste stemmen eerst",
        }), "");
    }
}
