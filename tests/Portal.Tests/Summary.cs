using System.Runtime.CompilerServices;

namespace Smederijen.Portal.Tests;

/// <summary>Leaves what a long suite ran in <c>artifacts/summary</c>; <c>./test</c> shows it at the end.</summary>
public static class Summary
{
    public static void Write(string suite, string text, [CallerFilePath] string here = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(here)!, "../../artifacts/summary");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{suite}.txt"), $"{suite}: {text}\n");
    }
}
