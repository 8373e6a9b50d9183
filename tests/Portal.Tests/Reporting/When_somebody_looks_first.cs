using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests.Staff;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Reporting;

/// <summary>A Smederij can look at every idea before everybody sees it.</summary>
public sealed class When_somebody_looks_first
{
    [Fact]
    public async Task Nobody_sees_an_idea_before_that_and_the_submitter_is_told_so()
    {
        await using var world = await World.Begin(services => services.AddSingleton(LooksFirst()));
        var idea = await world.Submit();
        var confirmed = (await world.Browser.Press(world.Mailbox.LastTo(Submitter).Link())).ShouldHave(200);
        confirmed.Words.ShouldContain("De gebiedsregisseur bekijkt uw idee nu");
        confirmed.Text.ShouldNotContain($"href=\"{idea.Page()}\"");
        await world.Work();
        world.Mailbox.Mails.ShouldContain(mail => mail.Subject.StartsWith("Bekijk een nieuw idee", StringComparison.Ordinal));
        foreach (var page in (string[])[idea.Page(), $"{idea.Page()}/steun", $"{idea.Page()}/melden"])
            (await world.Browser.Get(page)).ShouldHave(404);
        foreach (var page in (string[])[$"/smederijen/{World.Village}", $"/v1/smederijen/{World.Village}/ideeen", $"/v1{idea.Page()}"])
            (await world.Browser.Get(page)).ShouldHave(200).Text.ShouldNotContain(AnIdea.titel, Case.Insensitive, page);

        (await world.Anna().Get("/medewerkers")).ShouldHave(200).Words.ShouldContain(AnIdea.titel);
        (await world.Anna().Send(idea.Case("tonen"))).ShouldHave(200).Words.ShouldContain("Het idee staat op de website");
        await world.Work();
        world.Mailbox.LastTo(Submitter).Subject.ShouldStartWith("Vraag uw buren om steun");
        (await world.Browser.Get(idea.Page())).ShouldHave(200).Words.ShouldContain(AnIdea.titel);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.GatheringSupport>();
    }

    private static SettingsFile LooksFirst()
    {
        using var stream = typeof(SettingsFile).Assembly.GetManifestResourceStream("smederijen.json").ShouldNotBeNull();
        var readable = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var settings = JsonNode.Parse(stream, documentOptions: readable)!;
        foreach (var smederij in settings["smederijen"]!.AsArray())
            smederij!["looksFirst"] = true;
        return SettingsFile.Read(settings.Deserialize<JsonElement>());
    }
}
