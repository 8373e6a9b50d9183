using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;

namespace Smederijen.Portal.Tests.Api;

public class When_a_program_sends_nonsense
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"titel\"")]
    [InlineData("{\"titel\":")]
    [InlineData("{\"titel\":\"a\",\"titel\":\"b\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"titel\":\"\\ud800\"}")]
    [InlineData("{\"titel\":{\"a\":1},\"bedrag\":[45000]}")]
    [InlineData("{\"x\":[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]}")]
    [InlineData("{\"bedrag\":1e999}")]
    [InlineData("{} {}")]
    public async Task Broken_JSON_is_a_bad_request(string body)
    {
        await using var world = await World.Begin();
        (await world.Browser.PostText(Programs.Ideas, body)).ShouldBeProblem(400);
    }

    [Fact]
    public async Task Text_that_is_no_UTF_8_is_a_bad_request()
    {
        await using var world = await World.Begin();
        (await world.Browser.PostBytes(Programs.Ideas, [.. "{\"titel\":\""u8, 0xC3, 0x28, .. "\"}"u8])).ShouldBeProblem(400);
        (await world.Browser.PostBytes(Programs.Ideas, Encoding.Unicode.GetBytes("{}"), "application/json; charset=utf-16")).ShouldBeProblem(400);
    }

    [Theory]
    [InlineData("bedrag", 0)]
    [InlineData("bedrag", -1)]
    [InlineData("bedrag", 450.5)]
    [InlineData("bedrag", long.MaxValue)]
    [InlineData("bedrag", "45000")]
    [InlineData("bedrag", true)]
    [InlineData("titel", "twee\nregels")]
    [InlineData("titel", "\u0007")]
    [InlineData("naam", null)]
    [InlineData("email", "jannie")]
    [InlineData("postcode", "0000 AA")]
    [InlineData("website", "https://spam.example")]
    [InlineData("bijlagen", new[] { "foto.jpg" })]
    public async Task A_wrong_field_is_named(string field, object? value)
    {
        await using var world = await World.Begin();
        (await world.Browser.PostJson(Programs.Ideas, Programs.AnIdea(field, value))).ShouldBeProblem(400).ErrorsAt().ShouldBe([$"#/{field}"]);
    }

    [Fact]
    public async Task Fields_that_the_API_does_not_know_are_left_alone()
    {
        await using var world = await World.Begin();
        (await world.Browser.PostJson(Programs.Ideas, Programs.AnIdea("kleur", new[] { 1, 2 }))).ShouldHave(201);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/jsonp")]
    [InlineData(null)]
    public async Task Another_kind_of_text_is_refused(string? type)
    {
        await using var world = await World.Begin();
        (await world.Browser.PostText(Programs.Ideas, "{}", type)).ShouldBeProblem(415);
    }

    [Fact]
    public async Task Too_much_is_refused_before_it_is_read()
    {
        await using var world = await World.Begin();
        var idea = Programs.AnIdea("beschrijving", new string('a', 300_000));
        (await world.Browser.PostJson(Programs.Ideas, idea)).ShouldBeProblem(413);
        (await world.Browser.PostText(Programs.Ideas, new string(' ', 52 * 1024 * 1024), "multipart/form-data; boundary=x")).ShouldBeProblem(413);
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task A_form_that_breaks_off_is_a_bad_request(string type)
    {
        await using var world = await World.Begin();
        (await world.Browser.PostText(Programs.Ideas, "--x\r\nContent-Disposition: form-data; name=\"titel\"\r\n\r\nEen", type)).ShouldBeProblem(400);
    }

    [Fact]
    public async Task A_form_with_a_field_twice_is_a_bad_request()
    {
        await using var world = await World.Begin();
        var answer = await world.Browser.PostText(Programs.Ideas, "titel=een&titel=twee&website=x", "application/x-www-form-urlencoded");
        answer.ShouldBeProblem(400).ErrorsAt().Take(2).ShouldBe(["#/titel", "#/website"]);
    }

    [Fact]
    public async Task Whatever_is_sent_the_portal_never_fails()
    {
        await using var world = await World.Begin(also => also.Configure<PortalOptions>(options => options.LimitRequests = false));
        Prop.ForAll(Gen.OneOf(Bytes, MutatedIdeas).ToArbitrary(), body =>
        {
            var answer = world.Browser.PostBytes(Programs.Ideas, body).GetAwaiter().GetResult();
            return answer.Status is 201 or 400 or 413;
        }).QuickCheckThrowOnFailure();
    }

    private static Gen<byte[]> Bytes => ArbMap.Default.GeneratorFor<byte[]>().Where(bytes => bytes is not null);

    /// <summary>A valid idea with a few characters of JSON's own kind put in, taken out or changed.</summary>
    private static Gen<byte[]> MutatedIdeas =>
        from changes in Gen.Zip(Gen.Choose(0, 400), Gen.Elements("\"{}[]:,\\u0é€\ud83d\0-9e.tn\n".ToCharArray())).ListOf(3)
        select changes.Aggregate(Whole, (text, change) => Change(text, change.Item1, change.Item2), Encoding.UTF8.GetBytes);

    private static string Whole { get; } = System.Text.Json.JsonSerializer.Serialize(Programs.AnIdea());

    private static string Change(string text, int at, char character) => (at % 3) switch
    {
        0 => text.Insert(at % text.Length, character.ToString()),
        1 => text.Remove(at % text.Length, 1),
        _ => text.Remove(at % text.Length, 1).Insert(at % text.Length, character.ToString()),
    };
}
