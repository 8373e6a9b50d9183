using System.Text.Json;
using System.Text.Json.Serialization;
using Smederijen.LocalHost.Storage;

namespace Smederijen.LocalHost.Staff;

/// <summary>
/// Who works with the staff board: <c>medewerkers.json</c> in the data folder, made with example people when it is not there.
/// Roles are <c>medewerker</c>, <c>regisseur</c> and <c>beheerder</c>, as in Azure.
/// </summary>
public sealed class StaffFile
{
    public static readonly IReadOnlyList<string> Roles = [StaffRoles.Medewerker, StaffRoles.Regisseur, StaffRoles.Beheerder];

    private static readonly List<Account?> Examples =
    [
        new("anna", "Anna de Vries", "anna.devries@voorbeeld.example", ["medewerker", "beheerder"]),
        new("bram", "Bram Okafor", "bram.okafor@voorbeeld.example", ["medewerker"]),
        new("regisseur-noord", "Rianne Noord", "regisseur.noord@voorbeeld.example", ["medewerker", "regisseur"]),
        new("regisseur-zuid", "Sander Zuid", "regisseur.zuid@voorbeeld.example", ["medewerker", "regisseur"]),
    ];

    private readonly IReadOnlyList<Account> _accounts;

    private StaffFile(IReadOnlyList<Account> accounts)
    {
        _accounts = accounts;
        Members = [.. accounts.Select(account => new StaffMember(account.Id, account.Naam, account.Rollen.ToHashSet(StringComparer.Ordinal)))];
    }

    public IReadOnlyList<StaffMember> Members { get; }

    public StaffMember? Find(string id) => Members.FirstOrDefault(member => member.Id == id);

    /// <summary>Who reads this mailbox; null when nobody of the staff does.</summary>
    public StaffMember? FindByMail(string address) =>
        _accounts.FirstOrDefault(account => string.Equals(account.Email, address, StringComparison.OrdinalIgnoreCase)) is { } account
            ? Find(account.Id) : null;

    /// <exception cref="CannotStartException">The file is not as it should be; the message says what to do.</exception>
    public static StaffFile Read(string path)
    {
        if (Directory.Exists(path))
            throw new CannotStartException($"'{path}' is a folder where the file with the staff is expected. Remove it to get example people.");
        try
        {
            if (!File.Exists(path))
                MakeExample(path);
            var accounts = JsonSerializer.Deserialize(File.ReadAllText(path), StaffJson.Default.ListAccount) ?? [];
            Check(accounts, path);
            return new StaffFile([.. accounts.OfType<Account>()]);
        }
        catch (JsonException wrong)
        {
            var line = wrong.LineNumber is { } number ? $" (line {number + 1})" : "";
            throw new CannotStartException($"'{path}' cannot be read as a list of people with id, naam, email and rollen{line}. Correct the file, or remove it to get example people.", wrong);
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            throw new CannotStartException(File.Exists(path)
                ? $"'{path}' cannot be read: {failure.Message} Give the user that runs this program access to it."
                : FolderFailure.Advice(failure, Path.GetDirectoryName(path)!), failure);
        }
    }

    private static void MakeExample(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(Examples, StaffJson.Default.ListAccount));
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
            if (account.Rollen.FirstOrDefault(role => !Roles.Contains(role)) is { } unknown)
                throw new CannotStartException($"'{path}' gives '{account.Id}' the role '{unknown}'. Use {string.Join(", ", Roles)}.");
        }
        if (accounts.DistinctBy(account => account!.Id).Count() < accounts.Count)
            throw new CannotStartException($"'{path}' has the same id twice. Money is released by two people, so every person needs an id of their own.");
        if (accounts.DistinctBy(account => account!.Email, StringComparer.OrdinalIgnoreCase).Count() < accounts.Count)
            throw new CannotStartException($"'{path}' has the same mail address twice. A sign-in link goes to one person's mailbox.");
    }
}

/// <summary>One person in the file; the names are those of the file.</summary>
internal sealed record Account(string Id, string Naam, string Email, IReadOnlyList<string> Rollen);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(List<Account?>))]
internal sealed partial class StaffJson : JsonSerializerContext;
