using Microsoft.Extensions.Configuration;

namespace Smederijen.Functions.Settings;

/// <summary>
/// Settings that refer to the key vault. App Service puts the secret in their place before the app starts; when it cannot (yet),
/// because of the network, a role or a secret that is missing, the reference itself arrives as if it were the value.
/// </summary>
internal static class References
{
    private const string Start = "@Microsoft.KeyVault(";

    /// <summary>The names of the settings that arrived unresolved, as an operator knows them.</summary>
    public static IReadOnlyList<string> Unresolved(this IConfiguration settings) =>
        [.. settings.AsEnumerable().Where(setting => IsReference(setting.Value))
            .Select(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal)).Order()];

    /// <summary>The section, when all its settings can be used.</summary>
    /// <exception cref="UnresolvedSettingException">Some of them are not resolved yet.</exception>
    public static IConfigurationSection Resolved(this IConfiguration settings, string name) =>
        settings.GetSection(name).Unresolved() is { Count: > 0 } waiting ? throw new UnresolvedSettingException(Sentence(waiting))
            : settings.GetSection(name);

    public static string Sentence(IReadOnlyList<string> names) =>
        $"{string.Join(", ", names)}: the reference to the key vault is not resolved yet. Check that the secret exists, that the app's identity "
        + "may read it and that the app reaches the vault, and restart the app. Until then what needs it is tried again.";

    public static bool IsReference(string? value) => value?.TrimStart().StartsWith(Start, StringComparison.OrdinalIgnoreCase) == true;
}
