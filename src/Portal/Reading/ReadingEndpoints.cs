using Smederijen.Portal.Ideas.Reading;

namespace Smederijen.Portal.Reading;

/// <summary>What everyone can read.</summary>
public static class ReadingEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<ReadHome>("ShowHome", "/", (x, http) => x.Show(http)),
        Fixed("ShowMySmederij", FindMySmederij.Address, FindMySmederij.Show),
        Endpoint.Post<FindMySmederij>("FindMySmederij", FindMySmederij.Address, (x, http) => x.Post(http)),
        Endpoint.Get<ReadSmederij>("ShowSmederij", "/smederijen/{smederij}", (x, http) => x.Show(http)),
        Endpoint.Get<ReadIdea>("ShowIdea", "/smederijen/{smederij}/ideeen/{id:minlength(10)}", (x, http) => x.Show(http)),
        Endpoint.Get<ReadAttachment>("ShowAttachment", "/smederijen/{smederij}/ideeen/{id}/bijlagen/{naam}", (x, http) => x.Show(http)),
        Fixed("ShowStyle", "/stijl/{bestand}", ReadStyle.Show),
        Fixed("ShowPrivacy", "/privacy", _ => new PageOf<PrivacyPage>()),
        Fixed("ShowAccessibility", "/toegankelijkheid", _ => new PageOf<AccessibilityPage>()),
        Fixed("ShowContact", "/contact", _ => new PageOf<ContactPage>()),
        Fixed("ShowRobots", "/robots.txt", TextFiles.Robots),
        Endpoint.Get<Readiness>("IsAlive", "/gezond", (x, _) => x.Alive()),
        Endpoint.Get<Readiness>("IsReady", "/klaar", (x, http) => x.Ready(http)),
        Endpoint.Get<TextFiles>("ShowSecurityContact", "/.well-known/security.txt", (x, http) => Task.FromResult(x.SecurityContact(http))),
    ];

    /// <summary>What depends on nothing but the request.</summary>
    private static Endpoint Fixed(string name, string pattern, Func<HttpContext, IResult> handle) =>
        new(name, HttpMethods.Get, pattern, Access.Everyone, http => Task.FromResult(handle(http)));
}
