using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Storage;

public sealed class InMemoryEntityStoreTests : EntityStoreContract
{
    protected override Task<IEntityStore> NewStore() => Task.FromResult<IEntityStore>(new InMemoryEntityStore());

    [Fact]
    public async Task A_crash_before_the_commit_leaves_nothing_and_one_after_it_leaves_everything()
    {
        var store = new InMemoryEntityStore { Before = (_, _) => throw new IOException("crash") };
        await Should.ThrowAsync<IOException>(() => store.Commit("krakeel", [new Write.Insert("a", "x")]));
        (await store.Get("krakeel", "a")).ShouldBeNull();

        store.Before = null;
        store.After = (_, _) => throw new IOException("crash");
        await Should.ThrowAsync<IOException>(() => store.Commit("krakeel", [new Write.Insert("a", "x")]));
        (await store.Get("krakeel", "a")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_hook_can_answer_a_conflict_of_its_own()
    {
        var store = new InMemoryEntityStore { Before = (_, writes) => new CommitResult.Conflict(writes[0].Row) };
        (await store.Commit("krakeel", [new Write.Insert("a", "x")])).ShouldBe(new CommitResult.Conflict("a"));
        (await store.Get("krakeel", "a")).ShouldBeNull();
    }
}
