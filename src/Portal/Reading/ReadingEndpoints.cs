using Smederijen.Portal.Ideas.Reading;
using Smederijen.Portal.Styling;

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
        Endpoint.Get<ReadHouseStyle>("ShowHouseStyle", HouseSheet.Folder + "/{bestand}", (x, http) => x.Show(http)),
        Endpoint.Get<SettingsBook>("ShowPrivacy", "/privacy", (settings, _) => Task.FromResult<IResult>(new PageOf<PrivacyPage>(new PrivacyModel(
            settings.Municipality, [.. settings.All.Select(smederij => (smederij.Name, smederij.Terms.RetentionMonths))])))),
        Told("ShowAccessibility", "/toegankelijkheid", municipality => new PageOf<AccessibilityPage>(municipality)),
        Told("ShowContact", "/contact", municipality => new PageOf<ContactPage>(municipality)),
        Fixed("ShowRobots", "/robots.txt", TextFiles.Robots),
        Endpoint.Get<Readiness>("IsAlive", "/gezond", (x, _) => x.Alive()),
        Endpoint.Get<Readiness>("IsReady", "/klaar", (x, http) => x.Ready(http)),
        Endpoint.Get<TextFiles>("ShowSecurityContact", "/.well-known/security.txt", (x, http) => Task.FromResult(x.SecurityContact(http))),
    ];

    /// <summary>What depends on nothing but what the municipality says of itself.</summary>
    private static Endpoint Told(string name, string pattern, Func<MunicipalitySettings, IResult> show) =>
        Endpoint.Get<SettingsBook>(name, pattern, (settings, _) => Task.FromResult(show(settings.Municipality)));

    /// <summary>What depends on nothing but the request.</summary>
    private static Endpoint Fixed(string name, string pattern, Func<HttpContext, IResult> handle) =>
        new(name, HttpMethods.Get, pattern, Access.Everyone, http => Task.FromResult(handle(http)));
}
