using Microsoft.Extensions.Options;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Links;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Initiative;

/// <summary>The mail with the link of a member of the initiatiefgroep, and forgetting who did not confirm.</summary>
public sealed class GroupMail(
    IEntityStore store, SettingsBook settings, LinkTokens tokens, IMailer mailer, LetterPress press, TimeProvider clock, IOptions<PortalOptions> options)
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(400);

    /// <summary>The item of the work list: it is no idea, so it looks like none.</summary>
    public static string ItemOf(string id) => $"groep-{id}";

    /// <param name="id">The id of the effect: the mail carries it, so that a second try is the same mail.</param>
    public async Task Send(string smederij, string member, string id, CancellationToken cancellation = default)
    {
        if (settings.Current(smederij) is not { } found || await store.Get(smederij, Keys.GroupMember(member), cancellation) is not { } row)
            return;
        var person = row.Read(PortalJson.Default.Person);
        var link = new Link(LinkPurpose.Group, smederij, "", 0, member, clock.GetUtcNow() + LinkLife);
        var letter = Write(found, person.Confirmed, options.Value.PublicUrl, new Uri(options.Value.PublicUrl, $"/link/{tokens.Seal(link)}"));
        await mailer.Send(new OutgoingMail(id, person.Name, person.Email, letter.Subject, LetterPress.Text(letter), await press.Html(letter)), cancellation);
    }

    /// <summary>Deletes who never confirmed; who did stays.</summary>
    public async Task Forget(string smederij, string member, CancellationToken cancellation = default)
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
