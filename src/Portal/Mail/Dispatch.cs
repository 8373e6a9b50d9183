namespace Smederijen.Portal.Mail;

/// <summary>Hands over the mails of one effect, whatever it is about; only here do address and content leave together.</summary>
public sealed class Dispatch(IMailer mailer, LetterPress press, ReplyAddresses replies)
{
    /// <param name="of">What the mails have in common.</param>
    /// <param name="mayGoOn">Whether there is time for one more mail; the first one always goes.</param>
    /// <exception cref="MailRefusedException">Some addresses are refused for good; the others got theirs.</exception>
    /// <exception cref="MailInterruptedException">Some got theirs; for the others it failed now, or there was no time.</exception>
    public async Task Send(Envelope of, IEnumerable<AddressedLetter> letters, Func<bool> mayGoOn, CancellationToken cancellation = default)
    {
        AddressedLetter[] all = [.. letters];
        var replyTo = await replies.For(of.Partition, cancellation);
        MailRefusedException? refused = null;
        var undelivered = new List<string>();
        for (var i = 0; i < all.Length; i++)
        {
            IReadOnlyList<string> Left() => [.. undelivered, .. all[i..].Select(letter => letter.Copy)];
            if (i > 0 && !mayGoOn())
                throw new MailInterruptedException("There was no time to send this mail to everybody at once.") { Undelivered = Left() };
            try
            {
                await mailer.Send(await Mail(of, all[i], replyTo), cancellation);
            }
            catch (MailRefusedException wrong)
            {
                refused = wrong;
                undelivered.Add(all[i].Copy);
            }
            catch (Exception failure) when (i > 0 && failure is not StoreUnavailableException && !cancellation.IsCancellationRequested)
            {
                throw new MailInterruptedException(failure.Message, failure) { Undelivered = Left() };
            }
        }
        if (refused is not null)
            throw new MailRefusedException(refused.Message) { Undelivered = undelivered };
    }

    private async Task<OutgoingMail> Mail(Envelope of, AddressedLetter to, string? replyTo)
    {
        var letter = press.OfTheMunicipality(to.Letter);
        return new(
            to.Copy.Length > 0 ? IdFor(of.Id, to.Copy) : of.Id, to.IsConfirmed ? Tidy.Line(to.Name) : "", EmailAddress.Deliverable(to.Email),
            Tidy.Line(letter.Subject), LetterPress.Text(letter), await press.Html(letter))
        {
            ReplyTo = replyTo,
            Ticket = of.TicketFor(to.Copy),
        };
    }

    /// <summary>A second try finds the same reader under the same id, whoever joined or left meanwhile.</summary>
    private static string IdFor(string id, string copy) => $"{id}-{Digest.Hex(copy, 6)}";
}

/// <summary>What the mails of one effect have in common.</summary>
/// <param name="Id">The id of the effect: the mails carry it, so that a second try gives the same mails.</param>
/// <param name="Partition">The Smederij that it is about, or the stuurgroep; somebody there reads the answers.</param>
/// <param name="TicketFor">What the mail to a reader (by its key) takes along, to be found again by; null where nobody would bring it back.</param>
public sealed record Envelope(string Id, string Partition, Func<string, string?> TicketFor);
