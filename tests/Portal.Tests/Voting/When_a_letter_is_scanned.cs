using Smederijen.Domain.Rounds;
using Smederijen.Portal.Http;

namespace Smederijen.Portal.Tests.Voting;

/// <summary>The page behind the QR code tells how it stands with that code, so that nobody begins for nothing.</summary>
public sealed class When_a_letter_is_scanned
{
    [Fact]
    public async Task A_code_that_was_used_says_so_at_once_with_a_field_for_another()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        await vote.Cast(vote.Codes[0], 0);
        var page = await Scan(world, vote.Codes[0], 409);
        page.Words.ShouldContain("Deze code is al gebruikt, via internet.");
        await world.BrowserOf("anna", StaffRoles.Medewerker)
            .Post($"/medewerkers/rondes/{AVote.Smederij}/2027/papier", new { stapel = $"{vote.Codes[1]} 1", biljetten = 1, kruisjes = 1 });
        var batch = (await AVote.InBox(world, Ballots.BoxRow.Paper)).Single().Name;
        (await world.BrowserOf("bert", StaffRoles.Medewerker)
            .Post($"/medewerkers/rondes/{AVote.Smederij}/2027/papier/{batch}", new { biljetten = 1, kruisjes = 1 })).ShouldHave(303);
        (await Scan(world, vote.Codes[1], 409)).Words.ShouldContain("Deze code is al gebruikt, op papier.");
        (await new Voter(vote, vote.Codes[2]).Scan()).ShouldHave(200).Words.ShouldContain("Kies ideeën");
    }

    [Fact]
    public async Task A_code_of_another_Smederij_says_so_at_once_and_counts_for_no_limit()
    {
        await using var world = await World.Begin();
        await AVote.Open(world);
        var commits = 0;
        world.Store.After = (_, _) => commits++;
        for (var i = 0; i < 40; i++)
            (await Scan(world, VoteCode.Of($"7K3M{i:D11}"), 400)).Words.ShouldContain("Deze code kennen wij niet in deze Smederij.");
        commits.ShouldBe(0);
    }

    [Fact]
    public async Task While_the_vote_is_not_open_the_page_says_when_it_is()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Sealed(world);
        foreach (var code in (string[])[vote.Codes[0].ToString(), VoteCode.Of("7K3M9QXT0AB1CDE").ToString(), "7K3M"])
        {
            var page = (await world.NewBrowser().Open($"/stem/{AVote.Smederij}/{code}")).ShouldHave(200);
            page.Words.ShouldContain("De stemming is nog niet open U kunt stemmen vanaf vrijdag 9 juli 2027");
            page.Text.ShouldNotContain("name=\"code\"");
        }
        await world.After(40);
        (await world.NewBrowser().Open($"/stem/{AVote.Smederij}/{vote.Codes[0]}")).ShouldHave(200).Words.ShouldContain("De stemming is gesloten");
    }

    private static async Task<Answer> Scan(World world, VoteCode code, int status)
    {
        var page = (await world.NewBrowser().Open($"/stem/{AVote.Smederij}/{code}")).ShouldHave(status);
        page.Words.ShouldNotContain("staat klaar");
        page.Text.ShouldNotContain("name=\"brief\"");
        page.Text.ShouldContain("name=\"code\"");
        return page;
    }
}
