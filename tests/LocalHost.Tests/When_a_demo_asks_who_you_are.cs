using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests;

namespace Smederijen.LocalHost.Tests;

public sealed class When_a_demo_asks_who_you_are : IDisposable
{
    private const string OnlyForStaff = "/medewerkers";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static async Task<Answer> Choose(Edition town, HttpClient visitor) => await town.Post("/aanmelden/als", new { wie = "bram", terug = "/medewerkers/klok" }, visitor);

    [Fact]
    public async Task Who_sits_at_this_machine_chooses()
    {
        await using var town = await Edition.Start(_folder);
        var visitor = town.NewVisitor();
        (await town.Open("/aanmelden", visitor)).ShouldHave(200).Words.ShouldContain("Ga verder als Bram Okafor");
        (await Choose(town, visitor)).ShouldHave(303).Location.ShouldBe("/medewerkers/klok");
        (await town.Open(OnlyForStaff, visitor)).ShouldHave(200);
        (await town.Post("/aanmelden/als", new { wie = "niemand" }, town.NewVisitor())).ShouldHave(403);
    }

    [Theory]
    [InlineData("Host", "demo.kwaad.example")]
    [InlineData("Forwarded", "for=192.0.2.1")]
    [InlineData("X-Forwarded-For", "192.0.2.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Real-IP", "192.0.2.1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Origin", "https://kwaad.example")]
    public async Task Nobody_else_does(string header, string value)
    {
        await using var town = await Edition.Start(_folder);
        var visitor = town.NewVisitor();
        visitor.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        (await Choose(town, visitor)).ShouldHave(403);
        (await town.Open(OnlyForStaff, visitor)).ShouldHave(401);
        if (header != "Origin")
            (await town.Ask(HttpMethod.Get, "/aanmelden", visitor: visitor)).ShouldHave(200).Words.ShouldNotContain("Ga verder als");
    }

    [Fact]
    public async Task A_real_installation_does_not_know_the_question()
    {
        await using var town = await Edition.Start(_folder, demo: false);
        (await Choose(town, town.NewVisitor())).Status.ShouldBeOneOf(404, 410);
        (await town.Open("/aanmelden")).ShouldHave(200).Words.ShouldNotContain("Ga verder als");
    }
}
