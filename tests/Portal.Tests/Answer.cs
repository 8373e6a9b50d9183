using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Smederijen.Portal.Tests;

/// <summary>What came back over HTTP.</summary>
/// <param name="Path">The address that answered: after a redirect another one than was asked.</param>
public sealed partial record Answer(string Path, int Status, IHeaderDictionary Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Where a redirect points to; empty without one.</summary>
    public string Location => Headers.Location.ToString();

    /// <summary>What a person reads on the page: the content of <c>main</c> without tags, one space between words.</summary>
    public string Words => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Main(), " ")), " ").Trim();

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The value of a hidden field, such as <c>opdracht</c>.</summary>
    public string Hidden(string name) =>
        Regex.Match(Text, $"""<input type="hidden" name="{Regex.Escape(name)}" value="([^"]*)" ?/?>""") is { Success: true } match
            ? WebUtility.HtmlDecode(match.Groups[1].Value)
            : throw new ShouldAssertException($"No hidden field '{name}' on {Path}:\n{Words}");

    public Answer ShouldHave(int status)
    {
        Status.ShouldBe(status, $"{Path} says: {(Text.StartsWith('<') ? Words : Text)}");
        return this;
    }

    private string Main() => Regex.Match(Text, "<main.*</main>", RegexOptions.Singleline) is { Success: true } main ? main.Value : Text;

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
