using Smederijen.Portal.Mail;
using Smederijen.Portal.Tests;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>
/// Mail scanners: they open the links of a mail with HEAD and twice with GET, the page behind them too, and press nothing.
/// Not a single commit may come of that.
/// </summary>
internal sealed class Scanners(Simulation simulation)
{
    /// <summary>The first mails of every kind are all scanned, later ones now and then.</summary>
    private const int AlwaysScanned = 3;

    private const double ScannedLater = 0.01;

    private readonly Dictionary<string, int> _scanned = new(StringComparer.Ordinal);

    public void Meet(OutgoingMail mail, string kind)
    {
        if (mail.Links().Any())
            Tally.Count(simulation.Tally.LinkedKinds, kind);
        if ((_scanned[kind] = _scanned.GetValueOrDefault(kind) + 1) <= AlwaysScanned || simulation.Chance(ScannedLater))
            simulation.Within(TimeSpan.Zero, TimeSpan.FromMinutes(5), () => Scan(mail, kind));
    }

    private async Task Scan(OutgoingMail mail, string kind)
    {
        var commits = simulation.Tally.Commits;
        var whole = mail.Links().Any();
        foreach (var link in mail.Links())
            whole &= await simulation.Site.Visit(async process =>
            {
                var browser = process.NewBrowser();
                await browser.Ask("HEAD", link);
                var opened = await browser.Open(link);
                await browser.Ask("HEAD", opened.Path);
                return await browser.Open(link);
            }) is not null;
        simulation.Tally.ScannedMails++;
        if (whole)
            Tally.Count(simulation.Tally.ScannedKinds, kind);
        if (simulation.Tally.Commits != commits)
            throw new Violation($"A scanner that opened the links of mail {mail.Id} changed the store.");
    }
}
