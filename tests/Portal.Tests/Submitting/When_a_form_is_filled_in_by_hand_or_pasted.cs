using System.Text.Json;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Submitting;

/// <summary>Every field reads what telephones, Office and mail programs make of it, in the form and in the API alike.</summary>
public sealed class When_a_form_is_filled_in_by_hand_or_pasted
{
    private static readonly IdeaFields Pasted = new(
        titel: "\u202EEen\u00A0bank\u00ADje\u200B\u202C bij de\u000Bvijver",
        beschrijving: "Wij maken\u2009een bankje.\u000BIedereen kan daar zitten.",
        bijdrage: "Wij timmeren zelf.\u2028Met een kopje koffie erbij.",
        bedrag: "€\u00A0450,–",
        naam: "Rene\u0301 \uFEFFde Vries\u200E",
        email: " mailto:Jannie@voorbeeld.example. ",
        postcode: "7927\u2011ab\u200B");

    [Fact]
    public async Task What_is_stored_is_what_people_see()
    {
        await using var world = await World.Begin();
        (await world.Browser.Post($"/smederijen/{World.Village}/ideeen/nieuw", Pasted)).ShouldHave(303);
        await world.Work();
        await HoldsWhatPeopleSee(world);
    }

    [Fact]
    public async Task A_program_gets_the_same_idea_out_of_the_same_text()
    {
        await using var world = await World.Begin();
        var body = JsonSerializer.Serialize(new
        {
            Pasted.titel, Pasted.beschrijving, Pasted.doelgroep, Pasted.bijdrage, bedrag = 45000, Pasted.naam, Pasted.email, Pasted.postcode,
        });
        (await world.Browser.Ask("POST", $"/v1/smederijen/{World.Village}/ideeen", new StringContent(body, null, "application/json"))).ShouldHave(201);
        await world.Work();
        await HoldsWhatPeopleSee(world);
    }

    [Theory]
    [InlineData("titel", "\u200B\u200E\u2060", "Geef uw idee een titel.")]
    [InlineData("titel", "\u3164\u2800", "Geef uw idee een titel.")]
    [InlineData("titel", "👍👍👍", "Gebruik ook letters of cijfers.")]
    [InlineData("titel", "\u0301\u0301", "Gebruik ook letters of cijfers.")]
    [InlineData("naam", "\u00AD", "Vul uw naam in.")]
    [InlineData("naam", "-", "Gebruik ook letters of cijfers.")]
    [InlineData("email", "jan.@voorbeeld.nl", "Er staat een punt aan het begin, aan het einde of naast de @.")]
    [InlineData("email", "jan@-example.org", "Na de @ staat een streepje op een plek waar dat niet kan.")]
    [InlineData("email", "jan@example", "Na de @ ontbreekt een punt")]
    [InlineData("bedrag", "1,250", "Schrijf 1250 of 1,25.")]
    [InlineData("bedrag", "ongeveer 450", "Dit bedrag kunnen wij niet lezen.")]
    [InlineData("beschrijving", "\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B", "Beschrijf uw idee.")]
    public async Task What_nobody_can_use_is_told_with_what_to_do(string field, string value, string message)
    {
        await using var world = await World.Begin();
        var fields = typeof(IdeaFields).GetProperties().ToDictionary(one => one.Name, one => $"{one.GetValue(Residents.AnIdea)}");
        fields[field] = value;
        var answer = (await world.Browser.Post($"/smederijen/{World.Village}/ideeen/nieuw", fields)).ShouldHave(400);
        answer.Words.ShouldContain(message);
    }

    /// <summary>An emoji counts as one, and an accent that was typed apart as none.</summary>
    [Fact]
    public async Task A_length_counts_what_people_see()
    {
        await using var world = await World.Begin();
        await world.Submit(Residents.AnIdea with { titel = "A" + string.Concat(Enumerable.Repeat("\U0001F337", 99)) });
        await world.Submit(Residents.AnIdea with { titel = string.Concat(Enumerable.Repeat("e\u0301", 100)) + "\u200B\u200B" });
        (await world.Browser.Post($"/smederijen/{World.Village}/ideeen/nieuw", Residents.AnIdea with { titel = new string('a', 101) })).ShouldHave(400)
            .Words.ShouldContain("Deze tekst is te lang: 101 tekens.");
    }

    /// <summary>Texts that were stored by releases before, and what comes back in a form, turn no line around.</summary>
    [Fact]
    public async Task No_page_holds_a_mark_that_turns_its_lines_around()
    {
        await using var world = await World.Begin();
        var answer = (await world.Browser.Post(
            $"/smederijen/{World.Village}/ideeen/nieuw", Residents.AnIdea with { titel = "a\u202Eb\u200B\u2067c\uFEFF", naam = "" })).ShouldHave(400);
        var text = System.Net.WebUtility.HtmlDecode(answer.Text);
        foreach (var mark in "\u202E\u200B\u2067\uFEFF")
            text.ShouldNotContain(mark.ToString());
        text.ShouldContain("value=\"abc\"");
    }

    private static async Task HoldsWhatPeopleSee(World world)
    {
        var mail = world.Mailbox.Mails.ShouldHaveSingleItem();
        mail.ToAddress.ShouldBe("Jannie@voorbeeld.example");
        (await world.Browser.Press(mail.Link())).ShouldHave(200);
        await world.Work();
        var idea = await world.LastIn(Domain.Ideas.IdeaPhase.GatheringSupport);
        var content = (await world.Store.Get(idea.Smederij, IdeaKeys.Content(idea.Id)))!.Read(IdeaJson.Default.IdeaContent);
        content.Title.ShouldBe("Een bankje bij de vijver");
        content.Description.ShouldBe("Wij maken een bankje.\nIedereen kan daar zitten.");
        content.Contribution.ShouldBe("Wij timmeren zelf.\nMet een kopje koffie erbij.");
        (await world.Idea(idea)).Amount.Cents.ShouldBe(45000);
        var submitter = (await world.Store.Get(idea.Smederij, IdeaKeys.Submitter(idea.Id)))!.Read(WorkJson.Default.Person);
        (submitter.Name, submitter.Postcode).ShouldBe(("Ren\u00E9 de Vries", "7927AB"));
        world.Mailbox.LastTo("Jannie@voorbeeld.example").Subject.ShouldBe("Vraag uw buren om steun: Een bankje bij de vijver");
        (await world.Anna().Get(idea.Case())).ShouldHave(200).Words.ShouldContain("René de Vries");
    }
}
