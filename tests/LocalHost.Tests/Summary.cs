using System.Runtime.CompilerServices;

namespace Smederijen.LocalHost.Tests;

/// <summary>Leaves what a suite ran in <c>artifacts/summary</c>, for <c>./test</c> to show.</summary>
internal static class Summary
{
    public static void Write(string suite, string text)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Here())!, "../../artifacts/summary");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{suite}.txt"), text + "\n");
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
