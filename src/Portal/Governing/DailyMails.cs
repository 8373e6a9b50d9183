using Smederijen.Portal.Ideas.Review;

namespace Smederijen.Portal.Governing;

/// <summary>
/// One mail a day for who holds a place in a wijkteam and chose that. The choice lies at the place, which wakes for it every working morning; the
/// mail itself says what waits at that moment, so an idea that came in meanwhile cannot fall out.
/// </summary>
public sealed class DailyMails(PlaceItems places, WaitingMail mail)
{
    public async ValueTask<bool> IsChosen(string smederij, string place, CancellationToken cancellation) =>
        (await places.Load(new PlaceKey(smederij, place), cancellation))?.Item.Daily is not null;

    /// <summary>Nothing for one that is overtaken: by the following one, or by another choice or another holder of the place.</summary>
    public async Task<IReadOnlyList<AddressedLetter>> Write(
        PlaceKey place, PlaceEffect.SendWaiting send, bool forPaper, CancellationToken cancellation) =>
        (await places.Load(place, cancellation))?.Item is { } item && item.HeldSince == send.Since
        && (send.IsLast ? item.Daily is null : item.Daily?.Latest == send.Moment)
            ? await mail.Write(place.Scope, place.Name, send.Since, send.IsLast, forPaper, cancellation)
            : [];
}
