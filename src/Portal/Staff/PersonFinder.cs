namespace Smederijen.Portal.Staff;

/// <summary>
/// Whom to look for: by a mailbox or a telephone number, with a name where people share it, or else by a name with its postcode. And by an account
/// that was paid, which is all that is known of somebody long after the end of an idea.
/// </summary>
public sealed record PersonQuery(string Email, string Phone, string Name, string Postcode)
{
    /// <summary>Without spaces, in capitals.</summary>
    public string Account { get; init; } = "";

    /// <summary>By mail address or telephone number, and of this name where one was typed: people share both. Else by name and postcode.</summary>
    public bool Fits(KnownData known) => (Account.Length > 0 && Account == known.Account) || (Email.Length + Phone.Length > 0
        ? IsReachedBy(known) && (Name.Length == 0 || PersonName.AreSame((Name, null), (known.Name, null)))
        : Postcode.Length > 0 && Postcode == known.Postcode && string.Equals(Name, known.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether what was found may be about more than one person: names differ, and none was typed.</summary>
    public bool MayMeanSeveral(IReadOnlyList<FoundPerson> found) => Name.Length == 0
        && found.Any(one => one.Known.Name.Length > 0 && !PersonName.AreSame((one.Known.Name, null), (found[0].Known.Name, null)));

    /// <summary>What finds the same person once this is known better.</summary>
    public PersonQuery After(KnownData better)
    {
        var known = new KnownData(Name, Email, Postcode, Phone).With(better);
        return new PersonQuery(known.Email, known.Phone, known.Name, known.Postcode) { Account = Account };
    }

    private bool IsReachedBy(KnownData known) =>
        (Email.Length > 0 && known.Email.Length > 0 && EmailAddress.AreSame(Email, known.Email))
        || (Phone.Length > 0 && known.Phone.Length > 0 && PhoneNumber.AreSame(Phone, known.Phone));

    /// <summary>As staff typed it. What is wrong is added to the errors of <paramref name="typed"/>.</summary>
    public static PersonQuery Read(Typed typed)
    {
        var query = new PersonQuery(
            Has("zoek-email") ? typed.Email("zoek-email") : "", Has("zoek-telefoon") ? typed.Phone("zoek-telefoon") : "",
            typed.Line("zoek-naam", 100, null), Has("zoek-postcode") ? typed.PostcodeOf("zoek-postcode").Value ?? "" : "")
        {
            Account = Has("zoek-rekening") ? Iban.TryParse(typed.Raw("zoek-rekening"), out var iban) ? iban.Value : Wrong() : "",
        };
        if (!typed.Errors.Any && query is { Email: "", Phone: "", Account: "" } && (query.Name.Length == 0 || query.Postcode.Length == 0))
            typed.Errors.Add("zoek-email", "Vul een e-mailadres in, of een telefoonnummer, of een naam met de postcode.");
        return query;

        bool Has(string field) => typed.Plain(field).Length > 0;

        string Wrong()
        {
            typed.Errors.Add("zoek-rekening", "Dit is geen goed IBAN. Kijk het nummer na.");
            return "";
        }
    }
}

/// <summary>Somebody in one place.</summary>
/// <param name="By">Who knows what to do with the row.</param>
public sealed record FoundPerson(IKeepsPeople By, string Smederij, Entity Row, KnownData Known, PersonPlace Place);

/// <summary>
/// Finds one person over all Smederijen. It reads every row that may be about people, a page at a time: so what it takes does not grow with
/// the store but for the time, and that is staff's to wait for.
/// </summary>
public sealed class PersonFinder(IEntityStore store, SettingsBook settings, IEnumerable<IKeepsPeople> keepers, UnreadableRows unreadable)
{
    public async Task<IReadOnlyList<FoundPerson>> Find(PersonQuery query, CancellationToken cancellation)
    {
        var found = new List<FoundPerson>();
        foreach (var partition in settings.WorkPartitions)
        {
            foreach (var keeper in keepers)
            {
                await foreach (var row in store.All(partition, RowRange.Prefix(keeper.Start), cancellation))
                {
                    if (keeper.IsPerson(row.Row) && await unreadable.Read(partition, [row], keeper.Read) is [var known]
                        && (query.Fits(known) || (known.Submission is { } one && found.Exists(other => other.Known.Submission == one))))
                        found.Add(new FoundPerson(keeper, partition, row, known, await keeper.Describe(partition, row, cancellation)));
                }
            }
        }
        return found;
    }
}
