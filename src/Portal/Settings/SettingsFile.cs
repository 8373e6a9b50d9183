namespace Smederijen.Portal.Settings;

/// <summary>
/// What an empty store is filled with: the example of a demo (<c>smederijen.json</c>), with who sits on which seat. A real installation begins
/// with <see cref="None"/>.
/// </summary>
public sealed class SettingsFile
{
    private readonly IReadOnlyList<Contact> contacts;

    private SettingsFile(
        IReadOnlyList<SmederijSettings> smederijen, StuurgroepSettings stuurgroep, IReadOnlyList<Contact> contacts,
        MunicipalitySettings municipality, string hash)
    {
        Hash = hash;
        Smederijen = smederijen;
        Stuurgroep = stuurgroep;
        Municipality = municipality;
        this.contacts = contacts;
    }

    /// <summary>Differs when anything in the file does.</summary>
    public string Hash { get; }

    public IReadOnlyList<SmederijSettings> Smederijen { get; }

    public StuurgroepSettings Stuurgroep { get; }

    public MunicipalitySettings Municipality { get; }

    /// <summary>All of it, the stuurgroep before the Smederijen: their rounds begin as it says.</summary>
    public IReadOnlyList<SettingsDocument> Documents =>
        Municipality.Version == 0 ? []
            : [SettingsDocument.Of(Municipality), SettingsDocument.Of(Stuurgroep), .. Smederijen.Select(SettingsDocument.Of)];

    public SmederijSettings? Find(string id) => Smederijen.FirstOrDefault(smederij => smederij.Id == id);

    /// <summary>Who is named by the document with this id.</summary>
    public IReadOnlyList<Contact> ContactsOf(string id) => id == SettingsKeys.Stuurgroep ? [.. ContactsOfStuurgroep()]
        : Find(id) is { } smederij ? [.. ContactsOf(smederij)] : [];

    /// <summary>Everybody with a seat or a task in this Smederij; <c>{smederij}</c> in an address stands for its id.</summary>
    public IEnumerable<Contact> ContactsOf(SmederijSettings settings)
    {
        var ids = settings.Wijkteam.Members.Select(member => member.Id).Append(settings.Gebiedsregisseur).Append("vrijgave")
            .ToHashSet(StringComparer.Ordinal);
        return contacts.Where(contact => ids.Contains(contact.Id))
            .Select(contact => contact with { Email = contact.Email.Replace("{smederij}", settings.Id, StringComparison.Ordinal) });
    }

    /// <summary>Holders and deputies of the seats, and the secretary.</summary>
    public IEnumerable<Contact> ContactsOfStuurgroep()
    {
        var ids = Stuurgroep.Seats.SelectMany(seat => new[] { seat.Holder, seat.Deputy }).Append(Contact.Secretary).ToHashSet();
        return contacts.Where(contact => ids.Contains(contact.Id));
    }

    /// <summary>For an installation that its administrator fills.</summary>
    public static SettingsFile None { get; } = new([], new(0, [], 1, 50, 21, 7, "", Euro.Zero), [], MunicipalitySettings.Empty, "leeg");

    /// <summary>The file that comes with the program, for a demo: the 24 Smederijen of Hoogeveen, as example data.</summary>
    public static SettingsFile Embedded()
    {
        using var stream = typeof(SettingsFile).Assembly.GetManifestResourceStream("smederijen.json")
            ?? throw new InvalidOperationException("The settings file is missing from the program: build it again.");
        using var document =
            JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return Read(document.RootElement);
    }

    /// <exception cref="JsonException">The file is not as it should be; the message says where.</exception>
    public static SettingsFile Read(JsonElement root)
    {
        var smederijen = root.GetProperty("smederijen").EnumerateArray().Select(Settings).ToList();
        var contacts = root.GetProperty("contacten").EnumerateArray()
            .Select(contact => new Contact(Text(contact, "id"), Text(contact, "naam"), Text(contact, "email"), Text(contact, "functie"),
                contact.TryGetProperty("telefoon", out var phone) ? phone.GetString() ?? "" : "", contact.TryGetProperty("openbaar", out var open)
                    && open.GetBoolean()))
            .ToList();
        var municipality = root.GetProperty("gemeente").Deserialize(SettingsJson.Default.MunicipalitySettings)
            ?? throw new JsonException("The municipality in the settings file is empty.");
        return new SettingsFile(smederijen, StuurgroepOf(root), contacts, municipality, HashOf(root));
    }

    private static string HashOf(JsonElement root) =>
        Digest.Hex(root.GetRawText(), 16);

    private static SmederijSettings Settings(JsonElement element) => element.Deserialize(DomainJson.Default.SmederijSettings)
        ?? throw new JsonException("A Smederij in the settings file is empty.");

    private static StuurgroepSettings StuurgroepOf(JsonElement root) => root.GetProperty("stuurgroep").Deserialize(StuurgroepJson.Default.StuurgroepSettings)
        ?? throw new JsonException("The stuurgroep in the settings file is empty.");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()
        ?? throw new JsonException($"A contact in the settings file has no '{name}'.");
}
