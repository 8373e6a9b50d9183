using System.Collections.Concurrent;
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
    private const int Visitors = 4;

    private static readonly string[] Copies = ["een", "twee"];

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
            foreach (var name in Copies)
            {
                var before = _answers.Count;
                await Edition.Eventually(() => Task.FromResult(_answers.Count), count => count > before + Visitors, "forms to come in");
                (await Keeper.Done(_keeper.BackUp(_folder.Path, name))).ShouldContain("read again and in order");
            }
            await evening.CancelAsync();
            await Task.WhenAll(forms);
        }
        _answers.ShouldAllBe(status => status == 303);
        var counts = Copies.Select(name => FilesNamedIn(_keeper.Place(name)).Count).ToList();
        counts[0].ShouldBeGreaterThan(0);
        counts[1].ShouldBeGreaterThan(counts[0]);

        await _keeper.PutBackWithKey("twee", _keeper.Place("terug"), _folder.Path);
        await using var copy = await Edition.StartOn(_keeper.Place("terug"));
        (await copy.Get<LogVerifier>().Verify()).ShouldSatisfyAllConditions(
            report => report.Broken.ShouldBeEmpty(),
            report => report.Lines.ShouldBeGreaterThanOrEqualTo(counts[1]));
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
        file.SetLength(24 * 1024 * 1024);
    }

    private async Task HandInPhotos(Edition town, int visitor, CancellationToken over)
    {
        using var browser = town.NewVisitor();
        for (var number = 0; !over.IsCancellationRequested; number++)
            _answers.Enqueue(await Keeper.HandInPhoto(browser,
                Residents.AnIdea with { email = $"bewoner-{visitor}-{number}@voorbeeld.example", opdracht = $"idee-{visitor}-{number}" }));
    }
}
