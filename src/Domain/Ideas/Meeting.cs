using Smederijen.Domain.Settings;
using static Smederijen.Domain.Decision<
    Smederijen.Domain.Ideas.Meeting, Smederijen.Domain.Ideas.MeetingEffect, Smederijen.Domain.Ideas.MeetingRefusal>;
using static Smederijen.Domain.Ideas.MeetingEvent;
using static Smederijen.Domain.Ideas.MeetingRefusal;

namespace Smederijen.Domain.Ideas;

/// <summary>
/// What a wijkteam decided in one meeting about several ideas. One of the staff enters it; nothing happens to an idea until another agrees, and
/// then each idea decides for itself whether it still can.
/// </summary>
/// <param name="On">The day on which they met.</param>
/// <param name="Present">The seats of who was there.</param>
/// <param name="By">Who entered it.</param>
/// <param name="Other">Who agreed, or refused; null as long as nobody did.</param>
/// <param name="Reason">Why it was refused; null when it was not.</param>
/// <param name="Until">
/// When it lapses, as long as nobody answered; after that, when its texts go away. Null when there is nothing left that could.
/// </param>
public sealed record Meeting(
    string Id, MeetingPhase Phase, DateOnly On, ImmutableArray<string> Present, ImmutableArray<MeetingDecision> Decisions, string By,
    DateTimeOffset At, string? Other = null, string? Reason = null, DateTimeOffset? Until = null, int Revision = 0)
{
    /// <summary>How long it waits for a second person, and how long what was typed stays after that where nothing came of it.</summary>
    public const int DaysToAgree = 30;

    /// <summary>More ideas than this are entered in parts: one commit holds a step for each of them.</summary>
    public const int MostIdeas = 50;

    /// <summary>Nobody entered it yet.</summary>
    public static Meeting Empty(string id) => new(id, MeetingPhase.Proposed, default, [], [], "", default);

    /// <summary>Whether this account entered it, whatever roles it has.</summary>
    public bool IsOf(string account) => Accounts.AreSame(By, account);

    public MeetingDecision? Find(string idea) => Decisions.FirstOrDefault(decision => decision.Idea == idea);
}

/// <summary>How far the decisions of a meeting are.</summary>
public enum MeetingPhase
{
    /// <summary>Waits for a second person.</summary>
    Proposed,

    /// <summary>Agreed on: the ideas are being told.</summary>
    Agreed,

    /// <summary>Every idea was told.</summary>
    Done,

    /// <summary>The second person refused.</summary>
    TurnedDown,

    /// <summary>Who entered it threw it away.</summary>
    Dropped,

    /// <summary>Nobody answered in time.</summary>
    Lapsed,
}

/// <summary>What was decided about one idea.</summary>
/// <param name="Version">The version of its review that whoever entered it looked at.</param>
/// <param name="Reason">As of a single advice; null again once it is not needed here any more.</param>
/// <param name="Told">Whether the idea was told.</param>
/// <param name="Why">Why the idea did not take it over; null when it did, and before it was told.</param>
public sealed record MeetingDecision(
    string Idea, int Version, Advice Advice, string? Reason = null, string? Theme = null, bool Told = false, Refusal? Why = null);

/// <summary>Something that happened to the decisions of a meeting. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "wat")]
[JsonDerivedType(typeof(Proposed), "voorgesteld")]
[JsonDerivedType(typeof(Dropped), "weggedaan")]
[JsonDerivedType(typeof(TurnedDown), "geweigerd")]
[JsonDerivedType(typeof(Agreed), "akkoord")]
[JsonDerivedType(typeof(IdeaTold), "idee-klaar")]
[JsonDerivedType(typeof(MomentCame), "moment-gekomen")]
public abstract record MeetingEvent
{
    private MeetingEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }

    public sealed record Proposed(
        DateTimeOffset At, string By, DateOnly On, ImmutableArray<string> Present, ImmutableArray<MeetingDecision> Decisions) : MeetingEvent(At);

    public sealed record Dropped(DateTimeOffset At, string By) : MeetingEvent(At);

    public sealed record TurnedDown(DateTimeOffset At, string By, string Reason) : MeetingEvent(At);

    public sealed record Agreed(DateTimeOffset At, string By) : MeetingEvent(At);

    /// <summary>An idea answered.</summary>
    /// <param name="Why">Why it did not take the decision over; null when it did.</param>
    public sealed record IdeaTold(DateTimeOffset At, string Idea, Refusal? Why = null) : MeetingEvent(At);

    public sealed record MomentCame(DateTimeOffset At) : MeetingEvent(At);
}

/// <summary>What follows from the decisions of a meeting. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(TellIdea), "vertel-idee")]
public abstract record MeetingEffect : Effect
{
    private MeetingEffect() { }

    /// <summary>Let one idea take over what was decided about it, once.</summary>
    public sealed record TellIdea(string Idea) : MeetingEffect;
}

