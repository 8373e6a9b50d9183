using Smederijen.Portal.Stuurgroep.Mailing;
using Smederijen.Portal.Stuurgroep.Reading;

namespace Smederijen.Portal.Stuurgroep.Speaking;

/// <summary>
/// The holder or the deputy of a seat votes from the link in the mail, or declares an interest. Opening the link changes
/// nothing and nothing is chosen beforehand; afterwards the page tells what stands.
/// </summary>
public sealed class SpeakForSeat(OpenedLinks links, ResolutionItems resolutions, SettingsBook settings, RequestLimits limits)
{
    public const string Choice = "keuze";
    public const string Reason = "reden";
    private const string OwnInterest = "eigen-belang";
    private const int MaxReason = 1000;

    public Task<IResult> Show(HttpContext http) =>
        Enter(http, (linked, resolution) => Task.FromResult<IResult>(Page(linked, resolution, Typed.For(http), 200)));

    public Task<IResult> Post(HttpContext http) => Enter(http, async (linked, resolution) =>
    {
        if (await limits.Count(Limit.StepPerAddress, RequestLimits.AddressOf(http), http.RequestAborted) is { } wait)
            return Failures.TooMany(http, wait);
        var typed = await Typed.Read(http);
        if (Happening(typed, linked, resolution) is not { } happening)
            return Page(linked, resolution, typed, 400);
        var outcome = await resolutions.Handle(new ResolutionKey(resolution.Id), typed.Pressed, happening);
        return outcome is Outcome<ResolutionRefusal>.Refused refused && await resolutions.Find(resolution.Id, http.RequestAborted) is { } now
            ? Page(linked, now, typed, 409, ResolutionTexts.Refused(refused.Reason))
            : new SeeOther(linked.Here);
    });

    /// <summary>Null when something is missing; the errors say what.</summary>
    private static Func<DateTimeOffset, ResolutionEvent>? Happening(Typed typed, LinkedSeat linked, Resolution resolution)
    {
        var reason = typed.Text(Reason, MaxReason, null);
        if (typed.Raw(Choice) == OwnInterest)
            return typed.Errors.Any ? null : at => new ResolutionEvent.ConflictDeclared(at, linked.Seat, linked.Deputy);
        if (Voices(resolution.Subject).FirstOrDefault(voice => $"{voice}" == typed.Raw(Choice), (Voice)(-1)) is var voice && !Enum.IsDefined(voice))
            typed.Errors.Add(Choice, "Kies een van de antwoorden.");
        else if (ResolutionDecider.NeedsReason(voice) && reason.Length == 0)
            typed.Errors.Add(Reason, ResolutionTexts.Refused(ResolutionRefusal.ReasonMissing));
        return typed.Errors.Any ? null : at =>
            new ResolutionEvent.VoiceGiven(at, linked.Seat, linked.Deputy, voice, reason.Length == 0 ? null : reason);
    }

    private async Task<IResult> Enter(HttpContext http, Func<LinkedSeat, Resolution, Task<IResult>> inside)
    {
        if (links.Find(http, LinkPurpose.Seat) is not ReadLink.Valid valid)
            return LinkPages.Unusable(links.Find(http, LinkPurpose.Seat));
        var (seat, deputy) = SeatPerson.Read(valid.Link.Person);
        if (ResolutionMail.ContactOf(settings.Stuurgroep, seat, deputy) is not { } holder
            || !await settings.StillHolds(Partitions.Stuurgroep, holder, valid.Link.Holder, http.RequestAborted))
            return Failures.Answer(http, 410, "Deze link werkt niet meer: iemand anders heeft nu deze zetel. Klopt dit niet? Mail de secretaris van de stuurgroep.");
        return await resolutions.Find(valid.Link.Idea, http.RequestAborted) is { } resolution
            ? await inside(new LinkedSeat(seat, deputy, $"/{valid.Link.Page}/{valid.Reference}"), resolution)
            : Failures.NotFound(http, "Dit voorstel bestaat niet meer. Vragen? Mail de secretaris van de stuurgroep.");
    }

    private PageOf<SeatPage> Page(LinkedSeat linked, Resolution resolution, Typed typed, int status, string? problem = null) =>
        new(new SeatModel(linked, new ResolutionModel(resolution, settings.NameOf), typed, problem), status);

    internal static ImmutableArray<Voice> Voices(Subject subject) => subject.Choices.Add(Voice.Abstain);

    internal static IReadOnlyList<Forms.Choice> Choices(Subject subject) =>
    [
        .. Voices(subject).Select(voice => new Forms.Choice($"{voice}", ResolutionTexts.Choice(voice))),
        new Forms.Choice(OwnInterest, "Ik stem niet mee: ik heb zelf belang bij dit besluit"),
    ];
}

/// <summary>Who holds the link. <paramref name="Here"/> is the address of the page.</summary>
public sealed record LinkedSeat(string Seat, bool Deputy, string Here);

/// <param name="Problem">Why the last press of the button changed nothing.</param>
public sealed record SeatModel(LinkedSeat Linked, ResolutionModel About, Typed Typed, string? Problem)
{
    /// <summary>The seat in this resolution; null when it does not take part.</summary>
    public SittingSeat? Seat => About.Resolution.State.Heard?.Find(Linked.Seat);

    public ResolutionState.Open? Open => About.Resolution.State is ResolutionState.Open open && Seat is { IsWaiting: true } ? open : null;
}
