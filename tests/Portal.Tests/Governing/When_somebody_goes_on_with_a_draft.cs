namespace Smederijen.Portal.Tests.Governing;

public sealed class When_somebody_goes_on_with_a_draft
{
    private const string Notice = "Er ligt een voorstel van ";

    [Fact]
    public async Task They_read_whose_it_is_and_who_made_it_does_not()
    {
        await using var world = await World.Begin();
        await world.Fatima().Change(World.Village, "Meer mensen", ("supportThreshold", "20"));
        var form = (await world.Gijs().Open($"{Administrators.PageOf(World.Village)}/wijzigen")).ShouldHave(200);
        form.Words.ShouldContain(Notice + "fatima");
        (await world.Fatima().Open($"{Administrators.PageOf(World.Village)}/wijzigen")).Words.ShouldNotContain(Notice);
        var fields = form.Form();
        fields["reden"] = "";
        (await world.Gijs().Send($"{Administrators.PageOf(World.Village)}/wijzigen", fields)).ShouldHave(400).Words.ShouldContain(Notice + "fatima");
    }

    [Fact]
    public async Task Thrown_away_is_said()
    {
        await using var world = await World.Begin();
        await world.Fatima().Change(World.Village, "Meer mensen", ("supportThreshold", "20"));
        var page = await world.Fatima().Open(Administrators.PageOf(World.Village));
        (await world.Fatima().Send($"{Administrators.PageOf(World.Village)}/weggooien", page.Form())).ShouldHave(200)
            .Words.ShouldContain("Het voorstel is weggegooid");
    }

    [Fact]
    public async Task A_theme_that_is_half_filled_in_is_not_told_to_be_missing_as_well()
    {
        await using var world = await World.Begin();
        var form = (await world.Fatima().Open($"{Administrators.PageOf("gemeente")}/wijzigen")).ShouldHave(200).Form();
        foreach (var name in form.Keys.Where(name => name.StartsWith("themes.", StringComparison.Ordinal)).ToList())
            form[name] = "";
        form["themes.1.name"] = "Verkeer";
        form["reden"] = "Nieuw";
        (await world.Fatima().Send($"{Administrators.PageOf("gemeente")}/wijzigen", form)).ShouldHave(400).Words.ShouldNotContain(
            "Vul minstens één onderwerp in");
    }
}
