using System.Text;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests;

namespace Smederijen.LocalHost.Tests;

public sealed class When_an_idea_goes_its_way : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_handed_in_with_a_photo_confirmed_supported_and_put_before_the_wijkteam_all_by_itself()
    {
        await using var town = await Edition.Start(_folder);
        await HandInWithPhoto(town);
        (await town.Press((await town.MailTo(Residents.Submitter)).Links[0])).ShouldHave(200).Words.ShouldContain("Uw idee is bevestigd");
        var idea = (await town.Rows("fase|draagvlak|")).Single().Row.Split('|')[2];
        for (var i = 1; i <= 5; i++)
            await Support(town, idea, $"buur{i}@voorbeeld.example");
        (await town.MailTo("opbouwwerker.alteveer@voorbeeld.example")).Links.ShouldNotBeEmpty();
        (await town.Open($"/smederijen/{Edition.Village}/ideeen/{idea}")).ShouldHave(200);
        await Edition.Eventually(() => town.Rows("effect|"), waiting => waiting.Count == 0, "the last effects");
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_idea_and_one_mail()
    {
        await using var town = await Edition.Start(_folder);
        await town.HandIn(Residents.AnIdea with { opdracht = "een en dezelfde" });
        await town.HandIn(Residents.AnIdea with { opdracht = "een en dezelfde" });
        await town.MailTo(Residents.Submitter);
        (await town.Rows("fase|")).Count.ShouldBe(1);
        (await town.MailsTo(Residents.Submitter)).Count.ShouldBe(1);
    }

    private static async Task HandInWithPhoto(Edition town)
    {
        using var form = new MultipartFormDataContent();
        foreach (var field in typeof(IdeaFields).GetProperties())
            form.Add(new StringContent((string)field.GetValue(Residents.AnIdea)!, Encoding.UTF8), field.Name);
        form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Attachments", "samples", "phone.jpg"))), "bijlagen", "phone.jpg");
        (await town.Ask(HttpMethod.Post, $"/smederijen/{Edition.Village}/ideeen/nieuw", form)).ShouldHave(303);
    }

    private static async Task Support(Edition town, string idea, string email)
    {
        var neighbour = town.NewVisitor();
        var form = new { naam = "Een buur", email, postcode = "7927 AB" };
        (await town.Post($"/smederijen/{Edition.Village}/ideeen/{idea}/steun", form, neighbour)).ShouldHave(303);
        (await town.Press((await town.MailTo(email)).Links[0], visitor: neighbour)).ShouldHave(200);
    }
}
