using Microsoft.Extensions.Options;
using Smederijen.Domain;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Links;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Initiative;

/// <summary>The initiatiefgroep on the work list: the mail with the link of a member, and forgetting who did not confirm.</summary>
public sealed class GroupWork(IEntityStore store, SettingsBook settings, LinkTokens tokens, TimeProvider clock, IOptions<PortalOptions> options) : ISendsMail
{
    internal const string Start = "groep-";
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(400);

    public string Prefix => Start;

    /// <summary>The item of the work list for one press of the button.</summary>
    public static string ItemOf(string id) => Start + id;

    public Task<DateTimeOffset?> NextDue(WorkKey key, CancellationToken cancellation) => Task.FromResult<DateTimeOffset?>(null);

    public Task LetTimePass(WorkKey key, CancellationToken cancellation) => Task.CompletedTask;

    public async Task<IReadOnlyList<AddressedLetter>?> Letters(WorkKey key, Effect effect, bool forPaper, CancellationToken cancellation)
    {
        if (effect is not GroupEffect.ConfirmMembership { Member: var member })
            return null;
        if (settings.Current(key.Smederij) is not { } smederij || await store.Get(smederij.Id, Keys.GroupMember(member), cancellation) is not { } row)
            return [];
        var person = row.Read(PortalJson.Default.Person);
        var path = forPaper ? JoinGroup.PathOf(smederij.Id)
            : $"/link/{tokens.Seal(new Link(LinkPurpose.Group, smederij.Id, "", 0, member, clock.GetUtcNow() + LinkLife))}";
        return [new AddressedLetter(person.Name, person.Email, Write(smederij, person.Confirmed, options.Value.PublicUrl, new Uri(options.Value.PublicUrl, path)))];
    }

    public Task Perform(WorkKey key, Effect effect, string id, CancellationToken cancellation) => effect is GroupEffect.ForgetUnconfirmed { Member: var member }
        ? Forget(key.Smederij, member, cancellation)
        : throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "Nobody performs this effect.");

    /// <summary>Deletes who never confirmed; who did stays.</summary>
    private async Task Forget(string smederij, string member, CancellationToken cancellation)
    {
        if (await store.Get(smederij, Keys.GroupMember(member), cancellation) is { } row && !row.Read(PortalJson.Default.Person).Confirmed)
            await store.Commit(smederij, [new Write.Delete(row.Row, row.ETag)], cancellation);
    }

    /// <param name="link">Sealed for this member.</param>
    public static Letter Write(SmederijSettings smederij, bool confirmed, Uri portal, Uri link)
    {
        var help = LetterParts.HelpLink(new Uri(portal, $"/smederijen/{smederij.Id}"));
        return confirmed
            ? new(
                $"Uw pagina van de initiatiefgroep in {smederij.Name}",
                [
                    "U doet mee met de initiatiefgroep. Op uw pagina leest u de nieuwe ideeën. Daar geeft u ook advies.",
                    "Bewaar deze mail: met de link komt u altijd op uw pagina. Hebt u deze mail niet gevraagd? Dan hoeft u niets te doen.",
                ],
                new LetterLink("Naar mijn pagina", link),
                [help])
            : new(
                $"Doet u mee met de initiatiefgroep in {smederij.Name}?",
                [
                    $"U wilt meedoen met de initiatiefgroep in {smederij.Name}. Klopt dat? Klik dan op de link en bevestig het.",
                    $"Doe dat binnen {JoinGroup.DaysToConfirm} dagen. Daarna verwijderen wij uw gegevens.",
                    "Bewaar deze mail: met de link komt u altijd op uw pagina. Hebt u dit niet gevraagd? Dan hoeft u niets te doen.",
                ],
                new LetterLink("Meedoen bevestigen", link),
                [help]);
    }
}
