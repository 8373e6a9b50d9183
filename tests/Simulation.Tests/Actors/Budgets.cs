using System.Globalization;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Stuurgroep.Dividing;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>
/// Staff who prepare the divisions: the money of every coming year from three sources, again when the seats did not adopt it,
/// and now and then something extra for the year that runs. What is left of the year before goes on, or back.
/// </summary>
internal sealed class Budgets(Simulation simulation)
{
    private const string Desk = StuurgroepDesk.Address;
    private readonly Dictionary<string, (int Period, int Euros)> _proposed = new(StringComparer.Ordinal);

    public void Move()
    {
        simulation.PostOffice.On<ResolutionEffect.TellSecretary>(Hear);
        BeginYear(SettingsOfYear.First);
    }

    /// <summary>Next year's money is proposed in the first half of the year, before or after its rounds are announced.</summary>
    private void BeginYear(int year)
    {
        simulation.Within(TimeSpan.FromDays(5), Simulation.Year / 2, () => Propose(year + 1, simulation.Random.Next(300_000, 420_000)));
        simulation.Within(TimeSpan.FromDays(5), Simulation.Year, () =>
            simulation.IsClosing ? Task.CompletedTask : Propose(year, simulation.Random.Next(3_000, 30_000)));
        if (year > SettingsOfYear.First)
            simulation.Within(Simulation.Year / 2, Simulation.Year, () => simulation.IsClosing ? Task.CompletedTask : ProposeLeft(year - 1));
        simulation.At(simulation.Now + Simulation.Year, () =>
        {
            BeginYear(year + 1);
            return Task.CompletedTask;
        });
    }

    private async Task Propose(int period, int euros)
    {
        var page = "";
        var form = Sources(euros);
        form["periode"] = $"{period}";
        form["vast-bedrag"] = $"{simulation.Random.Next(0, 5_000)}";
        await new Press(simulation, $"staff propose € {euros} for {period}", async (process, command) =>
        {
            var answer = await process.AsStaff("anna").Post($"{Desk}/nieuw", form.With("opdracht", command));
            page = answer.Location;
            return answer;
        })
        {
            Accepted = () =>
            {
                _proposed[page.Split('/')[^1]] = (period, euros);
                simulation.Within(TimeSpan.FromHours(1), TimeSpan.FromDays(3), () => Put(page));
            },
        }.Deliver();
    }

    /// <summary>Where something is left; a few Smederijen give it back.</summary>
    private async Task ProposeLeft(int year)
    {
        var page = "";
        await new Press(simulation, $"staff propose what becomes of the money of {year}", async (process, command) =>
        {
            var form = new Dictionary<string, string> { ["jaar"] = $"{year}", ["naar-jaar"] = $"{year + 1}" };
            var answer = await process.AsStaff("anna").Post($"{Desk}/over", form.With("opdracht", command));
            page = answer.Location;
            return Ways.OfToday(answer);
        })
        {
            Accepted = () => simulation.Within(TimeSpan.FromHours(1), TimeSpan.FromDays(3), async () =>
            {
                if (!page.StartsWith(Desk, StringComparison.Ordinal))
                    return;
                var lines = (simulation.Watch.Resolutions[page.Split('/')[^1]].Resolution!.Subject as Subject.Remainder)!.Lines;
                await At(page, "keuzes", lines.ToDictionary(line => $"keuze-{line.Smederij}", _ => simulation.Chance(0.2) ? "GiveBack" : "CarryOver"));
                await At(page, "voorleggen", []);
                // The amounts may have changed; then staff look at them first.
                await At(page, "voorleggen", []);
            }),
        }.Deliver();
    }

    /// <summary>The municipality pays the most; the parts of the corporations have cents.</summary>
    private Dictionary<string, string> Sources(int euros)
    {
        var (woonconcept, domesta) = (euros / 5, euros / 10 + simulation.Random.Next(100) / 100m);
        return new Dictionary<string, string>
        {
            ["geldgever-1"] = "Gemeente",
            ["geld-1"] = Dutch(euros - woonconcept - domesta),
            ["geldgever-2"] = "Woonconcept",
            ["geld-2"] = Dutch(woonconcept),
            ["geldgever-3"] = "Domesta",
            ["geld-3"] = Dutch(domesta),
        };
    }

    private static string Dutch(decimal euros) => euros.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>Some lines are made anew first; some drafts are dropped, or taken back from the seats, and come again.</summary>
    private async Task Put(string page)
    {
        if (simulation.Chance(0.2))
            await At(page, "bedragen", form: new(Sources(_proposed[page.Split('/')[^1]].Euros)) { ["periode"] = $"{_proposed[page.Split('/')[^1]].Period}", ["vast-bedrag"] = "1.000", ["uitrekenen"] = "ja" });
        await At(page, "voorleggen", []);
        if (simulation.Chance(0.5))
            simulation.Within(TimeSpan.FromDays(20), TimeSpan.FromDays(60), () => simulation.HideATextOf(page));
        if (simulation.Chance(0.3))
            simulation.Within(TimeSpan.FromHours(1), TimeSpan.FromDays(5), () => At(page, "plaatsvervanger", new() { ["zetel"] = "domesta" }));
        if (!simulation.IsClosing && simulation.Chance(0.2))
            simulation.Within(TimeSpan.FromHours(1), TimeSpan.FromDays(4), () => At(page, "intrekken", new() { ["reden"] = "Er komt ander geld." }));
    }

    /// <summary>What was not adopted is proposed once more: the money of a year must reach its rounds.</summary>
    private async Task Hear(ReceivedOther mail)
    {
        var id = ResolutionKey.Of(mail.Item).Id;
        var state = simulation.Watch.Resolutions[id].Resolution!.State;
        if (state is ResolutionState.Open or ResolutionState.Draft or ResolutionState.Decided { Outcome: Voice.For }
            || !_proposed.Remove(id, out var again))
            return;
        simulation.Tally.DivisionsAgain++;
        await Propose(again.Period, again.Euros);
    }

    private Task At(string page, string action, Dictionary<string, string> form) => new Press(simulation, $"staff: {action} of a division", async (process, command) =>
        Ways.OfToday(await process.AsStaff("anna").Post($"{page}/{action}", form.With("opdracht", command)))).Deliver();
}
