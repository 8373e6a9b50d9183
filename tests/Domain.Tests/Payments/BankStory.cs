using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;
using static Smederijen.Domain.Payments.BankLineEvent;

namespace Smederijen.Domain.Tests.Payments;

/// <summary>The life of a file of the bank, of which some lines concern us.</summary>
public sealed class BankFileStory : LifeStory<BankFileStory, BankFile, BankFileEvent, BankFileEffect, BankRefusal>
{
    private BankFileStory(int parts)
    {
        var e = new BankFileEvent.Received(
            Now, "fien", BankFileSort.Statement, "4300", "2026-41", parts * 3, parts, new(412, 100, 200), ["Iets telt niet op."],
            [new("NL91ABNA0417164300", "2026-41", PaymentStory.Today.AddDays(-1), -100, PaymentStory.Today, 200)]);
        Take(e, BankFileDecider.Start("f1", e));
    }

    protected override object State => Item.Phase;

    protected override DateTimeOffset? NextDue => null;

    public static BankFileStory OfParts(int parts) => new(parts);

    public BankFileStory Taken(int part, int known = 0) => When(at => new BankFileEvent.PartTaken(at, part, known));

    protected override BankFileEvent Strike(DateTimeOffset at) => new BankFileEvent.MomentCame(at);

    protected override BankFileDecision Decide(BankFileEvent e) => BankFileDecider.Decide(Item, e);
}

/// <summary>The life of a line of the bank, of € 450.</summary>
public sealed class BankLineStory : LifeStory<BankLineStory, BankLine, BankLineEvent, BankLineEffect, BankRefusal>
{
    private BankLineStory(LineMeaning? meaning, LineDoubt? doubt, bool isIn, BankFileSort sort)
    {
        var e = new Read(Now, "f1", "fien", sort, isIn, Amount, PaymentStory.Today, meaning, doubt);
        Take(e, BankLineDecider.Start("regel1", e));
    }

    public static Euro Amount { get; } = new(45_000);

    public static LineMeaning Paid { get; } = new LineMeaning.Paid("idee1-1");

    public static LineMeaning Back { get; } = new LineMeaning.Returned("idee1-1", "AC04");

    public static LineMeaning PaidBack { get; } = new LineMeaning.PaidBack("wolfsbos", "idee1", Amount);

    public static LineMeaning Other { get; } = new LineMeaning.Unrelated("De huur van een zaal");

    protected override object State => Item.State;

    protected override DateTimeOffset? NextDue => null;

    public static BankLineStory Read(
        LineMeaning? meaning, LineDoubt? doubt = null, bool isIn = false, BankFileSort sort = BankFileSort.Statement) =>
        new(meaning, doubt, isIn, sort);

    public static BankLineStory Handed() => Read(Paid);

    public static BankLineStory Open(bool isIn = false) => Read(null, null, isIn);

    public static BankLineStory Proposed(bool isIn = false) => Open(isIn).Says(isIn ? PaidBack : Paid);

    public static BankLineStory Settled() => Handed().Answered();

    public BankLineStory Says(LineMeaning meaning, string by = "carla") => When(at => new Proposed(at, by, meaning));

    public BankLineStory Agrees(string by) => When(at => new Agreed(at, by, Item.Revision));

    public BankLineStory Answered(LineDoubt? doubt = null) => When(at => new Answered(at, doubt));

    protected override BankLineEvent Strike(DateTimeOffset at) => new MomentCame(at);

    protected override BankLineDecision Decide(BankLineEvent e) => BankLineDecider.Decide(Item, e);
}
