using System.Runtime.CompilerServices;

namespace Smederijen.Portal.Tests;

/// <summary>Leaves what a long suite ran in <c>artifacts/summary</c>; <c>./test</c> shows it at the end.</summary>
public static class Summary
{
    public static void Write(string suite, string text)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Here())!, "../../artifacts/summary");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{suite}.txt"), $"{suite}: {text}\n");
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
