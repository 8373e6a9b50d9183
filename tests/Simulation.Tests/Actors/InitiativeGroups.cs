using Smederijen.Domain.Ideas;
using Smederijen.Portal.Initiative;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Residents who join the initiatiefgroep of their Smederij, advise on ideas for a year, and leave, or never confirm.</summary>
internal sealed class InitiativeGroups(Simulation simulation, People people)
{
    public void Move()
    {
        simulation.PostOffice.On<GroupEffect.ConfirmMembership>(Confirm);
        simulation.Often(TimeSpan.FromDays(6), Join);
    }

    private Task Join()
    {
        var smederij = simulation.File.Open[simulation.Random.Next(simulation.File.Open.Count)];
        var person = people.In(smederij);
        return new Press(simulation, "somebody joins the initiatiefgroep", async (process, command) =>
        {
            var answer = await process.NewBrowser().Post(
                JoinGroup.PathOf(smederij.Id), new { naam = person.Name, email = person.Email }.With("opdracht", command));
            return simulation.File.Find(smederij.Id)!.Closed ? Ways.OfToday(answer) : answer;
        }).Deliver();
    }

    private async Task Confirm(ReceivedOther mail)
    {
        if (!simulation.Chance(0.8))
            return;
        await Do(mail, "meedoen", new { stap = "meedoen" });
        for (var advice = simulation.Random.Next(4); advice > 0; advice--)
            simulation.Within(TimeSpan.FromDays(1), Simulation.Year, () => Advise(mail));
        simulation.Within(Simulation.Year * 0.5, Simulation.Year * 1.05, () => Do(mail, "leaves", new { stap = "weg", zeker = "ja" }));
    }

    /// <summary>The group talks about the first idea on its agenda; the wijkteam may be quicker.</summary>
    private async Task Advise(ReceivedOther mail)
    {
        var agenda = await simulation.Site.Visit(process => process.NewBrowser().Get($"{JoinGroup.PathOf(mail.Item.Smederij)}/agenda"));
        var idea =
            simulation.Watch.Ideas.FirstOrDefault(idea =>
            idea.Key.Smederij == mail.Item.Smederij && agenda?.Text.Contains(idea.Value.Stored!.Title, StringComparison.Ordinal) == true).Key;
        if (idea.Id is null)
            return;
        var text = $"Advies {simulation.Random.NextInt64():x}";
        await Do(mail, "advises", new { stap = "advies", idee = idea.Id, advies = text },
            simulation.Promises.Try(idea, "advice of the group", e => e is IdeaEvent.GroupAdvised advised && advised.Text == text));
    }

    private Task Do(ReceivedOther mail, string what, object form, Invariants.Promise? promise = null) =>
        new Press(simulation, $"a member of the initiatiefgroep: {what}", async (process, command) =>
            Ways.OfToday(await process.Through(mail.Mail, "initiatiefgroep", form.With("opdracht", command))))
        {
            Promise = promise,
        }.Deliver();
}
