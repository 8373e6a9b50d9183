using System.Text.Json.Nodes;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Http;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests.Governing;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>
/// Two functional administrators, who do nothing alone that takes two: they open the years, change a rule now and then, say who takes the place of
/// somebody who leaves, and merge two Smederijen.
/// </summary>
internal sealed class Governors(Simulation simulation, People people)
{
    private const string Drafts = ImportDesk.DraftsAddress;
    private const string One = "fatima";
    private const string Other = "gijs";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private bool _merged;

    public void Move()
    {
        for (var year = 0; year < simulation.AllYears; year++)
        {
            var period = SettingsOfYear.First + year + 1;
            simulation.At(simulation.Now + (year + 0.3 + 0.5 * simulation.Random.NextDouble()) * Simulation.Year, () => Open(period));
        }
        simulation.Often(30 * Day, ChangeARule);
        simulation.Often(12 * Day, ReplaceAReviewer);
        simulation.Often(25 * Day, ReplaceASeat);
        simulation.Within(Simulation.Year, 2 * Simulation.Year, Merge);
        simulation.Within(Day, 30 * Day, StopWhatIsStranded);
    }

    /// <summary>Again and again until every Smederij has its round; what failed halfway is agreed on or thrown away first.</summary>
    private async Task Open(int period)
    {
        if (simulation.File.Open.All(smederij => IsOpened(smederij.Id, period)))
            return;
        await Tidy();
        await Import(period);
        await Tidy();
        var page = $"{YearDesk.Address}?{YearDesk.Year}={period}";
        await Press($"an administrator opens {period}", One, page, YearDesk.Address, form => form[SettingsDesk.Reason] = "Het nieuwe jaar.");
        await Press($"another agrees on {period}", Other, page, $"{YearDesk.Address}/vaststellen");
        simulation.Within(Day, 6 * Day, () => Open(period));
    }

    private bool IsOpened(string smederij, int period) =>
        simulation.File.Last(smederij) is { } last && string.CompareOrdinal(last.Round.Period, $"{period}") >= 0;

    /// <summary>The seats of the stuurgroep get new terms, from a file.</summary>
    private Task Import(int period)
    {
        var file = new JsonObject
        {
            ["schema"] = "smederijen-instellingen-1",
            [SettingsKeys.Stuurgroep] = JsonNode.Parse(SettingsDocument.Of(SettingsOfYear.Of(period).Stuurgroep with { Version = 0 }).Json),
        };
        return Press($"an administrator brings in the seats of {period}", One, ImportDesk.Address, ImportDesk.Address, form =>
        {
            form[ImportDesk.TextField] = file.ToJsonString();
            form[SettingsDesk.Reason] = "Nieuwe termijnen.";
        });
    }

    /// <summary>Both agree on what lies there as far as they may; what nobody can agree on any more is thrown away.</summary>
    private async Task Tidy()
    {
        foreach (var who in (string[])[Other, One])
            if (simulation.File.Drafted.Count > 0)
                await Press("an administrator agrees on what lies there", who, Drafts, Drafts);
        foreach (var document in simulation.File.Drafted)
            await Press("an administrator throws a draft away", One, SettingsDesk.AddressOf(document), $"{SettingsDesk.AddressOf(document)}/weggooien");
    }

    /// <summary>A threshold a little lower or higher. What was agreed on for a later day is in the way, and is taken back now and then.</summary>
    private async Task ChangeARule()
    {
        var open = simulation.File.Open;
        var smederij = open[simulation.Random.Next(open.Count)];
        var page = SettingsDesk.AddressOf(smederij.Id);
        if (simulation.File.IsComing(smederij.Id) && simulation.Chance(0.3))
        {
            var period = int.Parse(simulation.File.Last(smederij.Id)!.Round.Period, System.Globalization.CultureInfo.InvariantCulture);
            foreach (var who in (string[])[One, Other])
                await Press("an administrator takes a change back", who, page, $"{page}/intrekken", form => form[SettingsDesk.Reason] = "Dit klopt niet.");
            simulation.Within(Day, 10 * Day, () => Open(period));
            return;
        }
        var threshold = Math.Max(2, smederij.SupportThreshold + (simulation.Chance(0.5) ? 1 : -1));
        await Press("an administrator changes a threshold", One, $"{page}/wijzigen", $"{page}/wijzigen", form =>
        {
            form["supportThreshold"] = $"{threshold}";
            form[SettingsDesk.Reason] = "Dat past beter.";
        });
        simulation.Within(TimeSpan.FromHours(1), 3 * Day, () =>
            Press("an administrator agrees on a change", simulation.Chance(0.5) ? One : Other, page, $"{page}/vaststellen"));
    }

