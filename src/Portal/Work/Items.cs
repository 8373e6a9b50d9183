namespace Smederijen.Portal.Work;

/// <summary>The items of one kind: the one way to read and to change them, whatever they are, and to move them on with time.</summary>
public sealed class Items<TItem, TEvent, TEffect, TRefusal, TKnown>(
    Kind<TItem, TEvent, TEffect, TRefusal, TKnown> kind, IEntityStore store, CommitLoop loop, EffectContracts effects, Stamps stamps,
    Witnesses witnesses, TimeProvider clock) : IWorkKind
    where TItem : class where TEvent : class where TEffect : Effect where TRefusal : struct, Enum
{
    private readonly Crowds<Member> crowds = new();

    public KindFacts Facts => kind.Facts;

    public bool LogsPaper => kind.SentOnPaper is not null;

    /// <summary>The item as it is now, with what people typed; null when there is none.</summary>
    /// <exception cref="UnreadableRowException">Its row does not hold such an item.</exception>
    public async ValueTask<Stored<TItem>?> Load(WorkKey key, CancellationToken cancellation = default) => await RowOf(key, cancellation) is { } row
        ? Read((await Words.PutBack(store, key.Smederij, Facts.TextsOf(key), [row], cancellation))[0])
        : null;

    /// <summary>Lets something happen to an item that is there, now.</summary>
    /// <param name="happening">Makes the event at the instant of deciding; called again after a lost race.</param>
    /// <param name="also">
    /// Rows that belong to the same commit. They are read before the event is made, for it may tell what they hold, and inside, so that
    /// their ETags are as fresh as the item's. Null when they show that it happened before.
    /// </param>
    public Task<Outcome<TRefusal>> Handle(
        WorkKey key, CommandId command, Func<DateTimeOffset, TEvent> happening,
        Func<CancellationToken, Task<IReadOnlyList<Write>?>>? also = null, CancellationToken cancellation = default) => loop.Run(key, command,
        async () => await RowOf(key, cancellation) is { } row
            ? (await Decide(key, Read(row), new(command, happening, also), row, cancellation)).Turn
            : new Turn<TRefusal>.Unknown(), cancellation);

    /// <summary>
    /// The same for what many people do to one item at one moment. Whose turn it is takes along who waits: one commit for all of them.
    /// What that one decides alone, or cannot be read, has a turn of its own.
    /// </summary>
    /// <param name="also">As above. It may rely only on rows that no event of this sort writes, or that it writes itself.</param>
    public Task<Outcome<TRefusal>> HandleAmongMany(
        WorkKey key, CommandId command, Func<DateTimeOffset, TEvent> happening, Func<CancellationToken, Task<IReadOnlyList<Write>?>> also)
    {
        var me = new Member(command, happening, also);
        crowds.Join(key, me);
        return loop.Run(key, command, async () =>
        {
            // It leaves at its first look. After a lost race everybody decides alone, so that nobody loses because of another.
            var mayShare = crowds.Leave(key, me);
            if (me.IsDone)
                return new Turn<TRefusal>.TakenAlong(kind.IdOf(key));
            if (await RowOf(key, CancellationToken.None) is not { } row)
                return new Turn<TRefusal>.Unknown();
            var (mine, written) = await Decide(key, Read(row), me, row, CancellationToken.None);
            var others = mayShare && written is { HoldsTexts: false }
                ? crowds.At(key).Where(member => !member.IsDone).ToList()
                : [];
            return others.Count > 0 && mine is Turn<TRefusal>.Accepted accepted ? await Share(key, accepted, written!, others) : mine;
        }, CancellationToken.None);
    }

    /// <summary>Lets an item begin, whose id nobody has yet.</summary>
    /// <param name="also">Rows that belong to the same commit.</param>
    public Task<Outcome<TRefusal>> Begin(
        WorkKey key, CommandId command, string title, Judgement<TItem, TEvent, TEffect, TRefusal, TKnown> start, IReadOnlyList<Write> also,
        CancellationToken cancellation = default) =>
        loop.Run(key, command, async () => (await Turned(key, command, title, null, start, also, cancellation)).Turn, cancellation);

    /// <summary>
    /// The same where the beginning looks at what can change: it is judged again after a lost race. An item that is there stays as it is.
    /// </summary>
    /// <param name="also">Rows that belong to the same commit, as they are by then: asked again after a lost race.</param>
    public Task<Outcome<TRefusal>> BeginOnce(
        WorkKey key, CommandId command, string title,
        Func<DateTimeOffset, ValueTask<Judgement<TItem, TEvent, TEffect, TRefusal, TKnown>>> start,
        Func<CancellationToken, Task<IReadOnlyList<Write>>> also, CancellationToken cancellation = default) =>
        loop.Run(key, command, async () => await RowOf(key, cancellation) is not null
            ? new Turn<TRefusal>.AlreadySo()
            : (await Turned(key, command, title, null, await start(clock.GetUtcNow()), await also(cancellation), cancellation)).Turn, cancellation);

    /// <summary>Lets an item begin, or go on when it is there already.</summary>
    /// <param name="start">Its beginning.</param>
    /// <param name="goOn">What becomes of one that is there; null when nothing does.</param>
    /// <param name="also">Rows that belong to the same commit as the beginning.</param>
    public Task<Outcome<TRefusal>> Ensure(
        WorkKey key, CommandId command, string title, Func<DateTimeOffset, Judgement<TItem, TEvent, TEffect, TRefusal, TKnown>> start,
        Func<Stored<TItem>, DateTimeOffset, ValueTask<Judgement<TItem, TEvent, TEffect, TRefusal, TKnown>>>? goOn = null,
        IReadOnlyList<Write>? also = null, CancellationToken cancellation = default) =>
        loop.Run(key, command, async () => await Sealed(key, cancellation) switch
        {
            null => (await Turned(key, command, title, null, start(clock.GetUtcNow()), also ?? [], cancellation)).Turn,
            _ when goOn is null => new Turn<TRefusal>.AlreadySo(),
            var before => (await Turned(key, command, title, before, await goOn(before, clock.GetUtcNow()), [], cancellation)).Turn,
        }, cancellation);

    /// <summary>The same for a kind whose items begin by what happens to them, such as settings that somebody changes for the first time.</summary>
    /// <param name="nothing">The item before anything happened to it.</param>
    /// <param name="also">Rows that belong to the same commit.</param>
    public Task<Outcome<TRefusal>> HandleOrBegin(
        WorkKey key, CommandId command, TItem nothing, Func<DateTimeOffset, TEvent> happening, IReadOnlyList<Write> also,
        CancellationToken cancellation = default) => loop.Run(key, command, async () =>
        {
            var before = await Sealed(key, cancellation);
            var judgement = await Judge(key, before ?? new Stored<TItem>(nothing), happening(clock.GetUtcNow()), cancellation);
            return (await Turned(key, command, "", before, judgement, also, cancellation)).Turn;
        }, cancellation);

    /// <summary>What would come of it if this happened now; nothing happens.</summary>
    public async ValueTask<Judgement<TItem, TEvent, TEffect, TRefusal, TKnown>> Judge(
        WorkKey key, Stored<TItem> before, TEvent e, CancellationToken cancellation)
    {
        var known = await kind.Know(key, before, e, cancellation);
        return new(e, known, kind.Decide(before.Item, e, known));
    }

    public async Task<DateTimeOffset?> NextDue(WorkKey key, CancellationToken cancellation) =>
        await Sealed(key, cancellation) is { } stored ? kind.Due(stored.Item) : null;

    public Task LetTimePass(WorkKey key, CancellationToken cancellation) =>
        Handle(key, CommandId.Fresh(), kind.TimePassed, cancellation: cancellation);

    public async ValueTask<Shown?> Show(string partition, Entity row, CancellationToken cancellation)
    {
        if (row.TryRead(kind.Row) is not { } stored)
            return null;
        var key = new WorkKey(partition, Facts.Prefix + row.Row[(row.Row.IndexOf('|') + 1)..]);
        return new(await kind.Lists(key, stored, cancellation), kind.Due(stored.Item));
    }

    public async Task<bool> SentOnPaper(WorkKey key, PaperPost post, CancellationToken cancellation) =>
        await Handle(key, post.Command, at => kind.SentOnPaper!(at, post), post.Also, cancellation) is not Outcome<TRefusal>.Unknown;

    /// <summary>
    /// The state that follows is made with seals. Whether somebody says the same as before only the texts tell, so an event with a text
    /// that was accepted is judged once more with them.
    /// </summary>
    private async ValueTask<Judgement<TItem, TEvent, TEffect, TRefusal, TKnown>> WithTexts(
        WorkKey key, Entity row, Judgement<TItem, TEvent, TEffect, TRefusal, TKnown> judgement, CancellationToken cancellation)
    {
        if (judgement.Decision is not Decision<TItem, TEffect, TRefusal>.Accepted || !Words.IsSealed(row)
            || !Facts.HoldsTyped(JsonSerializer.Serialize(judgement.Event, kind.Event)))
            return judgement;
        var whole = Read((await Words.PutBack(store, key.Smederij, Facts.TextsOf(key), [row], cancellation))[0]);
        return kind.Decide(whole.Item, judgement.Event, judgement.Known) is var decision and not Decision<TItem, TEffect, TRefusal>.Accepted
            ? judgement with { Decision = decision }
            : judgement;
    }

    private ValueTask<Entity?> RowOf(WorkKey key, CancellationToken cancellation) =>
        store.Get(key.Smederij, kind.RowOf(kind.IdOf(key)), cancellation);

    private Stored<TItem> Read(Entity row) => row.Read(kind.Row) with { ETag = row.ETag };

    /// <summary>As it is decided over: with seals in place of what people typed.</summary>
    private async ValueTask<Stored<TItem>?> Sealed(WorkKey key, CancellationToken cancellation) =>
        await RowOf(key, cancellation) is { } row ? Read(row) : null;

    /// <summary>Decides for those who wait, each over what the one before led to, as far as one commit can hold it.</summary>
    private async Task<Turn<TRefusal>> Share(WorkKey key, Turn<TRefusal>.Accepted mine, Written<TItem> written, List<Member> others)
    {
        var (commit, after, due, hasEffects) = (new SharedCommit(kind.RowOf(kind.IdOf(key))), written.After, mine.Due, mine.HasEffects);
        var hash = written.Hash;
        commit.TryAdd(written);
        List<(Member Member, Type Event)> along = [];
        foreach (var member in others)
        {
            try
            {
                if (await Decide(key, after, member, row: null, CancellationToken.None)
                    is not (Turn<TRefusal>.Accepted accepted, { HoldsTexts: false } next))
                    continue;
                if (!commit.HasRoomFor(next))
                    break;
                if (!commit.TryAdd(next))
                    continue;
                (after, due, hasEffects) = (next.After, accepted.Due ?? due, hasEffects || accepted.HasEffects);
                hash = next.Hash ?? hash;
                along.Add((member, accepted.Event));
            }
            catch (UnreadableRowException)
            {
                // Its own turn tells.
            }
        }
        return mine with
        {
            Writes = commit.Writes,
            HasEffects = hasEffects,
            Due = due,
            Committed = () =>
            {
                Saw(key, hash);
                along.ForEach(other =>
                {
                    Figures.Decided(other.Event, typeof(Turn<TRefusal>.Accepted));
                    other.Member.IsDone = true;
                });
            },
        };
    }

    /// <param name="row">The item as it was read; null where it is in the middle of a commit.</param>
    private async Task<(Turn<TRefusal> Turn, Written<TItem>? Written)> Decide(
        WorkKey key, Stored<TItem> before, Member member, Entity? row, CancellationToken cancellation)
    {
        var rows = member.Also is null ? [] : await member.Also(cancellation);
        var judgement = await Judge(key, before, member.Happening(clock.GetUtcNow()), cancellation);
        if (row is not null)
            judgement = await WithTexts(key, row, judgement, cancellation);
        return await Turned(key, member.Command, "", before, judgement, rows, cancellation);
    }

    /// <param name="rows">Null when the rows that belong to the commit show that it happened before.</param>
    private async ValueTask<(Turn<TRefusal> Turn, Written<TItem>? Written)> Turned(
        WorkKey key, CommandId command, string title, Stored<TItem>? before, Judgement<TItem, TEvent, TEffect, TRefusal, TKnown> judgement,
        IReadOnlyList<Write>? rows, CancellationToken cancellation)
    {
        if (judgement.Decision is Decision<TItem, TEffect, TRefusal>.Refused refused)
        {
            kind.CountRefusal(refused.Reason);
            return (new Turn<TRefusal>.Refused(judgement.Event.GetType(), refused.Reason), null);
        }
        if (judgement.Decision is not Decision<TItem, TEffect, TRefusal>.Accepted accepted || rows is null)
            return (new Turn<TRefusal>.AlreadySo(), null);
        var desk = new WritingDesk(effects, await stamps.Get(cancellation), witnesses.Last(key.Smederij));
        var written = await ItemRows.Of(kind, desk, key, command, before?.Title ?? title, before, judgement, accepted, rows, cancellation);
        var (was, due) = (before is null ? null : kind.Due(before.Item), kind.Due(accepted.Item));
        var turn = new Turn<TRefusal>.Accepted(
            judgement.Event.GetType(), [.. written.Writes, .. written.Also], written.HasEffects, due == was ? null : due, kind.IdOf(key))
        {
            Committed = () => Saw(key, written.Hash),
        };
        return (turn, written);
    }

    private void Saw(WorkKey key, string? hash)
    {
        if (hash is not null)
            witnesses.Saw(key.Smederij, kind.RowOf(kind.IdOf(key)), hash);
    }

    /// <summary>What somebody does to an item, and its turn to do so.</summary>
    private sealed class Member(
        CommandId command, Func<DateTimeOffset, TEvent> happening, Func<CancellationToken, Task<IReadOnlyList<Write>?>>? also)
    {
        public CommandId Command => command;

        public Func<DateTimeOffset, TEvent> Happening => happening;

        public Func<CancellationToken, Task<IReadOnlyList<Write>?>>? Also => also;

        /// <summary>Whether another took it along; written and read by whose turn it is.</summary>
        public bool IsDone { get; set; }
    }
}

