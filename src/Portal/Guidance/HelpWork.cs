using Smederijen.Domain;
using Smederijen.Domain.Calendar;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Guidance;

/// <summary>Keeps asking the gebiedsregisseur about whoever waits for a call, until somebody says that they called.</summary>
public sealed class HelpWork(IEntityStore store, SettingsBook settings, HelpMail mail, TimeProvider clock) : ISendsMail
{
    public string Prefix => HelpRequest.Prefix;

    public async Task<DateTimeOffset?> NextDue(WorkKey key, CancellationToken cancellation) => (await Load(key, cancellation))?.Request.RemindAt;

    public async Task LetTimePass(WorkKey key, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await Load(key, cancellation) is not var (request, row) || request.RemindAt > now || settings.Current(key.Smederij) is not { } smederij)
            return;
        var later = request with { RemindAt = Terms.WorkingDaysAfter(now, smederij.Terms.RegisseurReminderWorkingDays), Reminders = request.Reminders + 1 };
        await store.Commit(key.Smederij,
            [
                new Write.Replace(row.Row, Rows.Write(later, PortalJson.Default.HelpRequest), row.ETag),
                .. CommitRows.Effects(key.Item, CommitRows.FirstOf(later.Reminders), [new PendingEffect(new HelpEffect.Wanted(), now)]),
                .. CommitRows.Due(request.RemindAt, later.RemindAt, key.Item),
            ],
            cancellation);
    }

    /// <summary>Its only effect is the mail; nobody is told once somebody called.</summary>
    public async Task<IReadOnlyList<AddressedLetter>?> Letters(WorkKey key, Effect effect, bool forPaper, CancellationToken cancellation) =>
        await Load(key, cancellation) is var (request, _) ? await mail.Write(key.Smederij, request, cancellation) : [];

    public Task Perform(WorkKey key, Effect effect, string id, CancellationToken cancellation) =>
        throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "Nobody performs this effect.");

    private async Task<(HelpRequest Request, Entity Row)?> Load(WorkKey key, CancellationToken cancellation) =>
        await store.Get(key.Smederij, Keys.HelpRequest(HelpRequest.IdOf(key.Item)), cancellation) is { } row
            ? (row.Read(PortalJson.Default.HelpRequest), row)
            : null;
}
