using System.Text.Json.Nodes;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Plans;

namespace Smederijen.Portal.Staff;

/// <summary>The working groups, supporters and partners' contacts of plans.</summary>
public sealed class PeopleOfPlans(
    IEntityStore store, PlanItems plans, PlanMembers members, PlanErasure erasure, Pseudonyms pseudonyms, SharedMailboxes mailboxes,
    StaffNames names, OldAddresses old) : IKeepsPeople
{
    private const string IsThere = "Met dit adres staat al iemand bij dit plan. Eén adres telt één keer. Kies een ander adres, of wis een van de twee.";

    public string Start => "plan|";

    public bool IsPerson(string row) => row.Split('|') is [_, _, "persoon" or "steun", _];

    public KnownData Read(Entity row)
    {
        if (!IsMember(row))
        {
            var person = row.Read(WorkJson.Default.Person);
            return new KnownData(person.Name, person.Email, person.Postcode);
        }
        var member = row.Read(PlanRows.Default.PlanMember);
        return new KnownData(member.Name, member.Email);
    }

    public async Task<PersonPlace> Describe(string smederij, Entity row, CancellationToken cancellation)
    {
        var key = KeyOf(smederij, row);
        var plan = await plans.Load(key, cancellation);
        return new PersonPlace($"Groot plan: {plan?.Title}", RoleOf(row), key.Id, key.StaffPath);
    }

    public async Task<JsonObject> Tell(string smederij, Entity row, CancellationToken cancellation)
    {
        var key = KeyOf(smederij, row);
        var plan = await plans.Load(key, cancellation);
        var told = new JsonObject { ["fase"] = plan is null ? null : PlanTexts.Label(plan.Item.State.Phase) };
        if (IsMember(row))
            told["naamOpDeWebsite"] = row.Read(PlanRows.Default.PlanMember).ShowName;
        if (PlanMembers.WhoIn(row).Who == PlanPerson.PartnerContact && plan?.Item.FindPartner(PlanKeys.PersonOf(row.Row)) is { } partner)
            told["voorOrganisatie"] = partner.Name;
        return told;
    }

    public async Task<string?> Correct(PersonWork work, KnownData changed)
    {
        var key = KeyOf(work.Smederij, work.Row);
        var moves = !EmailAddress.AreSame(Read(work.Row).Email, changed.Email);
        if (!moves)
            return await Handle(work, key, Happening(null), (row, _) =>
                Task.FromResult<IReadOnlyList<Write>>([new Write.Replace(row.Row, Changed(row, changed), row.ETag)]));
        var farewell = old.To(work, Read(work.Row).Email);
        if (PlanMembers.WhoIn(work.Row).Who == PlanPerson.PartnerContact)
        {
            // The row lies under the partner, and stays there.
            var partner = PlanKeys.PersonOf(work.Row.Row);
            return await Handle(work, key, Happening(PlanAddressee.Partner(partner)), async (row, cancellation) =>
            [
                .. await erasure.MailsTo(key, partner, cancellation),
                new Write.Replace(row.Row, Moved(row, changed), row.ETag),
            ], farewell);
        }
        var (to, place, problem) = await PlaceFor(key, work.Row, changed);
        return problem ?? await Handle(work, key, Happening(to), async (row, cancellation) =>
            [.. await erasure.PersonOf(key, row, cancellation), new Write.Insert(place, Changed(row, changed))], farewell);

        Func<DateTimeOffset, Entity, PlanEvent> Happening(PlanAddressee? to) => (at, row) =>
            new PlanEvent.PersonCorrected(at, work.By.Id, PlanMembers.WhoIn(row).Who, work.Reason, moves) { To = to };
    }

    public Task<string?> Erase(PersonWork work)
    {
        var key = KeyOf(work.Smederij, work.Row);
        return Handle(work, key, Happening, (row, cancellation) => erasure.PersonOf(key, row, cancellation));

        PlanEvent Happening(DateTimeOffset at, Entity row)
        {
            var (who, role) = PlanMembers.WhoIn(row);
            return new PlanEvent.PersonErased(at, work.By.Id, who, work.Reason, role, PlanMembers.HomeIn(row));
        }
    }

    private Task<(PlanAddressee To, string Row, string? Problem)> PlaceFor(PlanKey key, Entity row, KnownData changed) =>
        IsMember(row) ? PlaceForMember(key, changed.Email) : PlaceForSupporter(key, Corrected(row, changed));

    private async Task<(PlanAddressee To, string Row, string? Problem)> PlaceForMember(PlanKey key, string email)
    {
        var member = await pseudonyms.KnownMember(key.Smederij, known => PlanKeys.Member(key.Id, known), key.Id, email);
        var place = PlanKeys.Member(key.Id, member);
        return (PlanAddressee.Member(member), place, await store.Get(key.Smederij, place) is null ? null : IsThere);
    }

    /// <summary>
    /// Who supported the idea that became this plan was counted with it, and who is of the working group does not count as a supporter.
    /// </summary>
    private async Task<(PlanAddressee To, string Row, string? Problem)> PlaceForSupporter(PlanKey key, Person person)
    {
        var (place, problem) = MovedSupport.Of(
            "plan", person, await mailboxes.Of(key.Smederij, known => PlanKeys.Supporter(key.Id, known), key.Id, person.Email),
            await mailboxes.Of(key.Smederij, known => IdeaKeys.Supporter(key.Id, known), key.Id, person.Email));
        return (PlanAddressee.Supporter(place?.Key ?? ""), place?.Row ?? "",
            await members.IsMember(key, person.Email, default) ? IsThere : problem);
    }

    private async Task<string?> Handle(
        PersonWork work, PlanKey key, Func<DateTimeOffset, Entity, PlanEvent> happening,
        Func<Entity, CancellationToken, Task<IReadOnlyList<Write>>> also, Farewell? farewell = null)
    {
        var now = work.Row;
        var outcome = await plans.Handle(key, work.Command, at => happening(at, now), async cancellation =>
        {
            if (await store.Get(key.Smederij, work.Row.Row, cancellation) is not { } row)
                return null;
            now = row;
            return [.. await also(row, cancellation), .. farewell?.Rows ?? [], .. await names.Introduce(key.Smederij, work.By, cancellation)];
        });
        if (outcome is Outcome<PlanRefusal>.Done)
        {
            names.Remember(key.Smederij, work.By);
            await old.Wake(farewell);
        }
        return outcome is Outcome<PlanRefusal>.Refused refused ? PlanRefusals.Text(refused.Reason) : null;
    }

    private static string Changed(Entity row, KnownData changed) => IsMember(row)
        ? Rows.Write(row.Read(PlanRows.Default.PlanMember) with { Name = changed.Name, Email = changed.Email }, PlanRows.Default.PlanMember)
        : Rows.Write(Corrected(row, changed), WorkJson.Default.Person);

    private static Person Corrected(Entity row, KnownData changed) =>
        row.Read(WorkJson.Default.Person) with { Name = changed.Name, Email = changed.Email, Postcode = changed.Postcode };

    private static string Moved(Entity contact, KnownData changed) => Rows.Write(
        PartnerLinks.AtNewAddress(contact.Read(WorkJson.Default.Person) with { Name = changed.Name }, changed.Email), WorkJson.Default.Person);

    private static string RoleOf(Entity row) => PlanMembers.WhoIn(row).Who switch
    {
        PlanPerson.Member => "Lid van de werkgroep",
        PlanPerson.Supporter => "Supporter",
        PlanPerson.PartnerContact => "Contact van een partner",
        PlanPerson.Unconfirmed => IsMember(row) ? "Gevraagd of gestopt, niet bevestigd" : "Wil steunen, nog niet bevestigd",
        var other => throw new ArgumentOutOfRangeException(nameof(row), other, "Every role needs words."),
    };

    private static bool IsMember(Entity row) => row.Row.Contains("|persoon|lid-", StringComparison.Ordinal);

    private static PlanKey KeyOf(string smederij, Entity row) => new(smederij, row.Row.Split('|')[1]);
}
