using Smederijen.Portal.Security;

namespace Smederijen.LocalHost.Staff;

/// <summary>
/// Mails a sign-in link to who asks for one with an address from the staff file. Everybody else gets the same answer, so that
/// the page does not tell who works here.
/// </summary>
public sealed class SignInMail(StaffFile staff, SignIn signIn, IMailer mailer, LetterPress press, RequestLimits limits)
{
    public Task<IResult> Show(HttpContext http) => Task.FromResult<IResult>(Page(Typed.Empty, 200));

    public Task<IResult> ShowSent(HttpContext http) => Task.FromResult<IResult>(new PageOf<SignInSentPage>());

    /// <summary>The field is <c>email</c>.</summary>
    public async Task<IResult> Post(HttpContext http)
    {
        var typed = await Typed.Read(http);
        var email = typed.Email("email");
        if (typed.Errors.Any)
            return Page(typed, 400);
        var wait =
            await limits.Count([(Limit.SignInPerAddress, RequestLimits.AddressOf(http)), (Limit.SignInPerMailbox, email)], http.RequestAborted);
        if (wait is { } tooOften)
            return Failures.TooMany(http, tooOften);
        if (staff.FindByMail(email) is { } member)
            await Send(member, email);
        return new SeeOther("/aanmelden/verstuurd");
    }

    private async Task Send(StaffMember member, string email)
    {
        var letter = new Letter(
            "Aanmelden als medewerker",
            ["Met deze link meldt u zich aan. De link werkt een uur.", "Hebt u dit niet gevraagd? Dan hoeft u niets te doen. Stuur deze mail niet door."],
            new LetterLink("Aanmelden", signIn.LinkFor(member)))
        { Greeting = "Beste collega," };
        await mailer.Send(new OutgoingMail($"aanmelden-{Guid.NewGuid():n}", member.Name, email, letter.Subject, LetterPress.Text(letter), await press.Html(letter)));
    }

    private static PageOf<AskSignInPage> Page(Typed typed, int status) => new(typed, status);
}
