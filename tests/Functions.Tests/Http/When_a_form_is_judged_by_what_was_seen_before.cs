using Smederijen.Functions.Storage;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Storage;

namespace Smederijen.Functions.Tests.Http;

/// <summary>Two instances share a store: what one saw last may be old when a form comes in.</summary>
public sealed class When_a_form_is_judged_by_what_was_seen_before : IDisposable
{
    private const string Idea = "idee|0000000000bank";

    private readonly InMemoryEntityStore _store = new();
    private readonly ReadsOnce _reads;

    public When_a_form_is_judged_by_what_was_seen_before() => _reads = new ReadsOnce(new TellsETags(_store));

    public void Dispose() => _reads.Dispose();

    private async Task<Entity?> Seen()
    {
        await _store.Commit("dorp", [new Write.Insert(Idea, "eerst")]);
        _reads.BeginPage("/");
        return await _reads.Get("dorp", Idea);
    }

    private Task Another(string data) => _store.Commit("dorp", [new Write.Put(Idea, data)]);

    private async Task<string?> Read() => (await _reads.Get("dorp", Idea))?.Data;

    [Fact]
    public async Task A_page_is_always_read_anew()
    {
        await Seen();
        await Another("later");
        _reads.BeginPage("/");
        (await Read()).ShouldBe("later");
        _reads.RestsOnOldRows().ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_without_a_commit_is_found_once_more_from_what_is_there()
    {
        await Seen();
        await Another("later");
        _reads.BeginForm();
        (await Read()).ShouldBe("eerst");
        _reads.RestsOnOldRows().ShouldBeTrue();
        (await Read()).ShouldBe("later");
        _reads.RestsOnOldRows().ShouldBeFalse();
    }

    [Fact]
    public async Task A_commit_on_old_rows_meets_a_conflict_and_everything_is_read_anew()
    {
        await Seen();
        await Another("later");
        _reads.BeginForm();
        var old = (await _reads.Get("dorp", Idea))!;
        (await _reads.Commit("dorp", [new Write.Replace(Idea, "van mij", old.ETag)])).ShouldBeOfType<CommitResult.Conflict>();
        (await Read()).ShouldBe("later");
    }

    [Fact]
    public async Task A_commit_proves_that_nothing_was_old()
    {
        var seen = (await Seen())!;
        _reads.BeginForm();
        await Read();
        (await _reads.Commit("dorp", [new Write.Replace(Idea, "van mij", seen.ETag)])).ShouldBeOfType<CommitResult.Committed>();
        _reads.RestsOnOldRows().ShouldBeFalse();
        (await Read()).ShouldBe("van mij");
    }

    [Fact]
    public async Task What_was_written_is_known_with_its_ETag()
    {
        var seen = (await Seen())!;
        _reads.BeginForm();
        await Read();
        await _reads.Commit("dorp", [new Write.Replace(Idea, "een", seen.ETag), new Write.Insert(Idea + "|inhoud", "tekst")]);
        var known = (await _reads.Get("dorp", Idea))!;
        known.ShouldBe(await _store.Get("dorp", Idea));
        (await _reads.Commit("dorp", [new Write.Replace(Idea, "twee", known.ETag), new Write.Delete(Idea + "|inhoud")])).ShouldBeOfType<CommitResult.Committed>();
        (await _reads.Get("dorp", Idea + "|inhoud")).ShouldBeNull();
    }

    [Fact]
    public async Task Who_is_sent_on_takes_along_what_was_written_once()
    {
        var seen = (await Seen())!;
        _reads.BeginForm();
        await Read();
        await _reads.Commit("dorp", [new Write.Replace(Idea, "van mij", seen.ETag)]);
        _reads.SendOn("/klaar");
        await Another("later");
        _reads.BeginPage("/klaar");
        (await Read()).ShouldBe("van mij");
        _reads.BeginPage("/klaar");
        (await Read()).ShouldBe("later");
    }

    [Fact]
    public async Task Who_is_sent_on_takes_nothing_old_along()
    {
        await Seen();
        await Another("later");
        _reads.BeginForm();
        await Read();
        _reads.SendOn("/klaar");
        _reads.BeginPage("/klaar");
        (await Read()).ShouldBe("later");
    }

    /// <summary>Tells the ETags after a commit, as Azure Tables does.</summary>
    private sealed class TellsETags(IEntityStore store) : IEntityStore
    {
        public ValueTask<Entity?> Get(string partition, string row, CancellationToken cancellation = default) => store.Get(partition, row, cancellation);

        public ValueTask<Page> Query(string partition, RowRange range, int limit = StoreLimits.RowsPerPage, CancellationToken cancellation = default) =>
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
