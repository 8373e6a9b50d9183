using Smederijen.Domain.Ideas;
using Smederijen.Portal.Board;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Staff;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Unreadable;

namespace Smederijen.Portal.Tests.Board;

public sealed class When_a_board_is_shared
{
    [Fact]
    public async Task It_says_what_the_partitions_say_after_every_step()
    {
        await using var world = await SharedWorld.Begin();
        await world.SubmitAndConfirm(Residents.AnIdea with { email = "els@voorbeeld.example" });
        var idea = await Portal.Tests.Wijkteam.Granted(world);
        await world.Work();
        (await world.BoardRows()).ShouldBe(await world.MadeAnew());
        await world.Happens(idea, at => new IdeaEvent.Withdrawn(at));
        await world.Work();
        (await world.BoardRows()).ShouldBe(await world.MadeAnew());
        (await world.BoardRows()).ShouldNotContain(row => row.Contains(idea.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_says_in_words_what_waits_for_a_count_and_what_is_hidden()
    {
        await using var shared = await SharedWorld.Begin();
        await using var apart = await World.Begin();
        foreach (var world in (World[])[shared, apart])
        {
            var idea = await world.SubmitAndConfirm();
            await world.Happens(idea, at => new IdeaEvent.SignatureListEntered(at, "anna", 2, "scan"));
            await world.Happens(idea, at => new IdeaEvent.PartHidden(at, "anna", "titel", "Er staat een naam in"));
            var whole = await world.SubmitAndConfirm(Residents.AnIdea with { email = "els@voorbeeld.example" }, "krakeel");
            await world.Happens(whole, at => new IdeaEvent.PartHidden(at, "anna", IdeaEvent.Whole, "Het beledigt iemand"));
            await world.Work();
            foreach (var board in (string[])["/medewerkers", "/medewerkers?wacht=medewerkers"])
            {
                var words = (await world.Anna().Get(board)).ShouldHave(200).Words;
                words.ShouldContain("1 lijst met handtekeningen wacht op een tweede telling");
                words.ShouldContain("Een deel is verborgen");
                words.Contains(" Verborgen ", StringComparison.Ordinal).ShouldBe(board == "/medewerkers", board);
            }
            await world.Happens(idea, at => new IdeaEvent.PartRestored(at, "anna", "titel", "Het mag"));
            await world.Happens(whole, at => new IdeaEvent.PartRestored(at, "anna", IdeaEvent.Whole, "Het mag"));
            await world.Work();
            (await world.Anna().Get("/medewerkers")).Words.ShouldNotContain("verborgen", Case.Insensitive);
        }
        (await shared.BoardRows()).ShouldBe(await shared.MadeAnew());
    }

    [Theory]
    [InlineData("/medewerkers")]
    [InlineData("/medewerkers?fase=draagvlak")]
    [InlineData("/medewerkers?wacht=indiener")]
    [InlineData("/medewerkers?te-laat=ja")]
    public async Task It_shows_the_same_page_as_the_partitions_themselves(string address)
    {
        await using var shared = await SharedWorld.Begin();
        await using var apart = await World.Begin();
        foreach (var world in (World[])[shared, apart])
        {
            await world.SubmitAndConfirm();
            await world.Submit(Residents.AnIdea with { titel = "Een buurtfeest", email = "klaas@voorbeeld.example" }, "krakeel");
            await world.After(29);
            await world.SubmitAndConfirm(Residents.AnIdea with { titel = "Een jong idee", email = "els@voorbeeld.example" });
            await world.Work();
        }
        const string Lags = "Dit overzicht kan een paar seconden achterlopen. Kies een Smederij om te zien hoe het nu is. ";
        var page = (await shared.Anna().Get(address)).ShouldHave(200).Words;
        page.ShouldContain(Lags);
        page.Replace(Lags, "", StringComparison.Ordinal).ShouldBe((await apart.Anna().Get(address)).ShouldHave(200).Words);
    }

    [Fact]
    public async Task It_goes_on_where_a_page_of_it_ends()
    {
        await using var world = await SharedWorld.Begin();
        for (var i = 0; i < 5; i++)
            await world.Submit(Residents.AnIdea with { email = $"{i}@voorbeeld.example" });
        await world.Work();
        var all = (await world.Snapshot()).Part(All(""), 10, world.Clock.GetUtcNow()).Lines.Select(line => line.Idea.Id).ToList();
        var first = (await world.Snapshot()).Part(All(""), 3, world.Clock.GetUtcNow());
        var rest = (await world.Snapshot()).Part(All(first.Next!), 3, world.Clock.GetUtcNow());
        first.Lines.Concat(rest.Lines).Select(line => line.Idea.Id).ShouldBe(all);
        rest.Next.ShouldBeNull();
    }

    [Fact]
    public async Task An_effect_that_comes_late_or_twice_shows_how_it_is_now()
    {
        await using var world = await SharedWorld.Begin();
        var idea = await world.SubmitAndConfirm();
        await world.Happens(idea, at => new IdeaEvent.Paused(at, "anna", "Vakantie"));
        await world.Happens(idea, at => new IdeaEvent.Resumed(at, "anna", "Weer terug"));
        await world.Work();
        await world.Get<SharedBoard>().ShowIdea(idea);
        (await world.BoardRows()).ShouldBe(await world.MadeAnew());
        await world.Happens(idea, at => new IdeaEvent.Withdrawn(at));
        await world.Work();
        await world.Get<SharedBoard>().ShowIdea(idea, world.Settings().Round.Period);
        (await world.BoardRows()).ShouldBe(await world.MadeAnew());
    }

    [Fact]
    public async Task Home_tells_what_is_left_after_a_grant()
    {
        await using var world = await SharedWorld.Begin();
        await using var apart = await World.Begin();
        foreach (var one in (World[])[world, apart])
        {
            await Portal.Tests.Wijkteam.Granted(one);
            await one.Work();
        }
        (await world.Browser.Get("/")).ShouldHave(200).Words.ShouldBe((await apart.Browser.Get("/")).Words);
    }

    [Fact]
    public async Task What_failed_is_counted_until_staff_deal_with_it()
    {
        await using var world = await SharedWorld.Begin();
        var idea = await world.SubmitAndConfirm();
        world.Mailbox.Refused.Add(Residents.Submitter);
        await world.Happens(idea, at => new IdeaEvent.Withdrawn(at));
        await world.Work();
        var failed = (await world.Snapshot()).Failed;
        failed.ShouldBePositive();
        world.Mailbox.Refused.Clear();
        var row = (await world.Store.Query(idea.Smederij, Keys.AllFailed)).Rows[0];
        await world.Anna().Post($"{FailedEffect.Of(idea.Smederij, row, House.Effects).Address}/opnieuw");
        (await world.Snapshot()).Failed.ShouldBe(failed - 1);
    }

    [Fact]
    public async Task Every_night_it_is_put_right()
    {
        await using var world = await SharedWorld.Begin();
        var idea = await world.SubmitAndConfirm();
        await world.Work();
        var right = await world.BoardRows();
        await world.Store.Commit(Partitions.Board,
        [
            new Write.Put(BoardKeys.Idea(idea), "{ onleesbaar"), new Write.Put("loopt|alteveer|00000000000000", "{}"), new Write.Put("mislukt|alteveer|ronde-1|000001", ""),
            new Write.Delete(BoardKeys.Round(new(World.Village, world.Settings().Round.Period))),
        ]);
        (await world.Anna().Get("/medewerkers")).ShouldHave(200);
        (await world.Browser.Get("/")).ShouldHave(200);
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddDays(1));
        await world.Get<BoardMaking>().MakeDaily();
        (await world.BoardRows()).ShouldBe(right);
    }

    [Fact]
    public async Task What_cannot_be_read_holds_up_nothing_of_it()
    {
        await using var world = await SharedWorld.Begin();
        var (idea, other) = (await world.SubmitAndConfirm(), await world.SubmitAndConfirm());
        await world.Work();
        var period = world.Settings().Round.Period;
        foreach (var row in (string[])[IdeaKeys.Idea(idea.Id), RoundKeys.Round(period)])
            await world.Store.Break(World.Village, row);
        await world.Store.Commit(Partitions.Board, [new Write.Delete(BoardKeys.Idea(other)), new Write.Delete(BoardKeys.Idea(idea))]);
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddDays(1));
        await world.Get<BoardMaking>().MakeDaily();
        var rows = await world.BoardRows();
        rows.ShouldContain(row => row.StartsWith(BoardKeys.Idea(other), StringComparison.Ordinal));
        rows.ShouldNotContain(row => row.StartsWith(BoardKeys.Round(new(World.Village, period)), StringComparison.Ordinal));
        (await world.Browser.Get("/")).ShouldHave(200);
        (await world.Anna().Get("/medewerkers")).ShouldHave(200).Words.ShouldContain("2 regels in de opslag zijn niet te lezen");
    }

    [Fact]
    public async Task Where_none_is_kept_nothing_is_written_for_it()
    {
        await using var world = await World.Begin();
        await world.SubmitAndConfirm();
        (await world.Store.Query(World.Village, Keys.AllEffects)).Rows.ShouldNotContain(row => row.Data.Contains("toon-op-bord", StringComparison.Ordinal));
        await world.Get<BoardMaking>().MakeDaily();
        (await world.Store.Query(Partitions.Board, BoardKeys.All)).Rows.ShouldBeEmpty();
    }

    private static BoardFilter All(string from) => new(null, null, null, false, from);
}
