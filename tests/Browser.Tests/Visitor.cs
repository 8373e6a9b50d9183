using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Smederijen.Browser.Tests;

/// <summary>
/// Somebody with a browser of their own. Every page that they meet is held against WCAG by axe at three widths, and may not
/// be wider than the screen.
/// </summary>
public sealed partial class Visitor(IBrowserContext context, IPage page, Uri address) : IAsyncDisposable
{
    private static readonly int[] Widths = [320, 768, 1280];

    /// <summary>Pages that differ only in their figures are checked once: neighbour after neighbour sees the same form.</summary>
    private static readonly ConcurrentDictionary<string, bool> Checked = new(StringComparer.Ordinal);

    public IPage Page => page;

    public async Task Open(string path)
    {
        var response = await page.GotoAsync(new Uri(address, path).ToString());
        response!.Status.ShouldBeLessThan(500, path);
        await CheckPage();
    }

    public Task Fill(string name, string value) => page.Locator($"[name='{name}']").FillAsync(value);

    public Task Choose(string name, string value) => page.Locator($"[name='{name}'][value='{value}']").CheckAsync();

    public Task Attach(string name, params FilePayload[] files) => page.Locator($"[name='{name}']").SetInputFilesAsync(files);

    public async Task Press(string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
        await page.WaitForLoadStateAsync();
        await CheckPage();
    }

    public async Task Follow(string link)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        await page.WaitForLoadStateAsync();
        await CheckPage();
    }

    public async Task Sees(string words) =>
        (await page.Locator("body").InnerTextAsync()).ShouldContain(words, Case.Insensitive, $"on {page.Url}");

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    private async Task CheckPage()
    {
        if (!Checked.TryAdd(Figures().Replace(await page.Locator("html").InnerTextAsync(), "0"), true))
            return;
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            var result = await page.RunAxe();
            result.Violations.Select(v => $"{v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Select(node => node.Html))}")
                .ShouldBeEmpty($"axe at {width} px on {page.Url}");
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            overflow.ShouldBeLessThanOrEqualTo(0, $"{page.Url} is wider than a screen of {width} px");
        }
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Figures();
}
