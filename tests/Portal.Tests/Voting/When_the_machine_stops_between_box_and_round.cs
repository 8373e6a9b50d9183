using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Http;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Voting;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Voting;

/// <summary>
/// The ballot box of a vote and its round share no commit. Whatever spans both is a chain in which each step is harmless twice: here the
/// machine stops before and after every one of them, and somebody presses the button again. The count has this in <see cref="When_the_portal_counts"/>.
/// </summary>
public sealed class When_the_machine_stops_between_box_and_round
{
    private const string Desk = $"/medewerkers/rondes/{AVote.Smederij}/2027";

    public static TheoryData<bool> BeforeOrAfter => [false, true];

    [Theory, MemberData(nameof(BeforeOrAfter))]
    public async Task Codes_that_are_made_again_are_whole_and_work(bool after)
    {
        for (var at = 1; ; at++)
        {
            await using var world = await World.Begin();
            var vote = await AVote.Closed(world, 9_000, 6_000);
            var codes = world.Get<VoteCodes>();
            var secret = codes.NewSecret();
            var stopped = await Stops(world, at, after, () => codes.Make(AVote.Key, secret, 70, "anna", null));
            var made = await codes.Make(AVote.Key, secret, 70, "anna", null);
            (await vote.Round()).State.ShouldBeOfType<RoundState.Sealed>($"stopped at {at}");
            (await AVote.InBox(world, BoxRow.Right)).Count.ShouldBe(70);
            (await AVote.InBox(world, BoxRow.Code)).Count.ShouldBe(70);
            // After the last commit they are known only to the one whose answer was lost.
            if (made is MadeCodes.Ready ready)
                (await world.Get<BallotBox>().Standing(AVote.Key, await world.Get<BallotBox>().HashOf(AVote.Key, ready.Codes[69])))
                    .ShouldBe(CodeStanding.Free);
            else
                made.ShouldBeOfType<MadeCodes.GoneBefore>();
            if (!stopped)
                return;
            at.ShouldBeLessThan(20);
        }
    }

    [Theory, MemberData(nameof(BeforeOrAfter))]
    public async Task Paper_that_is_checked_again_counts_once(bool after)
    {
        for (var at = 1; ; at++)
        {
            await using var world = await World.Begin();
            var (vote, batch) = await Typed(world);
            var stopped = await Stops(world, at, after, () => Check(world, batch));
            (await Check(world, batch)).ShouldHave(303);
            await ShouldBeTakenOnce(world, $"stopped at {at}");
            await world.After(20);
            (await vote.Round()).State.ShouldBeOfType<RoundState.Decided>();
            (await Counted(world)).ShouldBe((Ballots: 3, Unchecked: 0), $"stopped at {at}");
            if (!stopped)
                return;
            at.ShouldBeLessThan(10);
        }
    }

    [Theory, MemberData(nameof(BeforeOrAfter))]
    public async Task Paper_that_was_taken_before_the_close_is_settled_after_it(bool after)
    {
        for (var at = 1; ; at++)
        {
            await using var world = await World.Begin();
            var (vote, batch) = await Typed(world);
            var stopped = await Stops(world, at, after, () => Check(world, batch));
            await world.Until((await vote.Round()).NextDue!.Value);
            await world.Work();
            (await Check(world, batch)).ShouldHave(303);
            await world.Work();
            await ShouldBeTakenOnce(world, $"stopped at {at}", boxIsThere: false);
            (await vote.Round()).State.ShouldBeOfType<RoundState.Decided>($"stopped at {at}");
            (await Counted(world)).ShouldBe((Ballots: 3, Unchecked: 0), $"stopped at {at}");
            if (!stopped)
                return;
            at.ShouldBeLessThan(10);
        }
    }

    [Theory, MemberData(nameof(BeforeOrAfter))]
    public async Task Paper_that_nobody_comes_back_to_is_either_in_the_count_or_told_to_be_left_out(bool after)
    {
        for (var at = 1; ; at++)
        {
            await using var world = await World.Begin();
            var (_, batch) = await Typed(world);
            var stopped = await Stops(world, at, after, () => Check(world, batch));
            await world.After(20);
            var (ballots, left) = await Counted(world);
            (ballots + left).ShouldBe(3, $"stopped at {at}");
            if (!stopped)
                return;
            at.ShouldBeLessThan(10);
        }
    }

