using System.Net;
using System.Text.RegularExpressions;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.LocalHost.Tests;

/// <summary>
/// Walks over all pages of staff in a demo that is full of examples, and tells by what a page shows whether it had to leave a look. So a
/// page that is made later and forgets it is found here.
/// </summary>
public sealed partial class Whatever_staff_see_of_people : IDisposable
{
    /// <summary>A demo has many ideas alike; of each kind of page so many are opened.</summary>
    private const int PagesOfAKind = 80;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Leaves_a_look_behind()
    {
        await using var town = await Edition.Start(_folder, seed: true);
        var anna = await town.SignIn("anna");
        var (waiting, known, shown) = (new Queue<string>(["/medewerkers"]), new HashSet<string> { "/medewerkers" }, new List<string>());
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var path))
        {
            var page = await town.Open(path, anna);
            if (page.Status != 200 || !page.Headers.ContentType.ToString().StartsWith("text/html"))
                continue;
            if (Personal().Match(page.Words) is { Success: true } seen)
            {
                shown.Add(page.Path);
                (await Looks(town)).ShouldContain(look => page.Path.Contains(look.Item) || page.Text.Contains(look.Item), $"{page.Path} shows {seen.Value}");
            }
            foreach (var next in Links().Matches(page.Text).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value).Split('#')[0]))
            {
                var kind = Varying().Replace(next, "*");
                if (known.Add(next) && (kinds[kind] = kinds.GetValueOrDefault(kind) + 1) <= PagesOfAKind)
                    waiting.Enqueue(next);
            }
        }
        // The walk came past what it is about.
        foreach (var part in (string[])["/ideeen/", "/vrijgeven", "/regisseur", "/notitie", "/plannen/"])
            shown.ShouldContain(path => path.Contains(part), $"no page at {part} showed anything, of {known.Count} pages");
        (await Looks(town)).Select(look => look.By).Distinct().ShouldBe(["anna"]);
    }

    private static async Task<List<Look>> Looks(Edition town) =>
        [.. (await town.Store.Rows(Partitions.Looks, "8")).Select(row => row.Read(WorkJson.Default.Look))];

    /// <summary>An account number, whole or in part, a mail address, or a telephone number.</summary>
    [GeneratedRegex(@"\bNL\d{2}[ A-Z•]|[\w.-]+@[\w-]+\.\w+|\b0\d{1,3}[ -]?\d{6,8}\b|\b06([ -]?\d{2}){4}\b")]
    private static partial Regex Personal();

    [GeneratedRegex("""href="(/medewerkers[^"]*)""")]
    private static partial Regex Links();

    /// <summary>Which one it is about, behind what kind of thing it is; the page that a list begins at.</summary>
    [GeneratedRegex(@"(?<=/(ideeen|plannen|rondes|hulp)/)[\w-]+/[\w-]+|(?<=/(geld|stuurgroep|scans|bonnen|stukken)/)[\w.-]+|(?<=[?&](ronde|smederij|wie|vanaf|van)=)[^&]*")]
    private static partial Regex Varying();
}
