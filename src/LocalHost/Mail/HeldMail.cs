using System.Text;
using Smederijen.LocalHost.Storage;

namespace Smederijen.LocalHost.Mail;

/// <summary>
/// A data folder that was put back from a backup sends nothing until the operator says so: people might get what they got before, from a copy that
/// somebody only tries. As long as a file in the folder says that it is held, mail waits on the work list, however long, and nothing is given up.
/// </summary>
public sealed class HeldMail(string data, Sender from, TimeProvider clock)
{
    public const string Command = "mail-vrijgeven";

    /// <summary>What staff read of a mail that waits.</summary>
    public const string Why = "Deze mail wacht: de gegevens zijn teruggezet uit een reservekopie, en de beheerder heeft de mail nog niet vrijgegeven.";

    private const string Marker = "mail-vastgehouden";

    private const string InMarker = """
        This data folder was put back from a backup, and sends no mail as long as this file is here.
        Look around first. Then run: ./start --data FOLDER mail-vrijgeven

        """;

    public bool IsOn => File.Exists(Path.Combine(data, Marker));

    /// <summary>Where mails lie that were in the outbox, and the links that staff sign in with meanwhile.</summary>
    public static string FolderIn(string data) => Path.Combine(data, "vastgehouden");

    /// <summary>Whether it is of no use any more when mails go out again: a link that somebody asked for, for a moment.</summary>
    public static bool IsForNow(string file) => file.StartsWith("aanmelden-", StringComparison.Ordinal);

    public static void Hold(string data) => DurableFile.Replace(Path.Combine(data, Marker), Encoding.UTF8.GetBytes(InMarker));

    /// <summary>Lays a mail where only who has the data folder finds it: who looks after a copy must be able to sign in.</summary>
    public void Lay(OutgoingMail mail)
    {
        var now = clock.GetUtcNow();
        Directory.CreateDirectory(FolderIn(data));
        new OutboxFolder(FolderIn(data)).Put(mail.Id, EmlWriter.Write(mail, from, now), now);
    }

    /// <summary>Lets mail go out, whether the program runs or not; what is broken off halfway is done by the next time.</summary>
    /// <exception cref="CannotStartException">There is no such folder, or it cannot be written.</exception>
    public static string Release(string data)
    {
        PrivateFiles.FromNowOn();
        var marker = Path.Combine(data, Marker);
        try
        {
            if (!Directory.Exists(data))
                throw new CannotStartException($"There is no data folder '{data}'. Say with --data where it is.");
            if (!File.Exists(marker))
                return $"Mail is not held in '{data}': there is nothing to do.";
            var moved = MoveToOutbox(data);
            DurableFile.Delete(marker);
            return $"Mail goes out again from '{data}': what waits within a minute, when the program runs"
                + (moved == 0 ? "." : $"; {moved} mails lie in '{Path.Combine(data, "uitgaand")}' again.");
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            throw new CannotStartException(FolderFailure.Advice(failure, data), failure);
        }
    }

    private static int MoveToOutbox(string data)
    {
        var (held, outbox) = (FolderIn(data), Path.Combine(data, "uitgaand"));
        if (!Directory.Exists(held))
            return 0;
        var mails = Directory.EnumerateFiles(held, "*.eml").ToLookup(mail => IsForNow(Path.GetFileName(mail)));
        if (mails[false].Any())
            Directory.CreateDirectory(outbox);
        foreach (var mail in mails[false])
            File.Move(mail, Path.Combine(outbox, Path.GetFileName(mail)), overwrite: true);
        Directory.Delete(held, recursive: true);
        return mails[false].Count();
    }
}

/// <summary>The way out of a program whose mail may be held.</summary>
public sealed class HoldingMailer(IMailer mailer, HeldMail held) : IMailer
{
    public Task Send(OutgoingMail mail, CancellationToken cancellation = default) =>
        held.IsOn ? throw new MailOutageException(HeldMail.Why) : mailer.Send(mail, cancellation);
}
