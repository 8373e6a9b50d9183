using System.Text.Json.Serialization.Metadata;

namespace Smederijen.Portal.Stuurgroep;

/// <summary>Resolutions of the stuurgroep, as the pipeline knows them.</summary>
public static class ResolutionKind
{
    public static KindFacts Facts { get; } = new()
    {
        Prefix = ResolutionKey.Prefix,
        Name = "besluit",
        Effects = new(StuurgroepJson.Default.ResolutionEffect, Under: "besluit"),
        Starts = ["besluit|", "lijst|"],
        Typed = ["reason"],
        Holds = Holds,
    };

    public static Kind<Resolution, ResolutionEvent, ResolutionEffect, ResolutionRefusal, StuurgroepSettings> Of(SettingsBook settings) => new()
    {
        Facts = Facts,
        Row = ResolutionJson.Default.StoredResolution,
        Event = StuurgroepJson.Default.ResolutionEvent,
        Phase = resolution => resolution.State.Phase,
        Revision = resolution => resolution.Revision,
        Due = resolution => resolution.NextDue,
        At = e => e.At,
        TimePassed = at => new ResolutionEvent.MomentCame(at),
        SentOnPaper = (at, post) => new ResolutionEvent.SentByLetter(at, post.By, post.Reason),
        Know = (_, _, _, _) => ValueTask.FromResult(settings.Stuurgroep),
        Decide = ResolutionDecider.Decide,
        Lists = (_, stored, _) => new([
            new Listed(
                ResolutionKeys.Listed(stored.Item.Id), Rows.Write(ResolutionSummary.Of(stored.Item), ResolutionJson.Default.ResolutionSummary))]),
    };

    /// <summary>The resolution with an id from outside, as it is now; null when there is none, or the id cannot be one.</summary>
    public static async ValueTask<Resolution?> Find(this ResolutionItems resolutions, string id, CancellationToken cancellation = default) =>
        ItemId.IsValid(id) ? (await resolutions.Load(new ResolutionKey(id), cancellation))?.Item : null;

    /// <summary>Begins the draft of a division. Its id comes back as the result, also when the same command comes again.</summary>
    public static Task<Outcome<ResolutionRefusal>> Draft(
        this ResolutionItems resolutions, StuurgroepSettings rules, string id, CommandId command, string by, Subject.Allotment proposal,
        CancellationToken cancellation = default) => resolutions.Ensure(new ResolutionKey(id), command, "", at =>
        {
            var e = new ResolutionEvent.Drafted(at, by, proposal);
            return new(e, rules, ResolutionDecider.Start(id, e));
        }, cancellation: cancellation);

    /// <summary>The same for a proposal about what is left of a period.</summary>
    public static Task<Outcome<ResolutionRefusal>> Draft(
        this ResolutionItems resolutions, StuurgroepSettings rules, string id, CommandId command, string by, Subject.Remainder proposal,
        CancellationToken cancellation = default) => resolutions.Ensure(new ResolutionKey(id), command, "", at =>
        {
            var e = new ResolutionEvent.RemainderDrafted(at, by, proposal);
            return new(e, rules, ResolutionDecider.Start(id, e));
        }, cancellation: cancellation);

    /// <summary>
    /// Puts a decision moment of a long plan to the seats at once. The outcome comes back by <see cref="ResolutionEffect.TellPlan"/>.
    /// </summary>
    /// <param name="command">The same for the same moment, so that asking twice makes one resolution; the result is its id.</param>
    public static Task<Outcome<ResolutionRefusal>> Ask(
        this ResolutionItems resolutions, StuurgroepSettings rules, string id, CommandId command, Subject.PlanMoment moment,
        CancellationToken cancellation = default) => resolutions.Ensure(new ResolutionKey(id), command, "", at =>
        {
            var e = new ResolutionEvent.MomentAsked(at, moment);
            return new(e, rules, ResolutionDecider.Start(id, e, rules));
        }, cancellation: cancellation);

    private static JsonTypeInfo? Holds(string[] key) => key switch
    {
        ["besluit", _] => ResolutionJson.Default.StoredResolution,
        ["besluit", _, "log", _] => ResolutionJson.Default.ResolutionLogLine,
        ["lijst", _] => ResolutionJson.Default.ResolutionSummary,
        _ => null,
    };
}
