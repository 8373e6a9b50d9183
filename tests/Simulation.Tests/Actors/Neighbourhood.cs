using Smederijen.Domain.Settings;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Everybody who acts. A new kind of actor is a file beside this one and a line here.</summary>
internal static class Neighbourhood
{
    public static void Move(Simulation simulation)
    {
        var people = new People(simulation);
        var submitters = new Submitters(simulation, people, new Neighbours(simulation, people));
        submitters.Move();
        new Carriers(simulation).Move();
        new HelpSeekers(simulation, people).Move();
        new InitiativeGroups(simulation, people).Move();
        var wijkteam = new Wijkteam(simulation);
        wijkteam.Move();
        new DailyReaders(simulation, wijkteam).Move();
        new Meetings(simulation, wijkteam).Move();
        new Gebiedsregisseurs(simulation, people).Move();
        new MailClerks(simulation).Move();
        new Municipality(simulation).Move();
        new Paymasters(simulation, new Refunders(simulation)).Move();
        simulation.Bank.Move();
        new Treasurers(simulation, simulation.Bank).Move();
        new Budgets(simulation).Move();
        new Governors(simulation, people).Move();
        new Stuurgroep(simulation).Move();
        new VoteOfficers(simulation, new Voters(simulation)).Move();
        new Forgetting(simulation).Move();
        new WorkingGroups(simulation, people, new GroupSteps(simulation, people, submitters)).Move();
        new PlanFriends(simulation, people).Move();
        new PlanGuides(simulation).Move();
        new Partners(simulation).Move();
    }
}

/// <summary>Makes people up, one after the other.</summary>
internal sealed class People(Simulation simulation)
{
    private int _last;

    public Person In(SmederijSettings smederij)
    {
        var range = smederij.Area[simulation.Random.Next(smederij.Area.Length)];
        return Person.Number(++_last, simulation.Random.Next(range.First.Digits, range.Last.Digits + 1));
    }
}
