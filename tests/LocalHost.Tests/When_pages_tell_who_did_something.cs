using Smederijen.Domain.Ideas;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;

namespace Smederijen.LocalHost.Tests;

public sealed class When_pages_tell_who_did_something : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Colleagues_have_names_where_they_never_acted_before()
    {
        await using var town = await Edition.Start(_folder);
        await town.HandIn();
        var id = (await town.Rows("idee|")).Select(row => row.Row.Split('|')[1]).Distinct().ShouldHaveSingleItem();
        await town.Get<IdeaItems>().Handle(
            new IdeaKey(Edition.Village, id), CommandId.Fresh(), at => new IdeaEvent.Paused(at, "regisseur-zuid", "De zaal is dicht."));
        var anna = await town.SignIn("anna");
        var page = (await town.Open($"/medewerkers/ideeen/{Edition.Village}/{id}", anna)).ShouldHave(200).Words;
        page.ShouldContain("Door: Sander Zuid");
        page.ShouldNotContain("regisseur-zuid");
        var looks = (await town.Open("/medewerkers/inzage?wie=anna+de+vries", anna)).ShouldHave(200).Words;
        looks.ShouldContain($"Anna de Vries Een idee met zijn indiener, Alteveer {id}");
    }

    [Fact]
    public async Task The_page_of_the_clock_leads_back_to_the_board()
    {
        await using var town = await Edition.Start(_folder);
        (await town.Open("/medewerkers/klok", await town.SignIn("anna"))).ShouldHave(200).Words.ShouldContain("‹ Terug naar het overzicht");
    }
}
