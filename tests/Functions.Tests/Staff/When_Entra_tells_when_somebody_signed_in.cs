using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Smederijen.Domain.Ideas;
using Smederijen.Functions.Staff;
using Smederijen.Portal.Http;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests;

namespace Smederijen.Functions.Tests.Staff;

/// <summary>Money in the Azure edition, with the header of App Service as it comes in.</summary>
public sealed class When_Entra_tells_when_somebody_signed_in
{
    private static readonly object Approval = new { gecontroleerd = "ja", rekening = "0" };

    private static async Task<(World World, IdeaKey Idea, string Release)> Begin()
    {
        var world = await World.Begin(services => services
            .AddSingleton(Options.Create(new StaffOptions { BehindAppServiceAuthentication = true }))
            .AddSingleton<IStaffAccess, EntraStaff>());
        var idea = await Portal.Tests.Wijkteam.Granted(world);
        await world.Happens(idea, at => new IdeaEvent.AccountGiven(at));
        return (world, idea, $"/medewerkers/ideeen/{idea.Smederij}/{idea.Id}/vrijgeven");
    }

    /// <param name="claims">Beside who it is: <c>auth_time</c>, a mail address.</param>
    private static (string, string) Principal(string id, params (string Type, string Value)[] claims)
    {
        var all = ((string Type, string Value)[])[("oid", id), ("name", id), ("roles", "medewerker"), .. claims];
        var json = $$"""{ "auth_typ": "aad", "claims": [{{string.Join(',', all.Select(claim => $$"""{ "typ": "{{claim.Type}}", "val": "{{claim.Value}}" }"""))}}] }""";
        return ("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(json)));
    }

    private static (string, string) Ago(World world, string id, int minutes) =>
        Principal(id, ("auth_time", $"{world.Clock.GetUtcNow().AddMinutes(-minutes).ToUnixTimeSeconds()}"));

    [Fact]
    public async Task An_old_sign_in_releases_nothing_and_leads_to_a_new_one_and_back()
    {
        var (world, idea, release) = await Begin();
        await using var ended = world;
        foreach (var answer in (Answer[])
            [await world.Browser.Get(release, Ago(world, "anna", 11)), await world.Browser.Post(release, Approval, Ago(world, "anna", 11))])
            answer.ShouldHave(401).Text.ShouldContain($"/.auth/login/aad?prompt=login&amp;post_login_redirect_uri={Uri.EscapeDataString(release)}");
        (await world.Browser.Post(release, Approval, Ago(world, "anna", 10))).ShouldHave(303);
        (await world.Browser.Post(release, Approval, Ago(world, "bert", 11))).ShouldHave(401);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Granted>().ReleasedFirstBy.ShouldBe("anna");
        (await world.Browser.Post(release, Approval, Ago(world, "bert", 1))).ShouldHave(303);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Released>();
    }

    [Fact]
    public async Task Where_it_does_not_tell_a_link_to_the_mailbox_of_the_account_does()
    {
        var (world, idea, release) = await Begin();
        await using var ended = world;
        var anna = Principal("anna", ("preferred_username", "anna@gemeente.example"));
        (await world.Browser.Post(release, Approval, anna)).ShouldHave(401).Text.ShouldContain($"/medewerkers/bewijs?terug={Uri.EscapeDataString(release)}");
        (await world.Browser.Post("/medewerkers/bewijs", new { terug = release }, anna)).ShouldHave(303);
        var opened = (await world.Browser.Get(world.Mailbox.LastTo("anna@gemeente.example").Link(), anna)).ShouldHave(303);
        (await world.Browser.Get(opened.Location, anna)).ShouldHave(200);
        (await world.Browser.Post(release, Approval, anna)).ShouldHave(401);
        (await world.Browser.Post(opened.Location, new { }, anna)).ShouldHave(303).Location.ShouldBe(release);
        (await world.Browser.Post(release, Approval, anna)).ShouldHave(303);
        (await world.Browser.Post(release, Approval, Principal("bert", ("preferred_username", "bert@gemeente.example")))).ShouldHave(401);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Granted>().ReleasedFirstBy.ShouldBe("anna");
    }
}
