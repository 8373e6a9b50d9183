using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>The last look: nobody began anything for years, everybody did what they were asked, and so everything has come to its end.</summary>
internal sealed class Reckoning(Simulation simulation)
{
    public async Task Check()
    {
        simulation.HandedIn.Check(simulation.Watch.Ideas);
        simulation.Promises.Check(simulation.Watch.Ideas);
        CheckEnds();
        foreach (var (key, idea) in simulation.Watch.Ideas)
        {
            if ((await simulation.Store.Get(key.Smederij, IdeaKeys.Idea(key.Id)))?.Read(IdeaJson.Default.StoredIdea) != idea.Stored)
                throw new Violation($"{key} is not what its commits made of it.");
        }
        CheckMails();
        CheckMeetings();
        await CheckHistory();
        await new CountedVotes(simulation).Check();
    }

    private void CheckEnds()
    {
        foreach (var (key, idea) in simulation.Watch.Ideas)
        {
            if (idea.Stored!.Item is { State: not IdeaState.Ended { Refund: null } } open)
                throw new Violation($"{key} never ends: {open}");
        }
        foreach (var (key, plan) in simulation.Watch.Plans)
        {
            if (plan.Stored!.Item is { State: not PlanState.Ended } open)
                throw new Violation($"{key} never ends: {open}");
        }
        foreach (var (key, meeting) in simulation.Watch.Meetings)
        {
            if (meeting.IsRunning)
                throw new Violation($"{key.Address} never ends: {meeting.Meeting}");
        }
        foreach (var (id, resolution) in simulation.Watch.Resolutions)
        {
            if (resolution.Resolution!.State is ResolutionState.Open { } open && open.NextDue < simulation.Now)
                throw new Violation($"Resolution {id} never ends.");
        }
        if (simulation.Watch.CallsWanted.Any())
            throw new Violation($"{simulation.Watch.CallsWanted.First()} was never called.");
        var asked = simulation.Tally.Events.GetValueOrDefault("HelpRequest Asked");
        if (asked < simulation.Promises.HelpAccepted || asked > simulation.Promises.HelpTried)
            throw new Violation($"{simulation.Promises.HelpAccepted} residents were told that they will be called, of {simulation.Promises.HelpTried}; {asked} were noted.");
    }

    /// <summary>The history of an idea tells of every meeting that decided about it, once.</summary>
    private void CheckMeetings()
    {
        var took = simulation.Watch.Meetings.SelectMany(one => one.Value.Took.Select(id => new IdeaKey(one.Key.Smederij, id))).CountBy(idea => idea)
            .ToDictionary();
        foreach (var (key, idea) in simulation.Watch.Ideas)
        {
            if (idea.Events.OfType<IdeaEvent.DecidedInMeeting>().Count() is var told && told != took.GetValueOrDefault(key))
                throw new Violation($"{took.GetValueOrDefault(key)} meetings decided about {key}, and its history tells of {told}.");
        }
    }

    /// <summary>
    /// Every mail about an idea that was decided went out, by mail or on paper, or waited for the daily mail of its reader, or nobody is left to
    /// read it.
    /// </summary>
    private void CheckMails()
    {
        foreach (var (id, (idea, mail)) in simulation.Watch.Mails.OfIdeas)
        {
            if (!simulation.Machine.Outbox.Has(id) && !simulation.Watch.Gathered.Contains(id)
                && !simulation.Machine.Logs.NobodyToMail.Contains((idea, mail.Kind))
                && !simulation.Watch.Ideas[idea].Events.OfType<IdeaEvent.SentByLetter>().Any(letter => letter.Mail == mail.Kind))
                throw new Violation($"Mail {mail.Kind} of {idea} ({id}) is lost.");
        }
    }

    /// <summary>The portal's own recount of the history finds nothing either.</summary>
    private async Task CheckHistory()
    {
        var report = default(LogReport);
        await simulation.Site.Visit(async process =>
        {
            report = await process.Get<LogVerifier>().Verify(default);
            return Actors.Ways.Said(200);
        });
        if (report is not { Broken: [], Lines: > 0 } || report.Logs["idee"] != simulation.Watch.Ideas.Count
            || report.Logs.GetValueOrDefault("plan") != simulation.Watch.Plans.Count
            || report.Logs.GetValueOrDefault("overleg") != simulation.Watch.Meetings.Count)
            throw new Violation($"The history does not hold: {report}");
    }
}
