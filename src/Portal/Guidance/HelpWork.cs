namespace Smederijen.Portal.Guidance;

/// <summary>Keeps asking the gebiedsregisseur about whoever waits for a call, until somebody says that they called.</summary>
public sealed class HelpWork(IEntityStore store, SettingsBook settings, EffectContracts effects, TimeProvider clock) : IWorkKind
{
    public static KindFacts Kind { get; } = new()
    {
        Prefix = "hulp-",
        Effects = new(HelpJson.Default.HelpEffect),
        Starts = ["hulp|"],
        Holds = key => key is ["hulp", _] ? HelpJson.Default.HelpRequest : null,
    };

    /// <summary>Its only effect is the mail; nobody is told once somebody called.</summary>
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Mail<HelpMail, HelpEffect.Wanted>((x, key, _, _, cancellation) => x.Write(key, cancellation)),
    ];

    public KindFacts Facts => Kind;

    public async Task<DateTimeOffset?> NextDue(WorkKey key, CancellationToken cancellation) =>
        (await Load(store, key, cancellation))?.Request.Due;

    public async Task LetTimePass(WorkKey key, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await Load(store, key, cancellation) is not var (request, row) || request.Due > now)
            return;
        if (request.KeptUntil is not null)
        {
            await store.Commit(key.Smederij, Forgotten(request, row), cancellation);
            return;
        }
        if (settings.Current(key.Smederij) is not { } smederij)
            return;
        var later =
            request with { RemindAt = Terms.WorkingDaysAfter(now, smederij.Terms.RegisseurReminderWorkingDays), Reminders = request.Reminders + 1 };
        await store.Commit(key.Smederij,
            [
                new Write.Replace(row.Row, Rows.Write(later, HelpJson.Default.HelpRequest), row.ETag),
                .. CommitRows.Effects(effects, key, later.Reminders + 1, [new PendingEffect(new HelpEffect.Wanted(), now)]),
                .. CommitRows.Due(request.RemindAt, later.RemindAt, key.Item),
            ],
            cancellation);
    }

    /// <summary>The writes that delete what somebody told about themselves.</summary>
    internal static IReadOnlyList<Write> Forgotten(HelpRequest request, Entity row) =>
        [new Write.Delete(row.Row, row.ETag), .. CommitRows.Due(request.Due, null, HelpRequest.ItemOf(request.Id))];

    internal static async Task<(HelpRequest Request, Entity Row)?> Load(IEntityStore store, WorkKey key, CancellationToken cancellation) =>
        await store.Get(key.Smederij, HelpKeys.Request(key.Item[Kind.Prefix.Length..]), cancellation) is { } row
            ? (row.Read(HelpJson.Default.HelpRequest), row)
            : null;
}
