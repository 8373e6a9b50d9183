namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>Takes rows one by one and keeps what a count needs.</summary>
internal sealed class PabulibReader
{
    private readonly Remarks _remarks = new();
    private readonly PabulibMeta _meta;
    private readonly PabulibProjects _projects;
    private readonly PabulibVotes _votes;
    private Section _section = Section.None;
    private bool _expectsHeader;

    public PabulibReader()
    {
        (_meta, _projects) = (new PabulibMeta(_remarks), new PabulibProjects(_remarks));
        _votes = new PabulibVotes(_projects, _remarks);
    }

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
            // What a vote may hold is known from META, and what it names from PROJECTS.
            if (section != _section + 1)
                throw new PabulibException(rows.Line, $"het deel {rows[0]} hoort hier niet. "
                    + "Een bestand heeft META, PROJECTS en VOTES, in die volgorde en elk een keer.");
            (_section, _expectsHeader) = (section, true);
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
                _meta.RequireCountable();
                _votes.ReadHeader(ref rows, _meta);
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
        var budget = _meta.Budget();
        if (_section != Section.Votes || _expectsHeader)
            throw new PabulibException(0, "Het bestand is niet compleet. "
                + "Na META horen de delen PROJECTS en VOTES, elk met een regel die de kolommen noemt.");
        var decimals = Math.Max(budget.Decimals, _projects.Decimals);
        var remarks = new List<Remark>();
        var election = new Election(budget.In(decimals, "het budget"), decimals, _projects.In(decimals), _votes.Ballots())
        {
            MinimumVotes = _meta.MinimumVotes(),
            Rule = _meta.Rule,
            Meta = _meta.Others,
            Announced = _projects.Announced,
            Remarks = remarks,
        };
        _meta.Compare(election);
        _projects.Compare(election);
        _projects.CheckCosts(_meta.Limit("project_cost"));
        remarks.AddRange(_remarks.ToList());
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
