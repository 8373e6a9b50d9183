namespace Smederijen.Portal.Mail;

/// <summary>Hands over the mails of one effect, whatever it is about; only here do address and content leave together.</summary>
public sealed class Dispatch(IMailer mailer, LetterPress press)
{
    /// <param name="id">The id of the effect: the mails carry it, so that a second try gives the same mails.</param>
    /// <param name="mayGoOn">Whether there is time for one more mail; the first one always goes.</param>
    /// <exception cref="MailRefusedException">Some addresses are refused for good; the others got theirs.</exception>
    /// <exception cref="MailInterruptedException">Some got theirs; for the others it failed now, or there was no time.</exception>
    public async Task Send(string id, IEnumerable<AddressedLetter> letters, Func<bool> mayGoOn, CancellationToken cancellation = default)
    {
        AddressedLetter[] all = [.. letters];
        MailRefusedException? refused = null;
        var undelivered = new List<string>();
        for (var i = 0; i < all.Length; i++)
        {
            IReadOnlyList<string> Left() => [.. undelivered, .. all[i..].Select(letter => letter.Copy)];
            if (i > 0 && !mayGoOn())
                throw new MailInterruptedException("There was no time to send this mail to everybody at once.") { Undelivered = Left() };
            try
            {
                await Send(id, all[i], cancellation);
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

    private async Task Send(string id, AddressedLetter to, CancellationToken cancellation) => await mailer.Send(
        new OutgoingMail(to.Copy.Length > 0 ? IdFor(id, to.Copy)
            : id, to.Name, to.Email, to.Letter.Subject, LetterPress.Text(to.Letter), await press.Html(to.Letter)),
        cancellation);

    /// <summary>A second try finds the same reader under the same id, whoever joined or left meanwhile.</summary>
    private static string IdFor(string id, string copy) => $"{id}-{Digest.Hex(copy, 6)}";
}