    [Fact]
    public async Task The_same_form_sent_again_brings_no_batch_back_that_was_counted_or_thrown_away()
    {
        await using var world = await World.Begin();
        var (vote, batch) = await Typed(world);
        (await Check(world, batch)).ShouldHave(303);
        await Type(world, vote, "stapel-1");
        (await AVote.InBox(world, BoxRow.Paper)).ShouldBeEmpty();
        await Type(world, vote, "stapel-2");
        var second = (await AVote.InBox(world, BoxRow.Paper)).ShouldHaveSingleItem().Name;
        (await Anna(world).Post($"{Desk}/papier/{second}", new { weg = "ja" })).ShouldHave(303);
        await Type(world, vote, "stapel-2");
        (await AVote.InBox(world, BoxRow.Paper)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_round_without_its_box_does_not_end_its_vote_and_says_what_to_do()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        (await vote.Cast(vote.Codes[0], 1)).ShouldBe(CodeStanding.Free);
        // As a main store of last week leaves it, put back after the decision.
        await world.Votes.Remove(AVote.Key);
        (await Should.ThrowAsync<BallotBoxLostException>(() => vote.Cast(vote.Codes[1], 1))).Message.ShouldContain("docs/operations.md");
        (await Anna(world).Get("/medewerkers")).ShouldHave(200);
        for (var day = 0; day < 80; day++)
        {
            await world.After(1);
            await world.Get<WorkList>().PerformDue(AVote.Key.Work);
        }
        (await vote.Round()).State.ShouldBeOfType<RoundState.Counting>();
        (await world.Store.Query(AVote.Smederij, Keys.AllFailed)).Rows.ShouldHaveSingleItem().Data.ShouldContain("ballot box");
    }

    [Fact]
    public async Task The_key_is_destroyed_before_the_box_is_removed_and_a_box_that_is_put_back_opens_no_more()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        (await vote.Cast(vote.Codes[0], 1)).ShouldBe(CodeStanding.Free);
        var copy = await world.Votes.Of(AVote.Key).All(VoteRows.Partition, new RowRange("!", "~")).ToListAsync();
        var keys = new List<string>();
        world.Votes.Before = (_, writes) =>
        {
            if (writes.Count == 0)
                keys.Add(world.Store.Get(AVote.Smederij, RoundKeys.VoteKey("2027")).AsTask().Result!.Data);
            return null;
        };
        await world.After(20);
        keys.ShouldBe(["vernietigd"]);
        await world.Votes.Make(AVote.Key);
        await world.Votes.Of(AVote.Key).Commit(VoteRows.Partition, [.. copy.Select(row => new Write.Insert(row.Row, row.Data))]);
        (await world.Get<VoteVault>().Find(AVote.Key)).ShouldBeNull();
        (await vote.Cast(vote.Codes[1], 1)).ShouldBe(CodeStanding.Unknown);
    }

    /// <summary>Whether it came so far as to stop.</summary>
    private static async Task<bool> Stops(World world, int at, bool after, Func<Task> act)
    {
        var (steps, stopped) = (0, false);
        void Stop()
        {
            // A process that is gone writes nothing more.
            if (++steps < at)
                return;
            stopped = true;
            throw new StoreUnavailableException("De stroom viel uit.", new IOException());
        }
        if (after)
            world.Store.After = (_, _) => Stop();
        else
            world.Store.Before = (_, _) => { Stop(); return null; };
        try
        {
            await act();
        }
        catch (StoreUnavailableException)
        {
        }
        (world.Store.Before, world.Store.After) = (null, null);
        return stopped;
    }

    /// <summary>Two ballots on paper that anna typed, and one that was cast on screen.</summary>
    private static async Task<(AVote Vote, string Batch)> Typed(World world)
    {
        var vote = await AVote.Open(world);
        (await vote.Cast(vote.Codes[9], 1)).ShouldBe(CodeStanding.Free);
        await Type(world, vote, "stapel-1");
        return (vote, (await AVote.InBox(world, BoxRow.Paper)).Single().Name);
    }

    private static async Task Type(World world, AVote vote, string command)
    {
        var codes = command == "stapel-1" ? vote.Codes : [.. vote.Codes.Skip(3)];
        var answer = await Anna(world).Post(
            $"{Desk}/papier", new { stapel = $"{codes[0]} 1 3\n{codes[1]} 2", biljetten = 2, kruisjes = 3, opdracht = command });
        // Codes that were used meanwhile are refused when they are typed again.
        answer.Status.ShouldBeOneOf(303, 400);
    }

    private static async Task ShouldBeTakenOnce(World world, string when, bool boxIsThere = true)
    {
        (await world.Get<RoundArchive>().History(AVote.Key)).Select(line => line.Event).OfType<RoundEvent.PaperEntered>()
            .ShouldHaveSingleItem(when).ShouldSatisfyAllConditions(
                entered => entered.Ballots.ShouldBe(2), entered => entered.By.ShouldBe("anna"), entered => entered.CheckedBy.ShouldBe("bert"));
        if (!boxIsThere)
            return;
        (await AVote.InBox(world, BoxRow.Ballot)).Count.ShouldBe(3, when);
        (await AVote.InBox(world, BoxRow.Paper)).ShouldBeEmpty(when);
    }

    private static async Task<(int Ballots, int Unchecked)> Counted(World world) =>
        (await world.Get<RoundArchive>().History(AVote.Key)).Select(line => line.Event).OfType<RoundEvent.Counted>().Single() is var counted
            ? (counted.Ballots, counted.Unchecked) : default;

    private static Browser Anna(World world) => world.BrowserOf("anna", StaffRoles.Medewerker);

    private static Task<Answer> Check(World world, string batch) =>
        world.BrowserOf("bert", StaffRoles.Medewerker).Post($"{Desk}/papier/{batch}", new { biljetten = 2, kruisjes = 3 });
}
