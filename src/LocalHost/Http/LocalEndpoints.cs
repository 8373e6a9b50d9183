using Smederijen.LocalHost.Demo;
using Smederijen.LocalHost.Mailbox;
using Smederijen.LocalHost.Staff;
using Smederijen.Portal;
using Endpoint = Smederijen.Portal.Http.Endpoint;

namespace Smederijen.LocalHost.Http;

/// <summary>
/// What the local edition serves beside <see cref="Endpoints.All"/>, because in Azure something else does it: the mail
/// service delivers, App Service signs staff in, and real time passes.
/// </summary>
public static class LocalEndpoints
{
    public static IReadOnlyList<Endpoint> For(bool demo) => Endpoint.WithForms(demo ? [.. Always, .. OnlyInADemo] : Always);

    private static IReadOnlyList<Endpoint> Always { get; } =
    [
        Endpoint.Get<SignInMail>("ShowAskForSignIn", "/aanmelden", (x, http) => x.Show(http)),
        Endpoint.Post<SignInMail>("AskForSignIn", "/aanmelden", (x, http) => x.Post(http)),
        Endpoint.Get<SignInMail>("ShowSignInSent", "/aanmelden/verstuurd", (x, http) => x.ShowSent(http)),
        Endpoint.Get<SignIn>("ShowSignIn", "/aanmelden/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<SignIn>("SignIn", "/aanmelden/{verwijzing}", (x, http) => x.Post(http)),
        Endpoint.Get<SignIn>("ShowSignOut", "/medewerkers/afmelden", (_, http) => Staff.SignIn.ShowSignOut(http), Access.Staff),
        Endpoint.Post<SignIn>("SignOut", "/medewerkers/afmelden", (x, http) => x.SignOut(http)),
    ];

    /// <summary>What nobody can see who does not sit at this machine.</summary>
    private static IReadOnlyList<Endpoint> OnlyInADemo { get; } =
    [
        ThisMachine.Only(Endpoint.Post<DemoSignIn>("SignInAsAnybody", DemoSignIn.Address, (x, http) => x.Post(http))),
        ThisMachine.Only(Endpoint.Get<MailboxPages>("ShowMailbox", "/postvak", (x, http) => x.List(http))),
        ThisMachine.Only(Endpoint.Get<MailboxPages>("ReadMails", "/postvak/berichten", (x, http) => x.Json(http))),
        ThisMachine.Only(Endpoint.Get<MailboxPages>("ShowMail", "/postvak/{id}", (x, http) => x.Show(http))),
        ThisMachine.Only(Endpoint.Get<ClockPages>("ShowClock", "/medewerkers/klok", (x, http) => x.Show(http), Access.Staff)),
        ThisMachine.Only(Endpoint.Post<ClockPages>("MoveClock", "/medewerkers/klok", (x, http) => x.Move(http), Access.Staff)),
    ];
}
