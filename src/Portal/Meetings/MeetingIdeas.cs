using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Meetings;

/// <summary>
/// Tells each idea what the meeting decided about it: a step of its own per idea, under a command that follows from both, so what was done before
/// a crash answers as it did. An idea that cannot take it over stays as it is, and the meeting keeps why.
/// </summary>
public sealed class MeetingIdeas(MeetingItems meetings, IdeaItems ideas)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<MeetingIdeas, MeetingEffect.TellIdea>((x, key, tell, cancellation) => x.Tell(key, tell.Idea, cancellation)),
    ];

    /// <summary>What an idea hears of it.</summary>
    public static IdeaEvent.DecidedInMeeting EventOf(DateTimeOffset at, Meeting meeting, MeetingDecision decided) => new(
        at, decided.Version, meeting.On, decided.Advice, decided.Reason, meeting.Present, meeting.By, meeting.Other ?? "", decided.Theme);

    public async Task Tell(WorkKey key, string idea, CancellationToken cancellation)
    {
        if (await meetings.Load(key, cancellation) is not { Item: { Phase: MeetingPhase.Agreed } meeting }
            || meeting.Find(idea) is not { Told: false } decided)
            return;
        Refusal? why = await ideas.Handle(
            new IdeaKey(key.Smederij, idea), CommandId.From($"{key.Item}-{idea}"), at => EventOf(at, meeting, decided), cancellation: cancellation)
            switch
        {
            Outcome<Refusal>.Refused refused => refused.Reason,
            Outcome<Refusal>.Unknown => Refusal.IdeaHasEnded,
            _ => null,
        };
        await meetings.Handle(
            key, CommandId.From($"{key.Item}-{idea}-klaar"), at => new MeetingEvent.IdeaTold(at, idea, why), cancellation: cancellation);
    }
}
