using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Residents;
using static Smederijen.Portal.Tests.Wijkteam;

namespace Smederijen.Portal.Tests.Initiative;

public sealed class When_a_resident_joins_the_initiatiefgroep
{
    private const string Group = $"/smederijen/{World.Village}/initiatiefgroep";
    private const string Member = "mien@voorbeeld.example";

    [Fact]
    public async Task What_a_member_writes_stands_beside_the_idea_for_the_wijkteam()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        var page = await Join(world);

        (await world.Browser.Send(page.Path, new { stap = "advies", idee = idea.Id, advies = "Vraag de school erbij." })).ShouldHave(200)
            .Words.ShouldContain("Het wijkteam leest het bij het idee.");
        (await world.NewBrowser().Open(idea.Page())).Words.ShouldContain("De initiatiefgroep denkt mee");

        (await world.NewBrowser().Open(world.ReviewLink(Opbouwwerker))).Words.ShouldContain("Van de initiatiefgroep Vraag de school erbij.");
    }

    [Fact]
    public async Task Looking_at_the_link_confirms_nothing_and_who_does_not_confirm_is_forgotten()
    {
        await using var world = await World.Begin();
        await Ask(world);
        (await world.Browser.Open(world.Mailbox.LastTo(Member).Link())).ShouldHave(200).Words.ShouldContain("Wilt u meedoen");
        var item = (await world.Store.Query(World.Village, Keys.AllEffects)).Rows.ShouldHaveSingleItem().Row.Split('|')[1];

        world.Clock.MoveTo(World.Monday.AddDays(8));
        await world.Get<WorkList>().PerformDue(new WorkKey(World.Village, item));

        (await world.Browser.Open(world.Mailbox.LastTo(Member).Link())).ShouldHave(404);
    }

    [Fact]
    public async Task A_member_who_leaves_is_asked_once_more_and_forgotten_a_day_later()
    {
        await using var world = await World.Begin();
        var page = await Join(world);

        (await world.Browser.Send(page.Path, new { stap = "weg" })).ShouldHave(200).Words.ShouldContain("Wilt u stoppen?");
        (await world.Browser.Open(page.Path)).Words.ShouldContain("Geef advies", customMessage: "a press that answers no question changes nothing");

        (await world.Browser.Send(page.Path, new { stap = "weg", zeker = "ja" })).ShouldHave(200).Words.ShouldContain("U doet niet meer mee");
        (await world.Browser.Post(page.Path, new { stap = "advies", idee = "i", advies = "Toch nog iets." })).ShouldHave(400);
        await Later(world, TimeSpan.FromHours(23));
        (await world.Store.Query(World.Village, RowRange.Prefix("groep|"))).Rows.ShouldHaveSingleItem();
        await Later(world, TimeSpan.FromHours(2));
        (await world.Store.Query(World.Village, RowRange.Prefix("groep|"))).Rows.ShouldBeEmpty();
        (await world.Browser.Get(page.Path)).ShouldHave(404);
    }

    [Fact]
    public async Task For_a_day_a_member_who_left_can_take_it_back_with_the_same_link()
    {
        await using var world = await World.Begin();
        var page = await Join(world);
        await world.Browser.Send(page.Path, new { stap = "weg", zeker = "ja" });
        (await world.NewBrowser().Press(world.Mailbox.LastTo(Member).Link(), new { stap = "meedoen" })).ShouldHave(200).Words.ShouldContain("Geef advies");
        await Later(world, TimeSpan.FromDays(10));
        (await world.Browser.Open(page.Path)).Words.ShouldContain("Geef advies");
    }

    [Fact]
    public async Task Who_left_and_joins_again_within_the_day_has_a_week_to_confirm()
    {
        await using var world = await World.Begin();
        var page = await Join(world);
        await world.Browser.Send(page.Path, new { stap = "weg", zeker = "ja" });
        await Ask(world);
        await Later(world, TimeSpan.FromDays(3));
        (await world.NewBrowser().Press(world.Mailbox.LastTo(Member).Link(), new { stap = "meedoen" })).ShouldHave(200).Words.ShouldContain("Geef advies");
        await Later(world, TimeSpan.FromDays(30));
        (await world.Browser.Open(page.Path)).Words.ShouldContain("Geef advies");
    }

    [Fact]
    public async Task The_agenda_lists_what_the_wijkteam_has_not_decided()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        var page = await Join(world);
        (await world.Browser.Send(page.Path, new { stap = "advies", idee = idea.Id, advies = "Vraag de school erbij." })).ShouldHave(200);

        var words = (await world.Browser.Open($"{Group}/agenda")).ShouldHave(200).Words;

        words.ShouldContain(AnIdea.titel);
        words.ShouldContain(AnIdea.bijdrage);
        words.ShouldContain("Dit schreef de initiatiefgroep al Vraag de school erbij.");
    }

    /// <summary>What waits for that moment is done then.</summary>
    private static async Task Later(World world, TimeSpan after)
    {
        world.Clock.MoveTo(world.Clock.GetUtcNow() + after);
        foreach (var row in (await world.Store.Query(World.Village, Keys.AllEffects)).Rows)
            await world.Get<WorkList>().PerformDue(new WorkKey(World.Village, row.Row.Split('|')[1]));
    }

    private static async Task Ask(World world)
    {
        (await world.Browser.Send(Group, new { naam = "Mien Smit", email = Member })).ShouldHave(200).Words.ShouldContain("Kijk in uw mail");
        await world.Work();
    }

    private static async Task<Answer> Join(World world)
    {
        await Ask(world);
        return (await world.Browser.Press(world.Mailbox.LastTo(Member).Link(), new { stap = "meedoen" })).ShouldHave(200);
    }
}
