using Smederijen.Domain.Money;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>One round as the lines of its ledger built it up.</summary>
internal sealed class FollowedRound(string name)
{
    /// <summary>The source of the envelope that a round of the first year begins with.</summary>
    public const string FromSettings = "stuurgroep";

    private readonly List<LedgerEntry> _lines = [];
    private Ledger _ledger = Ledger.Empty;
    private int _known;
    private int _logged;
    private Round? _round;

    public Ledger Ledger => _ledger;

    public RoundState? State => _round?.State;

    /// <summary>Takes ideas, and in a rolling Smederij grants them money at once.</summary>
    public bool IsOpen => _round?.State is RoundState.Open;

    /// <summary>How often staff hid a text of its history, or showed one again.</summary>
    public int Veiled { get; private set; }

    public void Logged(int number, RoundEvent e)
    {
        if (number != ++_logged)
            throw new Violation($"Line {number} of the log of {name} follows another.");
        if (e is RoundEvent.PartHidden or RoundEvent.PartRestored)
            Veiled++;
    }

    public void Booked(int number, LedgerEntry entry)
    {
        if (number != _lines.Count + 1)
            throw new Violation($"Line {number} of the ledger of {name} follows line {_lines.Count}.");
        _lines.Add(entry);
        _ledger = _ledger.Post(entry) ?? throw new Violation($"{entry} does not fit in the ledger of {name}: {_ledger}.");
    }

    /// <param name="sharesOf">What a resolution gives to this round; null when it was not adopted for it.</param>
    public void Became(Round round, Func<string, IEnumerable<Source>?> sharesOf)
    {
        CheckMoneyOfStuurgroep(round, sharesOf);
        _round = round;
        _known = _lines.Count;
        if (round.Revision != _logged)
            throw new Violation($"Round {name} is at revision {round.Revision} with {_logged} lines in its log.");
        if (round.Ledger != _ledger || round.Entries != _lines.Count)
            throw new Violation($"Round {name} says {round.Ledger} after {round.Entries} lines; its lines make {_ledger} after {_lines.Count}.");
        if (_ledger.Available + _ledger.Reserved + _ledger.Released + _ledger.ToReceive != _ledger.Total)
            throw new Violation($"Round {name} has more or less than its envelope: {_ledger}.");
    }

    /// <summary>Money comes in with a resolution that was adopted for this period, its shares to the cent and once; or with the settings.</summary>
    private void CheckMoneyOfStuurgroep(Round round, Func<string, IEnumerable<Source>?> sharesOf)
    {
        var came = round.Resolutions.Except(_round?.Resolutions ?? [], StringComparer.Ordinal)
            .SelectMany(id => sharesOf(id) ?? throw new Violation($"Round {name} has money of resolution {id}, which was not adopted for it."))
            .Select(share => new LedgerEntry.Allot(share.Amount, share.Name));
        if (!_lines.Skip(_known).OfType<LedgerEntry.Allot>().Where(line => line.Source != FromSettings).SequenceEqual(came))
            throw new Violation($"Round {name} has other money than the stuurgroep gave: {_ledger}.");
    }

    public IReadOnlyList<LedgerEntry> Lines => _lines;

    /// <summary>The lines that bring money in.</summary>
    public IEnumerable<LedgerEntry.Allot> Allotments => _lines.OfType<LedgerEntry.Allot>();

    /// <summary>From the first line again, as an auditor would.</summary>
    public void Replay()
    {
        if (Ledger.Replay(_lines) != _ledger)
            throw new Violation($"The ledger of {name} is not the replay of its lines.");
    }
}
