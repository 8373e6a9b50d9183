namespace Smederijen.Portal.Ideas.Review;

/// <summary>
/// One mail with all that waits for a member of a wijkteam. It is written by how the ideas are when it goes out: what was decided or hidden by then
/// it does not name.
/// </summary>
public sealed class WaitingMail(
    WaitingReviews reviews, SettingsBook settings, ReviewerMail overview, TimeProvider clock, IOptions<PortalOptions> options)
{
    /// <param name="since">Since when the one holds the place whom the mail is for.</param>
    /// <param name="isLast">The daily mail ends with it, so it also tells what stands still.</param>
    /// <returns>Nothing while nothing waits, and when somebody else holds the place by now.</returns>
    public async Task<IReadOnlyList<AddressedLetter>> Write(
        string smederij, string member, DateTimeOffset? since, bool isLast, bool forPaper, CancellationToken cancellation)
    {
        if (settings.Current(smederij) is not { } where
            || await settings.Contact(smederij, member, cancellation) is not { Email.Length: > 0 } holder || holder.Since != since
            || !await settings.StillHolds(smederij, member, holder.Mark, cancellation))
            return [];
        var waiting = WaitingReviews.For(member, await reviews.In(smederij, cancellation));
        if (!waiting.Any(review => isLast || !review.IsPaused))
            return [];
        var function = where.Wijkteam.FunctionOf(member) ?? "lid";
        return
        [
            new AddressedLetter(holder.Name, holder.Email, new Letter(
                $"{Dutch.Count(waiting.Count, "idee wacht", "ideeën wachten")} op uw advies in {where.Name}",
                LetterParts.Paragraphs(
                    $"U zit als {function} in het wijkteam van {where.Name}. "
                        + (waiting.Count == 1 ? "Dit idee wacht nu op uw advies." : "Deze ideeën wachten nu op uw advies."),
                    isLast
                        ? "U koos voor een mail per idee. Dit is uw laatste mail met alles bij elkaar."
                        : "U krijgt deze mail op werkdagen, zolang er iets wacht. Heeft een idee haast? Dan krijgt u daarover meteen een eigen mail.",
                    forPaper ? null : "De links in deze mail zijn alleen voor u. Stuur deze mail niet door."),
                Also:
                [
                    new(isLast ? "Mijn beoordelingen" : "Mijn beoordelingen, ook om een mail per idee te kiezen",
                        overview.LinkTo(smederij, holder, forPaper)),
                ])
            {
                Greeting = LetterParts.Colleague,
                Items = [.. waiting.Select(review => new LetterItem(
                    new(review.Title ?? MyReviews.HiddenTitle, AddressOf(review, smederij, holder, forPaper)), Detail(review)))],
            }),
        ];
    }

    private Uri AddressOf(RunningReview review, string smederij, Contact holder, bool forPaper) => new(
        options.Value.PublicUrl,
        forPaper ? $"/smederijen/{smederij}/ideeen/{review.Id}" : reviews.AddressOf(review, smederij, holder.Id, holder.Mark));

    private string Detail(RunningReview review)
    {
        var today = Amsterdam.DateOf(clock.GetUtcNow());
        var since = Amsterdam.DateOf(review.Since);
        var waits = WorkingDays.Since(since, today) switch
        {
            0 => $"Wacht sinds {Dutch.DateWithDay(since)}.",
            var days => $"Wacht al {Dutch.Count(days, "werkdag", "werkdagen")}, sinds {Dutch.DateWithDay(since)}.",
        };
        return string.Join(' ', LetterParts.Paragraphs(
            waits,
            review.IsPaused ? "Het staat nu stil."
                : review.State.EscalateAt > clock.GetUtcNow() ? $"Adviseren kan tot en met {Dutch.LastDay(review.State.EscalateAt)}."
                : "De tijd is voorbij, uw advies is nog steeds nodig.",
            review.State.Panel.Version > 1 ? "Het wijkteam bekijkt dit idee opnieuw. Een eerder advies van u telt niet meer." : null));
    }
}
