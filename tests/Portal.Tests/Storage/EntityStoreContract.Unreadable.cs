using Microsoft.Extensions.Logging.Abstractions;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Watching;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Storage;

public abstract partial class EntityStoreContract
{
    [Fact]
    public async Task A_range_gives_all_rows_that_can_be_read_and_a_note_of_the_one_that_cannot_until_it_is_mended()
    {
        var store = Store;
        var rows = new UnreadableRows(store, TimeProvider.System, NullLogger<UnreadableRows>.Instance);
        var list = new UnreadableList(store, null!, new StoredRows(House.Kinds, House.Effects), rows);
        var good = Rows.Write(new PendingEffect(new IdeaEffect.OfferMoney(), World.Monday), House.Effects.Pending);
        await store.Commit(Partition, [new Write.Put("effect|a|000001", good), new Write.Put("effect|b|000001", "{ kapot"), new Write.Put("effect|c|000001", good)]);

        (await rows.All(Partition, Keys.AllEffects, House.Effects.Pending, CancellationToken.None)).Count.ShouldBe(2);
        (await list.Current(CancellationToken.None)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            row => row.Partition.ShouldBe(Partition), row => row.Row.ShouldBe("effect|b|000001"));
        (await store.Get(Partition, "effect|b|000001")).ShouldNotBeNull().Data.ShouldBe("{ kapot");

        await store.Commit(Partition, [new Write.Put("effect|b|000001", good)]);
        (await list.Current(CancellationToken.None)).ShouldBeEmpty();
        (await rows.All(Partition, Keys.AllEffects, House.Effects.Pending, CancellationToken.None)).Count.ShouldBe(3);
    }
}
