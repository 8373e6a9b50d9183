namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>
/// What must be so at the end of every year, when all that can be done now was done: the money adds up, everything waits for a
/// moment to come or for somebody, and who has to do something finds it on a page.
/// </summary>
internal sealed class YearEnd(Simulation simulation)
{
    /// <exception cref="Violation">Something is not so.</exception>
    public async Task Check()
    {
        new Books(simulation).Check();
        await new BankBooks(simulation).Check();
        await new Waits(simulation).Check();
        await new Forgotten(simulation).Check();
        await new BoardRows(simulation).Check();
        await new StaffPages(simulation).Check();
        await new PublicPages(simulation).Check();
        await new SharedWork(simulation).Check();
    }
}
