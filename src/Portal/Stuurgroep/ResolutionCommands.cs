using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Watching;
using Smederijen.Portal.Work;
using Judged = Smederijen.Portal.Work.Judgement<Smederijen.Domain.Stuurgroep.Resolution, Smederijen.Domain.Stuurgroep.ResolutionEvent, Smederijen.Domain.Stuurgroep.ResolutionEffect, Smederijen.Domain.Stuurgroep.ResolutionRefusal, Smederijen.Domain.Stuurgroep.StuurgroepSettings>;

namespace Smederijen.Portal.Stuurgroep;

/// <summary>The one way to change a resolution.</summary>
public sealed class ResolutionCommands
{
    private readonly IEntityStore store;
    private readonly SettingsBook settings;
    private readonly UnreadableRows unreadable;
    private readonly TimeProvider clock;
    private readonly Items<Resolution, ResolutionEvent, ResolutionEffect, ResolutionRefusal, StuurgroepSettings> items;

    public ResolutionCommands(IEntityStore store, SettingsBook settings, CommitLoop loop, UnreadableRows unreadable, TimeProvider clock)
    {
        (this.store, this.settings, this.unreadable, this.clock) = (store, settings, unreadable, clock);
        items = new(ResolutionKind.Value, store, loop, clock, (_, _, _, _) => ValueTask.FromResult(settings.Stuurgroep));
    }

    /// <summary>Begins the draft of a division. Its id comes back as the result, also when the same command comes again.</summary>
    public Task<Outcome<ResolutionRefusal>> Draft(
        string id, CommandId command, string by, Subject.Allotment proposal, CancellationToken cancellation = default) =>
        Start(id, command, at => new ResolutionEvent.Drafted(at, by, proposal), (e, _) => ResolutionDecider.Start(id, e), cancellation);

    /// <summary>
    /// Puts a decision moment of a long plan to the seats at once. The outcome comes back by <see cref="ResolutionEffect.TellPlan"/>.
    /// </summary>
    /// <param name="command">The same for the same moment, so that asking twice makes one resolution; the result is its id.</param>
    public Task<Outcome<ResolutionRefusal>> Ask(string id, CommandId command, Subject.PlanMoment moment, CancellationToken cancellation = default) =>
        Start(id, command, at => new ResolutionEvent.MomentAsked(at, moment), (e, rules) => ResolutionDecider.Start(id, e, rules), cancellation);

    /// <inheritdoc cref="Items{TItem, TEvent, TEffect, TRefusal, TKnown}.Handle"/>
    public Task<Outcome<ResolutionRefusal>> Handle(
        string id, CommandId command, Func<DateTimeOffset, ResolutionEvent> happening, CancellationToken cancellation = default) =>
        items.Handle(ResolutionKeys.Work(id), command, happening, cancellation: cancellation);

    /// <inheritdoc cref="Items{TItem, TEvent, TEffect, TRefusal, TKnown}.Handle"/>
    public Task<Outcome<ResolutionRefusal>> Handle(
        string id, CommandId command, Func<DateTimeOffset, ResolutionEvent> happening,
        Func<CancellationToken, Task<IReadOnlyList<Write>?>> also, CancellationToken cancellation) =>
        items.Handle(ResolutionKeys.Work(id), command, happening, also, cancellation);

    /// <summary>The resolution as it is now; null when there is none, or the id cannot be one.</summary>
    public async ValueTask<LoadedResolution?> Load(string id, CancellationToken cancellation = default) =>
        IdeaId.IsValid(id) && await store.Get(Partitions.Stuurgroep, ResolutionKeys.Resolution(id), cancellation) is { } row
            ? new LoadedResolution(row.Read(StuurgroepJson.Default.Resolution), row.ETag)
            : null;

    /// <summary>The history of a resolution, oldest first.</summary>
    public async Task<IReadOnlyList<ResolutionLogLine>> History(string id, CancellationToken cancellation = default)
    {
        var lines = new List<ResolutionLogLine>();
        await foreach (var row in store.All(Partitions.Stuurgroep, ResolutionKeys.LogLines(id), cancellation))
            lines.Add(row.Read(ResolutionJson.Default.ResolutionLogLine));
        return lines;
    }

    /// <summary>Every resolution, drafts included, the newest first.</summary>
    public async Task<IReadOnlyList<ResolutionSummary>> List(CancellationToken cancellation = default)
    {
        var all = await unreadable.All(Partitions.Stuurgroep, ResolutionKeys.AllListed, ResolutionJson.Default.ResolutionSummary, cancellation);
        all.Reverse();
        return all;
    }

    private Task<Outcome<ResolutionRefusal>> Start<TEvent>(
        string id, CommandId command, Func<DateTimeOffset, TEvent> happening, Func<TEvent, StuurgroepSettings, ResolutionDecision> decide,
        CancellationToken cancellation) where TEvent : ResolutionEvent => items.Run(ResolutionKeys.Work(id), command, "", before =>
        {
            var e = happening(clock.GetUtcNow());
            return ValueTask.FromResult<Judged?>(new Judged(e, settings.Stuurgroep, before is null ? decide(e, settings.Stuurgroep) : ResolutionDecision.AlreadySo.Instance));
        }, cancellation: cancellation);
}
