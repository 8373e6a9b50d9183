using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;
using Smederijen.LocalHost;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Bench.Town;

/// <summary>
/// The rows of one idea as the real portal wrote them, to be laid in a store again and again under other ids. What happened
/// to the idea is long ago, so its mails are sent: it has no effects.
/// </summary>
internal sealed class Template
{
    private readonly string _id;
    private readonly IReadOnlyList<Entity> _rows;

    private Template(string id, IReadOnlyList<Entity> rows) => (_id, _rows) = (id, rows);

    public int Rows => _rows.Count;

    /// <summary>Lets an idea live in a store of its own: handed in, confirmed and, when it has to end, withdrawn.</summary>
    public static async Task<Template> Make(SmederijSettings smederij, bool ended)
    {
        var folder = Directory.CreateTempSubdirectory("smederijen-bench-").FullName;
        try
        {
            await using var app = Composition.Build(
                new LocalOptions(0, Path.Combine(folder, "data"), Demo: false, Seed: false), services => services.AddSingleton<IDriver, NoDriver>());
            var store = app.Services.GetRequiredService<IEntityStore>();
            var document = Portal.Storage.Rows.Write(smederij, Domain.DomainJson.Default.SmederijSettings);
            await store.Commit(Partitions.Settings, [new Write.Insert(SettingsKeys.Document(smederij.Id, smederij.Version), document)]);
            var id = await Live(app.Services.GetRequiredService<IdeaItems>(), smederij, ended);
            var rows = (await store.Query(smederij.Id, new RowRange(" ", "~"))).Rows;
            return new Template(id,
                [.. rows.Where(row => !row.Row.StartsWith("effect|", StringComparison.Ordinal))]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The writes of a copy under another id.</summary>
    public IEnumerable<Write> Copy(string id) => _rows.Select(row => new Write.Insert(
        row.Row.StartsWith("opdracht|", StringComparison.Ordinal) ? Keys.Command(CommandId.Fresh().Key) : row.Row.Replace(_id, id, StringComparison.Ordinal),
        row.Data.Replace(_id, id, StringComparison.Ordinal)));

    private static async Task<string> Live(IdeaItems ideas, SmederijSettings smederij, bool ended)
    {
        var id = ItemId.New(DateTimeOffset.UtcNow);
        var key = new IdeaKey(smederij.Id, id);
        var content = new IdeaContent(Texts.Title, Texts.Description, Texts.Audience, Texts.Contribution, []);
        await ideas.Submit(
            smederij, id, CommandId.Fresh(), new IdeaEvent.Submitted(DateTimeOffset.UtcNow, new Euro(45000)), Texts.Title,
            [
                new Write.Insert(IdeaKeys.Content(id), Portal.Storage.Rows.Write(content, IdeaJson.Default.IdeaContent)),
                new Write.Insert(IdeaKeys.Submitter(id), Portal.Storage.Rows.Write(new Person(Texts.Name, Texts.Email, "7907AB"), WorkJson.Default.Person)),
            ]);
        await ideas.Handle(key, CommandId.Fresh(), at => new IdeaEvent.SubmissionConfirmed(at));
        if (ended)
            await ideas.Handle(key, CommandId.Fresh(), at => new IdeaEvent.Withdrawn(at));
        return id;
    }

    private sealed class NoDriver : IDriver
    {
        public ValueTask Wake(WorkKey key, bool hasEffects, DateTimeOffset? due) => ValueTask.CompletedTask;
    }
}
