using System.Net;
using System.Text.RegularExpressions;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Governing;

namespace Smederijen.Portal.Tests.Governing;

/// <summary>Two functional administrators, and the forms that they fill in.</summary>
internal static partial class Administrators
{
    public static Browser Fatima(this World world) => world.BrowserOf("fatima", "beheerder");

    public static Browser Gijs(this World world) => world.BrowserOf("gijs", "beheerder");

    public static string PageOf(string document) => $"/beheer/instellingen/{document}";

    /// <summary>What the form on a page holds, as a browser would send it.</summary>
    public static Dictionary<string, string> Form(this Answer page)
    {
        var fields = new Dictionary<string, string>();
        foreach (Match input in Input().Matches(page.Text))
        {
            var (name, value) = (Attribute(input.Value, "name"), Attribute(input.Value, "value"));
            // A file that nobody chose is no text.
            if (name is null || Attribute(input.Value, "type") is "file" || (Attribute(input.Value, "type") is "radio" or "checkbox" && !input.Value.Contains(" checked",
                StringComparison.Ordinal)))
                continue;
            fields[name] = value ?? "";
        }
        foreach (Match area in Area().Matches(page.Text))
            fields[WebUtility.HtmlDecode(area.Groups["name"].Value)] = WebUtility.HtmlDecode(area.Groups["text"].Value).TrimStart('\n');
        foreach (Match select in Select().Matches(page.Text))
            fields[WebUtility.HtmlDecode(select.Groups["name"].Value)] =
                Regex.Match(select.Value, "value=\"([^\"]*)\" selected") is { Success: true } chosen
                    ? WebUtility.HtmlDecode(chosen.Groups[1].Value)
                    : "";
        return fields;
    }

    /// <summary>Opens the form of a document, changes some fields and sends it.</summary>
    public static async Task<Answer> Change(this Browser browser, string document, string reason, params (string Name, string Value)[] fields)
    {
        var form = (await browser.Open($"{PageOf(document)}/wijzigen")).ShouldHave(200).Form();
        form["reden"] = reason;
        foreach (var (name, value) in fields)
            form[name] = value;
        return await browser.Send($"{PageOf(document)}/wijzigen", form);
    }

    /// <summary>Agrees on the draft as it stands on the page.</summary>
    public static async Task<Answer> Agree(this Browser browser, string document)
    {
        var page = (await browser.Open(PageOf(document))).ShouldHave(200);
        return await browser.Send($"{PageOf(document)}/vaststellen", page.Form());
    }

    /// <summary>Opens the page of the year, changes some fields and makes the drafts.</summary>
    public static async Task<Answer> DraftYear(this Browser browser, params (string Name, string Value)[] fields)
    {
        var form = (await browser.Open("/beheer/jaar")).ShouldHave(200).Form();
        foreach (var (name, value) in fields)
            form[name] = value;
        return await browser.Send("/beheer/jaar", form);
    }

    /// <summary>Agrees on all drafts of the year as they stand on the page.</summary>
    public static async Task<Answer> AgreeOnYear(this Browser browser) =>
        await browser.Send("/beheer/jaar/vaststellen", (await browser.Open("/beheer/jaar")).ShouldHave(200).Form());

    public static async Task<SettingsHistory> History(this World world, string smederij) =>
        (await world.Get<SettingsItems>().Load(SettingsKind.KeyOf(smederij))).ShouldNotBeNull().Item;

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $" {name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<textarea[^>]* name=\"(?<name>[^\"]*)\"[^>]*>(?<text>.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Area();

    [GeneratedRegex("<select[^>]* name=\"(?<name>[^\"]*)\".*?</select>", RegexOptions.Singleline)]
    private static partial Regex Select();
}
