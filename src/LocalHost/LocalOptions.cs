using System.Globalization;

namespace Smederijen.LocalHost;

/// <summary>What is said on the command line.</summary>
/// <param name="Port">On 127.0.0.1; 0 takes a free one.</param>
/// <param name="Data">The folder that holds everything.</param>
/// <param name="Demo">Example ideas, and a clock that can be moved forward.</param>
/// <param name="Seed">Whether a demo begins with example ideas; tests begin with none.</param>
public sealed record LocalOptions(int Port, string Data, bool Demo, bool Seed)
{
    public const int UsualPort = 7071;

    private const string Usage = "Usage: ./start [--port 7071] [--data DIR] [--demo]";

    /// <summary>The options, or what is wrong with the arguments.</summary>
    public static (LocalOptions? Options, string Problem) Parse(IReadOnlyList<string> arguments)
    {
        var port = UsualPort;
        string? data = null;
        var demo = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--demo":
                    demo = true;
                    break;
                case "--port" when i + 1 < arguments.Count && IsPort(arguments[i + 1], out port):
                    i++;
                    break;
                case "--data" when i + 1 < arguments.Count && arguments[i + 1].Length > 0:
                    data = arguments[++i];
                    break;
                case "--port":
                    return (null, $"--port needs a number from 0 to 65535. {Usage}");
                case "--data":
                    return (null, $"--data needs a folder. {Usage}");
                default:
                    return (null, $"'{arguments[i]}' is not an option. {Usage}");
            }
        }
        return (new LocalOptions(port, Path.GetFullPath(data ?? (demo ? "data/demo" : "data/local")), demo, demo), "");
    }

    private static bool IsPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535;
}
