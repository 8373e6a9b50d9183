using Smederijen.LocalHost.Work;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Work;

namespace Smederijen.LocalHost.Tests;

public sealed class When_work_is_waiting : IDisposable
{
    private static readonly WorkKey Idea = new("alteveer", "1");

    private readonly PendingWork _work = new();
    private readonly MovableClock _clock = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
    private readonly Alarms _alarms;

    public When_work_is_waiting() => _alarms = new Alarms(_clock);

    public void Dispose() => _alarms.Dispose();

    [Fact]
    public void A_key_that_is_woken_often_waits_once()
    {
        _work.Add(Idea);
        _work.Add(Idea);
        Waiting().ShouldBe([Idea]);
    }

    [Fact]
    public void A_key_that_is_woken_while_it_runs_comes_back_after_that_and_never_beside_it()
    {
        _work.Add(Idea);
        Waiting().ShouldBe([Idea]);
        _work.Begin(Idea);
        _work.Add(Idea);
        _work.Add(Idea);
        Waiting().ShouldBeEmpty();
        _work.Finish(Idea);
        Waiting().ShouldBe([Idea]);
        _work.Begin(Idea);
        _work.Finish(Idea);
        _work.Count.ShouldBe(0);
    }

    [Fact]
    public void What_does_not_fit_is_said_and_fetched_when_there_is_room()
    {
        var number = 0;
        while (_work.Add(new WorkKey("alteveer", $"{number}")))
            number++;
        var asked = false;
        foreach (var key in Waiting())
        {
            _work.Begin(key);
            asked |= _work.Finish(key);
        }
        asked.ShouldBeTrue();
        _work.TakeForgotten().ShouldBeTrue();
        _work.TakeForgotten().ShouldBeFalse();
    }

    [Fact]
    public void The_nearest_moment_of_a_Smederij_rings_once()
    {
        _alarms.Set("alteveer", _clock.GetUtcNow().AddHours(2));
        _alarms.Set("alteveer", _clock.GetUtcNow().AddHours(1));
        _alarms.Set("elim", _clock.GetUtcNow().AddHours(3));
        _alarms.TakeDue().ShouldBeEmpty();
        _clock.MoveTo(_clock.GetUtcNow().AddHours(1));
        _alarms.TakeDue().ShouldBe(["alteveer"]);
        _alarms.TakeDue().ShouldBeEmpty();
    }

    private List<WorkKey> Waiting()
    {
        List<WorkKey> waiting = [];
        while (_work.Waiting.TryRead(out var key))
            waiting.Add(key);
        return waiting;
    }
}
