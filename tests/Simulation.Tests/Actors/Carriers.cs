using System.Globalization;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Residents who got their money and carry their plan out: they tell how it goes, ask for more, finish, or give the money back.</summary>
internal sealed class Carriers(Simulation simulation)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public void Move()
    {
        simulation.PostOffice.On(MailKind.MoneyReleased, Report);
        simulation.PostOffice.On(MailKind.RealisationReminder, Report);
    }

    private async Task Report(ReceivedMail mail)
    {
        // Who hears that the rest is on its way is done.
        if (simulation.Watch.Ideas[mail.Idea].Stored is { Item.State: IdeaState.Ended } || !simulation.Willing(0.8))
            return;
        var text = $"Verslag {simulation.Random.NextInt64():x}";
        await Post(mail, "verslag", new { verslag = text, helpers = $"{simulation.Random.Next(40)}", uren = "12" }, e => e is IdeaEvent.ProgressReported told && told.Text == text);
        if (simulation.Chance(0.15))
            simulation.Within(TimeSpan.Zero, Day, () => AskForMore(mail));
        if (simulation.Willing(0.6))
            simulation.Within(Day, 60 * Day, () => Finish(mail));
    }

    private Task AskForMore(ReceivedMail mail)
    {
        var question = $"Het wordt duurder {simulation.Random.NextInt64():x}";
        return Post(mail, "duurder", new { kosten = "9.000", vraag = question }, e => e is IdeaEvent.OverrunAsked asked && asked.Question == question);
    }

    /// <summary>Done, for less than was granted or for all of it; or not done after all.</summary>
    private Task Finish(ReceivedMail mail)
    {
        if (simulation.Watch.Ideas[mail.Idea].Stored is not { Item.State: IdeaState.Released released })
            return Task.CompletedTask;
        var words = $"{simulation.Random.NextInt64():x}";
        var cost = simulation.Chance(0.3) ? released.Amount : new Euro(simulation.Random.NextInt64(released.Amount.Cents));
        return simulation.Chance(0.12)
            ? Post(mail, "stopt", new { reden = $"Het lukt niet {words}", zeker = "ja" },
                e => e is IdeaEvent.MoneyGivenBack back && back.Reason == $"Het lukt niet {words}")
            : Post(mail, "klaar", new { verslag = $"Het staat er {words}", kosten = InDutch(cost) },
                e => e is IdeaEvent.PlanCompleted done && done.Text == $"Het staat er {words}",
                ("fotos", "klaar.png", Gebiedsregisseurs.Scan), ("bonnen", "bon.png", Gebiedsregisseurs.Scan));
    }

    internal static string InDutch(Euro amount) => (amount.Cents / 100m).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');

    private Task Post(ReceivedMail mail, string step, object form, Func<IdeaEvent, bool> match, params (string, string, byte[])[] files) =>
        new Press(simulation, $"the submitter: {step}", (process, command) => process.Through(mail, "voortgang", form.With("opdracht", command), $"?stap={step}", files))
        {
            Promise = simulation.Promises.Try(mail.Idea, step, match),
        }.Deliver();
}
