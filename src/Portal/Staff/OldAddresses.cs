namespace Smederijen.Portal.Staff;

/// <summary>What follows for an address that staff put right: whose it is, a row of its own says for a day.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(SayFarewell), "meld-oud-adres")]
[JsonDerivedType(typeof(ForgetAddress), "vergeet-oud-adres")]
public abstract record OldAddressEffect : Effect
{
    private OldAddressEffect() { }

    /// <summary>Who has that mailbox hears that it is used no longer.</summary>
    public sealed record SayFarewell : OldAddressEffect;

    /// <summary>It is deleted, whether or not the mail went out.</summary>
    public sealed record ForgetAddress : OldAddressEffect;
}

/// <summary>How it is written down.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(OldAddressEffect))]
public sealed partial class OldAddressJson : JsonSerializerContext;

/// <summary>
/// The mailbox from before a correction gets one short mail: whoever reads it would otherwise find out by silence that somebody else gets the
/// mails now. It names nobody, no item and no new address, and a mailbox that does not exist is nobody's concern.
/// </summary>
public sealed class OldAddresses(
    IEntityStore store, SettingsBook settings, EffectContracts effects, IDriver driver, TimeProvider clock, IOptions<PortalOptions> options)
    : IWorkKind
{
    /// <summary>A mail that did not go out by then is not sent any more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    public static KindFacts Kind { get; } = new()
    {
        Prefix = "oudadres-",
        Effects = new(OldAddressJson.Default.OldAddressEffect),
        Starts = [Start],
        Holds = key => key is ["oudadres", _] ? WorkJson.Default.Person : null,
    };

    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Mail<OldAddresses, OldAddressEffect.SayFarewell>((x, key, _, _, cancellation) => x.Write(key, cancellation), mayBeLost: true),
        Deed.Of<OldAddresses, OldAddressEffect.ForgetAddress>((x, key, _, cancellation) => x.Forget(key, cancellation)),
    ];

    internal const string Start = "oudadres|";

    public KindFacts Facts => Kind;

    /// <summary>
    /// What belongs to the commit that puts an address right; null where that mailbox hears it already. <see cref="Wake"/> it after that.
    /// </summary>
    /// <param name="email">The address from before.</param>
    internal Farewell? To(PersonWork work, string email)
    {
        if (!work.TellsOldAddress)
            return null;
        var now = clock.GetUtcNow();
        var id = ItemId.New(now);
        var key = new WorkKey(work.Smederij, Kind.Prefix + id);
        return new Farewell(key,
        [
            new Write.Insert(Start + id, Rows.Write(new Person("", email, ""), WorkJson.Default.Person)),
            .. CommitRows.Effects(effects, key, 1,
            [
                new PendingEffect(new OldAddressEffect.SayFarewell(), now),
                new PendingEffect(new OldAddressEffect.ForgetAddress(), now, RetryAt: now + Patience),
            ]),
        ]);
    }

    internal ValueTask Wake(Farewell? farewell) => farewell is null ? default : driver.Wake(farewell.Key, hasEffects: true, due: null);

    private async Task<IReadOnlyList<AddressedLetter>> Write(WorkKey key, CancellationToken cancellation) =>
        settings.Current(key.Smederij) is { } smederij && await store.Get(key.Smederij, RowOf(key), cancellation) is { } row
            ? [new AddressedLetter("", row.Read(WorkJson.Default.Person).Email, Write(smederij, options.Value.PublicUrl)) { IsConfirmed = false }]
            : [];

    private async Task Forget(WorkKey key, CancellationToken cancellation) =>
        await store.Commit(key.Smederij, [new Write.Delete(RowOf(key))], cancellation);

    public static Letter Write(SmederijSettings smederij, Uri portal) => new(
        "Wij gebruiken dit e-mailadres niet meer",
        [
            $"Dit e-mailadres stond bij een idee of een groep in {smederij.Name}. De gemeente heeft dat veranderd. Mails daarover gaan nu naar een ander adres. "
                + "Links in eerdere mails werken niet meer.",
            "Klopt dat? Dan hoeft u niets te doen. Klopt het niet? Bel of mail dan de gemeente.",
        ],
        Also: [LetterParts.HelpLink(new Uri(portal, $"/smederijen/{smederij.Id}"))])
    { Greeting = "Goedendag," };

    private static string RowOf(WorkKey key) => Start + Kind.IdOf(key);
}

/// <summary>The mail to an address that is used no longer, as rows of the commit that changes it.</summary>
internal sealed record Farewell(WorkKey Key, IReadOnlyList<Write> Rows);
