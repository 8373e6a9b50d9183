using Microsoft.Playwright;

namespace Smederijen.Browser.Tests;

/// <summary>One headless Chromium for all tests of a class, with the browser of the system.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A browser of somebody's own: no cookies shared, no script allowed to run unless asked for.</summary>
    public async Task<Visitor> NewVisitor(LocalEdition edition)
    {
        var context = await browser.NewContextAsync(new() { Locale = "nl-NL", BypassCSP = true });
        return new Visitor(context, await context.NewPageAsync(), edition.Address);
    }

    public async Task DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }
}
