using System.Diagnostics;
using System.Text;
using Smederijen.Domain.Settings;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;
using Xunit.Abstractions;

namespace Smederijen.LocalHost.Tests;

/// <summary>As much as a municipality with 24 Smederijen did in ten years, on a real disk.</summary>
public sealed class When_ten_years_come_in(ITestOutputHelper output) : IDisposable
{
    private const int Projects = 1500;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_of_it_is_there_within_a_minute()
    {
        await using var town = await Edition.Start(_folder);
        var anna = await town.SignIn("anna");
        var watch = Stopwatch.StartNew();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("0"), SettingsDesk.Seen },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(File(town))), PastDesk.FileField, "verleden.csv" },
        };
        (await town.Ask(HttpMethod.Post, PastDesk.Address, form, anna)).ShouldHave(303);
        output.WriteLine($"looked through in {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        // The demo has one administrator.
        (await town.Get<PastItems>().Agree(CommandId.Fresh(), "gijs", 1, default)).ShouldBeOfType<Outcome<SettingsRefusal>.Done>();
        while ((await town.Store.Rows(Partitions.Settings, "verleden|alles|regels|")).Count > 0)
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
            await Task.Delay(50);
        }
        output.WriteLine($"taken in within {watch.ElapsedMilliseconds} ms");
        (await Task.WhenAll(town.Get<SettingsBook>().All.Select(one => town.Rows("fase|afgerond|", one.Id)))).Sum(rows => rows.Count).ShouldBe(Projects);
        (await town.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    private static string File(Edition town)
    {
        var smederijen = town.Get<SettingsBook>().All;
        return string.Join("\r\n", Enumerable.Range(0, Projects).Select(n =>
            $"{smederijen[n % smederijen.Count].Name};{2016 + n / 150};Project {n};{new string('x', 300)};;{100 + n};{90 + n};afgerond;3-5-{2016 + n / 150};{80 + n};;;;12")
            .Prepend("Smederij;Jaar;Titel;Omschrijving;Bedrag gevraagd;Bedrag toegekend;Bedrag uitbetaald;Stand;Datum;Werkelijke kosten;Naam;E-mail;Postcode;Supporters"));
    }
}
