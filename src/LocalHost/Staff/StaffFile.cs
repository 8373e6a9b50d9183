using System.Text.Json;
using System.Text.Json.Serialization;
using Smederijen.LocalHost.Storage;

namespace Smederijen.LocalHost.Staff;

/// <summary>
/// Who works with the staff board: <c>medewerkers.json</c> in the data folder. In a demo it is made with example people; otherwise
/// nobody works here until the first <c>beheerder</c> is added. Roles are those of <see cref="StaffRoles.All"/>, as in Azure.
/// </summary>
public sealed class StaffFile
{
    private static readonly List<Account?> Examples =
    [
        new("anna", "Anna de Vries", "anna.devries@voorbeeld.example", ["medewerker", "beheerder"]),
        new("bram", "Bram Okafor", "bram.okafor@voorbeeld.example", ["medewerker"]),
        new("fien", "Fien Bakker", "fien.bakker@voorbeeld.example", ["financien"]),
        new("gus", "Gus Smit", "gus.smit@voorbeeld.example", ["financien"]),
        new("regisseur-noord", "Rianne Noord", "regisseur.noord@voorbeeld.example", ["medewerker", "regisseur"]),
        new("regisseur-zuid", "Sander Zuid", "regisseur.zuid@voorbeeld.example", ["medewerker", "regisseur"]),
    ];

    private readonly IReadOnlyList<Account> _accounts;

    private StaffFile(IReadOnlyList<Account> accounts)
    {
        _accounts = accounts;
        Members = [.. accounts.Select(account =>
            new StaffMember(account.Id, account.Naam, account.Rollen.ToHashSet(StringComparer.Ordinal)) { Email = account.Email })];
    }

    public IReadOnlyList<StaffMember> Members { get; }

    public StaffMember? Find(string id) => Members.FirstOrDefault(member => member.Id == id);

    /// <summary>Who reads this mailbox; null when nobody of the staff does.</summary>
    public StaffMember? FindByMail(string address) =>
        _accounts.FirstOrDefault(account => EmailAddress.AreSame(account.Email, address)) is { } account
            ? Find(account.Id) : null;

    /// <summary>Where the file lies in a data folder.</summary>
    public static string In(string folder) => Path.Combine(folder, "medewerkers.json");

    /// <param name="demo">Whether example people work here when there is no file yet.</param>
    /// <exception cref="CannotStartException">The file is not as it should be; the message says what to do.</exception>
    public static StaffFile Read(string path, bool demo)
    {
        var accounts = Load(path);
        if (accounts is null && demo)
            Write(path, accounts = Examples);
        return new StaffFile([.. (accounts ?? []).OfType<Account>()]);
    }

    /// <summary>Adds somebody who looks after the system, and makes the file when there is none.</summary>
    /// <param name="another">Also when there is a <c>beheerder</c> already.</param>
    /// <returns>The id that they got.</returns>
    /// <exception cref="CannotStartException">It was not done; the message says why, and what to do.</exception>
    public static string AddBeheerder(string path, string name, string email, bool another)
    {
        var before = Load(path) ?? [];
        if (!another && before.OfType<Account>().FirstOrDefault(account => account.Rollen.Contains(StaffRoles.Beheerder)) is { } first)
            throw new CannotStartException($"'{path}' has a beheerder already: '{first.Id}'. Add --another to make one more.");
        var id = FreeId(name, before);
        List<Account?> after = [.. before, new Account(id, name, email, [StaffRoles.Beheerder])];
        Check(after, path);
        Write(path, after);
        return id;
    }

    /// <summary>Null when there is no file.</summary>
    private static List<Account?>? Load(string path)
    {
        if (Directory.Exists(path))
            throw new CannotStartException($"'{path}' is a folder where the file with the staff is expected. Remove it and try again.");
        try
        {
            if (!File.Exists(path))
                return null;
            var accounts = JsonSerializer.Deserialize(File.ReadAllText(path), StaffJson.Default.ListAccount) ?? [];
            Check(accounts, path);
            return accounts;
        }
        catch (JsonException wrong)
        {
            var line = wrong.LineNumber is { } number ? $" (line {number + 1})" : "";
            throw new CannotStartException(
                $"'{path}' cannot be read as a list of people with id, naam, email and rollen{line}. Correct the file, or put it back from a backup.", wrong);
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            throw new CannotStartException(File.Exists(path)
                ? $"'{path}' cannot be read: {failure.Message} Give the user that runs this program access to it."
                : FolderFailure.Advice(failure, Path.GetDirectoryName(path)!), failure);
        }
    }

    private static void Write(string path, List<Account?> accounts)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            DurableFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(accounts, StaffJson.Default.ListAccount));
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            throw new CannotStartException(FolderFailure.Advice(failure, Path.GetDirectoryName(path)!), failure);
        }
    }

    /// <summary>The plain letters of the name with hyphens, and a number behind it when somebody has that id.</summary>
    private static string FreeId(string name, IEnumerable<Account?> taken)
    {
        var words = name.ToLowerInvariant().Split(' ', '-')
            .Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit))).Where(word => word.Length > 0);
        var id = string.Join('-', words) is { Length: > 0 } some ? some : StaffRoles.Beheerder;
        var ids = taken.Select(account => account!.Id).ToHashSet();
        return Enumerable.Range(1, ids.Count + 1).Select(number => number == 1 ? id : $"{id}-{number}").First(candidate => !ids.Contains(candidate));
    }

    private static void Check(List<Account?> accounts, string path)
    {
        foreach (var account in accounts)
        {
            // The serializer lets a null in a list pass.
            if (account is null || account.Rollen.Any(role => role is null))
                throw new CannotStartException($"'{path}' holds null for a person or a role. Fill it in, or remove it.");
            if (string.IsNullOrWhiteSpace(account.Naam) || account.Email.Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
                throw new CannotStartException($"'{path}' has no name or no mail address for '{account.Id}'. Fill in both.");
            if (account.Id.Length == 0 || account.Id.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')))
                throw new CannotStartException($"'{path}' has the id '{account.Id}'. Use small letters, digits and hyphens.");
            if (account.Rollen.FirstOrDefault(role => !StaffRoles.All.Contains(role)) is { } unknown)
                throw new CannotStartException($"'{path}' gives '{account.Id}' the role '{unknown}'. Use {string.Join(", ", StaffRoles.All)}.");
        }
        if (accounts.DistinctBy(account => account!.Id).Count() < accounts.Count)
            throw new CannotStartException(
                $"'{path}' has the same id twice. Money is released by two people, so every person needs an id of their own.");
        if (accounts.DistinctBy(account => EmailAddress.NormalForm(account!.Email)).Count() < accounts.Count)
            throw new CannotStartException(
                $"'{path}' has the same mail address twice, perhaps written in two ways. A sign-in link goes to one person's mailbox.");
    }
}

/// <summary>One person in the file; the names are those of the file.</summary>
internal sealed record Account(string Id, string Naam, string Email, IReadOnlyList<string> Rollen);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(List<Account?>))]
internal sealed partial class StaffJson : JsonSerializerContext;
