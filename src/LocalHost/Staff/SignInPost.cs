using System.Threading.Channels;
using Smederijen.LocalHost.Mail;

namespace Smederijen.LocalHost.Staff;

/// <summary>
/// Mails the sign-in links that were asked for, one after the other, apart from the requests. What waits is kept in memory only: when the
/// program ends, who asked can ask again.
/// </summary>
public sealed partial class SignInPost(
    StaffFile staff, SignIn signIn, IMailer mailer, LetterPress press, ReplyAddresses replies, HeldMail held,
    ILogger<SignInPost> log) : BackgroundService
{
    /// <summary>Beyond this somebody floods the page, and the oldest have given up.</summary>
    private const int MostWaiting = 1000;

    private readonly Channel<(string Email, string Back)> asked =
        Channel.CreateBounded<(string, string)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Nothing is sent to a mailbox in which enough links lie that work.</summary>
    /// <param name="back">The page of ours to go to after the sign-in.</param>
    public void Ask(string email, string back) => asked.Writer.TryWrite((email, back));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (email, back) in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (staff.FindByMail(email) is { } member && !await signIn.HasEnoughLinks(member, stoppingToken))
                    await Send(member, back, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotSent(log, failure.GetType().Name);
            }
        }
    }

    /// <summary>
    /// To the address in the file, however who asked wrote it: where two ways to write one are two mailboxes after all, it is theirs.
    /// </summary>
    private async Task Send(StaffMember member, string back, CancellationToken cancellation)
    {
        var letter = press.OfTheMunicipality(new Letter(
            "Aanmelden als medewerker",
            [$"Met deze link meldt u zich aan. De link werkt één keer, {SignIn.LinkLife.Minutes} minuten lang. Kreeg u meer links? Gebruik er één: daarna werken de andere niet meer.", "Hebt u dit niet gevraagd? Dan hoeft u niets te doen. Stuur deze mail niet door."],
            new LetterLink("Aanmelden", await signIn.LinkFor(member, back, cancellation)))
        { Greeting = "Beste collega," });
        var id = $"aanmelden-{Guid.NewGuid():n}";
        var mail = new OutgoingMail(id, member.Name, member.Email!, letter.Subject, LetterPress.Text(letter), await press.Html(letter))
        {
            ReplyTo = replies.General,
        };
        if (held.IsOn)
            held.Lay(mail);
        else
            await mailer.Send(mail, cancellation);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A sign-in link could not be mailed ({Reason}); who asked for it has to ask again")]
        public static partial void NotSent(ILogger logger, string reason);
    }
}
