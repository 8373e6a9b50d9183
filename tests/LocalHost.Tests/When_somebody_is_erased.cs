using System.Text;
using Microsoft.Extensions.Hosting;
using Smederijen.Domain.Ideas;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.LocalHost.Work;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Tests;

namespace Smederijen.LocalHost.Tests;

/// <summary>Not only the rows: every byte of the data folder is searched, with the free pages and the log of the database.</summary>
public sealed class When_somebody_is_erased : IDisposable
{
    private static readonly IdeaFields Form = Residents.AnIdea with
    {
        titel = "Het tuintje van Wilhelmina", beschrijving = "Wilhelmina Zonderland wil een tuintje met bloemen voor de hele straat.",
        naam = "Wilhelmina Zonderland", email = "w.zonderland@voorbeeld.example", bijdrage = "Ik plant de zonderlandse rozen zelf.",
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_byte_of_them_is_left_after_the_next_tidying()
    {
        await using var town = await Edition.Start(_folder);
        await town.HandIn(Form);
        await town.Press((await town.MailTo(Form.email)).Links[0]);
        var idea = (await Edition.Eventually(
            () => town.Rows($"fase|{IdeaKeys.NameOf(IdeaPhase.GatheringSupport)}|"), rows => rows.Count == 1, "the idea to be confirmed"))[0];
        await town.MailTo(Form.email, 2);
        var anna = await town.SignIn("anna");
        var page = $"/medewerkers/ideeen/{Edition.Village}/{IdeaKeys.IdeaOfPhase(idea.Row)}/wissen";
        Traces().ShouldNotBeEmpty();
        (await town.Press(page, new { wie = "indiener", zeker = "ja", reden = "Op verzoek" }, anna)).ShouldHave(200).Words.ShouldContain("gewist");
        await town.Get<IEnumerable<IHostedService>>().OfType<Tidying>().Single().Once();
        Traces().ShouldBeEmpty();
    }

    /// <summary>Where something of them stands. Mails that went out are the recipient's, and no longer ours to erase.</summary>
    private List<string> Traces() =>
    [
        .. from file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
           where !Path.GetRelativePath(_folder.Path, file).Contains("uitgaand", StringComparison.Ordinal) && !file.EndsWith(".lock", StringComparison.Ordinal)
           let bytes = Read(file)
           from word in (string[])["Zonderland", "zonderland", "Wilhelmina"]
           where bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0
           select $"{word} in {file}",
    ];

    private static byte[] Read(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }
}
