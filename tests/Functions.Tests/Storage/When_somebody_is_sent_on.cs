using Smederijen.Functions.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Storage;

namespace Smederijen.Functions.Tests.Storage;

/// <summary>A form changes an idea and leads to a page; another instance writes in the same store.</summary>
public sealed class When_somebody_is_sent_on : IDisposable
{
    private const string Idea = "idee|0000000000bank";

    private readonly InMemoryEntityStore _store = new();
    private readonly ReadsOnce _reads;

    public When_somebody_is_sent_on() => _reads = new ReadsOnce(new TellsETags(_store));

    public void Dispose() => _reads.Dispose();

    /// <summary>Not asynchronous itself, for what is remembered belongs to the flow of the caller.</summary>
    private Task<Entity> TheForm()
    {
        _reads.Begin("/formulier");
        return Shown();
    }

    private async Task<Entity> Shown()
    {
        await _store.Commit("dorp", [new Write.Insert(Idea, "eerst")]);
        return (await _reads.Get("dorp", Idea))!;
    }

    private Task Another(string data) => _store.Commit("dorp", [new Write.Put(Idea, data)]);

    private async Task<string?> Read() => (await _reads.Get("dorp", Idea))?.Data;

    [Fact]
    public async Task The_next_form_is_judged_by_what_is_there_then()
    {
        await TheForm();
        await Another("later");
        _reads.Begin("/formulier");
        (await Read()).ShouldBe("later");
    }

    [Fact]
    public async Task A_lost_race_makes_it_read_everything_anew()
    {
        var seen = await TheForm();
        await Another("later");
        (await _reads.Commit("dorp", [new Write.Replace(Idea, "van mij", seen.ETag)])).ShouldBeOfType<CommitResult.Conflict>();
        (await Read()).ShouldBe("later");
    }

    [Fact]
    public async Task What_was_written_is_known_with_its_ETag()
    {
        var seen = await TheForm();
        await _reads.Commit("dorp", [new Write.Replace(Idea, "een", seen.ETag), new Write.Insert(Idea + "|inhoud", "tekst")]);
        var known = (await _reads.Get("dorp", Idea))!;
        known.ShouldBe(await _store.Get("dorp", Idea));
        (await _reads.Commit("dorp", [new Write.Replace(Idea, "twee", known.ETag), new Write.Delete(Idea + "|inhoud")])).ShouldBeOfType<CommitResult.Committed>();
        (await _reads.Get("dorp", Idea + "|inhoud")).ShouldBeNull();
    }

    [Fact]
    public async Task They_take_along_what_was_written_once()
    {
        var seen = await TheForm();
        await _reads.Commit("dorp", [new Write.Replace(Idea, "van mij", seen.ETag)]);
        _reads.SendOn("/klaar");
        await Another("later");
        _reads.Begin("/klaar");
        (await Read()).ShouldBe("van mij");
        _reads.Begin("/klaar");
        (await Read()).ShouldBe("later");
    }

    /// <summary>Tells the ETags after a commit, as Azure Tables does.</summary>
    private sealed class TellsETags(IEntityStore store) : IEntityStore
    {
        public ValueTask<Entity?> Get(string partition, string row, CancellationToken cancellation = default) =>
            store.Get(partition, row, cancellation);

        public ValueTask<Page> Query(string partition, RowRange range, int limit = StoreLimits.RowsPerPage,
            CancellationToken cancellation = default) =>
            store.Query(partition, range, limit, cancellation);

        public async Task<CommitResult> Commit(string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
        {
            if (await store.Commit(partition, writes, cancellation) is CommitResult.Conflict conflict)
                return conflict;
            var etags = new List<string?>();
            foreach (var write in writes)
                etags.Add((await store.Get(partition, write.Row, cancellation))?.ETag);
            return new CommitResult.Committed(etags);
        }
    }
}
