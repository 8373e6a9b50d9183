using System.Security.Cryptography;
using System.Text;

namespace Smederijen.Portal.Mail;

/// <summary>Hands over the mails of one effect, whatever it is about; only here do address and content leave together.</summary>
public sealed class Dispatch(IMailer mailer, LetterPress press)
{
    /// <param name="id">The id of the effect: the mails carry it, so that a second try gives the same mails.</param>
    /// <exception cref="MailRefusedException">Some addresses are refused for good; the others got theirs.</exception>
    public async Task Send(string id, IEnumerable<AddressedLetter> letters, CancellationToken cancellation = default)
    {
        MailRefusedException? refused = null;
        var undelivered = new List<string>();
        foreach (var (name, email, letter, copy) in letters)
        {
            try
            {
                await mailer.Send(
                    new OutgoingMail(copy.Length > 0 ? IdFor(id, copy) : id, name, email, letter.Subject, LetterPress.Text(letter), await press.Html(letter)), cancellation);
            }
            catch (MailRefusedException wrong)
            {
                refused = wrong;
                undelivered.Add(copy);
            }
        }
        if (refused is not null)
            throw new MailRefusedException(refused.Message) { Undelivered = undelivered };
    }

    /// <summary>A second try finds the same reader under the same id, whoever joined or left meanwhile.</summary>
    private static string IdFor(string id, string copy) => $"{id}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(copy)).AsSpan(0, 6))}";
}
