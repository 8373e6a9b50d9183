using Smederijen.Domain.Calendar;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Meetings;
using Smederijen.Portal.Tests.Governing;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>
/// Wijkteams that meet and decide about several ideas at once. One of the staff enters it and another agrees; some find it wrong, some forget it
/// until it lapses, and two may enter the same meeting.
/// </summary>
internal sealed class Meetings(Simulation simulation, Wijkteam wijkteam)
{
    private static readonly string[] Staff = ["anna", "bert", "carin"];
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public void Move() => simulation.Often(4 * Day, Meet);

    /// <summary>The wijkteam that has the most to talk about meets, and seldom for one idea alone.</summary>
    private Task Meet()
    {
        var entered = simulation.Watch.Meetings.Values.Where(meeting => meeting.IsRunning)
            .SelectMany(meeting => meeting.Meeting!.Decisions.Select(decision => decision.Idea)).ToHashSet();
        var busiest = simulation.Watch.Ideas.Where(idea => idea.Value.Panel is not null && !entered.Contains(idea.Key.Id))
            .CountBy(idea => idea.Key.Smederij).OrderByDescending(team => team.Value).FirstOrDefault();
        return busiest.Value > 1 || (busiest.Value == 1 && simulation.Chance(0.3))
            ? Enter(busiest.Key, Staff[simulation.Random.Next(Staff.Length)]) : Task.CompletedTask;
    }

    /// <param name="again">One that was refused, to begin with what was typed then.</param>
    private async Task Enter(string smederij, string by, string again = "")
    {
        var page = MeetingDesk.AddressOf(smederij);
        if (await simulation.Site.Visit(process => process.AsStaff(by).Get($"{page}?{MeetingDesk.Again}={again}")) is not { Status: 200 } shown
            || shown.Form() is not { } form || !form.ContainsKey(MeetingForm.Day))
            return;
        if (again.Length == 0)
            Fill(form, simulation.File.Find(smederij)!);
        else
            form[MeetingForm.Present] = string.Join(',', simulation.Watch.Meetings[new MeetingKey(smederij, again)].Meeting!.Present);
        await Send(page, smederij, by, form);
        // A colleague who opened the page before that was in the same meeting.
        if (simulation.Chance(0.15))
            simulation.Within(TimeSpan.Zero, Day, () => Send(page, smederij, OtherThan(by), form));
    }

    /// <summary>Most members were there; about most ideas they decide, and the rest stays open.</summary>
    private void Fill(Dictionary<string, string> form, SmederijSettings smederij)
    {
        form[MeetingForm.Day] = $"{Amsterdam.DateOf(simulation.Now).AddDays(-simulation.Random.Next(5)):yyyy-MM-dd}";
        form[MeetingForm.Present] = string.Join(',', smederij.Wijkteam.Members.Where(_ => simulation.Chance(0.85)).Select(member => member.Id));
        foreach (var (idea, _) in simulation.Watch.Ideas)
        {
            if (idea.Smederij != smederij.Id || !form.ContainsKey(MeetingForm.DecisionOf(idea.Id)) || simulation.Chance(0.1))
                continue;
            form[MeetingForm.DecisionOf(idea.Id)] = wijkteam.TogetherOn(idea);
            form[MeetingForm.ReasonOf(idea.Id)] = $"Reden {simulation.Random.NextInt64():x}";
        }
    }

    private Task Send(string page, string smederij, string by, Dictionary<string, string> form)
    {
        var meeting = "";
        return new Press(simulation, $"{by} enters what a meeting of {smederij} decided", async (process, command) =>
        {
            var answer = await process.AsStaff(by).Post(page, form.With("opdracht", command));
            meeting = answer.Location;
            return Ways.OfToday(answer);
        })
        { Accepted = () => Wait(meeting, smederij, by) }.Deliver();
    }

    /// <summary>What becomes of it: nobody agrees with themselves, whatever they press.</summary>
    private void Wait(string meeting, string smederij, string by)
    {
        if (simulation.Chance(0.1))
            simulation.Within(TimeSpan.Zero, 2 * Day, () => Answer(by, meeting, "akkoord"));
        if (simulation.Chance(0.04))
            simulation.Within(TimeSpan.Zero, 3 * Day, () => Answer(by, meeting, "weggooien"));
        var other = OtherThan(by);
        if (simulation.Willing(0.8))
            simulation.Within(Minute, 6 * Day, () => Answer(other, meeting, "akkoord", () => TakeBack(smederij, meeting)));
        if (simulation.Chance(0.15))
            simulation.Within(Minute, 6 * Day, () => Answer(other, meeting, "weigeren", () =>
            {
                if (!simulation.IsClosing)
                    simulation.Within(Minute, 2 * Day, () => Enter(smederij, by, meeting.Split('/')[^1]));
            }));
    }

    /// <summary>Somebody who was there reads what stands in their name, and it was not like that.</summary>
    private void TakeBack(string smederij, string meeting)
    {
        var decided = simulation.Watch.Meetings[new MeetingKey(smederij, meeting.Split('/')[^1])].Meeting!;
        foreach (var decision in decided.Decisions)
        {
            if (decision.Advice is Advice.NotSuitable && simulation.Chance(0.3))
                simulation.Within(Minute, 9 * Minute, () => wijkteam.TakeBack(
                    new IdeaKey(smederij, decision.Idea), decided.Present[simulation.Random.Next(decided.Present.Length)]));
        }
    }

    private Task Answer(string by, string meeting, string action, Action? accepted = null) =>
        new Press(simulation, $"{by}: {action} of a meeting", async (process, command) => Ways.OfToday(await process.AsStaff(by).Post(
            $"{meeting}/{action}", new { reden = "Dit is niet wat wij besloten." }.With("opdracht", command))))
        { Accepted = accepted }.Deliver();

    private string OtherThan(string name) => Staff[(Array.IndexOf(Staff, name) + simulation.Random.Next(1, Staff.Length)) % Staff.Length];
}
