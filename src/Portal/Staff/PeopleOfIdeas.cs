using System.Text.Json.Nodes;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Release;
using Smederijen.Portal.Plans;

namespace Smederijen.Portal.Staff;

/// <summary>The submitters and supporters of ideas.</summary>
public sealed class PeopleOfIdeas(
    IEntityStore store, IdeaItems ideas, IdeaStories stories, CaseFiles files, PaymentAccounts accounts, IdeaErasure erasure,
    SharedMailboxes mailboxes, StaffNames names, OldAddresses old, Veil veil) : IKeepsPeople
{
    private const string StillRuns = "Dit idee loopt nog. Stop het eerst, op de pagina van het idee. Wis de gegevens daarna.";
    private const string StillOwes = "Van dit idee moet nog geld terugkomen. Wis de gegevens als dat klaar is.";
    private const string IsSubmitter = "Dit adres is van de indiener van dit idee. Die telt niet als supporter. Wis de steun, of kies een ander adres.";
    private const string SupportsAlready = "Met dit adres steunt al iemand dit idee. Eén adres telt één keer. Kies een ander adres, of wis een van de twee.";

    public string Start => "idee|";

    public bool IsPerson(string row) =>
        row.EndsWith("|persoon|indiener", StringComparison.Ordinal) || row.Contains("|steun|", StringComparison.Ordinal);

    public KnownData Read(Entity row)
    {
        var person = row.Read(WorkJson.Default.Person);
        return new KnownData(person.Name, person.Email, person.Postcode) { Submission = IsSubmitterRow(row) ? row.Row.Split('|')[1] : null };
    }

    public async Task<PersonPlace> Describe(string smederij, Entity row, CancellationToken cancellation)
    {
        var key = KeyOf(smederij, row);
        var idea = await ideas.Load(key, cancellation);
        return new PersonPlace(
            $"Idee: {idea?.Title}",
            IsSubmitterRow(row) ? "Indiener" : row.Read(WorkJson.Default.Person).Confirmed ? "Supporter" : "Wil steunen, nog niet bevestigd",
            key.Id, CaseFile.AddressOf(key));
    }

    public async Task<JsonObject> Tell(string smederij, Entity row, CancellationToken cancellation)
    {
        var key = KeyOf(smederij, row);
        var story = await stories.Read(key, cancellation);
        var told = new JsonObject { ["fase"] = story is null ? null : IdeaTexts.Label(story.Idea.State.Phase) };
        if (!IsSubmitterRow(row) || story is null)
            return told;
        told["openbarePagina"] = story.PublicPath;
        // What is hidden on the website is theirs all the same.
        var parts = await veil.PartsOf(IdeaKind.Facts, key, isPublic: false, cancellation);
        told["tekst"] = new JsonObject(parts.Where(part => part is { Says: not null, Line: null })
            .Select(part => KeyValuePair.Create(part.Name, (JsonNode?)part.Says)));
        var hidden = parts.Where(part => part is { IsHidden: true, Line: not null }).ToLookup(part => part.Line!.Value - 1, part => part.Says);
        told["gevraagdBedrag"] = Text.Dutch.Euro((story.Idea.Asked ?? story.Idea.Amount).Cents);
        told["geschreven"] = new JsonArray(
        [
            .. story.Log.Index().Where(line => IdeaErasure.IsOfSubmitter(line.Item.Event)).Select(line => (JsonNode)new JsonObject
            {
                ["op"] = Text.Dutch.DateTime(line.Item.Event.At),
                ["tekst"] = hidden.Contains(line.Index) ? string.Join("\n", hidden[line.Index]) : EventTexts.Written(line.Item.Event),
            }),
        ]);
        told["bestanden"] = Names(parts.Select(part => part.File).OfType<AttachmentInfo>());
        if (parts.Any(part => part.IsHidden))
            told["nuNietOpDeWebsite"] = new JsonArray(
                [.. parts.Where(part => part.IsHidden).Select(part => (JsonNode)PartTexts.Of(part.Name, PartTexts.Idea))]);
        if (await files.Read(key, cancellation) is { } file)
        {
            told["bonnen"] = Names(file.Receipts);
            told["notitiesVanMedewerkers"] = new JsonArray([.. file.Notes.Select(note => (JsonNode)note.Text)]);
        }
        if (await accounts.Find(key, cancellation) is { Account: var account })
            told["rekening"] = new JsonObject { ["iban"] = account.Iban, ["opNaamVan"] = account.Holder };
        return told;
    }

    public async Task<string?> Correct(PersonWork work, KnownData changed)
    {
        var key = KeyOf(work.Smederij, work.Row);
        if (await ideas.Load(key) is not { } stored)
            return null;
        var was = Read(work.Row);
        var moves = !EmailAddress.AreSame(was.Email, changed.Email);
        return IsSubmitterRow(work.Row)
            ? await CorrectSubmitter(work, key, changed, moves)
            : await CorrectSupporter(work, key, await OutsideArea(key, stored, was, changed), changed, moves);
    }

    public async Task<string?> Erase(PersonWork work)
    {
        var key = KeyOf(work.Smederij, work.Row);
        if (!IsSubmitterRow(work.Row))
        {
            var who = ErasedPerson.Supporter;
            return await Handle(work, key, at => new IdeaEvent.PersonErased(at, work.By.Id, who, work.Reason), async (row, cancellation) =>
            {
                who = row.Read(WorkJson.Default.Person).Confirmed ? ErasedPerson.Supporter : ErasedPerson.UnconfirmedSupporter;
                return await erasure.SupporterOf(key, row, cancellation);
            });
        }
        return (await ideas.Load(key))?.Item.State switch
        {
            IdeaState.Ended { Refund: not null } => StillOwes,
            // Who never confirmed handed nothing in; and what became a plan of a group goes on with that group.
            null or IdeaState.Ended or IdeaState.AwaitingConfirmation or IdeaState.OnLongTrack => await Handle(
                work, key, at => new IdeaEvent.PersonErased(at, work.By.Id, ErasedPerson.Submitter, work.Reason),
                async (_, cancellation) => await erasure.SubmitterOf(key, cancellation)),
            _ => StillRuns,
        };
    }

    private async Task<string?> CorrectSubmitter(PersonWork work, IdeaKey key, KnownData changed, bool moves)
    {
        if (moves && (await files.FindSupporters(key, changed.Email)).Taken.Any())
            return SupportsAlready;
        var farewell = moves ? old.To(work, Read(work.Row).Email) : null;
        return await Handle(
            work, key, at => new IdeaEvent.PersonCorrected(at, work.By.Id, KnownPerson.Submitter, work.Reason, moves),
            async (row, cancellation) =>
            {
                if (moves)
                    await erasure.ForgetSent(key, row, cancellation);
                var person = Corrected(row, changed);
                return [Replaced(row, moves ? person.MovedTo(changed.Email) : person)];
            }, farewell);
    }

    /// <summary>The row lies under the address, so at another one it is a new row; what waited for the first address goes with the old one.</summary>
    private async Task<string?> CorrectSupporter(PersonWork work, IdeaKey key, string? outside, KnownData changed, bool moves)
    {
        if (outside is not null)
            return outside;
        if (moves && await store.Get(key.Smederij, IdeaKeys.Submitter(key.Id)) is { } submitter
            && EmailAddress.AreSame(submitter.Read(WorkJson.Default.Person).Email, changed.Email))
            return IsSubmitter;
        var moved = moves ? await Moved(key, Corrected(work.Row, changed), changed.Email) : default;
        if (moved.Problem is { } problem)
            return problem;
        var supporter = moved.Place?.Key ?? IdeaKeys.SupporterOf(work.Row.Row);
        var farewell = moves ? old.To(work, Read(work.Row).Email) : null;
        var isAsked = false;
        return await Handle(
            work, key,
            at => new IdeaEvent.PersonCorrected(at, work.By.Id, KnownPerson.Supporter, work.Reason, moves) { Key = supporter, IsAsked = isAsked },
            async (row, cancellation) =>
            {
                var person = Corrected(row, changed);
                isAsked = !person.Confirmed;
                return !moves ? [Replaced(row, person)] :
                [
                    .. await erasure.SupporterOf(key, row, cancellation),
                    new Write.Insert(IdeaKeys.Supporter(key.Id, supporter), Rows.Write(person, WorkJson.Default.Person)),
                ];
            }, farewell);
    }

    /// <param name="also">The rows to change, by the row of the person as it is now.</param>
    /// <param name="farewell">To the address from before; null where it stays.</param>
    private async Task<string?> Handle(
        PersonWork work, IdeaKey key, Func<DateTimeOffset, IdeaEvent> happening, Func<Entity, CancellationToken, Task<IReadOnlyList<Write>?>> also,
        Farewell? farewell = null)
    {
        var outcome = await ideas.Handle(key, work.Command, happening, async cancellation =>
            await store.Get(key.Smederij, work.Row.Row, cancellation) is { } row && await also(row, cancellation) is { } rows
                ? [.. rows, .. farewell?.Rows ?? [], .. await names.Introduce(key.Smederij, work.By, cancellation)] : null);
        if (outcome is Outcome<Refusal>.Done)
        {
            names.Remember(key.Smederij, work.By);
            await old.Wake(farewell);
        }
        return outcome is Outcome<Refusal>.Refused refused ? Refusals.Text(refused.Reason) : null;
    }

    /// <summary>Support counts from the area of the Smederij only.</summary>
    private async Task<string?> OutsideArea(IdeaKey key, Stored<Idea> stored, KnownData was, KnownData changed)
    {
        if (was.Postcode == changed.Postcode || !Postcode.TryParse(changed.Postcode, out var postcode))
            return null;
        var smederij = (await files.Read(key))?.Story.Smederij;
        return stored.Item.State is IdeaState.GatheringSupport && smederij?.Covers(postcode) == Coverage.No
            ? $"Postcode {postcode} hoort niet bij {smederij.Name}. Alleen mensen uit {smederij.Name} kunnen dit idee steunen. Wis de steun als dat nodig is."
            : null;
    }

    /// <summary>The plan that an idea became has its id, and counts the same mailbox.</summary>
    private async Task<MovedSupport> Moved(IdeaKey key, Person person, string email) => MovedSupport.Of(
        "idee", person, await files.FindSupporters(key, email),
        await mailboxes.Of(key.Smederij, known => PlanKeys.Supporter(key.Id, known), key.Id, email));

    private static Person Corrected(Entity row, KnownData changed) =>
        row.Read(WorkJson.Default.Person) with { Name = changed.Name, Email = changed.Email, Postcode = changed.Postcode };

    private static Write.Replace Replaced(Entity row, Person person) => new(row.Row, Rows.Write(person, WorkJson.Default.Person), row.ETag);

    private static JsonArray Names(IEnumerable<AttachmentInfo> attachments) => new([.. attachments.Select(file => (JsonNode)file.Name)]);

    private static bool IsSubmitterRow(Entity row) => row.Row.EndsWith("|persoon|indiener", StringComparison.Ordinal);

    private static IdeaKey KeyOf(string smederij, Entity row) => new(smederij, row.Row.Split('|')[1]);
}
