using System.Diagnostics;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Storage;
using Smederijen.Simulation.Tests.Actors;
using Smederijen.Simulation.Tests.Faults;
using Smederijen.Simulation.Tests.Invariants;

namespace Smederijen.Simulation.Tests;

/// <summary>
/// Years of all Smederijen, in one thread and in no time: people act, mails are read, clocks jump, processes crash, all drawn
/// from one seed. After the last year nobody begins anything, nothing goes wrong any more, everybody does what they are asked,
/// and everything must come to its end.
/// </summary>
internal sealed class Simulation
{
    public static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private static readonly DateTimeOffset Start = new(SettingsOfYear.First, 1, 4, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Long enough for the last round, for its plans to be carried out and for their people to be forgotten.</summary>
    private const int ClosingYears = 5;

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(6);

    /// <summary>How long a year may take by the clock on the wall, five times what it takes beside other suites.</summary>
    private static readonly TimeSpan YearTakes = TimeSpan.FromMinutes(8);

    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, long Order)> _agenda = new();
    private readonly int _years;
    private readonly Stopwatch _taken = Stopwatch.StartNew();
    private long _order;

    public Simulation(int seed, int years)
    {
        _years = years;
        Random = new Random(seed);
        IsAccountForUsAlone = seed % 2 == 1;
        LastIdea = Start + years * Year;
        Privacy = new Privacy(SettingsOfYear.Of(SettingsOfYear.First));
        Watch = new Watch(Privacy, Tally, () => Machine!.Clock.GetUtcNow());
        Accidents = new Accidents(Random, Tally);
        Machine = new Machine(
            new InMemoryEntityStore { After = Watch.Committed }, new InMemoryVoteStores { After = Watch.Committed }, new InMemoryAttachmentStore(),
            new Outbox(),
            new SimulatedClock(Start), new LogReader(Privacy))
        {
            Settings = SettingsOfYear.Of(SettingsOfYear.First, IsAccountForUsAlone),
        };
        Site = new Site(this);
        PostOffice = new PostOffice(this);
        Bank = new Bank(this);
        Machine.Outbox.Delivered = PostOffice.Deliver;
    }

    public Random Random { get; }

    /// <summary>The settings that count now.</summary>
    public FollowedSettings File => Watch.Settings;

    /// <summary>Everything in the store lies in one of these.</summary>
    public IEnumerable<string> Partitions => File.Smederijen.Select(smederij => smederij.Id).Append(Portal.Storage.Partitions.Stuurgroep)
        .Append(Portal.Storage.Partitions.Settings).Append(Portal.Storage.Partitions.Payments);

    public Tally Tally { get; } = new();

    public Trace Trace { get; } = new();

    public Accidents Accidents { get; }

    public Machine Machine { get; }

    public IEntityStore Store => Machine.Store;

    public Watch Watch { get; }

    public Promises Promises { get; } = new();

    public HandedIn HandedIn { get; } = new();

    public Site Site { get; }

    public PostOffice PostOffice { get; }

    public Bank Bank { get; }

    /// <summary>Every line of a statement concerns us, and statements have to follow on each other. Of two seeds one has it so.</summary>
    public bool IsAccountForUsAlone { get; }

    /// <summary>People begin new things until this moment.</summary>
    public DateTimeOffset LastIdea { get; }

    public bool IsClosing => Now > LastIdea;

    public Privacy Privacy { get; }

    public DateTimeOffset Now => Machine.Clock.Time;

    /// <summary>The years in which people begin things, and those in which all comes to its end.</summary>
    public int AllYears => _years + ClosingYears;

    public double YearsPassed => (Now - Start) / Year;

    public bool Chance(double probability) => Random.NextDouble() < probability;

    /// <summary>Whether somebody does what they are asked: often or seldom at first, and always in the closing years.</summary>
    public bool Willing(double probability) => IsClosing || Chance(probability);

    /// <summary>Somebody does something some time from now, at the earliest after <paramref name="soonest"/>.</summary>
    public void Within(TimeSpan soonest, TimeSpan latest, Func<Task> act) => At(Now + soonest + Random.NextDouble() * (latest - soonest), act);

    public void At(DateTimeOffset moment, Func<Task> act) => _agenda.Enqueue(act, (moment, _order++));

    /// <summary>Somebody does something now and then, for as long as people begin new things.</summary>
    public void Often(TimeSpan between, Func<Task> act) => Within(TimeSpan.Zero, 2 * between, async () =>
    {
        if (IsClosing)
            return;
        await act();
        Often(between, act);
    });

    /// <exception cref="Violation">Something happened that must never happen, or the run takes so long that it may never end.</exception>
    /// <exception cref="OperationCanceledException">Another seed failed, and nobody waits for this one any more.</exception>
    public async Task Run(CancellationToken cancellation = default)
    {
        await Site.Start();
        Neighbourhood.Move(this);
        At(Start + BetweenSweeps, Sweep);
        for (var year = 0; year < AllYears; year++)
        {
            await Live(Start + (year + 1) * Year, cancellation);
            await EndOfYear(goesOn: year + 1 < _years);
        }
        await new Reckoning(this).Check();
        Tally.Count(this, _years);
    }

    /// <summary>Nobody acts for a place that somebody else holds.</summary>
    public void MustHold(OutgoingMail mail, string partition, string place)
    {
        if (File.HolderOf(partition, place) != mail.ToAddress)
            throw new Violation($"Who holds {place} of {partition} no more did something for it.");
    }

    /// <summary>One of the Smederijen that a plan belongs to.</summary>
    public SmederijSettings OneOf(PlanKey plan)
    {
        var others = Watch.Plans.GetValueOrDefault(plan)?.Stored?.Item.Shares ?? [];
        return File.Find(others.Length > 0 && Chance(0.5) ? others[Random.Next(others.Length)].Smederij : plan.Smederij)!;
    }

    private async Task Live(DateTimeOffset until, CancellationToken cancellation)
    {
        while (_agenda.TryPeek(out var act, out var key) && key.At <= until)
        {
            _agenda.Dequeue();
            Machine.Clock.MoveTo(key.At);
            await act();
            await Site.CarryOn();
            MustHaveFoundNothing();
            if (Accidents.ClockJumps())
                Jump();
            cancellation.ThrowIfCancellationRequested();
            if (_taken.Elapsed > _years * YearTakes)
                throw new Violation($"It is {Now:u} and {_agenda.Count} steps wait, after {_taken.Elapsed:c} and {Tally.Requests:N0} requests.");
        }
        Machine.Clock.MoveTo(until);
    }

    /// <summary>The portal may have caught what somebody who looked on threw.</summary>
    private void MustHaveFoundNothing()
    {
        if ((Watch.Found ?? Machine.Logs.Found ?? Machine.Outbox.Found) is { } found)
            throw new Violation(found.Message);
    }

    /// <summary>For a moment nothing goes wrong, so that what is due can be told from what waits.</summary>
    private async Task EndOfYear(bool goesOn)
    {
        Accidents.On = false;
        Machine.Clock.Behind = TimeSpan.Zero;
        // What somebody had claimed who is gone can be taken over by then.
        Machine.Clock.MoveTo(Machine.Clock.Time.AddMinutes(1));
        await Site.Settle();
        MustHaveFoundNothing();
        await new YearEnd(this).Check();
        Accidents.On = goesOn;
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
        At(Now + (IsClosing ? TimeSpan.FromDays(1) : BetweenSweeps), Sweep);
    }
}
