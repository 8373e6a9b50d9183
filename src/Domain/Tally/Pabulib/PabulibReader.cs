namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>Takes rows one by one and keeps what a count needs.</summary>
internal sealed class PabulibReader
{
    private readonly PabulibMeta _meta = new();
    private readonly PabulibProjects _projects = new();
    private readonly PabulibVotes _votes;
    private Section _section = Section.None;
    private readonly HashSet<Section> _seen = [];
    private bool _expectsHeader;

    public PabulibReader() => _votes = new PabulibVotes(_projects);

    private enum Section
    {
        None,
        Meta,
        Projects,
        Votes,
    }

    public void Read(ref PabulibRows rows)
    {
        if (SectionOf(ref rows) is var section and not Section.None)
        {
            (_section, _expectsHeader) = (section, true);
            _seen.Add(section);
            return;
        }
        var header = _expectsHeader;
        _expectsHeader = false;
        switch (_section)
        {
            case Section.Meta when header && rows[0].Equals("key", StringComparison.OrdinalIgnoreCase):
                break;
            case Section.Meta:
                _meta.Read(ref rows);
                break;
            case Section.Projects when header:
                _projects.ReadHeader(ref rows);
                break;
            case Section.Projects:
                _projects.Read(ref rows);
                break;
            case Section.Votes when header:
                _meta.RequireApprovals();
                _votes.ReadHeader(ref rows);
                break;
            case Section.Votes:
                _votes.Read(ref rows);
                break;
            default:
                throw new PabulibException(rows.Line, "hier hoort het woord META te staan. Is dit een bestand in het formaat van Pabulib (.pb)?");
        }
    }

    public Election Election()
    {
        if (_section == Section.None)
            throw new PabulibException(0, "Het bestand is leeg. Kies een bestand in het formaat van Pabulib (.pb).");
        _meta.RequireApprovals();
        var budget = _meta.Budget;
        if (!_seen.Contains(Section.Projects) || !_seen.Contains(Section.Votes))
            throw new PabulibException(0, "Het bestand is niet compleet. Na META horen de delen PROJECTS en VOTES.");
        var decimals = Math.Max(budget.Decimals, _projects.Decimals);
        var projects = _projects.In(decimals);
        var remarks = new List<string>();
        var election = new Election(budget.In(decimals, "het budget"), decimals, projects, _votes.Ballots())
        {
            MinimumVotes = _meta.MinimumVotes,
            Rule = _meta.Rule,
            Meta = _meta.Others,
            Remarks = remarks,
        };
        remarks.AddRange([.. _votes.Remarks(), .. _meta.Remarks(election), .. _projects.Remarks(election)]);
        return election;
    }

    /// <summary>A section begins with its name alone on a row; a project called "votes" has a cost beside it.</summary>
    private static Section SectionOf(ref PabulibRows rows)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            if (!rows[i].IsEmpty)
                return Section.None;
        }
        return rows[0] switch
        {
            var name when name.Equals("META", StringComparison.OrdinalIgnoreCase) => Section.Meta,
            var name when name.Equals("PROJECTS", StringComparison.OrdinalIgnoreCase) => Section.Projects,
            var name when name.Equals("VOTES", StringComparison.OrdinalIgnoreCase) => Section.Votes,
            _ => Section.None,
        };
    }
}
