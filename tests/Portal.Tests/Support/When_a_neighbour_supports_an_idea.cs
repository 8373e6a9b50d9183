using Microsoft.Extensions.Options;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Security;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Support;

public sealed class When_a_neighbour_supports_an_idea
{
    private const string Neighbour = "piet@voorbeeld.example";

    [Fact]
    public async Task It_counts_after_the_button_behind_the_link_in_the_mail_and_not_before()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();

        (await Offer(world, idea)).ShouldHave(200).Words.ShouldContain("kijk in uw mail");
        (await world.Browser.Open(world.Mailbox.LastTo(Neighbour).Link())).ShouldHave(200).Words.ShouldContain("Deze pagina is voor Piet");
        (await Count(world, idea)).ShouldBe(0);

        (await world.Browser.Press(world.Mailbox.LastTo(Neighbour).Link())).Words.ShouldContain("uw steun telt mee");
        (await Count(world, idea)).ShouldBe(1);
    }

    [Fact]
    public async Task A_second_offer_from_the_same_mailbox_sends_the_mail_again_and_keeps_one_row()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Offer(world, idea);
        await Offer(world, idea, email: "PIET@voorbeeld.example");

        (await world.Store.Query(idea.Smederij, IdeaKeys.Supporters(idea.Id))).Rows.Count.ShouldBe(1);
        world.Mailbox.Mails.Count(mail => mail.ToAddress.Equals(Neighbour, StringComparison.OrdinalIgnoreCase)).ShouldBe(2);
    }

    [Fact]
    public async Task Who_confirmed_gets_the_same_answer_and_no_mail_and_counts_once()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var first = await Offer(world, idea);
        var link = world.Mailbox.LastTo(Neighbour).Link();
        await world.Browser.Press(link);

        (await Offer(world, idea)).Words.ShouldBe(first.Words);
        world.Mailbox.To(Neighbour).Count.ShouldBe(1);
        (await world.Browser.Open(link)).Words.ShouldContain("uw steun telt mee");
        (await Count(world, idea)).ShouldBe(1);
    }

    [Fact]
    public async Task Pressing_from_two_instances_at_the_same_moment_counts_once()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Offer(world, idea);
        var page = await world.Browser.Open(world.Mailbox.LastTo(Neighbour).Link());
        var supporter = (await world.Store.Query(idea.Smederij, IdeaKeys.Supporters(idea.Id))).Rows.ShouldHaveSingleItem();
        world.Store.Before = (_, _) =>
        {
            // Just before this press is committed, another instance commits the same one.
            world.Store.Before = null;
            var person = supporter.Read(WorkJson.Default.Person) with { Confirmed = true };
            OtherInstance(world)
                .Handle(idea, CommandId.Fresh(), at => new IdeaEvent.SupportConfirmed(at), _ => Task.FromResult<IReadOnlyList<Write>?>(
                    [new Write.Replace(supporter.Row, Rows.Write(person, WorkJson.Default.Person), supporter.ETag)]))
                .GetAwaiter().GetResult().ShouldBeOfType<Outcome<Refusal>.Done>();
            return null;
        };
        (await world.Browser.Send(page.Path)).Words.ShouldContain("uw steun telt mee");
        world.Store.Before.ShouldBeNull();
        (await Count(world, idea)).ShouldBe(1);
    }

    [Theory]
    [InlineData("naam", "", "Vul uw naam in.")]
    [InlineData("email", "piet", "Dit is geen goed e-mailadres.")]
    [InlineData("postcode", "7901 AB", "Postcode 7901 AB hoort niet bij Alteveer.")]
    [InlineData("postcode", "", "Vul uw postcode in.")]
    public async Task What_is_wrong_comes_back_with_what_was_typed(string field, string value, string message)
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var fields = new Dictionary<string, string> { ["naam"] = "Piet", ["email"] = Neighbour, ["postcode"] = "7927 AB", [field] = value };

        var answer = (await world.Browser.Post($"{idea.Page()}/steun", fields)).ShouldHave(400);
        answer.Words.ShouldContain(message);
        if (field != "naam")
            answer.Text.ShouldContain("value=\"Piet\"");
        (await world.Store.Query(idea.Smederij, IdeaKeys.Supporters(idea.Id))).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_support_of_the_submitter_does_not_count_and_only_the_own_mailbox_hears_why()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var answer = await Offer(world, idea, email: Residents.Submitter);
        answer.Words.ShouldContain("kijk in uw mail");

        var page = await world.Browser.Open(world.Mailbox.LastTo(Residents.Submitter).Link());
        page.Words.ShouldContain("Uw eigen steun telt niet mee");
        (await world.Browser.Post(page.Path)).ShouldHave(303);
        (await Count(world, idea)).ShouldBe(0);
    }

    [Fact]
    public async Task The_last_one_that_was_needed_sends_the_idea_to_the_wijkteam()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        for (var i = 1; i <= world.Settings().SupportThreshold; i++)
        {
            await Offer(world, idea, $"buur{i}@voorbeeld.example");
            await world.Browser.Press(world.Mailbox.LastTo($"buur{i}@voorbeeld.example").Link());
        }
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.InReview);

        (await world.Browser.Get($"{idea.Page()}/steun")).ShouldHave(200).Words.ShouldContain("U kunt dit idee nu niet steunen");
        (await world.Browser.Post($"{idea.Page()}/steun", Form(Neighbour))).ShouldHave(409).Words.ShouldContain("U kunt dit idee nu niet steunen");
        (await world.Browser.Open(idea.Page())).Words.ShouldContain("5 mensen uit de buurt steunen dit idee");
    }

    [Fact]
    public async Task A_press_that_was_taken_in_gets_its_answer_again_after_the_idea_has_moved_on()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var press = new { naam = "Piet", email = Neighbour, postcode = "7927 AB", opdracht = "een keer gedrukt" };
        var first = (await world.Browser.Post($"{idea.Page()}/steun", press)).ShouldHave(303);
        for (var i = 1; i <= world.Settings().SupportThreshold; i++)
        {
            await Offer(world, idea, $"buur{i}@voorbeeld.example");
            await world.Browser.Press(world.Mailbox.LastTo($"buur{i}@voorbeeld.example").Link());
        }

        (await world.Browser.Post($"{idea.Page()}/steun", press)).ShouldHave(303).Location.ShouldBe(first.Location);
        await world.Work();
        world.Mailbox.To(Neighbour).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_mailbox_that_is_asked_too_often_has_to_wait()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        for (var i = 0; i < 10; i++)
            (await world.Browser.Post($"{idea.Page()}/steun", Form(Neighbour))).ShouldHave(303);

        var answer = (await world.Browser.Post($"{idea.Page()}/steun", Form(Neighbour))).ShouldHave(429);
        answer.Headers.RetryAfter.ToString().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Nobody_can_support_what_is_not_public_and_a_program_falls_in_the_trap()
    {
        await using var world = await World.Begin();
        var hidden = await world.Submit();
        (await world.Browser.Get($"{hidden.Page()}/steun")).ShouldHave(404);
        (await world.Browser.Post($"{hidden.Page()}/steun", Form(Neighbour))).ShouldHave(404);

        var idea = await world.SubmitAndConfirm();
        (await world.Browser.Post($"{idea.Page()}/steun", new { naam = "Piet", email = Neighbour, postcode = "7927 AB", website = "x" })).ShouldHave(400);
        await world.Work();
        world.Mailbox.To(Neighbour).ShouldBeEmpty();
    }

    private static async Task<Answer> Offer(World world, IdeaKey idea, string email = Neighbour)
    {
        var answer = await world.Browser.Send($"{idea.Page()}/steun", Form(email));
        await world.Work();
        return answer;
    }

    private static IdeaItems OtherInstance(World world) =>
        new(
        IdeaKind.Of(world.Get<IEntityStore>(), world.Get<SettingsBook>(), world.Get<IOptions<PortalOptions>>().Value), world.Get<IEntityStore>(),
        new CommitLoop(world.Get<IEntityStore>(), world.Get<IDriver>()), House.Effects, world.Get<Stamps>(), new Witnesses(), world.Clock);

    private static object Form(string email) => new { naam = "Piet", email, postcode = "7927 AB" };

    private static async Task<int> Count(World world, IdeaKey idea) =>
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.GatheringSupport>().Confirmed;
}
