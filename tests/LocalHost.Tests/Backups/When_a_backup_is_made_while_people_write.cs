using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Smederijen.LocalHost.Backups;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Work;

namespace Smederijen.LocalHost.Tests.Backups;

public sealed class When_a_backup_is_made_while_people_write : IDisposable
{
    private const int Visitors = 6;

    private readonly TemporaryFolder _folder = new();
    private readonly Keeper _keeper = new();
    private readonly ConcurrentQueue<int> _answers = [];

    public void Dispose()
    {
        _keeper.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Whatever_its_rows_name_is_in_it_and_it_is_whole_by_itself()
    {
        await using (var town = await Edition.Start(_folder, services => services
            .AddLogging(logs => logs.ClearProviders()).Configure<PortalOptions>(portal => portal.LimitRequests = false)))
        {
            MakeTheFilesTakeLong();
            using var evening = new CancellationTokenSource();
            var forms = Enumerable.Range(0, Visitors).Select(visitor => HandInPhotos(town, visitor, evening.Token)).ToList();
            foreach (var name in (string[])["een", "twee", "drie"])
            {
                var before = _answers.Count;
                await Edition.Eventually(() => Task.FromResult(_answers.Count), count => count > before + Visitors, "forms to come in");
                (await Keeper.Done(_keeper.BackUp(_folder.Path, name))).ShouldContain("read again and in order");
            }
            await evening.CancelAsync();
            await Task.WhenAll(forms);
        }
        _answers.ShouldAllBe(status => status == 303);
        var named = (string[])["een", "twee", "drie"];
        var counts = named.Select(name => FilesNamedIn(_keeper.Place(name)).Count).ToList();
        counts.ShouldBeInOrder(SortDirection.Ascending);
        counts[0].ShouldBeGreaterThan(0);
        counts[2].ShouldBeGreaterThan(counts[0]);

        await _keeper.PutBackWithKey("drie", _keeper.Place("terug"), _folder.Path);
        await using var copy = await Edition.StartOn(_keeper.Place("terug"));
        (await copy.Get<LogVerifier>().Verify()).ShouldSatisfyAllConditions(
            report => report.Broken.ShouldBeEmpty(),
            report => report.Lines.ShouldBeGreaterThanOrEqualTo(counts[2]));
    }

    /// <summary>All of them are there.</summary>
    private static IReadOnlySet<string> FilesNamedIn(string backup)
    {
        using var store = StoreCopy.Open(Path.Combine(backup, "smederijen.db"));
        store.WhatIsWrong().ShouldBeNull();
        var named = NamedFiles.In(store);
        named.Where(file => !File.Exists(Path.Combine(backup, "bijlagen", file))).ShouldBeEmpty();
        Keeper.Manifest(backup).Missing.ShouldBeEmpty();
        return named;
    }

    /// <summary>Forms come in between the copy of the database and the last file.</summary>
    private void MakeTheFilesTakeLong()
    {
        using var file = File.Create(_folder.File("bijlagen/aaa.jpg"));
        file.SetLength(48 * 1024 * 1024);
    }

    private async Task HandInPhotos(Edition town, int visitor, CancellationToken over)
    {
        var photo = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Attachments", "samples", "plain.png"), CancellationToken.None);
        using var browser = town.NewVisitor();
        for (var number = 0; !over.IsCancellationRequested; number++)
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(photo), "bijlagen", "foto.png" } };
            foreach (var (name, value) in Visiting.Fields(Residents.AnIdea with { email = $"bewoner-{visitor}-{number}@voorbeeld.example", opdracht = $"idee-{visitor}-{number}" }))
                form.Add(new StringContent(value, Encoding.UTF8), name);
            _answers.Enqueue((await browser.Ask(HttpMethod.Post, $"/smederijen/{Edition.Village}/ideeen/nieuw", form)).Status);
        }
    }
}
