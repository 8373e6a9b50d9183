using Smederijen.Domain.Calendar;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Ideas;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>
/// A place as its commits built it up: whether who holds it chose one mail a day, and what those mails told. Every working morning is one moment,
/// so nothing that waits stays untold for longer than that.
/// </summary>
internal sealed class FollowedPlace(PlaceKey key)
{
    private static readonly TimeOnly Hour = new(8, 0);

    private readonly Dictionary<string, IReadOnlyList<(IdeaKey Idea, int Version)>> _told = new(StringComparer.Ordinal);

    private DateTimeOffset? _mailed;

    public Place? Place { get; private set; }

    public bool IsDaily => Place?.Daily is not null;

    /// <summary>The ideas that a mail told of, in the order of its lines.</summary>
    public IReadOnlyList<(IdeaKey Idea, int Version)> ToldIn(string mail) => _told[mail];

    /// <summary>Only who holds the place chooses, and what they chose stays until they choose otherwise or somebody follows them.</summary>
    public void Became(Place place, PlaceEvent? logged, DateTimeOffset now)
    {
        var chosen = (logged as PlaceEvent.MailChosen)?.Daily;
        var kept = place.HeldSince == Place?.HeldSince && IsDaily;
        if (chosen is not null && chosen == IsDaily)
            throw new Violation($"Who holds {key.Id} chose the mail that they had.");
        if (place.Daily is not null != (chosen ?? kept))
            throw new Violation($"Who holds {key.Id} chose {(place.Daily is null ? "one mail a day, and does not get it" : "nothing, and gets one mail a day")}.");
        if (place.Daily is { Next: var next } && next != Place?.Daily?.Next && next != MorningAfter(now))
            throw new Violation($"{key.Id} waits at {now:u} for the mail of {next:u}, which is not the next working morning.");
        Place = place;
    }

    /// <summary>A mail was decided: one for each working morning at most.</summary>
    public void Mailed(PlaceEffect.SendWaiting send, DateTimeOffset now)
    {
        if (send.IsLast)
            return;
        if (send.Moment > now || send.Moment <= _mailed || send.Moment != MorningAfter(send.Moment.AddTicks(-1)))
            throw new Violation($"{key.Id} gets a mail for {send.Moment:u} at {now:u}, after that for {_mailed:u}.");
        _mailed = send.Moment;
    }

    /// <summary>A mail goes out: it is not overtaken, and tells of everything that waits.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="waiting">Everything that waits for the advice of who holds the place.</param>
    public void Told(PlaceEffect.SendWaiting send, string mail, string text, IReadOnlyList<FollowedIdea> waiting)
    {
        if (!Counts(send))
            throw new Violation($"{key.Id} gets the mail for {send.Moment:u}, which was overtaken.");
        var lines = DailyLines.In(text).ToList();
        var told = lines.Select(line => waiting.FirstOrDefault(idea => idea.Stored!.Title == line.Title)).ToList();
        if (lines.Count != waiting.Count || told.OfType<FollowedIdea>().Distinct().Count() != waiting.Count(idea => idea.Stored!.Published))
            throw new Violation($"{waiting.Count} ideas wait for {key.Id}, and the mail tells of {string.Join(", ", lines.Select(line => line.Title))}.");
        _told[mail] = [.. told.Select(idea => idea is null ? default : (idea.Key, idea.Panel!.Version))];
    }

    /// <summary>A mail was decided and did not go out: it was overtaken, or nothing waited.</summary>
    public void NotSent(PlaceEffect.SendWaiting send, IReadOnlyList<FollowedIdea> waiting)
    {
        if (Counts(send) && waiting.FirstOrDefault(idea => send.IsLast || idea.Stored!.Item.PausedAt is null) is { } forgotten)
            throw new Violation($"{forgotten.Key} waits for {key.Id}, and the mail for {send.Moment:u} did not go out.");
    }

    private bool Counts(PlaceEffect.SendWaiting send) => Place is { } place && place.HeldSince == send.Since
        && (send.IsLast ? place.Daily is null : place.Daily?.Latest == send.Moment);

    /// <summary>As a person with a calendar finds it.</summary>
    private static DateTimeOffset MorningAfter(DateTimeOffset instant)
    {
        for (var day = Amsterdam.DateOf(instant); ; day = day.AddDays(1))
            if (WorkingDays.IsWorkingDay(day) && Amsterdam.At(day, Hour) is var morning && morning > instant)
                return morning;
    }
}
