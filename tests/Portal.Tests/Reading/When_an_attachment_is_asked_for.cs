using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests.Attachments;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Reading;

public sealed class When_an_attachment_is_asked_for
{
    [Fact]
    public async Task A_photo_of_a_public_idea_is_shown_and_nothing_in_it_can_run()
    {
        await using var world = await World.Begin();
        var (idea, file) = await IdeaWith(world, "foto.png", Sample.Read("plain.png"));
        (await world.Browser.Get($"{idea.Page()}/bijlagen/{file}")).ShouldHave(404);
        await world.Browser.Press(world.Mailbox.LastTo(Submitter).Link());

        (await world.Browser.Get(idea.Page())).Text.ShouldContain($"<img src=\"{idea.Page()}/bijlagen/{file}\" alt=\"Foto 1 bij dit idee\"");
        var answer = (await world.Browser.Get($"{idea.Page()}/bijlagen/{file}")).ShouldHave(200);
        answer.Headers.ContentType.ToString().ShouldBe("image/png");
        answer.Headers.ContentDisposition.ToString().ShouldBe($"inline; filename={file}");
        answer.Headers.ContentSecurityPolicy.ToString().ShouldBe("sandbox; default-src 'none'");
        answer.Headers.XContentTypeOptions.ToString().ShouldBe("nosniff");
        answer.Headers.CacheControl.ToString().ShouldBe("public, max-age=300", "what staff hide is gone from browsers within minutes");
        answer.Body.Length.ShouldBeGreaterThan(0);

        (await world.Browser.Ask("HEAD", $"{idea.Page()}/bijlagen/{file}")).ShouldHave(200).Body.ShouldBeEmpty();
        (await world.Browser.Get($"{idea.Page()}/bijlagen/{file}", ("If-None-Match", answer.Headers.ETag.ToString()))).ShouldHave(304).Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_served_under_its_own_idea_only()
    {
        await using var world = await World.Begin();
        var (idea, file) = await IdeaWith(world, "foto.png", Sample.Read("plain.png"));
        await world.Browser.Press(world.Mailbox.LastTo(Submitter).Link());
        var other = await world.SubmitAndConfirm(AnIdea with { email = "ander@voorbeeld.example" });

        (await world.Browser.Get($"{other.Page()}/bijlagen/{file}")).ShouldHave(404);
        (await world.Browser.Get($"{idea.Page()}/bijlagen/..%2f{file}")).ShouldHave(404);
        (await world.Browser.Get($"{idea.Page()}/bijlagen/{file}.html")).ShouldHave(404);
    }

    private static async Task<(IdeaKey Idea, string File)> IdeaWith(World world, string name, byte[] content)
    {
        (await world.Browser.PostWithFiles($"/smederijen/{World.Village}/ideeen/nieuw", AnIdea, "bijlagen", (name, content))).ShouldHave(303);
        await world.Work();
        return (await world.LastIn(Domain.Ideas.IdeaPhase.AwaitingConfirmation), world.Attachments.Names.Single());
    }
}
