namespace Smederijen.Portal.Settings;

/// <summary>A version of settings, as it is written down.</summary>
/// <param name="Id">Of the Smederij, or one of <see cref="SettingsKeys.OfAll"/>.</param>
/// <param name="Content">The value that <paramref name="Json"/> says.</param>
/// <param name="Hash">Of what it says, whatever its number.</param>
public sealed record SettingsDocument(string Id, int Version, object Content, string Json, string Hash)
{
    private const int HashBytes = 16;

    public static SettingsDocument Of(SmederijSettings smederij) => new(
        smederij.Id, smederij.Version, smederij, Rows.Write(smederij, DomainJson.Default.SmederijSettings),
        HashOf(Rows.Write(smederij with { Version = 0 }, DomainJson.Default.SmederijSettings)));

    public static SettingsDocument Of(StuurgroepSettings stuurgroep) => new(
        SettingsKeys.Stuurgroep, stuurgroep.Version, stuurgroep, Rows.Write(stuurgroep, StuurgroepJson.Default.StuurgroepSettings),
        HashOf(Rows.Write(stuurgroep with { Version = 0 }, StuurgroepJson.Default.StuurgroepSettings)));

    public static SettingsDocument Of(MunicipalitySettings municipality) => new(
        SettingsKeys.Municipality, municipality.Version, municipality, Rows.Write(municipality, SettingsJson.Default.MunicipalitySettings),
        HashOf(Rows.Write(municipality with { Version = 0 }, SettingsJson.Default.MunicipalitySettings)));

    public static SettingsDocument Of(StaffRegister staff) => new(
        SettingsKeys.Staff, staff.Version, staff, Rows.Write(staff, SettingsJson.Default.StaffRegister),
        HashOf(Rows.Write(staff with { Version = 0 }, SettingsJson.Default.StaffRegister)));

    /// <summary>The document of any type that settings have.</summary>
    public static SettingsDocument Of(object content) => content switch
    {
        SmederijSettings smederij => Of(smederij),
        StuurgroepSettings stuurgroep => Of(stuurgroep),
        MunicipalitySettings municipality => Of(municipality),
        StaffRegister staff => Of(staff),
        _ => throw NoSettings(content),
    };

    /// <summary>What the document with this content is called.</summary>
    public static string IdOf(object content) => content switch
    {
        SmederijSettings smederij => smederij.Id,
        StuurgroepSettings => SettingsKeys.Stuurgroep,
        MunicipalitySettings => SettingsKeys.Municipality,
        StaffRegister => SettingsKeys.Staff,
        _ => throw NoSettings(content),
    };

    /// <summary>What a row with a document of this id says.</summary>
    /// <exception cref="UnreadableRowException">It says no such thing.</exception>
    public static object Read(string id, Entity row) => id switch
    {
        SettingsKeys.Stuurgroep => row.Read(StuurgroepJson.Default.StuurgroepSettings),
        SettingsKeys.Municipality => row.Read(SettingsJson.Default.MunicipalitySettings),
        SettingsKeys.Staff => row.Read(SettingsJson.Default.StaffRegister),
        _ => row.Read(DomainJson.Default.SmederijSettings),
    };

    /// <summary>The same under another number.</summary>
    public SettingsDocument Numbered(int version) => Content switch
    {
        SmederijSettings smederij => Of(smederij with { Version = version }),
        StuurgroepSettings stuurgroep => Of(stuurgroep with { Version = version }),
        MunicipalitySettings municipality => Of(municipality with { Version = version }),
        StaffRegister staff => Of(staff with { Version = version }),
        _ => throw NoSettings(Content),
    };

    private static InvalidOperationException NoSettings(object content) => new($"Settings cannot be of the type {content.GetType().Name}.");

    private static string HashOf(string json) => Digest.Hex(json, HashBytes);
}
