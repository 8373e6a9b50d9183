using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;
using static Smederijen.Domain.Tests.Payments.BankLineStory;

namespace Smederijen.Domain.Tests.Payments;

public sealed class When_a_file_of_the_bank_is_read
{
    [Fact]
    public void Its_parts_are_taken_one_after_the_other_each_once()
    {
        var story = BankFileStory.OfParts(2);
        story.Effects.ShouldBe([new BankFileEffect.TakePart(1)]);
        story.Taken(2).ExpectAlreadySo();
        story.ForgetEffects().Taken(1, known: 2).Effects.ShouldBe([new BankFileEffect.TakePart(2)]);
        story.Taken(1, known: 2).ExpectAlreadySo();
        story.ForgetEffects().Taken(2, known: 1).Effects.ShouldBeEmpty();
        (story.Item.Phase, story.Item.Known).ShouldBe((BankFilePhase.Read, 3));
    }

    [Fact]
    public void One_with_nothing_of_us_is_read_at_once()
    {
        var story = BankFileStory.OfParts(0);
        story.Item.Phase.ShouldBe(BankFilePhase.Read);
        story.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void A_line_that_is_understood_is_told_to_what_it_is_about_and_ends_with_the_answer()
    {
        var story = Handed();
        story.Effects.ShouldBe([new BankLineEffect.HandOver()]);
        story.Answered().Expect<LineState.Settled>().ShouldBe(new LineState.Settled(Paid));
        story.Answered(LineDoubt.ToldBefore).ExpectAlreadySo();
        Handed().Answered(LineDoubt.ToldBefore).Expect<LineState.Open>().ShouldBe(new LineState.Open(LineDoubt.ToldBefore, Paid));
    }

    [Fact]
    public void What_the_bank_took_in_is_told_and_changes_nothing()
    {
        var story = Read(new LineMeaning.Accepted("idee1-1", "ACCP"), sort: BankFileSort.Answer);
        story.Expect<LineState.Settled>();
        story.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_understood_waits_for_two_people()
    {
        Open().Expect<LineState.Open>().Doubt.ShouldBe(LineDoubt.Unrecognised);
        var story = Open().Says(Paid).Agrees("carla");
        story.ExpectRefused(BankRefusal.SamePersonTwice);
        story.When(at => new BankLineEvent.Agreed(at, "dirk", 1)).ExpectRefused(BankRefusal.ChangedMeanwhile);
        story.Agrees("dirk").Effects.ShouldBe([new BankLineEffect.HandOver()]);
        story.Answered().Expect<LineState.Settled>().ShouldBe(new LineState.Settled(Paid, "carla", "dirk"));
    }

    [Fact]
    public void What_two_people_said_that_cannot_be_waits_for_them_again()
    {
        var story = Open(isIn: true).Says(PaidBack).Agrees("dirk").Answered(LineDoubt.NothingOwed);
        story.Expect<LineState.Open>().About.ShouldBe(PaidBack);
        story.Item.Proposal.ShouldBeNull();
        story.Says(Other).Agrees("dirk").Expect<LineState.Settled>().Meaning.ShouldBe(Other);
    }

    [Fact]
    public void What_the_line_cannot_mean_is_refused()
    {
        Open(isIn: true).Says(Paid).ExpectRefused(BankRefusal.OtherWay);
        Open().Says(Back).ExpectRefused(BankRefusal.OtherWay);
        Open().Says(PaidBack).ExpectRefused(BankRefusal.OtherWay);
        Open().Says(new LineMeaning.Unrelated("  ")).ExpectRefused(BankRefusal.ReasonMissing);
        Open(isIn: true).Says(new LineMeaning.PaidBack("wolfsbos", "idee1", Euro.Zero)).ExpectRefused(BankRefusal.OtherAmount);
        Open(isIn: true).Says(new LineMeaning.PaidBack("wolfsbos", "idee1", new Euro(45_001))).ExpectRefused(BankRefusal.OtherAmount);
        Settled().Says(Other).ExpectRefused(BankRefusal.NotOpen);
    }

    [Fact]
    public void A_second_proposal_waits_until_the_first_one_is_dropped()
    {
        var story = Proposed();
        story.Says(Other, "dirk").ExpectRefused(BankRefusal.ProposalInTheWay);
        story.When(at => new BankLineEvent.Dropped(at, "dirk", story.Item.Revision)).Says(Other, "dirk").Item.Proposal!.Meaning.ShouldBe(Other);
        Open().Agrees("dirk").ExpectRefused(BankRefusal.NoProposal);
    }
}
