using System.Collections.Immutable;
using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;
using static Smederijen.Domain.Payments.BankLineEvent;

namespace Smederijen.Domain.Tests.Payments;

public sealed class The_whole_table_of_bank_files()
    : The_whole_table_of<BankFileStory, BankFile, BankFileEvent, BankFileEffect, BankRefusal>(
        "a file of the bank", "bank-file-states", "Payments/bank-file-", width: 24,
        BankFileJson.Default.BankFile, BankFileJson.Default.BankFileEvent, BankFileJson.Default.BankFileEffect)
{
    protected override IReadOnlyList<(string Name, Func<BankFileStory> Arrange)> States { get; } =
    [
        ("Reading", () => BankFileStory.OfParts(2)),
        ("Reading, the last part", () => BankFileStory.OfParts(2).Taken(1)),
        ("Read", () => BankFileStory.OfParts(2).Taken(1, known: 1).Taken(2)),
        ("Read, nothing of us", () => BankFileStory.OfParts(0)),
    ];

    protected override IReadOnlyList<(string Name, Func<DateTimeOffset, BankFileEvent> Happening)> Events { get; } =
    [
        ("Received", at => new BankFileEvent.Received(at, "fien", BankFileSort.Answer, "", "B1", 1, 1, OtherLines.None, [])),
        ("PartTaken, the first", at => new BankFileEvent.PartTaken(at, 1, 0)),
        ("PartTaken, the second", at => new BankFileEvent.PartTaken(at, 2, 1)),
        ("MomentCame", at => new BankFileEvent.MomentCame(at)),
    ];

    protected override ImmutableArray<BankFileEffect> Effects { get; } = [new BankFileEffect.TakePart(1)];

    protected override IEnumerable<string> Begins => ["Reading: Received", "Read: Received, nothing of us"];

    protected override IEnumerable<Enum> Ends => [BankFilePhase.Read];

    protected override Enum PhaseOf(BankFile item) => item.Phase;

    protected override IEnumerable<string> Changes(BankFileStory story, BankFile before, Ledger money)
    {
        if (story.Item.Known != before.Known)
            yield return $"{story.Item.Known} known";
    }
}

public sealed class The_whole_table_of_bank_lines()
    : The_whole_table_of<BankLineStory, BankLine, BankLineEvent, BankLineEffect, BankRefusal>(
        "a line of the bank", "bank-line-states", "Payments/bank-line-", width: 24,
        BankLineJson.Default.BankLine, BankLineJson.Default.BankLineEvent, BankLineJson.Default.BankLineEffect)
{
    protected override IReadOnlyList<(string Name, Func<BankLineStory> Arrange)> States { get; } =
    [
        ("Handed", BankLineStory.Handed),
        ("Handed, by two", () => BankLineStory.Proposed().Agrees("dirk")),
        ("Open, money out", () => BankLineStory.Open()),
        ("Open, money in", () => BankLineStory.Open(isIn: true)),
        ("Open, of an answer", () => BankLineStory.Read(BankLineStory.Back, LineDoubt.CalledOff, sort: BankFileSort.Answer)),
        ("Open, proposed", () => BankLineStory.Proposed()),
        ("Settled", BankLineStory.Settled),
        ("Settled, unrelated", () => BankLineStory.Open().Says(BankLineStory.Other).Agrees("dirk")),
    ];

    protected override IReadOnlyList<(string Name, Func<DateTimeOffset, BankLineEvent> Happening)> Events { get; } =
    [
        ("Read", at => new Read(
            at, "f1", "fien", BankFileSort.Statement, false, BankLineStory.Amount, PaymentStory.Today, BankLineStory.Paid, LineDoubt.OtherAmount)),
        ("Answered", at => new Answered(at, null)),
        ("Answered, a doubt", at => new Answered(at, LineDoubt.ToldBefore)),
        ("Proposed, paid", at => new Proposed(at, "carla", BankLineStory.Paid)),
        ("Proposed, returned", at => new Proposed(at, "carla", BankLineStory.Back)),
        ("Proposed, paid back", at => new Proposed(at, "carla", BankLineStory.PaidBack)),
        ("Proposed, unrelated", at => new Proposed(at, "carla", BankLineStory.Other)),
        ("Proposed, no reason", at => new Proposed(at, "carla", new LineMeaning.Unrelated(" "))),
        ("Agreed", at => new Agreed(at, "dirk", 2)),
        ("Agreed, by the same", at => new Agreed(at, "carla", 2)),
        ("Agreed, not as it is", at => new Agreed(at, "dirk", 1)),
        ("Dropped", at => new Dropped(at, "dirk", 2)),
        ("MomentCame", at => new MomentCame(at)),
    ];

    protected override ImmutableArray<BankLineEffect> Effects { get; } = [new BankLineEffect.HandOver()];

    protected override IEnumerable<string> AlsoStored { get; } =
    [
        .. new LineMeaning[] { new LineMeaning.Accepted("idee1-1", "ACCP"), new LineMeaning.Returned("idee1-1", "AC01", NeverLeft: true) }
            .Select(meaning => System.Text.Json.JsonSerializer.Serialize(meaning, BankLineJson.Default.LineMeaning)),
    ];

    protected override IEnumerable<string> Begins => ["Handed: Read", "Open: Read, in doubt", "Settled: Read, accepted"];

    protected override IEnumerable<Enum> Ends => [LinePhase.Settled];

    protected override Enum PhaseOf(BankLine item) => item.State.Phase;

    protected override IEnumerable<string> Changes(BankLineStory story, BankLine before, Ledger money)
    {
        if (story.Item.Proposal != before.Proposal)
            yield return story.Item.Proposal is { } said ? $"{said.Meaning.GetType().Name} is proposed" : "no proposal any more";
    }
}
