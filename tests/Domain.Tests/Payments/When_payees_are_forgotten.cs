using Smederijen.Domain.Calendar;
using Smederijen.Domain.Payments;
using static Smederijen.Domain.Tests.Payments.BatchStory;

namespace Smederijen.Domain.Tests.Payments;

/// <summary>Names and accounts are kept for whole years after the book year, and not longer.</summary>
public sealed class When_payees_are_forgotten
{
    [Fact]
    public void On_the_first_day_after_the_seventh_year_and_the_batch_says_when()
    {
        var story = Signed().Until(StartOf(2034).AddSeconds(-1));
        story.Effects.ShouldBeEmpty();
        story.Until(StartOf(2034)).Expect<BatchState.Signed>().ErasedOn.ShouldBe(new DateOnly(2034, 1, 1));
        story.Effects.ShouldBe([new BatchEffect.ForgetPayees()]);
        story.Item.NextDue.ShouldBeNull();
        story.When(at => new BatchEvent.MomentCame(at)).ExpectAlreadySo();
    }

    [Fact]
    public void The_file_says_the_same_moment_as_ever()
    {
        var signed = Signed();
        var since = signed.Item.Since;
        signed.Until(StartOf(2034)).Item.Since.ShouldBe(since);
    }

    [Fact]
    public void A_longer_term_counts_for_what_is_kept_and_a_shorter_one_from_the_next_year_on()
    {
        var story = Signed().Keeps(10).Until(StartOf(2035).AddDays(5));
        story.Effects.ShouldBeEmpty();
        story.Keeps(7).Until(StartOf(2036)).Expect<BatchState.Signed>().ErasedOn.ShouldBe(new DateOnly(2036, 1, 1));
        Signed().Keeps(10).Until(StartOf(2037)).Expect<BatchState.Signed>().ErasedOn.ShouldBe(new DateOnly(2037, 1, 1));
    }

    [Fact]
    public void To_look_once_more_is_no_line_of_its_history()
    {
        var story = Signed().Keeps(20);
        var revision = story.Item.Revision;
        story.Until(StartOf(2040)).Item.Revision.ShouldBe(revision);
    }

    [Fact]
    public void Less_than_the_law_asks_is_never_enough() =>
        Signed().Keeps(1).Until(StartOf(2034).AddSeconds(-1)).Expect<BatchState.Signed>().ErasedOn.ShouldBeNull();

    [Fact]
    public void What_the_bank_paid_in_a_later_year_is_kept_from_then_on() =>
        Signed().Keeps(7, lastYear: 2027).Until(StartOf(2035)).Expect<BatchState.Signed>().ErasedOn.ShouldBe(new DateOnly(2035, 1, 1));

    [Theory]
    [InlineData("2026-12-31", 2026)]
    [InlineData("2027-01-01", 2027)]
    [InlineData("2028-12-30", 2029)]
    [InlineData("2028-12-31", 2029)]
    public void A_day_that_banks_rest_belongs_to_the_year_of_the_following_one(string day, int year) =>
        (Signed().Item with { ExecuteOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }).BookYear.ShouldBe(year);

    [Fact]
    public void After_that_no_names_of_the_bank_come_in() => Erased()
        .When(at => new BatchEvent.PayeesChecked(at, "fien", System.Collections.Immutable.ImmutableDictionary<string, PayeeCheck>.Empty))
        .ExpectRefused(BatchRefusal.PayeesErased);

    [Fact]
    public void What_was_never_signed_has_no_term()
    {
        Ready().Item.NextDue.ShouldBeNull();
        ThrownAway().Item.NextDue.ShouldBeNull();
    }

    private static DateTimeOffset StartOf(int year) => Amsterdam.StartOfDay(new DateOnly(year, 1, 1));
}
