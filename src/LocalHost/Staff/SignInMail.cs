using Smederijen.Portal.Security;

namespace Smederijen.LocalHost.Staff;

/// <summary>
/// Mails a sign-in link to who asks for one with an address from the staff file. Everybody else gets the same answer for the same work:
/// whether somebody is known is looked at only by <see cref="SignInPost"/>, when the answer is on its way. So neither the page nor the
/// time that it takes tells who works here. Asking is limited by network, never by the address that is asked for: others would lock its owner out.
/// </summary>
public sealed class SignInMail(SignInPost post, RequestLimits limits, DemoSignIn demo, MailHold mail)
{
    public const string Address = "/aanmelden";

    /// <summary>The page, with where to go after it.</summary>
    public static string AddressFor(string back) => back == ReturnAddress.Board ? Address : $"{Address}?terug={Uri.EscapeDataString(back)}";

    /// <summary><c>GET /aanmelden?terug=/medewerkers/…</c></summary>
    public Task<IResult> Show(HttpContext http) => Task.FromResult<IResult>(Page(http, http.Request.Query["terug"], Typed.For(http), 200));

    public Task<IResult> ShowSent(HttpContext http) => Task.FromResult<IResult>(new PageOf<SignInSentPage>(mail.IsOn()));

    /// <summary>The fields are <c>email</c> and <c>terug</c>.</summary>
    public async Task<IResult> Post(HttpContext http)
    {
        var typed = await Typed.Read(http);
        var email = typed.Email("email");
        if (typed.Errors.Any)
            return Page(http, typed.Raw("terug"), typed, 400);
        if (await limits.Count(Limit.SignInPerAddress, RequestLimits.AddressOf(http), http.RequestAborted) is { } tooOften)
            return Failures.TooMany(http, tooOften);
        post.Ask(email, ReturnAddress.Of(typed.Raw("terug")));
        return new SeeOther($"{Address}/verstuurd");
    }

    private PageOf<AskSignInPage> Page(HttpContext http, string? back, Typed typed, int status) =>
        new(new AskSignInModel(typed, ReturnAddress.Of(back), demo.Choices(http), mail.IsOn()), status);
}

/// <param name="Back">The page to come back to.</param>
/// <param name="Demo">Who one can be in a demo; empty otherwise.</param>
/// <param name="MailIsHeld">The link does not go by mail: the operator has it.</param>
public sealed record AskSignInModel(Typed Typed, string Back, IReadOnlyList<StaffMember> Demo, bool MailIsHeld);
