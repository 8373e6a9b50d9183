using Smederijen.Portal.Mail;
using Smederijen.Portal.Staff;
using Smederijen.Portal.Tests;
using Smederijen.Simulation.Tests.Faults;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>
/// Staff propose extra money for this year and a division of the next one, before or after its rounds open; ten seats and
/// their deputies vote from their mail, most of them for it.
/// </summary>
internal sealed class Stuurgroep(Simulation simulation)
{
    private const string Desk = "/medewerkers/stuurgroep";
    private static readonly TimeSpan HalfAYear = TimeSpan.FromDays(180);

    public void Move()
    {
        simulation.PostOffice.OnSeat(Speak);
        foreach (var period in (string[])["2027", "2028", "2028"])
            simulation.Within(TimeSpan.FromDays(5), HalfAYear, () => Propose(period));
    }

    private async Task Propose(string period)
    {
        var made = "";
        var form = new Dictionary<string, string>
        {
            ["periode"] = period,
            ["geldgever-1"] = "Gemeente",
            ["geld-1"] = $"{simulation.Random.Next(0, 200_000)},{simulation.Random.Next(100):D2}",
            ["geldgever-2"] = "Woonconcept",
            ["geld-2"] = $"{simulation.Random.Next(1, 90_000)}",
            ["vast-bedrag"] = $"{simulation.Random.Next(0, 5_000)}",
        };
        await new Press(simulation, $"staff propose {period}", async (process, command) =>
        {
            var answer = await AtDesk(process, $"{Desk}/nieuw", form.With("opdracht", command));
            made = answer.Location;
            return answer;
        })
        {
            Accepted = () => simulation.Within(TimeSpan.FromHours(1), TimeSpan.FromDays(3), () => Put(made)),
        }.Deliver();
    }

    private async Task Put(string page)
    {
        await new Press(simulation, "staff put a division to the seats", (process, command) =>
            AtDesk(process, $"{page}/voorleggen", new { }.With("opdracht", command))).Deliver();
        if (simulation.Chance(0.1))
            simulation.Within(TimeSpan.FromHours(1), TimeSpan.FromDays(20), () => Withdraw(page));
    }

    private Task Withdraw(string page) => new Press(simulation, "staff withdraw a division", (process, command) =>
        AtDesk(process, $"{page}/intrekken", new { reden = "Er komt ander geld." }.With("opdracht", command))).Deliver();

    /// <summary>A plan goes on, changes or stops; a division is adopted or not.</summary>
    private Task Speak(OutgoingMail mail) => mail.Subject.Contains("gaat het door", StringComparison.OrdinalIgnoreCase) ? Judge(mail) : simulation.Random.NextDouble() switch
    {
        < 0.70 => Post(mail, "For"),
        < 0.78 => Post(mail, "Against"),
        < 0.85 => Post(mail, "Abstain"),
        < 0.90 => Post(mail, "eigen-belang"),
        _ => Task.CompletedTask,
    };

    private Task Judge(OutgoingMail mail) => simulation.Random.NextDouble() switch
    {
        < 0.60 => Post(mail, "GoOn"),
        < 0.72 => Post(mail, "Change"),
        < 0.76 => Post(mail, "Stop"),
        < 0.85 => Post(mail, "Abstain"),
        _ => Task.CompletedTask,
    };

    private Task Post(OutgoingMail mail, string choice) => new Press(simulation, $"a seat votes {choice}", (process, command) =>
        process.Through(mail, "zetel", new { keuze = choice, reden = "Daarom." }.With("opdracht", command))).Deliver();

    private static Task<Answer> AtDesk(Process process, string page, Dictionary<string, string> form) =>
        process.NewBrowser(new StaffMember("anna", "anna", new HashSet<string> { StaffRoles.Medewerker })).Post(page, form);
}
