namespace Smederijen.Simulation.Tests.Faults;

/// <summary>What goes wrong, and how often; drawn from the seed, so that the same seed meets the same accidents.</summary>
internal sealed class Accidents(Random random, Tally tally)
{
    /// <summary>Off while a year is brought to its end.</summary>
    public bool On { get; set; } = true;

    /// <summary>What another instance does just before the commit that is about to happen.</summary>
    public Func<Task>? Rival { get; set; }

    public bool CrashBeforeCommit() => Happens(0.002, ref tally.Crashes);

    public bool CrashAfterCommit() => Happens(0.002, ref tally.Crashes);

    public bool CrashBetweenMailAndMark() => Happens(0.004, ref tally.Crashes);

    /// <summary>The store fails and nobody knows whether the write landed.</summary>
    public bool StoreFailsBeforeCommit() => Happens(0.002, ref tally.StoreFailures);

    public bool StoreFailsAfterCommit() => Happens(0.002, ref tally.StoreFailures);

    public bool MailFails() => Happens(0.01, ref tally.MailFailures);

    /// <summary>The mail service says that it will never take this mail.</summary>
    public bool MailIsRefused() => Happens(0.003, ref tally.RefusedMails);

    public bool WakeUpIsLost() => Happens(0.05, ref tally.LostWakeUps);

    public bool WakeUpComesTwice() => Happens(0.05, ref tally.DoubledWakeUps);

    public bool WorkWaits() => On && random.NextDouble() < 0.2;

    public bool PostComesTwice() => Happens(0.05, ref tally.DoubledPosts);

    public bool RivalComes() => Happens(0.03, ref tally.Rivals);

    public bool ClockJumps() => Happens(0.002, ref tally.ClockJumps);

    private bool Happens(double chance, ref long counter)
    {
        if (!On || random.NextDouble() >= chance)
            return false;
        counter++;
        return true;
    }
}
