using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>The last look, when nothing goes wrong any more and all has come to its end.</summary>
internal sealed class Reckoning(Simulation simulation)
{
    public async Task Check()
    {
        simulation.HandedIn.Check(simulation.Watch.Ideas);
        simulation.Promises.Check(simulation.Watch.Ideas);
        foreach (var round in simulation.Watch.Rounds.Values)
            round.Replay();
        foreach (var (key, idea) in simulation.Watch.Ideas)
            await CheckIdea(key, idea);
        foreach (var smederij in simulation.File.Smederijen)
            await CheckSmederij(smederij.Id);
        await CheckMails();
    }

    /// <summary>What the store holds is what the commits built up, and somebody or the clock moves it on.</summary>
    private async Task CheckIdea(IdeaKey key, FollowedIdea idea)
    {
        var row = await simulation.Machine.Store.Get(key.Smederij, Keys.Idea(key.Id)) ?? throw new Violation($"{key} is gone.");
        if (row.Read(PortalJson.Default.StoredIdea) != idea.Stored)
            throw new Violation($"{key} is not what its commits made of it.");
        var state = idea.Stored!.Idea.State;
        if (state is IdeaState.Ended { EraseAt: not null })
            throw new Violation($"{key} ended long ago, and its people are still known.");
        if (state is not IdeaState.Ended && idea.Stored.Idea.NextDue() is null && state.WaitsFor is Party.Nobody)
            throw new Violation($"{key} waits for nobody in {state.Phase}.");
        if (state is IdeaState.Ended)
            await CheckForgotten(key, idea);
    }

    private async Task CheckForgotten(IdeaKey key, FollowedIdea idea)
    {
        foreach (var scan in idea.Events.OfType<IdeaEvent.PaperSignaturesEntered>().Select(entered => entered.Scan))
        {
            if (simulation.Machine.Attachments.Names.Contains(scan))
                throw new Violation($"{key} ended long ago, and a list of signatures is still there.");
        }

        if ((await simulation.Machine.Store.Query(key.Smederij, Keys.People(key.Id))).Rows.Count > 0
            || (await simulation.Machine.Store.Query(key.Smederij, Keys.Supporters(key.Id))).Rows.Count > 0)
            throw new Violation($"{key} ended long ago, and rows of its people are still there.");
    }

    /// <summary>In a rolling Smederij, free money lies beside no idea that it would be enough for.</summary>
    public static void NoMoneyLiesIdle(Simulation simulation)
    {
        foreach (var (key, idea) in simulation.Watch.Ideas)
        {
            var settings = simulation.File.Find(key.Smederij)!.Round;
            if (!settings.Rolling || idea.Stored is not { Idea: { State: IdeaState.Suitable, Amount: var amount } })
                continue;
            var round = simulation.Watch.Rounds[(key.Smederij, settings.Period)];
            if (round.IsOpen && amount <= round.Ledger.Available)
                throw new Violation($"{key} waits for {amount.Cents} cents, and {round.Ledger.Available.Cents} lie there.");
        }
    }

    /// <summary>Nothing waits to be done.</summary>
    private async Task CheckSmederij(string smederij)
    {
        if ((await simulation.Machine.Store.Query(smederij, Keys.AllEffects)).Rows is [var left, ..])
            throw new Violation($"Effect {smederij}/{left.Row} was never performed: {left.Data}");
    }

    /// <summary>Every mail that was decided went out, or staff know that it cannot, or nobody is left to read it.</summary>
    private async Task CheckMails()
    {
        foreach (var (id, (idea, mail)) in simulation.Watch.MailsDue)
        {
            if (simulation.Machine.Outbox.Mails.ContainsKey(id) || simulation.Machine.Logs.NobodyToMail.Contains((idea, mail.Kind)))
                continue;
            var number = int.Parse(id[(id.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
            if (await simulation.Machine.Store.Get(idea.Smederij, Keys.Failed(idea.Id, number)) is null)
                throw new Violation($"Mail {mail.Kind} of {idea} ({id}) is lost.");
        }
    }
}
