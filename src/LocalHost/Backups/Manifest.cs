using System.Text.Json;
using System.Text.Json.Serialization;

namespace Smederijen.LocalHost.Backups;

/// <summary>
/// What a backup holds, written when all of it is there and was checked: <c>manifest.json</c>. A folder without it is no backup. It says nothing
/// about people.
/// </summary>
/// <param name="Format">Of this file; see <see cref="Known"/>.</param>
/// <param name="Id">Says which ballot boxes belong to which backup.</param>
/// <param name="Layout">Of the rows in the database.</param>
/// <param name="Files">By their place in the folder, with <c>/</c>.</param>
/// <param name="Votes">The votes that ran, whose ballot boxes lie apart.</param>
/// <param name="Missing">Files that rows name and that were not there when the backup was made.</param>
public sealed record Manifest(
    int Format, string Id, DateTimeOffset Made, int Layout, IReadOnlyList<CopiedFile> Files, IReadOnlyList<string> Votes,
    IReadOnlyList<string> Missing)
{
    public const int Known = 1;

    public const string Name = "manifest.json";

    /// <exception cref="CannotStartException">There is none, or it is damaged, or of a newer program; the message says what that means.</exception>
    public static Manifest Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
            throw new CannotStartException(Directory.Exists(folder)
                ? $"'{folder}' is no whole backup: it has no {Name}, which is written last. Take another backup."
                : $"There is no backup '{folder}'. Give the folder of one.");
        try
        {
            var manifest = JsonSerializer.Deserialize(File.ReadAllText(path), ManifestJson.Default.Manifest) ?? throw new JsonException();
            if (manifest.Format > Known || manifest.Layout > StoreUpgrade.Layout)
                throw new CannotStartException($"The backup '{folder}' was made by a newer version of this program. Install that version.");
            return manifest.Files.All(file => IsInside(file.Name)) ? manifest : throw new JsonException();
        }
        catch (JsonException damaged)
        {
            throw new CannotStartException($"The backup '{folder}' is damaged: its {Name} cannot be read. Take another backup.", damaged);
        }
    }

    public void Write(string folder) =>
        Storage.DurableFile.Replace(Path.Combine(folder, Name), JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Default.Manifest));

    /// <summary>Reads every file of the folder anew.</summary>
    /// <exception cref="CannotStartException">One is not there or is another; the message says which.</exception>
    public void Check(string folder, string what)
    {
        foreach (var file in Files)
        {
            if (CopiedFile.Read(folder, file.Name) is not { } found)
                throw new CannotStartException($"{what} is damaged: '{file.Name}' is not there. Take another backup.");
            if (found != file)
                throw new CannotStartException($"{what} is damaged: '{file.Name}' is not the file that was copied. Take another backup.");
        }
    }

    /// <summary>Whoever writes in a backup must not make us write outside the folder it is put back in.</summary>
    private static bool IsInside(string name) =>
        name.Split('/') is { Length: 1 or 2 } parts && parts.All(part => part.Trim('.').Length > 0 && part.AsSpan().IndexOfAny('\\', ':', '\0') < 0);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
