using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Smederijen.Browser.Tests;

/// <summary>
/// Somebody with a browser of their own. Every page that they meet is held against WCAG by axe at three widths, and may not
/// be wider than the screen.
/// </summary>
public sealed partial class Visitor(IBrowserContext context, IPage page, Uri address) : IAsyncDisposable
{
    private const int MostSteps = 60;

    /// <summary>Everything is checked; what is in order is not described, which would take most of the time.</summary>
    private static readonly AxeRunOptions OnlyWhatIsWrong = new() { ResultTypes = [ResultType.Violations] };

    private static readonly int[] Widths = [320, 768, 1280];

    /// <summary>Pages that differ only in their figures are checked once: neighbour after neighbour sees the same form.</summary>
    private static readonly ConcurrentDictionary<string, bool> Checked = new(StringComparer.Ordinal);

    public IPage Page => page;

    public async Task Open(string path)
    {
        var response = await page.GotoAsync(new Uri(address, path).ToString());
        (response?.Status ?? 200).ShouldBeLessThan(500, path);
        await CheckPage();
    }

    public Task Fill(string name, string value) => page.Locator($"[name='{name}']").FillAsync(value);

    public Task Choose(string name, string value) => page.Locator($"[name='{name}'][value='{value}']").CheckAsync();

    public Task Attach(string name, params FilePayload[] files) => page.Locator($"[name='{name}']").SetInputFilesAsync(files);

    public Task Press(string button) => Leave(() => page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync());

    public Task Follow(string link) => Leave(() => page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync());

    /// <summary>
    /// Does what leads to another page and waits until that one stands. The page itself is asked, by a mark that does not outlive it: the
    /// driver of the browser is not always told that a page has loaded.
    /// </summary>
    public async Task Leave(Func<Task> step)
    {
        await page.EvaluateAsync("window.left = true");
        await step();
        await page.WaitForFunctionAsync("() => !window.left && document.readyState === 'complete'");
        await CheckPage();
    }

    /// <summary>Walks with the Tab key to what carries these words, as somebody without a mouse does.</summary>
    public async Task TabTo(string words)
    {
        for (var steps = 0; steps < MostSteps; steps++)
        {
            await page.Keyboard.PressAsync("Tab");
            if ((await page.EvaluateAsync<string>("(document.activeElement.labels?.[0] ?? document.activeElement).innerText ?? ''")).Contains(words, StringComparison.Ordinal))
                return;
        }
        throw new ShouldAssertException($"The keyboard does not reach '{words}' on {page.Url}.");
    }

    public Task Space() => page.Keyboard.PressAsync("Space");

    /// <summary>Presses Enter where the keyboard is, which leads to another page.</summary>
    public Task Enter() => Leave(() => page.Keyboard.PressAsync("Enter"));

    /// <summary>Presses a button that gives a file.</summary>
    /// <returns>The path of the file.</returns>
    public async Task<string> Fetch(string button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync());
        return await download.PathAsync();
    }

    /// <summary>What a link on this page leads to, as text.</summary>
    public async Task<string> Read(string link)
    {
        var address = await page.GetByRole(AriaRole.Link, new() { Name = link }).First.GetAttributeAsync("href");
        return await (await page.Context.APIRequest.GetAsync(new Uri(new Uri(page.Url), address).ToString())).TextAsync();
    }

    /// <summary>Loads the page again until it tells what the program does in its own time.</summary>
    public async Task Until(string words)
    {
        using var timeout = new CancellationTokenSource(LocalEdition.Patience);
        while (!(await page.Locator("body").InnerTextAsync()).Contains(words, StringComparison.Ordinal))
        {
            await Task.Delay(50, timeout.Token);
            await page.ReloadAsync();
        }
    }

    /// <summary>An amount never breaks after the sign; here it is written with a plain space.</summary>
    public async Task Sees(string words) =>
        (await page.Locator("body").InnerTextAsync()).Replace('\u00A0', ' ').ShouldContain(words, Case.Insensitive, $"on {page.Url}");

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    private async Task CheckPage()
    {
        if (!Checked.TryAdd(Figures().Replace(await page.Locator("html").InnerTextAsync(), "0"), true))
            return;
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            // The way that is to stay opens a second page at every run, for the sake of frames; our pages have none.
#pragma warning disable CS0618
            var result = await page.RunAxeLegacy(options: OnlyWhatIsWrong);
#pragma warning restore CS0618
            result.Violations.Select(v => $"{v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Select(node => node.Html))}")
                .ShouldBeEmpty($"axe at {width} px on {page.Url}");
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            overflow.ShouldBeLessThanOrEqualTo(0, $"{page.Url} is wider than a screen of {width} px");
        }
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Figures();
}
