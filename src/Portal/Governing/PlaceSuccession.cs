using Smederijen.Portal.Ideas;
using Smederijen.Portal.Stuurgroep;

namespace Smederijen.Portal.Governing;

/// <summary>
/// What follows when somebody takes a place: the address lies where mail and history look for it, the one before stays known for what they did,
/// and what waits for the place goes to the successor. Every step is harmless twice.
/// </summary>
public sealed class PlaceSuccession(
    IEntityStore store, SettingsBook book, PlaceItems places, IdeaItems ideas, ResolutionItems resolutions, UnreadableRows unreadable)
{
    public async Task PassOn(PlaceKey place, bool somebodyElse, CancellationToken cancellation)
    {
        if (await Holder(place, cancellation) is not { } holder)
            return;
        foreach (var partition in PartitionsOf(place))
            await Lay(partition, holder, cancellation);
        var stand = $"{holder.Id} {holder.Mark} {Digest.Hex(Rows.Write(holder, SettingsJson.Default.Contact), 8)}";
        await store.Commit(Partitions.Settings, [new Write.Put(SettingsKeys.People, stand)], cancellation);
        await book.Reload(cancellation);
        if (!somebodyElse)
            return;
        if (place.Scope == Partitions.Stuurgroep)
            await PassOnSeat(place.Name, cancellation);
        else if (place.Scope != PlaceKey.Everywhere)
            await PassOnReviews(place, holder, cancellation);
    }

    /// <summary>
    /// Nobody reads any more how the one was called who held the place until an instant: the function stands in the place of the name.
    /// </summary>
    public async Task ForgetName(PlaceKey place, DateTimeOffset until, CancellationToken cancellation)
    {
        // Where the address of a task of all Smederijen lies may have changed since.
        foreach (var partition in place.Scope == PlaceKey.Everywhere ? book.WorkPartitions.ToArray() : [place.Scope])
        {
            var row = Keys.FormerContact(place.Name, until);
            if ((await store.Get(partition, row, cancellation))?.Read(SettingsJson.Default.Contact) is { Name.Length: > 0 } former)
                await store.Commit(
                    partition, [new Write.Put(row, Rows.Write(former with { Name = "" }, SettingsJson.Default.Contact))], cancellation);
        }
        var stand = $"{place.Id} {Keys.Instant(until)}";
        await store.Commit(Partitions.Settings, [new Write.Put(SettingsKeys.People, stand)], cancellation);
        await book.Reload(cancellation);
    }

    /// <summary>Lays the addresses of the tasks that are the same everywhere in a Smederij that begins.</summary>
    public async Task LayEverywhere(SmederijSettings smederij, CancellationToken cancellation)
    {
        foreach (var name in (string[])[smederij.Gebiedsregisseur, Contact.ReleaseMailbox])
            if (name.Length > 0 && await Holder(new(PlaceKey.Everywhere, name), cancellation) is { } holder)
                await Lay(smederij.Id, holder, cancellation);
    }

    /// <summary>Where the address of a place lies.</summary>
    private IEnumerable<string> PartitionsOf(PlaceKey place) => place.Scope != PlaceKey.Everywhere ? [place.Scope]
        : place.Name == Contact.ReleaseMailbox ? book.All.Select(smederij => smederij.Id)
        // Of the rest of the staff it lies with the stuurgroep, which is of all Smederijen too.
        : book.All.Where(smederij => smederij.Gebiedsregisseur == place.Name).Select(smederij => smederij.Id).DefaultIfEmpty(Partitions.Stuurgroep);

    private async Task<Contact?> Holder(PlaceKey place, CancellationToken cancellation) =>
        (await places.Load(place, cancellation))?.Item.Holders is [.., var holding]
        && await store.Get(Partitions.Settings, PlaceKind.Card(place), cancellation) is { } row
            ? row.Read(SettingsJson.Default.Contact) with
            {
                Id = place.Name,
                Since = holding.Since == DateTimeOffset.MinValue ? null : holding.Since,
            }
            : null;

    private async Task Lay(string partition, Contact holder, CancellationToken cancellation)
    {
        var row = Keys.Contact(holder.Id);
        List<Write> writes = [new Write.Put(row, Rows.Write(holder, SettingsJson.Default.Contact))];
        var before = await store.Get(partition, row, cancellation);
        // Who was filled in without a beginning and is corrected is the same person.
        if (before?.TryRead(SettingsJson.Default.Contact) is { } former && former.Mark != holder.Mark && former.Name.Length > 0)
            writes.Add(new Write.Put(
                Keys.FormerContact(holder.Id, holder.Since!.Value),
                Rows.Write(former with { Email = "", Phone = "", Public = false, Until = holder.Since }, SettingsJson.Default.Contact)));
        await store.Commit(partition, writes, cancellation);
    }

    private async Task PassOnReviews(PlaceKey place, Contact holder, CancellationToken cancellation)
    {
        await foreach (var row in store.All(place.Scope, IdeaKeys.InPhase(IdeaPhase.InReview), cancellation))
        {
            var idea = new IdeaKey(place.Scope, IdeaKeys.IdeaOfPhase(row.Row));
            await unreadable.Try(place.Scope, async () => await ideas.Handle(
                idea, CommandId.From($"plek {place.Id} {holder.Mark} {idea.Id}"), at => new IdeaEvent.SeatPassedOn(at, place.Name),
                cancellation: cancellation));
        }
    }

    private async Task PassOnSeat(string name, CancellationToken cancellation)
    {
        if (book.Stuurgroep.Seats.FirstOrDefault(seat => seat.Holder == name || seat.Deputy == name) is not { } seat)
            return;
        await foreach (var row in store.All(Partitions.Stuurgroep, ResolutionKeys.AllListed, cancellation))
        {
            if (row.TryRead(ResolutionJson.Default.ResolutionSummary) is { Phase: ResolutionPhase.Open } open)
                await unreadable.Try(Partitions.Stuurgroep, async () => await resolutions.Handle(
                    new ResolutionKey(open.Id), CommandId.From($"plek {name} {open.Id} {book.People}"),
                    at => new ResolutionEvent.SeatPassedOn(at, seat.Id, seat.Deputy == name), cancellation: cancellation));
        }
    }
}
