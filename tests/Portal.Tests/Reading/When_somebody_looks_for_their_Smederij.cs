using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Reading;

public sealed class When_somebody_looks_for_their_Smederij
{
    private const string Address = "/mijn-smederij";

    [Fact]
    public async Task The_postcode_on_the_first_page_leads_straight_to_it()
    {
        await using var world = await World.Begin();
        (await world.Browser.Get("/")).ShouldHave(200).Text.ShouldContain($"action=\"{Address}\"");
        var answer = (await world.Browser.Post(Address, new { postcode = "7927aa" })).ShouldHave(303);
        answer.Location.ShouldBe($"/smederijen/{World.Village}");
    }

    [Fact]
    public async Task Where_several_share_a_postcode_all_of_them_are_told()
    {
        await using var world = await World.Begin();
        var page = (await world.Browser.Post(Address, new { postcode = "7904 AB" })).ShouldHave(200);
        page.Words.ShouldContain("Postcode 7904 AB hoort bij 3 Smederijen");
        page.Text.ShouldContain("href=\"/smederijen/wolfsbos\"");
    }

    [Fact]
    public async Task A_postcode_of_elsewhere_and_one_that_is_none_are_told_apart()
    {
        await using var world = await World.Begin();
        (await world.Browser.Post(Address, new { postcode = "1012 AB" })).ShouldHave(200).Words.ShouldContain("Postcode 1012 AB hoort bij geen Smederij.");
        var wrong = (await world.Browser.Post(Address, new { postcode = "12" })).ShouldHave(400);
        wrong.Words.ShouldContain("Dit is geen goede postcode.");
        wrong.Text.ShouldContain("value=\"12\"");
    }

    [Fact]
    public async Task Who_supports_from_just_over_the_border_hears_which_one_is_theirs()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var form = new { naam = "Piet Buurman", email = "piet@voorbeeld.example", postcode = "7901 AB" };
        (await world.Browser.Send($"{idea.Page()}/steun", form)).ShouldHave(400).Words.ShouldContain(
            "Postcode 7901 AB hoort niet bij Alteveer. Uw Smederij is Centrum. Alleen mensen uit Alteveer kunnen dit idee steunen.");
        (await world.Browser.Send($"{idea.Page()}/steun", form with { postcode = "1012 AB" })).ShouldHave(400).Words.ShouldContain(
            "Postcode 1012 AB hoort niet bij Alteveer. Alleen mensen uit Alteveer kunnen dit idee steunen.");
    }
}