    /// <summary>In the middle of a review, somebody of the wijkteam is followed by somebody else.</summary>
    private Task ReplaceAReviewer()
    {
        var reviews = simulation.Watch.Ideas.Where(idea => idea.Value.Stored?.Item.State is IdeaState.InReview).Select(idea => idea.Key).ToList();
        if (reviews.Count == 0)
            return Task.CompletedTask;
        var smederij = simulation.File.Find(reviews[simulation.Random.Next(reviews.Count)].Smederij)!;
        return Replace(smederij, new PlaceKey(smederij.Id, smederij.Wijkteam.Members[simulation.Random.Next(smederij.Wijkteam.Members.Length)].Id));
    }

    /// <summary>While the stuurgroep is asked something, somebody else takes a seat, or the place of a deputy.</summary>
    private Task ReplaceASeat()
    {
        if (!simulation.Watch.Resolutions.Values.Any(resolution => resolution.Resolution?.State is ResolutionState.Open))
            return Task.CompletedTask;
        var seats = simulation.File.Stuurgroep.Seats;
        var seat = seats[simulation.Random.Next(seats.Length)];
        return Replace(
            simulation.File.Open[0],
            new PlaceKey(Portal.Storage.Partitions.Stuurgroep, seat.Deputy is { } deputy && simulation.Chance(0.2) ? deputy : seat.Holder));
    }

    private async Task Replace(SmederijSettings near, PlaceKey place)
    {
        var (person, page) = (people.In(near), PeopleDesk.AddressOf(place));
        await Press("an administrator proposes somebody for a place", One, page, page, form =>
        {
            (form["naam"], form["email"], form["telefoon"]) = (person.Name, person.Email, "");
            (form["openbaar"], form["iemand-anders"]) = ("nee", "ja");
        });
        simulation.Within(TimeSpan.FromHours(1), 2 * Day, () => Press("another agrees on somebody for a place", Other, page, $"{page}/vaststellen"));
    }

    /// <summary>Once in a run two Smederijen become one, whatever runs in them; during a vote they have to wait.</summary>
    private async Task Merge()
    {
        if (_merged || simulation.IsClosing)
            return;
        var open = simulation.File.Open;
        var (closes, heir) = (open[simulation.Random.Next(open.Count)].Id, open[simulation.Random.Next(open.Count)].Id);
        if (closes != heir && simulation.Watch.Ideas.Any(idea => idea.Key.Smederij == closes && idea.Value.Stored?.Item.State is not IdeaState.Ended))
        {
            await Tidy();
            await Press($"an administrator lets {closes} go into {heir}", One, ClosingDesk.Address, ClosingDesk.Address, form =>
            {
                (form[ClosingDesk.Closes], form[ClosingDesk.First], form[SettingsDesk.Reason]) = (closes, heir, "Samen sterker.");
            });
            await Tidy();
        }
        _merged = simulation.File.Smederijen.Any(smederij => smederij.Closed);
        if (_merged)
            simulation.Tally.Merges++;
        simulation.Within(5 * Day, 20 * Day, Merge);
    }

    /// <summary>Where no round follows any more, staff stop the ideas that wait for one.</summary>
    private async Task StopWhatIsStranded()
    {
        foreach (var (key, idea) in simulation.Watch.Ideas.ToList())
        {
            if (idea.Stored?.Item.State is IdeaState.Suitable { InRound: null } && simulation.File.Find(key.Smederij) is { Closed: true } closed
                && simulation.Watch.PhaseOf(new RoundKey(key.Smederij, closed.Round.Period)) is not RoundPhase.Open)
            {
                await new Press(simulation, "staff: stop what waits for no round", (process, command) => process.AsStaff(
                    "anna", key, "stoppen", new { zeker = "ja", reden = "De Smederij is opgeheven." }.With("opdracht", command))).Deliver();
            }
        }
        simulation.Within(20 * Day, 30 * Day, StopWhatIsStranded);
    }

    /// <summary>Opens a page, and posts its form as it stands there, with some fields filled in.</summary>
    private Task Press(string what, string who, string page, string action, Action<Dictionary<string, string>>? fill = null) =>
        new Press(simulation, what, async (process, command) =>
        {
            var browser = process.NewBrowser(new StaffMember(who, who, new HashSet<string> { StaffRoles.Beheerder }));
            var shown = await browser.Get(page);
            if (shown.Status != 200)
                return shown;
            var form = shown.Form();
            fill?.Invoke(form);
            return Ways.OfToday(await browser.Post(action, form.With("opdracht", command)));
        }).Deliver();
}
