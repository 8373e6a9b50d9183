using Smederijen.Bench.Load;
using Smederijen.LocalHost;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Links;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Bench.Town;

/// <summary>A data folder with ideas in it, and the requests that neighbours will send for them.</summary>
internal sealed class TownFolder(string folder)
{
    /// <summary>Below the threshold of every Smederij used here, so that ideas stay where they are while they are measured.</summary>
    private const int SupportersPerIdea = 20;
    private const int CommitsAtOnce = 64;
    private const int OneInSoManyRuns = 10;

    /// <summary>A version of the settings under which one idea can have any number of supporters.</summary>
    private const int WithoutThreshold = 900;

    private static readonly string[] Neighbourhoods = ["krakeel", "de-weide-noord", "de-weide-zuid", "erflanden"];

    public string Folder => folder;

    /// <summary>The public pages of ideas that gather support.</summary>
    public List<byte[]> IdeaPages { get; } = [];

    /// <summary>One press of the button by each neighbour, over many ideas.</summary>
    public List<byte[]> Confirmations { get; } = [];

    /// <summary>The same, all for one idea.</summary>
    public List<byte[]> ConfirmationsOfOneIdea { get; } = [];

    /// <summary>Fills the folder.</summary>
    /// <param name="stock">Ideas that only lie there: nine out of ten have ended.</param>
    /// <param name="supported">Ideas that are supported and read while it is measured.</param>
    public async Task Fill(int stock, int supported, int supportersOfOneIdea)
    {
        await using var app = Composition.Build(
            new LocalOptions(0, folder, Demo: false, Seed: false), services => services.AddSingleton(SettingsFile.Embedded()));
        var store = app.Services.GetRequiredService<IEntityStore>();
        var settings = app.Services.GetRequiredService<SettingsBook>();
        var tokens = app.Services.GetRequiredService<LinkTokens>();
        await app.Services.GetRequiredService<SettingsPublishing>().Publish();
        var gathering = await Template.Make(settings.Current(Neighbourhoods[0])!, ended: false);
        var ended = await Template.Make(settings.Current(Neighbourhoods[0])!, ended: true);
        var places = settings.All.Select(smederij => smederij.Id).ToList();
        var atOnce = StoreLimits.OperationsPerCommit / Math.Max(gathering.Rows, ended.Rows);
        await Lay(store, Enumerable.Range(0, stock).Chunk(atOnce).Select((numbers, i) => (
            places[i % places.Count],
            numbers.SelectMany(number => (number % OneInSoManyRuns == 0 ? gathering : ended).Copy(IdOfThePast(number, stock))))));
        var ideas = Enumerable.Range(0, supported)
            .Select(i => new IdeaKey(Neighbourhoods[i % Neighbourhoods.Length], ItemId.New(DateTimeOffset.UtcNow))).ToList();
        await Lay(store, ideas.Select(idea => (idea.Smederij, gathering.Copy(idea.Id).Concat(Supporters(idea, SupportersPerIdea)))));
        IdeaPages.AddRange(ideas.Select(idea => Requests.Get($"/smederijen/{idea.Smederij}/ideeen/{idea.Id}")));
        Confirmations.AddRange(Enumerable.Range(0, SupportersPerIdea).SelectMany(i => ideas.Select(idea => Confirmation(tokens, idea, i))));
        await FillOneIdea(store, settings, tokens, supportersOfOneIdea);
    }

    private async Task FillOneIdea(IEntityStore store, SettingsBook settings, LinkTokens tokens, int supporters)
    {
        var place = settings.Current(Neighbourhoods[0])! with { Version = WithoutThreshold, SupportThreshold = 1_000_000 };
        await store.Commit(
            Partitions.Settings,
            [new Write.Insert(SettingsKeys.Document(place.Id, place.Version), Rows.Write(place, Domain.DomainJson.Default.SmederijSettings))]);
        var idea = new IdeaKey(place.Id, ItemId.New(DateTimeOffset.UtcNow));
        var template = await Template.Make(place, ended: false);
        await Lay(store, [(idea.Smederij, template.Copy(idea.Id))]);
        await Lay(store,
            Supporters(idea, supporters).Chunk(StoreLimits.OperationsPerCommit).Select(chunk => (idea.Smederij, (IEnumerable<Write>)chunk)));
        ConfirmationsOfOneIdea.AddRange(Enumerable.Range(0, supporters).Select(i => Confirmation(tokens, idea, i)));
    }

    /// <summary>Commits side by side, so that they share the sync to disk.</summary>
    internal static Task Lay(IEntityStore store, IEnumerable<(string Place, IEnumerable<Write> Writes)> commits) => Parallel.ForEachAsync(
        commits, new ParallelOptions { MaxDegreeOfParallelism = CommitsAtOnce },
        async (commit, cancellation) => await store.Commit(commit.Place, [.. commit.Writes], cancellation));

    /// <summary>Ideas of the last five years, in the order in which they came.</summary>
    private static string IdOfThePast(int number, int count) =>
        ItemId.New(DateTimeOffset.UtcNow.AddYears(-5) + TimeSpan.FromDays(5 * 365.0 * number / count));

    private static IEnumerable<Write> Supporters(IdeaKey idea, int count) => Enumerable.Range(0, count).Select(i => new Write.Insert(
        IdeaKeys.Supporter(idea.Id, KeyOf(i)),
        Rows.Write(new Person("Bas Buur", $"buur-{i}@voorbeeld.example", "7907AB"), WorkJson.Default.Person)));

    private static string KeyOf(int supporter) => $"steun-{supporter:D14}";

    private static byte[] Confirmation(LinkTokens tokens, IdeaKey idea, int supporter)
    {
        var link = new Link(LinkPurpose.ConfirmSupport, idea.Smederij, idea.Id, 0, KeyOf(supporter), DateTimeOffset.UtcNow.AddDays(400));
        var valid = new ReadLink.Valid(link, tokens.Seal(link));
        return Requests.PostForm($"/{link.Page}/{valid.Reference}", Requests.Form(("opdracht", CommandId.NewToken())), $"link-{valid.Reference}={valid.Token}");
    }
}