/// <summary>What rows are written with.</summary>
/// <param name="Seen">The line that the following one has to name.</param>
internal sealed record WritingDesk(EffectContracts Contracts, Stamp Stamp, string? Seen);

/// <summary>Turns an accepted decision into the rows of one transaction, for every kind alike.</summary>
internal static class ItemRows
{
    /// <param name="before">Null for an item that begins.</param>
    /// <param name="also">Rows of the caller, which belong to the same commit.</param>
    public static async ValueTask<Written<TItem>> Of<TItem, TEvent, TEffect, TRefusal, TKnown>(
        Kind<TItem, TEvent, TEffect, TRefusal, TKnown> kind, WritingDesk desk, WorkKey key, CommandId command, string title,
        Stored<TItem>? before, Judgement<TItem, TEvent, TEffect, TRefusal, TKnown> judgement,
        Decision<TItem, TEffect, TRefusal>.Accepted accepted, IReadOnlyList<Write> also, CancellationToken cancellation)
        where TItem : class where TEvent : class where TEffect : Effect where TRefusal : struct, Enum
    {
        var (id, e, at) = (kind.IdOf(key), judgement.Event, kind.At(judgement.Event));
        var (item, ledger, postings) = kind.Post(accepted.Item, judgement.Known, accepted.Postings);
        var (head, had) = (before?.LogHead ?? "", before?.Effects ?? 0);
        var words = new Words(kind.Facts);
        var after = new Stored<TItem>(
            item, had, head, Veil.TitleIn(kind.Facts, key, also) ?? title, kind.Publishes(item, e) ?? before?.Published == true);
        var change = new Change<TItem, TEvent, TKnown>(key, before, after, e, judgement.Known, accepted.Postings);
        List<Write> beside = [.. kind.Beside(change)];
        LogEntry? line = null;
        if (accepted.Logged)
        {
            string[] kept =
            [
                .. beside.Concat(also).Where(write => write is not Write.Delete).Select(write => kind.KeptPart(id, write.Row)).OfType<string>(),
            ];
            line = LogChain.Line(
                desk.Stamp, key.Smederij, kind.RowOf(id), head, $"{kind.Phase(item)}", words.OutOfEvent(JsonSerializer.Serialize(e, kind.Event)),
                new Told(postings.Count == 0 ? null : postings, kept is [] ? null : kept, desk.Seen));
        }
        List<PendingEffect> effects =
        [
            .. accepted.Effects.Select(effect => new PendingEffect(effect, at, RetryAt: kind.NotBefore(effect))),
            .. kind.AlsoFollows(change).Select(effect => new PendingEffect(effect, at)),
        ];
        after = after with { Effects = had + effects.Count, LogHead = line?.Hash ?? head, ETag = before?.ETag ?? "" };
        var row = words.OutOfItem(Rows.Write(after, kind.Row));
        List<Write> writes =
        [
            before is null ? new Write.Insert(kind.RowOf(id), row) : new Write.Replace(kind.RowOf(id), row, before.ETag),
            CommitRows.Command(command, at, id),
        ];
        if (line is not null)
            writes.Add(new Write.Insert(kind.LogRowOf(id, kind.Revision(item)), line.Data));
        writes.AddRange(ledger);
        writes.AddRange(beside);
        writes.AddRange(CommitRows.Effects(desk.Contracts, key, had + 1, effects, words));
        writes.AddRange(words.Taken.Select(text =>
            new Write.Insert(Words.Row(kind.Facts.Name!, id, text.Seal()), Rows.Write(text, WorkJson.Default.SaidText))));
        writes.AddRange(CommitRows.Lists(
            before is null ? [] : await kind.Lists(key, before, cancellation), await kind.Lists(key, after, cancellation)));
        writes.AddRange(CommitRows.Due(before is null ? null : kind.Due(before.Item), kind.Due(item), key.Item));
        return new Written<TItem>(writes, also, after, effects.Count > 0, words.Taken.Any(), line?.Hash);
    }
}

/// <summary>The wiring of a kind.</summary>
public static class ItemServices
{
    /// <param name="kind">Declares it, with the tools that it reads with.</param>
    public static IServiceCollection AddItems<TItem, TEvent, TEffect, TRefusal, TKnown>(
        this IServiceCollection services, Func<IServiceProvider, Kind<TItem, TEvent, TEffect, TRefusal, TKnown>> kind)
        where TItem : class where TEvent : class where TEffect : Effect where TRefusal : struct, Enum => services
        .AddSingleton(provider => new Items<TItem, TEvent, TEffect, TRefusal, TKnown>(
            kind(provider), provider.GetRequiredService<IEntityStore>(), provider.GetRequiredService<CommitLoop>(),
            provider.GetRequiredService<EffectContracts>(), provider.GetRequiredService<Stamps>(), provider.GetRequiredService<Witnesses>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IWorkKind>(provider => provider.GetRequiredService<Items<TItem, TEvent, TEffect, TRefusal, TKnown>>());
}
