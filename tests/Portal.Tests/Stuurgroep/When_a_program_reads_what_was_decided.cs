using System.Text.Json;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Tests.Api;

namespace Smederijen.Portal.Tests.Stuurgroep;

public sealed class When_a_program_reads_what_was_decided
{
    [Fact]
    public async Task A_draft_is_not_there_also_when_it_is_withdrawn()
    {
        await using var world = await World.Begin();
        await world.Get<ResolutionItems>().Draft(world.Get<SettingsBook>().Stuurgroep, ADivision.Id, CommandId.Fresh(), "anna", ADivision.Of(world, "2028"));
        await ShouldBeHidden(world);
        await world.Happens(at => new ResolutionEvent.WithdrawnByStaff(at, "anna", "Fout"));
        await ShouldBeHidden(world);
    }

    [Fact]
    public async Task While_the_seats_vote_it_tells_no_voices()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        await world.Say(Voice.Against, 3);
        var json = await Detail(world);
        json.GetProperty("besluit").GetProperty("stand").GetString().ShouldBe("open");
        json.TryGetProperty("stemmen", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_decision_has_its_sources_lines_and_voices()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        await world.Say(Voice.For, 6);
        var item = (await world.Browser.Get("/v1/besluiten")).ShouldHave(200).Json.GetProperty("besluiten")[0];
        item.GetProperty("stand").GetString().ShouldBe("voor");
        var json = (await world.Browser.Get(item.GetProperty("url").GetString()!)).ShouldHave(200).Json;
        json.GetProperty("regels").EnumerateArray().Sum(line => line.GetProperty("bedrag").GetInt64()).ShouldBe(item.GetProperty("totaal").GetInt64());
        json.GetProperty("geldgevers").EnumerateArray().Sum(source => source.GetProperty("bedrag").GetInt64()).ShouldBe(item.GetProperty("totaal").GetInt64());
        json.GetProperty("stemmen").EnumerateArray().Count(voice => voice.TryGetProperty("stem", out _)).ShouldBe(6);
    }

    /// <summary>The example in the OpenAPI document has the fields of a real answer, and no others.</summary>
    [Fact]
    public async Task The_described_example_looks_like_a_real_answer()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        await world.Happens(at => new ResolutionEvent.VoiceGiven(at, "gemeente-bestuur", false, Voice.For, "Eerlijk verdeeld."));
        await world.Say(Voice.For, 6);
        var document = (await world.Browser.Get("/v1/openapi.json")).Json;
        var example = document.GetProperty("paths").GetProperty("/besluiten/{id}").GetProperty("get").GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("example");
        (await Detail(world)).NamesInside().ShouldBe(example.NamesInside());
    }

    [Fact]
    public async Task The_list_comes_in_pages_the_newest_first()
    {
        await using var world = await World.Begin();
        string[] ids = ["0000000000001a", "0000000000002b", "0000000000003c"];
        foreach (var (i, id) in ids.Index())
            await world.PutToSeats($"{2028 + i}", id);
        var found = new List<string?>();
        for (string? next = "/v1/besluiten?aantal=2"; next is not null;)
        {
            var page = (await world.Browser.Get(next)).ShouldHave(200);
            page.Json.GetProperty("besluiten").GetArrayLength().ShouldBeLessThanOrEqualTo(2);
            found.AddRange(page.Json.GetProperty("besluiten").EnumerateArray().Select(one => one.GetProperty("id").GetString()));
            next = page.Json.TryGetProperty("volgende", out var following) ? following.GetString() : null;
            page.Headers.Link.ToString().ShouldBe(next is null ? "" : $"<{next}>; rel=\"next\"");
        }
        found.ShouldBe(ids.Reverse());
    }

    [Theory]
    [InlineData("aantal=101", "aantal")]
    [InlineData("vanaf=!!", "vanaf")]
    [InlineData("vanaf=YmVzbHVpdHwx", "vanaf")]
    public async Task A_question_that_makes_no_sense_is_refused(string query, string parameter)
    {
        await using var world = await World.Begin();
        (await world.Browser.Get($"/v1/besluiten?{query}")).ShouldBeProblem(400).ErrorsAt().ShouldBe([parameter]);
    }

    private static async Task ShouldBeHidden(World world)
    {
        (await world.Browser.Get("/v1/besluiten")).ShouldHave(200).Json.GetProperty("besluiten").GetArrayLength().ShouldBe(0);
        (await world.Browser.Get($"/v1/besluiten/{ADivision.Id}")).ShouldHave(404);
    }

    private static async Task<JsonElement> Detail(World world) => (await world.Browser.Get($"/v1/besluiten/{ADivision.Id}")).ShouldHave(200).Json;
}
