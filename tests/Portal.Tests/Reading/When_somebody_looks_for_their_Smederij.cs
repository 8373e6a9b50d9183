using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests.Api;
using Smederijen.Portal.Tests.Governing;

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

    /// <summary>Odd houses are of Alteveer, even ones of Elim, and nobody has those from 100.</summary>
    private static async Task<World> WithASharedStreet()
    {
        var world = await World.Begin();
        foreach (var (smederij, area) in new[] { (World.Village, "7927AA\n7927AB 1-99 oneven"), ("elim", "7916\n7927AB 2-98 even") })
        {
            await world.Fatima().Change(smederij, "Precies", ("area", area));
            await world.Gijs().Agree(smederij);
        }
        return world;
    }

    [Fact]
    public async Task The_number_of_the_house_is_asked_only_where_it_decides()
    {
        await using var world = await WithASharedStreet();
        (await world.Browser.Get(Address)).Text.ShouldNotContain("huisnummer");
        (await world.Browser.Post(Address, new { postcode = "7927AA" })).ShouldHave(303);
        var asked = (await world.Browser.Post(Address, new { postcode = "7927 ab" })).ShouldHave(400);
        asked.Words.ShouldContain("Niet alle huizen met postcode 7927 AB horen bij één Smederij. Vul ook uw huisnummer in.");
        asked.Text.ShouldContain("name=\"huisnummer\"");
        (await world.Browser.Post(Address, new { postcode = "7927AB", huisnummer = "7a" })).Location.ShouldBe($"/smederijen/{World.Village}");
        (await world.Browser.Post(Address, new { postcode = "7927AB", huisnummer = " 8 bis" })).Location.ShouldBe("/smederijen/elim");
        (await world.Browser.Post(Address, new { postcode = "7927AB", huisnummer = "100" })).ShouldHave(200).Words.ShouldContain("hoort bij geen Smederij");
        (await world.Browser.Post(Address, new { postcode = "7927AB", huisnummer = "bis" })).ShouldHave(400).Words.ShouldContain("Dit is geen huisnummer.");
    }

    [Fact]
    public async Task Who_supports_from_a_shared_street_counts_where_they_live_and_the_house_is_not_kept()
    {
        await using var world = await WithASharedStreet();
        var idea = await world.SubmitAndConfirm();
        var form = new { naam = "Piet Buurman", email = "piet@voorbeeld.example", postcode = "7927 AB", huisnummer = "" };
        (await world.Browser.Get($"{idea.Page()}/steun")).Text.ShouldNotContain("huisnummer");
        (await world.Browser.Post($"{idea.Page()}/steun", form)).ShouldHave(400).Words.ShouldContain(
            "Niet alle huizen met postcode 7927 AB horen bij Alteveer. Vul ook uw huisnummer in. Wij bewaren het niet.");
        (await world.Browser.Post($"{idea.Page()}/steun", form with { huisnummer = "68" })).ShouldHave(400).Words.ShouldContain(
            "Postcode 7927 AB met huisnummer 68 hoort niet bij Alteveer. Uw Smederij is Elim.");
        (await world.Browser.Post($"{idea.Page()}/steun", form with { huisnummer = "67b" })).ShouldHave(303);
        (await world.Store.Query(idea.Smederij, IdeaKeys.Supporters(idea.Id))).Rows.ShouldHaveSingleItem().Data.ShouldNotContain("67");
        var program = new Dictionary<string, object?> { ["naam"] = "Bert Jansen", ["email"] = "bert@voorbeeld.example", ["postcode"] = "7927AB" };
        (await world.Browser.PostJson($"{Programs.Ideas}/{idea.Id}/steunbetuigingen", program)).ShouldBeProblem(400).ErrorsAt().ShouldBe(["#/huisnummer"]);
        program["huisnummer"] = "5";
        (await world.Browser.PostJson($"{Programs.Ideas}/{idea.Id}/steunbetuigingen", program)).ShouldHave(202);
    }

    [Fact]
    public async Task Who_hands_in_from_elsewhere_hears_which_one_is_theirs_and_may_go_on()
    {
        await using var world = await World.Begin();
        var form = Residents.AnIdea with { postcode = "7901 AB" };
        var page = (await world.Browser.Post($"/smederijen/{World.Village}/ideeen/nieuw", form)).ShouldHave(400);
        page.Words.ShouldContain(
            "Postcode 7901 AB hoort niet bij Alteveer. Uw Smederij is Centrum. Dien uw idee daar in, of zet een vinkje om het toch hier in te dienen.");
        var fields = page.Form();
        fields["toch"] = "ja";
        (await world.Browser.Post($"/smederijen/{World.Village}/ideeen/nieuw", fields)).ShouldHave(303);
        (await world.Browser.Post($"/smederijen/{World.Village}/ideeen/nieuw", Residents.AnIdea with { postcode = "1012 AB" })).ShouldHave(303);
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
