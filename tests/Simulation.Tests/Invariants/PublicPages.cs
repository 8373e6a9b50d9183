using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Tests;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>No page promises residents what the rules do not give.</summary>
internal sealed class PublicPages(Simulation simulation)
{
    public async Task Check()
    {
        var home = await Read("/");
        foreach (var smederij in simulation.File.Smederijen)
        {
            var page = await Read($"/smederijen/{smederij.Id}");
            var isOpen = simulation.Watch.PhaseOf(new RoundKey(smederij.Id, smederij.Round.Period)) is Domain.Rounds.RoundPhase.Open;
            Never(page, smederij.Id, "Dien een idee in", smederij.Closed, "it takes no ideas");
            Never(page, smederij.Id, "krijgt meteen geld", !isOpen || !smederij.Round.Rolling, "nothing is granted at once");
            Never(page, smederij.Id, "De volgende ronde begint", !simulation.File.IsComing(smederij.Id), "nobody agreed on a following round");
            Never(page, smederij.Id, "Er is nog", !isOpen, "nothing can be asked for");
            if (!home.Text.Contains($"/smederijen/{smederij.Id}\"", StringComparison.Ordinal))
                throw new Violation($"{smederij.Id} cannot be found from the first page.");
        }
    }

    private static void Never(Answer page, string smederij, string words, bool wrong, string why)
    {
        if (wrong && page.Words.Contains(words, StringComparison.Ordinal))
            throw new Violation($"The page of {smederij} says '{words}', and {why}.");
    }

    private async Task<Answer> Read(string address) =>
        (await simulation.Site.Visit(process => process.NewBrowser().Get(address)))!.ShouldHave(200);
}
