using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Api;

/// <summary>What programs do with the API, for the tests of it.</summary>
internal static class Programs
{
    public const string Ideas = $"/v1/smederijen/{World.Village}/ideeen";

    /// <summary>The fields of a whole and valid idea, as JSON; change one to try what happens.</summary>
    public static Dictionary<string, object?> AnIdea() => new()
    {
        ["titel"] = "Een bankje bij de vijver",
        ["beschrijving"] = "Wij maken samen een bankje bij de vijver.",
        ["doelgroep"] = "Iedereen in het dorp",
        ["bijdrage"] = "Wij timmeren het bankje zelf.",
        ["bedrag"] = 45000,
        ["naam"] = "Jannie de Vries",
        ["email"] = Residents.Submitter,
        ["postcode"] = "7927 AB",
    };

    public static Dictionary<string, object?> AnIdea(string field, object? value) => new(AnIdea()) { [field] = value };

    public static Task<Answer> PostJson(this Browser browser, string path, object body) => browser.Ask("POST", path, JsonContent.Create(body));

    public static Task<Answer> PostText(this Browser browser, string path, string body, string? type = "application/json") =>
        browser.PostBytes(path, Encoding.UTF8.GetBytes(body), type);

    public static Task<Answer> PostBytes(this Browser browser, string path, byte[] body, string? type = "application/json")
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return browser.Ask("POST", path, content);
    }

    /// <summary>Where the errors are, as a program finds them.</summary>
    public static IReadOnlyList<string?> ErrorsAt(this Answer answer) =>
        [.. answer.Json.GetProperty("errors").EnumerateArray()
            .Select(error => error.TryGetProperty("location", out var at) ? at.EnumerateObject().Single().Value.GetString() : null)];

    public static IReadOnlyList<string> Names(this JsonElement json) => [.. json.EnumerateObject().Select(property => property.Name)];

    /// <summary>The names of all that is in it, in order; of a list, those of its first item.</summary>
    public static IEnumerable<string> NamesInside(this JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(one => one.Value.NamesInside().Prepend(one.Name)),
        JsonValueKind.Array => json.EnumerateArray().Take(1).SelectMany(NamesInside),
        _ => [],
    };

    /// <summary>An error as every program may expect it.</summary>
    public static Answer ShouldBeProblem(this Answer answer, int status)
    {
        answer.ShouldHave(status);
        answer.Headers.ContentType.ToString().ShouldStartWith("application/problem+json");
        answer.Headers["API-Version"].ToString().ShouldBe("1.0.0");
        answer.Json.GetProperty("status").GetInt32().ShouldBe(status);
        answer.Json.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        answer.Json.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        if (status == 400)
            answer.ErrorsAt().ShouldNotBeEmpty();
        return answer;
    }

    /// <summary>An idea that its submitter confirmed, handed in through the API.</summary>
    public static async Task<IdeaKey> ConfirmedIdea(this World world, string title = "Een bankje bij de vijver")
    {
        var answer = (await world.Browser.PostJson(Ideas, AnIdea("titel", title))).ShouldHave(201);
        var key = new IdeaKey(World.Village, answer.Json.GetProperty("id").GetString()!);
        (await world.Happens(key, at => new IdeaEvent.SubmissionConfirmed(at))).ShouldBeOfType<Outcome<Refusal>.Done>();
        return key;
    }
}
