using System.Net.Http.Json;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Api;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Forms;

/// <summary>The hidden id of a form counts with its address, its sender and what was sent.</summary>
public sealed class When_a_form_is_sent_again_with_something_else
{
    private const string Page = $"/smederijen/{World.Village}/ideeen/nieuw";

    [Fact]
    public async Task Who_goes_back_and_corrects_the_address_hands_in_the_idea_that_the_page_tells_of()
    {
        await using var world = await World.Begin();
        var form = AnIdea with { opdracht = CommandId.NewToken(), email = "janie@voorbeeld.example" };
        (await world.Browser.Post(Page, form)).ShouldHave(303);
        (await world.Browser.Post(Page, form with { email = Submitter })).ShouldHave(303);
        await world.Work();
        world.Mailbox.To(Submitter).ShouldHaveSingleItem();
        (await Ideas(world)).ShouldBe(2);
    }

    [Fact]
    public async Task The_same_form_again_is_the_same_idea()
    {
        await using var world = await World.Begin();
        var form = AnIdea with { opdracht = "een-druk" };
        var first = (await world.Browser.Post(Page, form)).ShouldHave(303);
        (await world.NewBrowser().Post(Page, form)).ShouldHave(303).Location.ShouldBe(first.Location);
        (await Ideas(world)).ShouldBe(1);
    }

    [Fact]
    public async Task Another_photo_under_the_same_text_is_something_else()
    {
        await using var world = await World.Begin();
        var form = AnIdea with { opdracht = CommandId.NewToken() };
        (await world.Browser.PostWithFiles(Page, form, "bijlagen", ("a.png", Attachments.Sample.Read("plain.png")))).ShouldHave(303);
        (await world.Browser.PostWithFiles(Page, form, "bijlagen", ("a.jpg", Attachments.Sample.Read("plain.jpg")))).ShouldHave(303);
        (await Ideas(world)).ShouldBe(2);
    }

    [Fact]
    public async Task Two_programs_that_count_from_one_do_not_meet()
    {
        await using var world = await World.Begin();
        (await HandIn(world, With("opdracht", "1", "email", "een@voorbeeld.example"))).ShouldHave(201);
        (await HandIn(world, With("opdracht", "1", "email", "twee@voorbeeld.example"))).ShouldHave(201);
        (await Ideas(world)).ShouldBe(2);
    }

    [Fact]
    public async Task A_program_that_uses_an_id_for_something_else_is_told_so_and_nothing_is_done()
    {
        await using var world = await World.Begin();
        var first = (await HandIn(world, With("opdracht", "1"))).ShouldHave(201);
        (await HandIn(world, With("opdracht", "1"))).ShouldHave(201).Location.ShouldBe(first.Location);
        var other = (await HandIn(world, With("opdracht", "1", "titel", "Een heel ander idee"))).ShouldHave(422);
        other.Headers.ContentType.ToString().ShouldStartWith("application/problem+json");
        (await Ideas(world)).ShouldBe(1);
    }

    [Fact]
    public async Task The_header_of_the_draft_counts_as_the_field_does()
    {
        await using var world = await World.Begin();
        var first = (await HandIn(world, With(), "\"8e03\"")).ShouldHave(201);
        (await HandIn(world, With(), "\"8e03\"")).ShouldHave(201).Location.ShouldBe(first.Location);
        (await HandIn(world, With("titel", "Iets anders"), "\"8e03\"")).ShouldHave(422);
        (await HandIn(world, With(), "\"\"")).ShouldHave(400);
    }

    [Fact]
    public async Task Staff_who_enter_signatures_again_with_another_number_are_asked_to_look_first()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var anna = world.BrowserOf("anna", "medewerker");
        var path = $"/medewerkers/ideeen/{idea.Smederij}/{idea.Id}/notitie";
        var command = CommandId.NewToken();
        (await anna.Post(path, new { opdracht = command, notitie = "Gebeld." })).ShouldHave(303);
        var refused = (await anna.Post(path, new { opdracht = command, notitie = "Gebeld, en gemaild." })).ShouldHave(409);
        refused.Words.ShouldContain("Dit formulier is al verstuurd, met iets anders erin");
        refused.Text.ShouldContain("Gebeld, en gemaild.");
        (await anna.Post(path, new { opdracht = refused.Hidden("opdracht"), notitie = "Gebeld, en gemaild." })).ShouldHave(303);
    }

    [Fact]
    public async Task A_row_of_before_is_still_a_repeat()
    {
        await using var world = await World.Begin();
        var command = CommandId.Once("1", "adres", "inhoud");
        await world.Store.Commit(World.Village, [new Write.Insert(Keys.Command(command.Key), """{"at":"2026-01-01T00:00:00Z","result":"idee"}""")]);
        (await world.Store.Earlier(World.Village, command)).ShouldNotBeNull().Result.ShouldBe("idee");
    }

    private static Dictionary<string, object?> With(params string[] fields) =>
        fields.Chunk(2).Aggregate(Programs.AnIdea(), (idea, field) => new(idea) { [field[0]] = field[1] });

    private static Task<Answer> HandIn(World world, Dictionary<string, object?> idea, string? key = null) => world.Browser.Ask(
        "POST", $"/v1/smederijen/{World.Village}/ideeen", JsonContent.Create(idea), key is null ? [] : [("Idempotency-Key", key)]);

    private static async Task<int> Ideas(World world) =>
        (await world.Store.Query(World.Village, IdeaKeys.InPhase(IdeaPhase.AwaitingConfirmation))).Rows.Count;
}
