using Smederijen.Portal.Attachments;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Security;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Attachments;

/// <summary>Files that were fine are chosen once, whatever else was wrong with the form.</summary>
public sealed class When_a_form_with_files_comes_back
{
    private const string Form = $"/smederijen/{World.Village}/ideeen/nieuw";
    private static readonly byte[] Photo = Sample.Read("plain.png");

    [Fact]
    public async Task They_go_along_when_the_rest_is_mended()
    {
        await using var world = await World.Begin();
        var page = await Refused(world);
        page.Words.ShouldContain("vijver.png weghalen");
        page.Words.ShouldNotContain("Kies het dan opnieuw");
        (await world.Browser.Post(Form, Mended(page))).ShouldHave(303);
        (await Files(world)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_that_is_chosen_anew_goes_along_once()
    {
        await using var world = await World.Begin();
        var page = await Refused(world);
        (await world.Browser.PostWithFiles(Form, Mended(page), "bijlagen", ("vijver.png", Photo))).ShouldHave(303);
        (await Files(world)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_that_is_taken_away_does_not()
    {
        await using var world = await World.Begin();
        var page = await Refused(world);
        (await world.Browser.Post(Form, Mended(page, ("bijlagen-weg", "1")))).ShouldHave(303);
        (await Files(world)).ShouldBeEmpty();
    }

    [Fact]
    public async Task They_stay_with_a_form_that_is_too_large_now()
    {
        await using var world = await World.Begin();
        var page = await Refused(world);
        var large = (await world.Browser.PostWithFiles(Form, Mended(page), "bijlagen", ("film.pdf", new byte[56 * 1024 * 1024]))).ShouldHave(413);
        large.Words.ShouldContain("De bestanden die u nu koos, zijn niet bewaard.");
        large.Words.ShouldContain("vijver.png weghalen");
        (await world.Browser.Post(Form, Mended(large))).ShouldHave(303);
        (await Files(world)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_that_was_taken_away_does_not_stay_with_a_form_that_is_too_large()
    {
        await using var world = await World.Begin();
        var page = await Refused(world);
        var large = await world.Browser.PostWithFiles(Form, Mended(page, ("bijlagen-weg", "1")), "bijlagen", ("film.pdf", new byte[56 * 1024 * 1024]));
        large.ShouldHave(413).Words.ShouldNotContain("vijver.png");
    }

    [Fact]
    public async Task They_stay_with_a_form_that_is_asked_back()
    {
        await using var world = await World.Begin();
        var page = await Refused(world);
        var back = (await world.Browser.Post($"{Form}?formulier=terug", Mended(page))).ShouldHave(200);
        (await world.Browser.Post(Form, Mended(back))).ShouldHave(303);
        (await Files(world)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task They_lie_sealed_and_are_gone_after_an_hour()
    {
        await using var world = await World.Begin();
        var page = await Refused(world);
        var shelf = await Kept(world);
        var stored = shelf.ShouldHaveSingleItem();
        (await ContentOf(world, stored)).AsSpan().IndexOf(Photo.AsSpan(0, 8)).ShouldBe(-1);

        await world.Until(world.Clock.GetUtcNow().AddMinutes(61));
        var late = (await world.Browser.Post(Form, Mended(page))).ShouldHave(400);
        late.Words.ShouldContain("Wij hebben vijver.png niet meer");
        foreach (var row in (await world.Store.Query(World.Village, Keys.AllEffects)).Rows)
            await world.Get<WorkList>().PerformDue(new WorkKey(World.Village, row.Row.Split('|')[1]));
        (await world.Get<IAttachmentStore>().Open(stored)).ShouldBeNull();
    }

    [Fact]
    public async Task A_seal_of_another_form_or_of_nobody_opens_nothing()
    {
        await using var world = await World.Begin();
        var page = await Refused(world);
        (await world.Browser.Post("/smederijen/krakeel/ideeen/nieuw", Mended(page))).ShouldHave(400);
        (await world.Browser.Post(Form, Mended(page, ("bijlagen-bewaard", "AAAA")))).ShouldHave(400).Words.ShouldContain("Kies ze opnieuw");
    }

    [Fact]
    public async Task Nobody_fills_the_disk_with_them()
    {
        await using var world = await World.Begin();
        for (var i = 0; i < Limit.KeptPerAddress.Times; i++)
            await Refused(world);
        (await Refused(world)).Words.ShouldContain("Kies het dan opnieuw");
        (await Kept(world)).Count.ShouldBe(Limit.KeptPerAddress.Times);
    }

    private static async Task<Answer> Refused(World world) =>
        (await world.Browser.PostWithFiles(Form, AnIdea with { email = "geen adres", opdracht = "druk" }, "bijlagen", ("vijver.png", Photo))).ShouldHave(400);

    private static Dictionary<string, string> Mended(Answer page, params (string Name, string Value)[] more)
    {
        var fields = AnIdea.GetType().GetProperties().ToDictionary(field => field.Name, field => $"{field.GetValue(AnIdea)}");
        fields["opdracht"] = page.Hidden("opdracht");
        fields["bijlagen-bewaard"] = page.Hidden("bijlagen-bewaard");
        foreach (var (name, value) in more)
            fields[name] = value;
        return fields;
    }

    private static async Task<IReadOnlyList<AttachmentInfo>> Files(World world)
    {
        var idea = await world.LastIn(Domain.Ideas.IdeaPhase.AwaitingConfirmation);
        return (await world.Store.Get(World.Village, IdeaKeys.Content(idea.Id)))!.Read(IdeaJson.Default.IdeaContent).Attachments;
    }

    private static async Task<IReadOnlyList<string>> Kept(World world) =>
        [.. (await world.Store.Query(World.Village, RowRange.Prefix("effect|bestand-bewaard"), 1000)).Rows.Select(row => $"{row.Row.Split('|')[1]["bestand-".Length..]}.png")];

    private static async Task<byte[]> ContentOf(World world, string name)
    {
        await using var stream = (await world.Get<IAttachmentStore>().Open(name)).ShouldNotBeNull();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
