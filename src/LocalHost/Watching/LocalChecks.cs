using Smederijen.LocalHost.Mail;
using Smederijen.LocalHost.Storage;
using Smederijen.LocalHost.Work;
using Smederijen.Portal.Watching;

namespace Smederijen.LocalHost.Watching;

/// <summary>
/// What <c>/klaar</c> tries beside the store: all that a folder on this machine can lose while the program runs. A relay that is gone is none of
/// it: mails wait, and visitors miss nothing.
/// </summary>
internal sealed class LocalChecks(WorkRunner runner, SqliteEntityStore store, FolderAttachmentStore attachments, OutboxFolder? outbox = null)
{
    private volatile bool _serving;

    public void Begin() => _serving = true;

    public void End() => _serving = false;

    public IEnumerable<ReadyCheck> All =>
    [
        Now("Het programma start of stopt.", () => _serving),
        Now("Het werk staat stil. Start het programma opnieuw en kijk in het logboek.", () => runner.IsAlive),
        // Who has a removed file open goes on writing in it, and all of that is lost at the stop.
        Tried("De database staat niet meer op haar plaats. Stop het programma en zet de laatste reservekopie terug.", store.IsInPlace),
        Tried("In de map met bijlagen kan niet worden geschreven. Kijk of zij er is, en of er ruimte is op de schijf.", attachments.CanWrite),
        .. outbox is null ? (ReadyCheck[])[] :
        [
            Tried("In de map met uitgaande mail kan niet worden geschreven. Kijk of zij er is, en of er ruimte is op de schijf.", outbox.CanWrite),
        ],
    ];

    private static ReadyCheck Now(string wrong, Func<bool> works) => new(wrong, _ => Task.FromResult(works())) { IsFree = true };

    private static ReadyCheck Tried(string wrong, Func<bool> works) => new(wrong, cancellation => Task.Run(works, cancellation));
}
