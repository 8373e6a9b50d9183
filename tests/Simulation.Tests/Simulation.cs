using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests.Storage;
using Smederijen.Simulation.Tests.Actors;
using Smederijen.Simulation.Tests.Faults;
using Smederijen.Simulation.Tests.Invariants;

namespace Smederijen.Simulation.Tests;

/// <summary>
/// A year of all Smederijen, in one thread and in no time: people act, mails are read, clocks jump, processes crash, all
/// drawn from one seed. After the year nothing goes wrong any more, and everything must come to its end.
/// </summary>
internal sealed class Simulation
{
    private static readonly DateTimeOffset Start = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>Long enough for a plan to be carried out and its people to be forgotten.</summary>
    private static readonly TimeSpan Closing = TimeSpan.FromDays(3 * 365);

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(6);

    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, long Order)> _agenda = new();
    private long _order;

    public Simulation(int seed)
    {
        Random = new Random(seed);
        Privacy = new Privacy(SettingsOfYear.First);
        Watch = new Watch(Privacy, Tally);
        Accidents = new Accidents(Random, Tally);
        Machine = new Machine(new InMemoryEntityStore { After = Watch.Committed }, new InMemoryAttachmentStore(), new Outbox(), new SimulatedClock(Start), new LogReader(Privacy));
        Site = new Site(this);
        PostOffice = new PostOffice(this);
        Machine.Outbox.Delivered = PostOffice.Deliver;
    }

    public Random Random { get; }

    public SettingsFile File => Machine.Settings;

    public Tally Tally { get; } = new();

    public Trace Trace { get; } = new();

    public Accidents Accidents { get; }

    public Machine Machine { get; }

    public Watch Watch { get; }

    public Promises Promises { get; } = new();

    public HandedIn HandedIn { get; } = new();

    public Site Site { get; }

    public PostOffice PostOffice { get; }

    /// <summary>People hand in new ideas until this moment.</summary>
    public DateTimeOffset LastIdea { get; } = Start + Year;

    public Privacy Privacy { get; }

    public DateTimeOffset Now => Machine.Clock.Time;

    public bool Chance(double probability) => Random.NextDouble() < probability;

    /// <summary>Somebody does something some time from now, at the earliest after <paramref name="soonest"/>.</summary>
    public void Within(TimeSpan soonest, TimeSpan latest, Func<Task> act) => At(Now + soonest + Random.NextDouble() * (latest - soonest), act);

    public void At(DateTimeOffset moment, Func<Task> act) => _agenda.Enqueue(act, (moment, _order++));

    /// <exception cref="Violation">Something happened that must never happen.</exception>
    public async Task Run()
    {
        await Site.Start();
        Neighbourhood.Move(this);
        At(Start + BetweenSweeps, Sweep);
        Within(Year * 0.3, Year * 0.8, Site.NewYear);
        await Live(Start + Year);
        Accidents.On = false;
        Machine.Clock.Behind = TimeSpan.Zero;
        await Live(Start + Year + Closing);
        await new Reckoning(this).Check();
        Tally.SmederijYears += File.Smederijen.Count;
        Tally.Ideas += Watch.Ideas.Count;
        Tally.Mails += Machine.Outbox.Mails.Count;
    }

    private async Task Live(DateTimeOffset until)
    {
        while (_agenda.TryPeek(out var act, out var key) && key.At <= until)
        {
            _agenda.Dequeue();
            Machine.Clock.MoveTo(key.At);
            await act();
            await Site.CarryOn();
            if ((Watch.Found ?? Machine.Logs.Found) is { } found)
                throw new Violation(found.Message);
            if (Accidents.ClockJumps())
                Jump();
        }
        Machine.Clock.MoveTo(until);
    }

    /// <summary>The machine sleeps for hours or days, or a time server puts its clock back a little.</summary>
    private void Jump()
    {
        Machine.Clock.Behind = Chance(0.5) ? Random.NextDouble() * TimeSpan.FromMinutes(10) : TimeSpan.Zero;
        if (Machine.Clock.Behind == TimeSpan.Zero)
            Machine.Clock.MoveTo(Now + Random.NextDouble() * TimeSpan.FromDays(3));
        Trace.Add($"{Now:u} the clock jumps, {Machine.Clock.Behind:c} behind");
    }

    private async Task Sweep()
    {
        await Site.Sweep();
        await Site.CarryOn();
        if (!Accidents.On)
            Reckoning.NoMoneyLiesIdle(this);
        At(Now + (Accidents.On ? BetweenSweeps : TimeSpan.FromDays(1)), Sweep);
    }
}