/// <summary>Why something cannot happen to the decisions of a meeting. The portal has a sentence for each.</summary>
public enum MeetingRefusal
{
    /// <summary>Whoever entered it cannot answer it as well.</summary>
    NeedsAnother,

    /// <summary>Only who entered it throws it away; another one refuses.</summary>
    NotYours,

    /// <summary>It was answered, thrown away or too late before.</summary>
    IsOver,
    ReasonMissing,
}

/// <summary>The whole judgement over the decisions of a meeting.</summary>
public static class MeetingDecider
{
    public static MeetingAnswer Decide(Meeting meeting, MeetingEvent e) => (meeting.Phase, e) switch
    {
        (_, Proposed) when meeting.Revision > 0 => AlreadySo.Instance,
        (_, Proposed p) => Enter(meeting, p),

        (MeetingPhase.Dropped, Dropped) => AlreadySo.Instance,
        (MeetingPhase.Proposed or MeetingPhase.TurnedDown, Dropped d) => meeting.IsOf(d.By)
            ? new Accepted(WithoutTexts(meeting) with { Phase = MeetingPhase.Dropped }, []) : new Refused(NotYours),

        (MeetingPhase.Proposed, TurnedDown t) when meeting.IsOf(t.By) => new Refused(NeedsAnother),
        (MeetingPhase.Proposed, TurnedDown t) => string.IsNullOrWhiteSpace(t.Reason) ? new Refused(ReasonMissing) : TurnDown(meeting, t),
        (MeetingPhase.TurnedDown, TurnedDown t) when t.By == meeting.Other => AlreadySo.Instance,

        (MeetingPhase.Proposed, Agreed a) => meeting.IsOf(a.By) ? new Refused(NeedsAnother) : Agree(meeting, a),
        (MeetingPhase.Agreed or MeetingPhase.Done, Agreed a) when a.By == meeting.Other => AlreadySo.Instance,
        (_, Dropped or TurnedDown or Agreed) => new Refused(IsOver),

        (MeetingPhase.Agreed, IdeaTold t) when meeting.Find(t.Idea) is { Told: false } => Tell(meeting, t),
        (_, IdeaTold) => AlreadySo.Instance,

        (_, MomentCame) when meeting.Until is not { } until || e.At < until => AlreadySo.Instance,
        (MeetingPhase.Proposed, MomentCame) => new Accepted(WithoutTexts(meeting) with { Phase = MeetingPhase.Lapsed }, []),
        (_, MomentCame) => new Accepted(WithoutTexts(meeting), []),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The decider does not know this event."),
    };

    private static MeetingAnswer Enter(Meeting meeting, Proposed p) => new Accepted(
        Next(meeting) with
        {
            On = p.On,
            Present = p.Present,
            Decisions = p.Decisions,
            By = p.By,
            At = p.At,
            Until = Terms.DaysAfter(p.At, Meeting.DaysToAgree),
        }, []);

    private static MeetingAnswer TurnDown(Meeting meeting, TurnedDown t) => new Accepted(
        Next(meeting) with
        {
            Phase = MeetingPhase.TurnedDown,
            Other = t.By,
            Reason = t.Reason,
            Until = Terms.DaysAfter(t.At, Meeting.DaysToAgree),
        }, []);

    private static MeetingAnswer Agree(Meeting meeting, Agreed a) => new Accepted(
        Next(meeting) with { Phase = MeetingPhase.Agreed, Other = a.By, Until = null },
        [.. meeting.Decisions.Select(decision => new MeetingEffect.TellIdea(decision.Idea))]);

    /// <summary>With the last answer it is done. What the ideas took over stands with them; the rest stays for who wants to enter it anew.</summary>
    private static MeetingAnswer Tell(Meeting meeting, IdeaTold t)
    {
        var told = Next(meeting) with
        {
            Decisions = [.. meeting.Decisions.Select(decision => decision.Idea == t.Idea ? decision with { Told = true, Why = t.Why } : decision)],
        };
        return new Accepted(
            told.Decisions.Any(decision => !decision.Told) ? told : told with
            {
                Phase = MeetingPhase.Done,
                Decisions = [.. told.Decisions.Select(decision => decision.Why is null ? decision with { Reason = null } : decision)],
                Until = told.Decisions.Any(decision => decision is { Why: not null, Reason: not null })
                    ? Terms.DaysAfter(t.At, Meeting.DaysToAgree) : null,
            }, []);
    }

    private static Meeting WithoutTexts(Meeting meeting) => Next(meeting) with
    {
        Decisions = [.. meeting.Decisions.Select(decision => decision with { Reason = null })],
        Reason = null,
        Until = null,
    };

    private static Meeting Next(Meeting meeting) => meeting with { Revision = meeting.Revision + 1 };
}

/// <summary>How it is written down.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(Meeting))]
[JsonSerializable(typeof(MeetingEvent))]
[JsonSerializable(typeof(MeetingEffect))]
public sealed partial class MeetingJson : JsonSerializerContext;
