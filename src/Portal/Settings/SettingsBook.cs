using System.Collections.Concurrent;

namespace Smederijen.Portal.Settings;

/// <summary>
/// All settings as they count by the clock. Every version lies in the store and never changes; which versions there are is looked at every few
/// seconds, so that what is agreed on in one process counts in all of them, and a version that begins on a day begins everywhere at that instant.
/// </summary>
public sealed class SettingsBook(IEntityStore store, UnreadableRows unreadable, TimeProvider clock, WallClock wall) : IDisposable
{
    /// <summary>Up to so many documents are read one by one.</summary>
    private const int Few = 3;

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(5);

    private static readonly StuurgroepSettings NobodySits = new(0, [], 1, 50, 21, 7, "", Euro.Zero);

    private readonly ConcurrentDictionary<(string Document, int Version), object> documents = new();
    private readonly ConcurrentDictionary<string, Contact> contacts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> asked = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Shelf shelf = new([], [], new Dictionary<string, string>(), default, "");

    /// <summary>All Smederijen as they are now: the wijken, then the dorpen, by name.</summary>
    public IReadOnlyList<SmederijSettings> All => Now().Smederijen;

    /// <summary>Those that take ideas: the others are closed, and what runs there finishes there.</summary>
    public IReadOnlyList<SmederijSettings> Open => Now().Open;

    /// <summary>Those that take ideas, and for which nobody agreed on a day from which they are closed: a following year is for them.</summary>
    public IEnumerable<SmederijSettings> GoingOn => Open.Where(smederij => ClosesAt(smederij.Id) is null);

    /// <summary>From when a Smederij is closed by the last version there is, also one of a later day; null where it stays open.</summary>
    public DateTimeOffset? ClosesAt(string smederij) =>
        shelf.Lines.LastOrDefault(line => line.Id == smederij) is { Document: SmederijSettings { Closed: true }, From: var from } ? from : null;

    /// <summary>The Smederijen that took the place of a closed one.</summary>
    public IReadOnlyList<SmederijSettings> After(SmederijSettings closed) =>
        [.. (closed.Successors ?? []).Select(Current).OfType<SmederijSettings>()];

    /// <summary>Who sits on the stuurgroep, and how it decides; without any seat before somebody filled that in.</summary>
    public StuurgroepSettings Stuurgroep => Now().Of(SettingsKeys.Stuurgroep) as StuurgroepSettings ?? NobodySits;

    /// <summary>What is the same for all Smederijen.</summary>
    public MunicipalitySettings Municipality => Now().Of(SettingsKeys.Municipality) as MunicipalitySettings ?? MunicipalitySettings.Empty;

    /// <summary>Who of the staff does what; nobody before somebody filled that in.</summary>
    public StaffRegister Staff => Now().Of(SettingsKeys.Staff) as StaffRegister ?? StaffRegister.Empty;

    /// <summary>What colleagues read in the place of an account, by all versions of the register: the last one first.</summary>
    public IReadOnlyList<Contact> StaffNames => shelf.StaffNames;

    /// <summary>Every partition in which something can be due: those of the Smederijen, of the stuurgroep and of the settings.</summary>
    public IEnumerable<string> WorkPartitions => [.. shelf.Partitions, Partitions.Stuurgroep, Partitions.Settings, Partitions.Payments];

    /// <summary>The current settings; null when there is no such Smederij.</summary>
    public SmederijSettings? Current(string smederij) => Now().Of(smederij) as SmederijSettings;

    /// <summary>The round whose last day is not over; null while there is none.</summary>
    public RoundSettings? OpenRoundOf(string smederij, DateTimeOffset now) =>
        Current(smederij)?.Round is { } round && !round.IsOverAt(now) ? round : null;

    /// <summary>The year whose money is spent now; by the calendar as long as there is no Smederij.</summary>
    public string PresentPeriod(DateTimeOffset now) => All is [var first, ..] ? first.Round.Period : $"{Amsterdam.DateOf(now).Year}";

    /// <summary>The round that was agreed on and begins later; null while there is none.</summary>
    public ComingRound? Coming(string smederij) => Now().Coming.GetValueOrDefault(smederij);

    /// <summary>The last year in which a Smederij has no round because somebody said so.</summary>
    public string? LeftOut(string smederij) => shelf.LeftOut.GetValueOrDefault(smederij);

    /// <summary>The Smederijen that a postcode belongs to, or some of its houses.</summary>
    /// <param name="house">The number of the house; null as long as nobody asked for it.</param>
    public IReadOnlyList<SmederijSettings> WhichCover(Postcode postcode, int? house = null) =>
        [.. Open.Where(smederij => smederij.Covers(postcode, house) != Coverage.No)];

    /// <summary>What people call a Smederij; its id when there is none.</summary>
    public string NameOf(string smederij) => Current(smederij)?.Name ?? smederij;

    /// <summary>What the municipality can be asked about.</summary>
    public IReadOnlyList<MunicipalTheme> Themes => Municipality.Themes;

    /// <summary>The theme with this id; the last one, for everything else, when there is none any more.</summary>
    public MunicipalTheme? Theme(string id) => Themes.FirstOrDefault(theme => theme.Id == id) ?? (Themes is [.., var rest] ? rest : null);

