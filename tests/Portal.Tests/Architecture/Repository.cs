namespace Smederijen.Portal.Tests.Architecture;

/// <summary>The files that these tests are about.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories);

    private static string Find(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, ".editorconfig"))
        ? folder.FullName
        : Find(folder.Parent ?? throw new InvalidOperationException("These tests run inside the repository."));
}
