using Smederijen.Domain.Ideas;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Watching;
using Smederijen.Portal.Work;
using Turn = Smederijen.Portal.Work.Turn<Smederijen.Domain.Stuurgroep.ResolutionRefusal>;

namespace Smederijen.Portal.Stuurgroep;

/// <summary>The one way to change a resolution: <see cref="CommitLoop"/> with the rules of resolutions.</summary>
public sealed class ResolutionCommands(IEntityStore store, SettingsBook settings, CommitLoop loop, UnreadableRows unreadable, TimeProvider clock)
{
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

    /// <summary>Lets something happen to a resolution, now.</summary>
    /// <param name="happening">Makes the event at the instant of deciding; called again after a lost race.</param>
    public Task<Outcome<ResolutionRefusal>> Handle(
        string id, CommandId command, Func<DateTimeOffset, ResolutionEvent> happening, CancellationToken cancellation = default) =>
        Handle(id, command, happening, _ => Task.FromResult<IReadOnlyList<Write>?>([]), cancellation);

    /// <param name="also">Rows that belong to the same commit, read again after a lost race. Null: it no longer matters.</param>
    /// <inheritdoc cref="Handle(string, CommandId, Func{DateTimeOffset, ResolutionEvent}, CancellationToken)"/>
    public Task<Outcome<ResolutionRefusal>> Handle(
        string id, CommandId command, Func<DateTimeOffset, ResolutionEvent> happening,
        Func<CancellationToken, Task<IReadOnlyList<Write>?>> also, CancellationToken cancellation) =>
        loop.Run(ResolutionKeys.Work(id), command, async () =>
        {
            if (await Load(id, cancellation) is not { } before)
                return new Turn.Unknown();
            if (await also(cancellation) is not { } rows)
                return new Turn.AlreadySo();
            var e = happening(clock.GetUtcNow());
            var decision = ResolutionDecider.Decide(before.Resolution, e, settings.Stuurgroep);
            return Turned(before, await LogHead(before.Resolution, cancellation), decision, e, command, rows);
        }, cancellation);

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
        CancellationToken cancellation) where TEvent : ResolutionEvent => loop.Run(ResolutionKeys.Work(id), command, async () =>
        {
            if (await Load(id, cancellation) is not null)
                return new Turn.AlreadySo();
            var e = happening(clock.GetUtcNow());
            return Turned(null, "", decide(e, settings.Stuurgroep), e, command, []);
        }, cancellation);

    private async Task<string> LogHead(Resolution resolution, CancellationToken cancellation) =>
        await store.Get(Partitions.Stuurgroep, ResolutionKeys.Log(resolution.Id, resolution.Revision), cancellation) is { } row
            ? row.Read(ResolutionJson.Default.ResolutionLogLine).Hash
            : throw new InvalidOperationException($"The log of resolution {resolution.Id} lacks line {resolution.Revision}: restore the store from its backup.");

    private static Turn Turned(LoadedResolution? before, string head, ResolutionDecision decision, ResolutionEvent e, CommandId command, IReadOnlyList<Write> also) =>
        decision switch
        {
            ResolutionDecision.Accepted accepted => new Turn.Accepted(
                e.GetType(), [.. Writes(before, head, accepted, e, command), .. also], accepted.Effects.Length > 0,
                accepted.Item.NextDue == before?.Resolution.NextDue ? null : accepted.Item.NextDue, accepted.Item.Id),
            ResolutionDecision.Refused refused => new Turn.Refused(e.GetType(), refused.Reason),
            _ => new Turn.AlreadySo(),
        };

    private static IEnumerable<Write> Writes(
        LoadedResolution? before, string head, ResolutionDecision.Accepted decision, ResolutionEvent e, CommandId command)
    {
        var resolution = decision.Item;
        var (key, row, item) = (
            ResolutionKeys.Resolution(resolution.Id), Rows.Write(resolution, StuurgroepJson.Default.Resolution), ResolutionKeys.Work(resolution.Id).Item);
        yield return before is null ? new Write.Insert(key, row) : new Write.Replace(key, row, before.ETag);
        yield return CommitRows.Command(command, e.At, resolution.Id);
        yield return new Write.Insert(
            ResolutionKeys.Log(resolution.Id, resolution.Revision),
            Rows.Write(ResolutionLogLine.After(head, e, resolution.State.Phase), ResolutionJson.Default.ResolutionLogLine));
        yield return new Write.Put(ResolutionKeys.Listed(resolution.Id), Rows.Write(ResolutionSummary.Of(resolution), ResolutionJson.Default.ResolutionSummary));
        var effects = CommitRows.Effects(item, resolution.Revision, decision.Effects.Select(effect => effect), e.At);
        foreach (var write in effects.Concat(CommitRows.Due(before?.Resolution.NextDue, resolution.NextDue, item)))
            yield return write;
    }
}
