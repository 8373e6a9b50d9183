using Smederijen.Domain.Calendar;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Staff;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Residents who would rather be called than write their idea down, and the gebiedsregisseur who calls them, sooner or later.</summary>
internal sealed class HelpSeekers(Simulation simulation, People people)
{
    public void Move()
    {
        simulation.PostOffice.On<HelpEffect.Wanted>(mail => simulation.Willing(0.6)
            ? Call(simulation, simulation.File.Find(mail.Item.Smederij)!.Gebiedsregisseur, $"{mail.Item.Smederij}/{mail.Item.Item[HelpWork.Kind.Prefix.Length..]}")
            : Task.CompletedTask);
        simulation.Often(TimeSpan.FromDays(15), Ask);
    }

    /// <summary>Somebody is called, and that is said on the page of the gebiedsregisseur.</summary>
    /// <param name="call">As the page names it: Smederij and id.</param>
    public static Task Call(Simulation simulation, string by, string call) => new Press(simulation, $"{by} calls a resident", (process, command) =>
        process.AsStaff(by).Post($"{RegisseurDesk.Address}/hulp/{call}/gebeld", new { stap = "ja", opdracht = command })).Deliver();

    private Task Ask()
    {
        var smederij = simulation.File.Smederijen[simulation.Random.Next(simulation.File.Smederijen.Count)];
        var day = Amsterdam.DateOf(simulation.Now).AddDays(simulation.Random.Next(4, 30));
        while (!WorkingDays.IsWorkingDay(day))
            day = day.AddDays(1);
        var form = new { naam = people.In(smederij).Name, telefoon = "0528 00 00 00", dag = $"{day:yyyy-MM-dd}", dagdeel = "middag", onderwerp = "Een bankje." };
        simulation.Promises.HelpTried++;
        return new Press(simulation, "somebody wants to be called", (process, command) => process.NewBrowser().Post(
            $"/smederijen/{smederij.Id}/hulp", form.With("opdracht", command)))
        { Accepted = () => simulation.Promises.HelpAccepted++ }.Deliver();
    }
}
