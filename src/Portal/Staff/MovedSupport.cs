namespace Smederijen.Portal.Staff;

/// <summary>Support that goes to another mailbox: two people have a place there at most, and each counts once.</summary>
/// <param name="Place">Where it lies from then on; null when that cannot be.</param>
/// <param name="Problem">A sentence that says why not, and what to do.</param>
internal readonly record struct MovedSupport(MailboxPlace? Place, string? Problem)
{
    /// <param name="what">What is supported: "idee" or "plan".</param>
    /// <param name="here">The places of the other mailbox.</param>
    /// <param name="elsewhere">Those where the same support counts: of the idea that became a plan, or of that plan.</param>
    public static MovedSupport Of(string what, Person person, MailboxPlaces here, MailboxPlaces elsewhere) =>
        here.Taken.Concat(elsewhere.Taken).Any(taken => taken.Person!.IsCalledAs(person))
            ? new(null, $"Met dit adres steunt deze persoon dit {what} al. Iedereen telt één keer. Kies een ander adres, of wis een van de twee.")
        : here.FreeFor(person, elsewhere) is { } place ? new(place, null)
        : new(null, person.Initials is null
            ? $"Met dit adres steunt al iemand dit {what}. Eén adres telt één keer. Alleen wie voorletters invulde, kan een adres delen. "
                + "Kies een ander adres, of wis een van de twee."
            : $"Met dit adres steunen al twee mensen dit {what}. Meer kan niet. Kies een ander adres, of wis een van hen.");
}
