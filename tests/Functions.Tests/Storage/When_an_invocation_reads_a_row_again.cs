using Smederijen.Functions.Storage;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Storage;

namespace Smederijen.Functions.Tests.Storage;

/// <summary>The memory of one invocation is under the contract of every store too: alone, nobody can tell it from the store.</summary>
public sealed class ReadsOnceTests : EntityStoreContract
{
    protected override Task<IEntityStore> NewStore() => Task.FromResult<IEntityStore>(new ReadsOnce(new InMemoryEntityStore()));
}

public sealed class When_an_invocation_reads_a_row_again : IDisposable
{
    private const string Idea = "idee|0000000000bank";

    private readonly InMemoryEntityStore _store = new();
    private readonly ReadsOnce _reads;

    public When_an_invocation_reads_a_row_again()
    {
        _reads = new ReadsOnce(_store);
        _reads.Begin();
    }

    public void Dispose() => _reads.Dispose();

    private async Task<string?> Read(string row) => (await _reads.Get("dorp", row))?.Data;

    private Task<CommitResult> Another(params Write[] writes) => _store.Commit("dorp", writes);

    [Theory]
    [InlineData(Idea)]
    [InlineData(Idea + "|inhoud")]
    [InlineData("ronde|2027")]
    public async Task It_sees_what_it_saw_before(string row)
    {
        await Another(new Write.Insert(row, "eerst"));
        (await Read(row)).ShouldBe("eerst");
        await Another(new Write.Put(row, "later"));
        (await Read(row)).ShouldBe("eerst");
    }

    [Theory]
    [InlineData(Idea)]
    [InlineData(Idea + "|inhoud")]
    [InlineData("ronde|2027")]
    public async Task It_sees_what_it_wrote_itself(string row)
    {
        (await Read(row)).ShouldBeNull();
        await _reads.Commit("dorp", [new Write.Insert(row, "van mij")]);
        (await Read(row)).ShouldBe("van mij");
        await _reads.Commit("dorp", [new Write.Delete(row)]);
        (await Read(row)).ShouldBeNull();
    }

    [Fact]
    public async Task It_sees_everything_anew_after_a_conflict()
    {
        await Another(new Write.Insert(Idea, "eerst"), new Write.Insert("ronde|2027", "eerst"));
        var etag = (await _reads.Get("dorp", Idea))!.ETag;
        await Read("ronde|2027");
        await Another(new Write.Put(Idea, "later"), new Write.Put("ronde|2027", "later"));
        (await _reads.Commit("dorp", [new Write.Replace(Idea, "van mij", etag)])).ShouldBeOfType<CommitResult.Conflict>();
        (await Read(Idea)).ShouldBe("later");
        (await Read("ronde|2027")).ShouldBe("later");
    }

    [Fact]
    public async Task It_finds_the_log_and_the_people_of_an_idea_in_what_it_read()
    {
        await Another(new Write.Insert(Idea, "idee"), new Write.Insert(IdeaKeys.Log("0000000000bank", 1), "regel"), new Write.Insert("idee|0000000001bank", "ander"));
        await Read(Idea);
        await Another(new Write.Put(IdeaKeys.Log("0000000000bank", 2), "later"));
        (await _reads.Query("dorp", IdeaKeys.Story("0000000000bank"))).Rows.Select(row => row.Data).ShouldBe(["idee", "regel"]);
        (await _reads.Query("dorp", IdeaKeys.Story("0000000001bank"))).Rows.Select(row => row.Data).ShouldBe(["ander"]);
    }

    [Fact]
    public async Task Another_invocation_remembers_nothing_of_it()
    {
        await Another(new Write.Insert(Idea, "eerst"));
        await Read(Idea);
        await Another(new Write.Put(Idea, "later"));
        _reads.Begin();
        (await Read(Idea)).ShouldBe("later");
    }
}