    /// <summary>Looks whether there are other versions, when that is some seconds ago.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was ever read, and nothing can be now.</exception>
    public async ValueTask Follow(CancellationToken cancellation = default)
    {
        var known = shelf;
        if (known.SeenAt != default && wall.Now - known.SeenAt < Glance && wall.Now >= known.SeenAt)
            return;
        if (!await reading.WaitAsync(known.SeenAt == default ? Timeout.Infinite : 0, cancellation))
            return;
        try
        {
            if (ReferenceEquals(known, shelf))
                await Read(cancellation);
        }
        catch (StoreUnavailableException) when (known.SeenAt != default)
        {
            // What was known still counts; the next request looks again.
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Reads which versions there are, because one was just made.</summary>
    public async Task Reload(CancellationToken cancellation = default)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            await Read(cancellation);
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>The settings that an idea was handed in under.</summary>
    public async ValueTask<SmederijSettings> Version(string smederij, int version, CancellationToken cancellation = default)
    {
        if (documents.TryGetValue((smederij, version), out var known))
            return (SmederijSettings)known;
        var row = await store.Get(Partitions.Settings, SettingsKeys.Document(smederij, version), cancellation)
            ?? throw new InvalidOperationException($"Smederij '{smederij}' has no settings version {version}: restore the store from its backup.");
        var read = row.Read(DomainJson.Default.SmederijSettings);
        documents[(smederij, version)] = read;
        return read;
    }

    /// <summary>Who sits on a seat or does a task; null when nobody is known under that id.</summary>
    public async ValueTask<Contact?> Contact(string smederij, string id, CancellationToken cancellation = default)
    {
        if (contacts.TryGetValue($"{smederij}|{id}", out var known))
            return known;
        // Who is mailed once is seldom alone: the first question reads them all.
        if (asked.TryAdd(smederij, true))
        {
            await foreach (var one in store.All(smederij, Keys.Contacts, cancellation))
                contacts[$"{smederij}|{one.Row[Keys.Contact("").Length..]}"] = one.Read(SettingsJson.Default.Contact);
            return contacts.GetValueOrDefault($"{smederij}|{id}");
        }
        var row = await store.Get(smederij, Keys.Contact(id), cancellation);
        return row is null ? null : contacts[$"{smederij}|{id}"] = row.Read(SettingsJson.Default.Contact);
    }

    /// <summary>Whether who held a place when a link was mailed holds it still; looked up anew.</summary>
    public async ValueTask<bool> StillHolds(string smederij, string place, long mark, CancellationToken cancellation = default) =>
        (await store.Get(smederij, Keys.Contact(place), cancellation))?.Read(SettingsJson.Default.Contact).Mark is var now && (now ?? 0) == mark;

    /// <summary>Changes whenever somebody takes a place, or is reached in another way.</summary>
    public string People { get; private set; } = "";

    /// <summary>Those of the kernteam and the gebiedsregisseur whom residents may reach directly.</summary>
    public async Task<IReadOnlyList<Contact>> PublicContacts(SmederijSettings smederij, CancellationToken cancellation = default)
    {
        List<Contact> found = [];
        foreach (var id in smederij.Wijkteam.Members.Where(member => member.Kernteam).Select(member => member.Id).Append(smederij.Gebiedsregisseur))
        {
            Contact? contact = null;
            await unreadable.Try(smederij.Id, async () => contact = await Contact(smederij.Id, id, cancellation));
            if (contact is { Public: true })
                found.Add(contact);
        }
        return found;
    }

    public void Dispose() => reading.Dispose();

    private View Now() => shelf.ViewAt(clock.GetUtcNow());

    private async Task Read(CancellationToken cancellation)
    {
        List<Entity> rows = [];
        await foreach (var row in store.All(Partitions.Settings, SettingsKeys.Standing, cancellation))
            rows.Add(row);
        if (rows.Find(row => row.Row == SettingsKeys.People) is { } people)
        {
            rows.Remove(people);
            if (people.Data != People)
            {
                People = people.Data;
                contacts.Clear();
                asked.Clear();
            }
        }
        var print = string.Join('\n', rows.Select(row => $"{row.Row} {row.Data}"));
        if (print == shelf.Print)
        {
            shelf = shelf with { SeenAt = wall.Now };
            return;
        }
        if (documents.IsEmpty && rows.Count > Few)
            await ReadAll(cancellation);
        var (lines, leftOut, whole) = (new List<Line>(), new Dictionary<string, string>(StringComparer.Ordinal), 0);
        foreach (var row in rows)
            await unreadable.Try(Partitions.Settings, async () =>
            {
                var (id, listed) = (SettingsKeys.IdOf(row.Row), row.Read(SettingsJson.Default.SettingsSummary));
                lines.AddRange(await Lines(id, listed, cancellation));
                if (listed.LeftOut is { } year)
                    leftOut[id] = year;
                whole++;
            });
        // What could not be read is tried again, for somebody may put it back.
        shelf = new(
            [.. lines], [.. rows.Select(row => SettingsKeys.IdOf(row.Row)).Where(SettingsKeys.IsOfSmederij)], leftOut, wall.Now, whole == rows.Count
                ? print : "");
    }

    /// <summary>A process that begins reads all documents at once: one request in place of one for each.</summary>
    private async Task ReadAll(CancellationToken cancellation)
    {
        await foreach (var row in store.All(Partitions.Settings, SettingsKeys.OfDocuments, cancellation))
        {
            if (SettingsKeys.ReadDocument(row.Row) is var (id, version))
                await unreadable.Try(Partitions.Settings, () =>
                {
                    documents[(id, version)] = SettingsDocument.Read(id, row);
                    return Task.CompletedTask;
                });
        }
    }

    /// <summary>The versions that can still count: the one of now, and those that come. Of staff all: who left did something.</summary>
    private async Task<IReadOnlyList<Line>> Lines(string id, SettingsSummary listed, CancellationToken cancellation)
    {
        List<Line> lines = [];
        var now = clock.GetUtcNow();
        foreach (var version in listed.Versions.Where((_, i) => id == SettingsKeys.Staff || i + 1 == listed.Versions.Length || listed.Versions[
            i + 1].From > now))
        {
            if (!documents.TryGetValue((id, version.Number), out var document))
            {
                var row = await store.Get(Partitions.Settings, SettingsKeys.Document(id, version.Number), cancellation)
                    ?? throw new UnreadableRowException(SettingsKeys.Document(id, version.Number));
                document = documents[(id, version.Number)] = SettingsDocument.Read(id, row);
            }
            lines.Add(new(id, version.From, document));
        }
        return lines;
    }

    /// <summary>A version, with the instant from which it counts.</summary>
    private sealed record Line(string Id, DateTimeOffset From, object Document);

    /// <summary>What counts between two instants.</summary>
    private sealed class View(
        DateTimeOffset from, DateTimeOffset before, Dictionary<string, object> documents, IReadOnlyDictionary<string, ComingRound> coming)
    {
        public IReadOnlyDictionary<string, ComingRound> Coming => coming;

        public IReadOnlyList<SmederijSettings> Smederijen { get; } =
        [
            .. documents.Values.OfType<SmederijSettings>().OrderBy(smederij => smederij.Kind)
                .ThenBy(smederij => smederij.Name, StringComparer.OrdinalIgnoreCase),
        ];

        public IReadOnlyList<SmederijSettings> Open => field ??= [.. Smederijen.Where(smederij => !smederij.Closed)];

        public object? Of(string id) => documents.GetValueOrDefault(id);

        public bool CountsAt(DateTimeOffset instant) => from <= instant && instant < before;
    }

    /// <summary>All versions that were read.</summary>
    /// <param name="Partitions">The Smederijen, also those whose settings cannot be read or count later.</param>
    /// <param name="LeftOut">By Smederij, a year without a round.</param>
    /// <param name="Print">What the store said, to see whether it says something else.</param>
    private sealed record Shelf(
        ImmutableArray<Line> Lines, ImmutableArray<string> Partitions, IReadOnlyDictionary<string, string> LeftOut, DateTimeOffset SeenAt,
            string Print)
    {
        private volatile View? latest;

        public IReadOnlyList<Contact> StaffNames { get; } = NamesIn(Lines);

        public View ViewAt(DateTimeOffset instant) => latest is { } view && view.CountsAt(instant) ? view : latest = Make(instant);

        /// <summary>From the version on in which somebody is called so; before the first they were called as in that.</summary>
        private static List<Contact> NamesIn(IEnumerable<Line> lines)
        {
            List<Contact> names = [];
            foreach (var (_, from, document) in lines)
                foreach (var tasks in (document as StaffRegister)?.Tasks.GroupBy(task => task.Account) ?? [])
                {
                    var of = $"{tasks.First().Name} ({string.Join(", ", tasks.Select(task => task.Function).Distinct())})";
                    var last = names.Find(contact => contact.Id == tasks.Key);
                    if (last?.Name != of)
                        names.Insert(0, new(tasks.Key, of, "", tasks.First().Function) { Since = last is null ? null : from });
                }
            return names;
        }

        private View Make(DateTimeOffset instant)
        {
            var (from, before) = (DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
            var documents = new Dictionary<string, object>(StringComparer.Ordinal);
            var coming = new Dictionary<string, ComingRound>(StringComparer.Ordinal);
            foreach (var line in Lines)
            {
                if (line.From > instant)
                {
                    before = line.From < before ? line.From : before;
                    if (line.Document is SmederijSettings { Round: var round }
                        && documents.GetValueOrDefault(line.Id) is SmederijSettings { Round: var now } && now.Period != round.Period)
                        coming.TryAdd(line.Id, new(round, line.From));
                }
                else
                {
                    from = line.From > from ? line.From : from;
                    documents[line.Id] = line.Document;
                }
            }
            return new(from, before, documents, coming);
        }
    }
}

/// <summary>A round that was agreed on, with the instant at which it begins.</summary>
public sealed record ComingRound(RoundSettings Round, DateTimeOffset Begins);
