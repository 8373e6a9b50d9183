namespace Smederijen.LocalHost.Tests.Storage;

/// <summary>A folder of its own for one test, gone afterwards with what the program laid beside it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _around = Directory.CreateTempSubdirectory("smederijen-");

    public TemporaryFolder() => Path = _around.CreateSubdirectory("data").FullName;

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _around.Delete(recursive: true);
}
