using System.Text.RegularExpressions;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Ideas.Review;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Tests;
using Smederijen.Simulation.Tests.Invariants;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>
/// Reviewers who would rather have one mail a day: they ask for the link to their page and choose, advise on what stands in the mail of a morning,
/// and go back to a mail about each idea some months later.
/// </summary>
internal sealed partial class DailyReaders(Simulation simulation, Wijkteam wijkteam)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public void Move()
    {
        simulation.PostOffice.On<ReviewerEffect.SendOverview>(Choose);
        simulation.PostOffice.On<PlaceEffect.SendWaiting>(Read);
        simulation.Often(9 * Day, Consider);
    }

    /// <summary>Somebody for whom something waits has had enough of all the mails.</summary>
    private Task Consider()
    {
        var places = simulation.Watch.Ideas.Values.Where(idea => idea.Panel is not null)
            .SelectMany(idea => idea.Panel!.Open.Select(seat => new PlaceKey(idea.Key.Smederij, seat.Reviewer))).ToList();
        return places.Count == 0 ? Task.CompletedTask : Ask(places[simulation.Random.Next(places.Count)]);
    }

    private Task Ask(PlaceKey place) => simulation.File.HolderOf(place.Scope, place.Name) is { Length: > 0 } email
        ? new Press(simulation, "a reviewer asks for the link to their reviews", (process, command) =>
            process.NewBrowser().Post(AskForMyReviews.Address, new { email }.With("opdracht", command))).Deliver()
        : Task.CompletedTask;

    /// <summary>Whoever has one mail a day goes back; in the closing years nobody begins with it.</summary>
    private async Task Choose(ReceivedOther mail)
    {
        var places = PlacesIn(mail.Mail.Text);
        var daily = places.Where(place => simulation.Watch.IsDaily(place.Place)).ToList();
        if (daily.Count > 0 && simulation.Willing(0.7))
            await Choose(mail.Mail, daily[simulation.Random.Next(daily.Count)], MyReviews.PerIdea);
        else if (!simulation.IsClosing && places.Count > 0)
            await Choose(mail.Mail, places[simulation.Random.Next(places.Count)], MyReviews.PerDay);
    }

    private Task Choose(OutgoingMail mail, (PlaceKey Place, string Link) at, string choice) =>
        new Press(simulation, $"a reviewer chooses {choice}", (process, command) =>
            process.Through([at.Link], "mijn-beoordelingen", new { mail = choice }.With("opdracht", command)))
        {
            Accepted = () =>
            {
                simulation.MustHold(mail, at.Place.Scope, at.Place.Name);
                if (choice == MyReviews.PerDay)
                    GoBackLater(at.Place);
            },
        }.Deliver();

    private void GoBackLater(PlaceKey place) => simulation.Within(20 * Day, 90 * Day, async () =>
    {
        if (!simulation.Watch.IsDaily(place))
            return;
        await Ask(place);
        GoBackLater(place);
    });

    /// <summary>Every morning they look at some of it; what they leave stands in the next mail.</summary>
    private async Task Read(ReceivedOther mail)
    {
        var place = PlaceKey.Of(mail.Item);
        foreach (var (line, (idea, version)) in DailyLines.In(mail.Mail.Text).Zip(simulation.Watch.Places[place].ToldIn(mail.Mail.Id)))
        {
            if (idea.Id is not null && simulation.Willing(0.4))
                await wijkteam.Advise(new AskedAdvice(idea, version, place.Name, mail.Mail, [line.Link]));
        }
        if (simulation.Chance(0.02))
            await Choose(mail.Mail, (place, mail.Mail.Links()[^1]), MyReviews.PerIdea);
    }

    private List<(PlaceKey Place, string Link)> PlacesIn(string text) =>
    [
        .. from Match line in Places().Matches(text)
           let smederij = simulation.File.Smederijen.Single(one => one.Name == line.Groups["smederij"].Value)
           let member = smederij.Wijkteam.Members.Single(one => one.Function == line.Groups["function"].Value)
           select (new PlaceKey(smederij.Id, member.Id), line.Groups["link"].Value),
    ];

    [GeneratedRegex(@"^Mijn beoordelingen voor (?<smederij>.+?): (?<function>.+):\nhttps?://[^/]+(?<link>/link/[A-Za-z0-9_-]+)$", RegexOptions.Multiline)]
    private static partial Regex Places();
}
