using Smederijen.Portal.Ballots;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Storage;

/// <summary>What the stores of votes promise, beside what every store does.</summary>
public abstract class VoteStoresContract
{
    public static readonly RoundKey Vote = new("de-weide-noord", "2027");
    private static readonly RoundKey Other = new("de-weide-noord", "2028");

    protected abstract IVoteStores Stores { get; }

    [Fact]
    public async Task A_vote_sees_nothing_of_another()
    {
        await Stores.Make(Vote);
        await Stores.Make(Other);
        await Stores.Of(Vote).Commit("stembus", [new Write.Insert("a", "x")]);
        (await Stores.Of(Other).Get("stembus", "a")).ShouldBeNull();
        (await Stores.Of(Vote).Get("stembus", "a")).ShouldNotBeNull().Data.ShouldBe("x");
    }

    [Fact]
    public async Task Making_it_again_keeps_what_lies_there()
    {
        await Stores.Make(Vote);
        await Stores.Of(Vote).Commit("stembus", [new Write.Insert("a", "x")]);
        await Stores.Make(Vote);
        (await Stores.Of(Vote).Get("stembus", "a")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Before_it_is_made_and_after_it_was_removed_everything_fails_and_nothing_is_made()
    {
        var box = Stores.Of(Vote);
        await Lost(box);
        await Stores.Make(Vote);
        await box.Commit("stembus", [new Write.Insert("a", "x"), new Write.Insert("b", "x")]);
        await Stores.Remove(Vote);
        await Lost(box);
        await Stores.Remove(Vote);
        await Lost(box);
    }

    [Fact]
    public async Task What_is_removed_leaves_the_others_alone()
    {
        await Stores.Make(Vote);
        await Stores.Make(Other);
        await Stores.Of(Other).Commit("stembus", [new Write.Insert("a", "x")]);
        await Stores.Remove(Vote);
        (await Stores.Of(Other).Get("stembus", "a")).ShouldNotBeNull();
    }

    private static async Task Lost(IEntityStore box)
    {
        await Should.ThrowAsync<BallotBoxLostException>(async () => await box.Get("stembus", "a"));
        await Should.ThrowAsync<BallotBoxLostException>(async () => await box.Query("stembus", RowRange.Prefix("a")));
        await Should.ThrowAsync<BallotBoxLostException>(() => box.Commit("stembus", [new Write.Insert("a", "x")]));
        await Should.ThrowAsync<BallotBoxLostException>(() => box.Commit("stembus", [new Write.Delete("a"), new Write.Insert("b", "x")]));
    }
}
