using Smederijen.LocalHost.Backups;
using Smederijen.LocalHost.Mail;

namespace Smederijen.LocalHost;

/// <summary>What the program can be asked in place of starting; each is done at once and tells what it did.</summary>
internal static class OtherTasks
{
    /// <summary>Null when it was asked to start.</summary>
    /// <exception cref="CannotStartException">It was not done; the message says why.</exception>
    public static async Task<string?> Run(LocalOptions options) => options switch
    {
        { Beheerder: { } person } => person.AddTo(options.Data),
        { TestMailTo: { } address } => await TestMail.Send(address),
        { BackupTo: { } place } => Backup.Make(options, place),
        { RestoreFrom: { } backup } => Restore.Run(options, backup),
        { ReleasesMail: true } => HeldMail.Release(options.Data),
        _ => null,
    };
}
