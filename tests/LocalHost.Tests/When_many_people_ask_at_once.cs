using Smederijen.LocalHost.Work;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests;

namespace Smederijen.LocalHost.Tests;

public sealed class When_many_people_ask_at_once
{
    private readonly MovableClock _clock = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
    private readonly RushHour _rush;

    public When_many_people_ask_at_once() => _rush = new RushHour(_clock);

    [Fact]
    public void It_is_no_rush_hour_as_long_as_a_few_ask()
    {
        for (var tenth = 0; tenth < 10; tenth++)
        {
            Ask(40);
            _rush.IsOn.ShouldBeFalse();
            _clock.MoveTo(_clock.GetUtcNow().AddMilliseconds(100));
        }
    }

    [Fact]
    public void A_rush_hour_goes_on_while_many_ask_and_ends_when_they_stop()
    {
        for (var tenth = 0; tenth < 10; tenth++)
        {
            Ask(50);
            _rush.IsOn.ShouldBeTrue();
            _clock.MoveTo(_clock.GetUtcNow().AddMilliseconds(100));
            _rush.IsOn.ShouldBeTrue();
        }
        _clock.MoveTo(_clock.GetUtcNow().AddMilliseconds(100));
        _rush.IsOn.ShouldBeFalse();
    }

    [Fact]
    public void Mails_wait_for_the_first_ten_seconds_of_it_only()
    {
        for (var tenth = 0; tenth < 100; tenth++)
        {
            Ask(50);
            _rush.GoesOn.ShouldBeFalse();
            _clock.MoveTo(_clock.GetUtcNow().AddMilliseconds(100));
        }
        _rush.GoesOn.ShouldBeTrue();
    }

    [Fact]
    public void After_a_pause_the_ten_seconds_begin_again()
    {
        Ask(50);
        _clock.MoveTo(_clock.GetUtcNow().AddSeconds(60));
        Ask(50);
        _rush.IsOn.ShouldBeTrue();
        _rush.GoesOn.ShouldBeFalse();
    }

    private void Ask(int times)
    {
        for (var i = 0; i < times; i++)
            _rush.Count();
    }
}
