using System.Collections.Frozen;

namespace Smederijen.Portal.Ideas.Support;

/// <summary>
/// Supporters who are so alike that staff have a look: it proves nothing, and refuses nobody. Nothing is kept for it that the form did not ask,
/// so no network address plays a part.
/// </summary>
/// <param name="Kind">In what they are alike.</param>
/// <param name="What">The domain, the beginning of the address, or the name and postcode that they share.</param>
public sealed record Lookalikes(LookalikeKind Kind, string What, IReadOnlyList<Person> People)
{
    /// <summary>Three of one domain may be a club; three out of five, or five, are worth a look.</summary>
    private const int FewOfDomain = 3;
    private const int ManyOfDomain = 5;

    /// <summary>A couple shares name and postcode, and so do many families with a child that may sign.</summary>
    private const int FewOfHousehold = 4;

    /// <summary>Where so many people have their mailbox that it says nothing; in the examples of a demo everybody has it at the last one.</summary>
    private static readonly FrozenSet<string> Providers = FrozenSet.ToFrozenSet(
    [
        "gmail.com", "hotmail.com", "hotmail.nl", "outlook.com", "outlook.nl", "live.nl", "live.com", "msn.com", "icloud.com", "proton.me",
        "yahoo.com", "yahoo.nl", "gmx.com", "gmx.net", "gmx.de", "ziggo.nl", "kpnmail.nl", "kpnplanet.nl", "planet.nl", "hetnet.nl", "home.nl",
        "xs4all.nl", "upcmail.nl", "casema.nl", "chello.nl", "quicknet.nl", "zonnet.nl", "online.nl", "tele2.nl", "telfort.nl", "solcon.nl",
        "caiway.nl", "caiway.net", "delta.nl", "zeelandnet.nl", "freedom.nl", "wxs.nl", "wanadoo.nl", "versatel.nl", "multiweb.nl",
        "voorbeeld.example",
    ], StringComparer.Ordinal);

    /// <summary>All of them, those of most people first; each kind for itself, so somebody may be in more than one.</summary>
    /// <param name="confirmed">Whose support counts.</param>
    public static IReadOnlyList<Lookalikes> Among(IReadOnlyList<Person> confirmed)
    {
        var people = confirmed.Select(person => (Person: person, Address: Address.Of(person))).ToList();
        return
        [
            .. ((Lookalikes[])
            [
                .. By(LookalikeKind.Domain, one => Providers.Contains(one.Address.Domain) ? "" : one.Address.Domain)
                    .Where(group => group.People.Count >= ManyOfDomain
                        || (group.People.Count >= FewOfDomain && 3 * group.People.Count > confirmed.Count)),
                .. By(LookalikeKind.Numbered, one => one.Address.Stem)
                    .Where(group => group.People.Select(person => EmailAddress.NormalForm(person.Email)).Distinct().Skip(1).Any()),
                .. By(LookalikeKind.Household, one => $"{PersonName.Surname(one.Person.Name)} {one.Person.Postcode}")
                    .Where(group => group.People.Count >= FewOfHousehold),
                .. Mailboxes(),
            ]).OrderByDescending(group => group.People.Count),
        ];

        IEnumerable<Lookalikes> By(LookalikeKind kind, Func<(Person Person, Address Address), string> what) =>
            people.GroupBy(what, one => one.Person, StringComparer.Ordinal).Where(group => group.Key.Length > 0)
                .Select(group => new Lookalikes(kind, group.Key, [.. group]));

        IEnumerable<Lookalikes> Mailboxes()
        {
            var shared = By(LookalikeKind.Mailbox, one => EmailAddress.NormalForm(one.Person.Email)).Where(group => group.People.Count > 1).ToList();
            return shared.Count > 1 ? [new(LookalikeKind.Mailbox, "", [.. shared.SelectMany(group => group.People)])] : [];
        }
    }

    /// <summary>How many people are in any of them.</summary>
    public static int Count(IEnumerable<Lookalikes> groups) => groups.SelectMany(group => group.People).Distinct().Count();

    /// <summary>Names a comparison by what was compared and what came of it, so that doing it twice is doing it once.</summary>
    public static CommandId CommandFor(WorkKey key, int revision, int alike) =>
        CommandId.From($"{key.Smederij}/{key.Item}-vergeleken-{revision}-{alike}");

    /// <summary>An address in its parts, as they are compared.</summary>
    /// <param name="Stem">The address without its digits; empty where there were none, or hardly anything is left.</param>
    private sealed record Address(string Domain, string Stem)
    {
        private const int ShortestStem = 3;

        public static Address Of(Person person)
        {
            var normal = EmailAddress.NormalForm(person.Email);
            var at = normal.LastIndexOf('@');
            var (local, domain) = (normal[..Math.Max(at, 0)], normal[(at + 1)..]);
            var letters = string.Concat(local.Where(c => !char.IsAsciiDigit(c)));
            return new Address(domain, letters.Length >= ShortestStem ? $"{letters}@{domain}" : "");
        }
    }
}

/// <summary>In what supporters are alike.</summary>
public enum LookalikeKind
{
    /// <summary>One domain, of no large provider.</summary>
    Domain,

    /// <summary>One address but for its digits.</summary>
    Numbered,

    /// <summary>One surname and postcode.</summary>
    Household,

    /// <summary>Two people on one mailbox, more than once.</summary>
    Mailbox,
}
