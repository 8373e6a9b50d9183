using FsCheck;
using FsCheck.Fluent;

namespace Smederijen.Domain.Tests.Calendar;

/// <summary>Generated dates and instants in the years that the scheme can meet: 2007 up to and including 2099.</summary>
internal static class AnyMoment
{
    private static readonly DateOnly First = new(2007, 1, 1);
    private static readonly DateOnly Last = new(2099, 12, 31);

    public static Arbitrary<DateOnly> Date { get; } =
        Gen.Choose(First.DayNumber, Last.DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    /// <summary>To the minute, with the offset of a random place on earth.</summary>
    public static Arbitrary<DateTimeOffset> Instant { get; } =
        (from date in Date.Generator
         from minute in Gen.Choose(0, 24 * 60 - 1)
         from offset in Gen.Choose(-12, 14)
         select new DateTimeOffset(date, new TimeOnly(minute / 60, minute % 60), TimeSpan.FromHours(offset))).ToArbitrary();

    public static Arbitrary<int> Count(int from, int upTo) => Gen.Choose(from, upTo).ToArbitrary();
}
