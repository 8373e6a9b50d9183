using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Smederijen.Functions.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;

namespace Smederijen.Functions.Tests.Storage;

[Collection(nameof(Azurite))]
public sealed class When_the_table_service_fails(Azurite azurite)
{
    private static Task<StoreUnavailableException> Failure(TablesEntityStore store, params Write[] writes) =>
        Should.ThrowAsync<StoreUnavailableException>(() => store.Commit("krakeel", writes));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_table_that_is_gone_is_no_conflict(int writes)
    {
        var store = new TablesEntityStore(new TableClient(azurite.Connection, Azurite.NewName()));
        (await Failure(store, [.. Enumerable.Range(0, writes).Select(i => new Write.Insert($"{i}", "x"))])).Message.ShouldContain("does not exist");
    }

    /// <summary>As Azure answers; the emulator has a status of its own for a wrong key.</summary>
    [Theory]
    [InlineData(403, "AuthenticationFailed", "Storage Table Data Contributor")]
    [InlineData(403, "", "Storage Table Data Contributor")]
    [InlineData(404, "", "does not exist")]
    [InlineData(400, "InvalidInput", "status 400, InvalidInput")]
    [InlineData(400, "", "(status 400)")]
    public async Task A_refusal_says_what_to_do_with_and_without_a_code(int status, string code, string advice)
    {
        using var answering = new HttpClient(new Refuses((HttpStatusCode)status, code));
        var client = new TableClient(azurite.Connection, "smederijen", new TableClientOptions { Transport = new HttpClientTransport(answering) });
        (await Failure(new TablesEntityStore(client), new Write.Put("a", "x"))).Message.ShouldContain(advice);
    }

    [Fact]
    public async Task A_service_out_of_reach_says_so()
    {
        var nobody = new TableClientOptions { Retry = { MaxRetries = 0 } };
        var store = new TablesEntityStore(new TableClient(new Uri("http://127.0.0.1:1/account"), "smederijen", new TableSharedKeyCredential("account", "AAAA"), nobody));
        (await Failure(store, new Write.Put("a", "x"))).Message.ShouldContain("out of reach");
        await Should.ThrowAsync<StoreUnavailableException>(async () => await store.Get("krakeel", "a"));
        await Should.ThrowAsync<StoreUnavailableException>(async () => await store.Query("krakeel", RowRange.Prefix("a")));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_found_by_its_own_rows_when_it_is_tried_again()
    {
        var name = Azurite.NewName();
        await new TableClient(azurite.Connection, name).CreateAsync();
        var losing =
            new TableClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) },
            Transport = new LosesFirstAnswer() };
        var store = new TablesEntityStore(new TableClient(azurite.Connection, name, losing));
        (await store.Commit("krakeel", [new Write.Insert("opdracht|1", "x"), new Write.Insert("idee|1", "x")])).ShouldBe(new CommitResult.Conflict("opdracht|1"));
        (await store.Get("krakeel", "opdracht|1")).ShouldNotBeNull();
    }

    private sealed class Refuses(HttpStatusCode status, string code) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var text = code.Length == 0 ? "" : JsonSerializer.Serialize(new Dictionary<string, object> { ["odata.error"] = new { code } });
            return Task.FromResult(new HttpResponseMessage(status) { RequestMessage = request,
                Content = new StringContent(text, Encoding.UTF8, "application/json") });
        }
    }

    /// <summary>A network that carries the first request and loses the answer to it.</summary>
    private sealed class LosesFirstAnswer : HttpClientTransport
    {
        private bool _lost;

        public override async ValueTask ProcessAsync(Azure.Core.HttpMessage message)
        {
            await base.ProcessAsync(message);
            if (_lost)
                return;
            _lost = true;
            throw new IOException("The answer was lost.");
        }
    }
}
