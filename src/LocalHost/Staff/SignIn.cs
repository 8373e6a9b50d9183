using Microsoft.Extensions.Options;
using Smederijen.Portal.Links;

namespace Smederijen.LocalHost.Staff;

/// <summary>Signs staff in with a link from the terminal or from <see cref="SignInMail"/>: looking changes nothing, the button signs in.</summary>
public sealed class SignIn(StaffFile staff, LocalStaff access, LinkTokens tokens, OpenedLinks links, IOptions<PortalOptions> portal,
    TimeProvider clock)
{
    private const string StaffBoard = "/medewerkers";

    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);

    /// <summary>A demo's clock may be moved a year on before the second person signs in.</summary>
    private static readonly TimeSpan LinkLifeInADemo = TimeSpan.FromDays(3650);

    /// <summary>A fresh link for everybody in the file; who has it can sign in as that person.</summary>
    public IEnumerable<(StaffMember Member, Uri Link)> Links() => staff.Members.Select(member => (member, LinkFor(member)));

    public Task<IResult> Show(HttpContext http) => Task.FromResult(links.Find(http, LinkPurpose.SignIn) switch
    {
        ReadLink.Valid valid when staff.Find(valid.Link.Person) is { } member =>
            new PageOf<SignInPage>(new SignInModel(member.Name, http.Request.Path)),
        _ => Unusable(),
    });

    public Task<IResult> Post(HttpContext http)
    {
        if (links.Find(http, LinkPurpose.SignIn) is not ReadLink.Valid valid || staff.Find(valid.Link.Person) is not { } member)
            return Task.FromResult(Unusable());
        access.Admit(http, member);
        return Task.FromResult<IResult>(new SeeOther(StaffBoard));
    }

    public Task<IResult> ShowSignOut(HttpContext http) => Task.FromResult<IResult>(new PageOf<SignOutPage>(access.Identify(http)!));

    public Task<IResult> SignOut(HttpContext http)
    {
        LocalStaff.Leave(http);
        return Task.FromResult<IResult>(new SeeOther("/"));
    }

    public Uri LinkFor(StaffMember member)
    {
        var life = portal.Value.Demo ? LinkLifeInADemo : LinkLife;
        return new Uri(portal.Value.PublicUrl, $"/link/{tokens.Seal(new Link(LinkPurpose.SignIn, "", "", 0, member.Id, clock.GetUtcNow() + life))}");
    }

    private static IResult Unusable() => new PageOf<FailurePage>(
        new Failure("Deze link werkt niet meer", "Een link om aan te melden werkt maar kort. Vraag een nieuwe link.", new("Vraag een nieuwe link", "/aanmelden")), 410);
}

/// <summary>Who is about to sign in, and where the button goes.</summary>
public sealed record SignInModel(string Name, string Here);
