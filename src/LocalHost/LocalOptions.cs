using System.Globalization;
using Smederijen.LocalHost.Backups;
using Smederijen.LocalHost.Mail;
using Smederijen.LocalHost.Staff;

namespace Smederijen.LocalHost;

/// <summary>What is said on the command line.</summary>
/// <param name="Port">On 127.0.0.1; 0 takes a free one.</param>
/// <param name="Data">The folder that holds everything.</param>
/// <param name="Demo">Example ideas, a clock that can be moved forward, and a mailbox for who sits at this machine.</param>
/// <param name="Seed">Whether a demo begins with example ideas.</param>
public sealed record LocalOptions(int Port, string Data, bool Demo, bool Seed)
{
    /// <summary>The file that opens the keys in the store: beside the folder, so that a copy of the folder does not hold it.</summary>
    public string Keys { get; init; } = $"{Path.TrimEndingDirectorySeparator(Data)}.sleutel";

    /// <summary>Where the files of forms lie while they are taken in; emptied at each start.</summary>
    public string Temporary => Path.Combine(Data, "tijdelijk");

    /// <summary>Somebody to add to the staff, in place of starting.</summary>
    public NewBeheerder? Beheerder { get; private init; }

    /// <summary>Where to send a mail to try the settings, in place of starting.</summary>
    public string? TestMailTo { get; private init; }

    /// <summary>Where to make a backup, in place of starting.</summary>
    public string? BackupTo { get; private init; }

    /// <summary>The backup to put back, in place of starting.</summary>
    public string? RestoreFrom { get; private init; }

    /// <summary>The data folder that a restore comes in the place of, moved aside; null when it is gone.</summary>
    public string? Was { get; private init; }

    /// <summary>Whether to let mail go out that a restore held, in place of starting.</summary>
    public bool ReleasesMail { get; private init; }

    public const int UsualPort = 7071;

    private const string Usage =
        "Usage: ./start [--port 7071] [--data DIR] [--keys FILE] [--demo [--empty]], or ./start [--data DIR] beheerder \"Naam\" naam@gemeente.nl [--another], or ./start testmail naam@gemeente.nl, "
        + "or ./backup FOLDER [--data DIR], or ./restore FOLDER [--data DIR] [--keys FILE] [--was OLD], or ./start [--data DIR] mail-vrijgeven";

    /// <summary>The options, or what is wrong with the arguments.</summary>
    public static (LocalOptions? Options, string Problem) Parse(IReadOnlyList<string> arguments)
    {
        var port = UsualPort;
        string? data = null, keys = null, testMailTo = null, backupTo = null, restoreFrom = null, was = null;
        var (demo, empty, another, releasesMail) = (false, false, false, false);
        NewBeheerder? beheerder = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--demo":
                    demo = true;
                    break;
                case "--empty":
                    empty = true;
                    break;
                case "--another":
                    another = true;
                    break;
                case NewBeheerder.Command when NewBeheerder.Read([.. arguments.Skip(i + 1).Take(2)]) is { } person:
                    beheerder = person;
                    i += 2;
                    break;
                case NewBeheerder.Command:
                    return (null, $"{NewBeheerder.Command} needs a name and a mail address. {Usage}");
                case TestMail.Command when TestMail.Read([.. arguments.Skip(i + 1).Take(1)]) is { } address:
                    testMailTo = address;
                    i++;
                    break;
                case TestMail.Command:
                    return (null, $"{TestMail.Command} needs a mail address. {Usage}");
                case Backup.Command when i + 1 < arguments.Count && IsName(arguments[i + 1]):
                    backupTo = arguments[++i];
                    break;
                case Restore.Command when i + 1 < arguments.Count && IsName(arguments[i + 1]):
                    restoreFrom = arguments[++i];
                    break;
                case Backup.Command or Restore.Command:
                    return (null, $"{arguments[i]} needs the folder of a backup. {Usage}");
                case HeldMail.Command:
                    releasesMail = true;
                    break;
                case "--port" when i + 1 < arguments.Count && IsPort(arguments[i + 1], out port):
                    i++;
                    break;
                case "--data" when i + 1 < arguments.Count && arguments[i + 1].Length > 0:
                    data = arguments[++i];
                    break;
                case "--keys" when i + 1 < arguments.Count && arguments[i + 1].Length > 0:
                    keys = arguments[++i];
                    break;
                case "--was" when i + 1 < arguments.Count && arguments[i + 1].Length > 0:
                    was = arguments[++i];
                    break;
                case "--was":
                    return (null, $"--was needs a folder. {Usage}");
                case "--port":
                    return (null, $"--port needs a number from 0 to 65535. {Usage}");
                case "--data":
                    return (null, $"--data needs a folder. {Usage}");
                case "--keys":
                    return (null, $"--keys needs a file. {Usage}");
                default:
                    return (null, $"'{arguments[i]}' is not an option. {Usage}");
            }
        }
        if (empty && !demo)
            return (null, $"--empty goes with --demo. {Usage}");
        if (another && beheerder is null)
            return (null, $"--another goes with {NewBeheerder.Command}. {Usage}");
        if (was is not null && restoreFrom is null)
            return (null, $"--was goes with {Restore.Command}. {Usage}");
        var options = new LocalOptions(port, Path.GetFullPath(data ?? (demo ? "data/demo" : "data/local")), demo, demo && !empty)
        {
            Beheerder = beheerder is null ? null : beheerder with { Another = another },
            TestMailTo = testMailTo,
            BackupTo = backupTo,
            RestoreFrom = restoreFrom,
            Was = was is null ? null : Path.GetFullPath(was),
            ReleasesMail = releasesMail,
        };
        return (keys is null ? options : options with { Keys = Path.GetFullPath(keys) }, "");
    }

    private static bool IsName(string text) => text.Length > 0 && !text.StartsWith('-');

    private static bool IsPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535;
}
