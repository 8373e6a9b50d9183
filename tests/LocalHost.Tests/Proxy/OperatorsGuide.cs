namespace Smederijen.LocalHost.Tests.Proxy;

/// <summary>What <c>docs/operations.md</c> tells an operator to type, word for word.</summary>
internal static class OperatorsGuide
{
    /// <summary>The one block of text of a kind.</summary>
    /// <param name="kind">What stands behind the fence: <c>nginx</c>.</param>
    public static string Block(string kind) => Text().Split($"```{kind}\n") is [_, var rest]
        ? rest[..rest.IndexOf("```", StringComparison.Ordinal)]
        : throw new InvalidOperationException($"docs/operations.md has not one block '{kind}'.");

    /// <summary>The settings of a program behind a proxy, as the lines with <c>export</c> give them.</summary>
    public static (string Name, string Value)[] Settings() =>
    [
        .. from line in Text().Split('\n')
           where line.StartsWith("export Portal__", StringComparison.Ordinal)
           let setting = line["export ".Length..].Split('=', 2)
           select (setting[0], setting[1]),
    ];

    private static string Text()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, ".editorconfig")))
            root = root.Parent ?? throw new InvalidOperationException("These tests run inside the repository.");
        return File.ReadAllText(Path.Combine(root.FullName, "docs", "operations.md"));
    }
}
