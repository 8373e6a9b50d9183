using System.Text.Json.Nodes;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Initiative;

namespace Smederijen.Portal.Staff;

/// <summary>The members of the initiatiefgroep of each Smederij. They have no history that could tell what happened.</summary>
public sealed class PeopleOfGroups(IEntityStore store, JoinGroup groups, OldAddresses old, SentMails sent) : IKeepsPeople
{
    public string Start => "groep|";

    public bool IsPerson(string row) => true;

    public KnownData Read(Entity row)
    {
        var person = row.Read(WorkJson.Default.Person);
        return new KnownData(person.Name, person.Email, person.Postcode);
    }

    public Task<PersonPlace> Describe(string smederij, Entity row, CancellationToken cancellation) => Task.FromResult(new PersonPlace(
        "Initiatiefgroep", row.Read(WorkJson.Default.Person).Confirmed ? "Lid" : "Aangemeld of gestopt, niet bevestigd", "initiatiefgroep",
        JoinGroup.PathOf(smederij)));

    public Task<JsonObject> Tell(string smederij, Entity row, CancellationToken cancellation) => Task.FromResult(new JsonObject());

    public async Task<string?> Correct(PersonWork work, KnownData changed)
    {
        while (await store.Get(work.Smederij, work.Row.Row) is { } row)
        {
            var person = row.Read(WorkJson.Default.Person);
            var corrected = person with { Name = changed.Name, Email = changed.Email };
            if (EmailAddress.AreSame(person.Email, changed.Email))
            {
                if (await Replace(work.Smederij, row, corrected))
                    return null;
            }
            else if (await groups.Knows(work.Smederij, changed.Email))
                return "Met dit adres doet al iemand mee. Kies een ander adres, of wis een van de twee.";
            else if (await Move(work, row, corrected, old.To(work, person.Email)))
                return null;
        }
        return null;
    }

    public async Task<string?> Erase(PersonWork work)
    {
        await sent.Forget(work.Smederij, "", Read(work.Row).Email);
        while (await store.Get(work.Smederij, work.Row.Row) is { } row
            && await store.Commit(work.Smederij, [new Write.Delete(row.Row, row.ETag)]) is CommitResult.Conflict)
        {
        }
        return null;
    }

    private async Task<bool> Move(PersonWork work, Entity row, Person corrected, Farewell? farewell)
    {
        await sent.Forget(work.Smederij, "", Read(row).Email);
        if (!await groups.Move(work.Smederij, row, corrected, work.Command, farewell?.Rows ?? []))
            return false;
        await old.Wake(farewell);
        return true;
    }

    private async Task<bool> Replace(string smederij, Entity row, Person corrected) => await store.Commit(
        smederij, [new Write.Replace(row.Row, Rows.Write(corrected, WorkJson.Default.Person), row.ETag)]) is not CommitResult.Conflict;
}

/// <summary>Who wants help with an idea, and waits for a call.</summary>
public sealed class PeopleWhoWaitForACall(IEntityStore store) : IKeepsPeople
{
    public string Start => "hulp|";

    public bool IsPerson(string row) => true;

    public KnownData Read(Entity row)
    {
        var request = row.Read(HelpJson.Default.HelpRequest);
        return new KnownData(request.Name, Phone: request.Phone);
    }

    public Task<PersonPlace> Describe(string smederij, Entity row, CancellationToken cancellation) => Task.FromResult(new PersonPlace(
        "Hulp bij een idee", "Wil gebeld worden", row.Read(HelpJson.Default.HelpRequest).Id, CallDesk.DeskAddress));

    public Task<JsonObject> Tell(string smederij, Entity row, CancellationToken cancellation)
    {
        var request = row.Read(HelpJson.Default.HelpRequest);
        return Task.FromResult(new JsonObject
        {
            ["gevraagdOp"] = Text.Dutch.DateTime(request.At),
            ["bellenOp"] = $"{Text.Dutch.DateWithDay(request.Day)}, in de {request.PartOfDay}",
            ["gaatOver"] = request.About,
            ["notitiesVanMedewerkers"] = new JsonArray([.. (request.Notes ?? []).Select(note => (JsonNode)note.Text)]),
        });
    }

    public async Task<string?> Correct(PersonWork work, KnownData changed)
    {
        while (await store.Get(work.Smederij, work.Row.Row) is { } row)
        {
            var corrected = row.Read(HelpJson.Default.HelpRequest) with { Name = changed.Name, Phone = changed.Phone };
            if (await store.Commit(work.Smederij, [new Write.Replace(row.Row, Rows.Write(corrected, HelpJson.Default.HelpRequest), row.ETag)])
                is not CommitResult.Conflict)
                break;
        }
        return null;
    }

    public async Task<string?> Erase(PersonWork work)
    {
        while (await HelpWork.Load(store, WorkKeyOf(work), default) is var (request, row)
            && await store.Commit(work.Smederij, HelpWork.Forgotten(request, row)) is CommitResult.Conflict)
        {
        }
        return null;
    }

    private static WorkKey WorkKeyOf(PersonWork work) => new(work.Smederij, HelpRequest.ItemOf(work.Row.Row.Split('|')[1]));
}

/// <summary>Addresses from before a correction: they go by themselves within a day, and there is nothing in them to put right.</summary>
public sealed class PeopleOfOldAddresses(IEntityStore store) : IKeepsPeople
{
    public string Start => OldAddresses.Start;

    public bool IsPerson(string row) => true;

    public KnownData Read(Entity row) => new("", row.Read(WorkJson.Default.Person).Email);

    public Task<PersonPlace> Describe(string smederij, Entity row, CancellationToken cancellation) =>
        Task.FromResult(new PersonPlace("Een e-mailadres dat is verbeterd", "Oud adres, verdwijnt binnen een dag", "oud-adres", null));

    public Task<JsonObject> Tell(string smederij, Entity row, CancellationToken cancellation) => Task.FromResult(new JsonObject());

    public Task<string?> Correct(PersonWork work, KnownData changed) => Task.FromResult<string?>(null);

    public async Task<string?> Erase(PersonWork work)
    {
        await store.Commit(work.Smederij, [new Write.Delete(work.Row.Row)]);
        return null;
    }
}

/// <summary>Reviewers, staff and who else has a task: they stand in the settings, and are changed there.</summary>
public sealed class PeopleOfTheSettings : IKeepsPeople
{
    private const string ElseWhere = "Wie een taak heeft, staat in de instellingen. Vraag de beheerder om dat te veranderen.";

    public string Start => "team|";

    public bool IsPerson(string row) => true;

    public KnownData Read(Entity row)
    {
        var contact = row.Read(SettingsJson.Default.Contact);
        return new KnownData(contact.Name, contact.Email, Phone: contact.Phone);
    }

    public Task<PersonPlace> Describe(string smederij, Entity row, CancellationToken cancellation)
    {
        var contact = row.Read(SettingsJson.Default.Contact);
        return Task.FromResult(new PersonPlace("Wie een taak heeft", contact.Function, contact.Id, null));
    }

    public Task<JsonObject> Tell(string smederij, Entity row, CancellationToken cancellation) => Task.FromResult(new JsonObject());

    public Task<string?> Correct(PersonWork work, KnownData changed) => Task.FromResult<string?>(ElseWhere);

    public Task<string?> Erase(PersonWork work) => Task.FromResult<string?>(ElseWhere);
}
