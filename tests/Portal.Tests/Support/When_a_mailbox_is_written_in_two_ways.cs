using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Security;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Support;

/// <summary>One mailbox is one person, however its address is written; mail goes to the address as it was typed.</summary>
public sealed class When_a_mailbox_is_written_in_two_ways
{
    private const string Neighbour = "piet@voorbeeld.example";

    [Theory]
    [InlineData(Neighbour, "piet+1@voorbeeld.example")]
    [InlineData("piet+a@voorbeeld.example", "Piet+B@Voorbeeld.Example.")]
    [InlineData("p.i.e.t@gmail.com", "piet+buurt@googlemail.com")]
    [InlineData("piet@bücher.example", "piet@xn--bcher-kva.example")]
    public async Task It_supports_an_idea_once(string first, string second)
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Offer(world, idea, first);
        await world.Browser.Press(world.Mailbox.Mails[^1].Link());
        var mails = world.Mailbox.Mails.Count;

        (await Offer(world, idea, second)).ShouldHave(200).Words.ShouldContain("kijk in uw mail");

        world.Mailbox.Mails.Count.ShouldBe(mails, "who confirmed gets no second mail");
        (await world.Store.Query(idea.Smederij, IdeaKeys.Supporters(idea.Id))).Rows.Count.ShouldBe(1);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.GatheringSupport>().Confirmed.ShouldBe(1);
    }

    [Fact]
    public async Task The_mail_goes_to_the_address_as_it_was_typed()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Offer(world, idea, "Piet+Buurt@Voorbeeld.Example");
        world.Mailbox.Mails[^1].ToAddress.ShouldBe("Piet+Buurt@Voorbeeld.Example");
    }

    [Fact]
    public async Task The_submitter_cannot_support_the_own_idea_by_a_sub_address()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Offer(world, idea, "jannie+buur@voorbeeld.example");

        var page = await world.Browser.Open(world.Mailbox.Mails[^1].Link());
        page.Words.ShouldContain("Uw eigen steun telt niet mee");
        (await world.Browser.Post(page.Path)).ShouldHave(303);

        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.GatheringSupport>().Confirmed.ShouldBe(0);
    }

    [Fact]
    public async Task All_its_addresses_count_for_one_limit()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        for (var i = 0; i < Limit.UnconfirmedPerMailbox.Times; i++)
            (await world.Browser.Post($"{idea.Page()}/steun", Form($"piet+{i}@voorbeeld.example"))).ShouldHave(303);
        (await world.Browser.Post($"{idea.Page()}/steun", Form("piet+20@voorbeeld.example"))).ShouldHave(429);
        (await world.Browser.Post($"{idea.Page()}/steun", Form("kees@voorbeeld.example"))).ShouldHave(303);
    }

    [Fact]
    public async Task Staff_erase_a_person_by_any_of_its_addresses()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Offer(world, idea, "piet+1@voorbeeld.example");

        (await world.Anna().Press(idea.Case("wissen"), new { wie = "supporter", zeker = "ja", email = Neighbour, reden = "Op verzoek" })).ShouldHave(200);

        (await world.Store.Query(idea.Smederij, IdeaKeys.Supporters(idea.Id))).Rows.ShouldBeEmpty();
    }

    /// <summary>The release before kept a supporter under the address as it was typed.</summary>
    [Fact]
    public async Task A_supporter_that_was_written_before_is_found_again()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Written(world, idea, "piet+1@voorbeeld.example");

        await Offer(world, idea, "Piet+1@voorbeeld.example");
        (await world.Store.Query(idea.Smederij, IdeaKeys.Supporters(idea.Id))).Rows.Count.ShouldBe(1);

        (await world.Browser.Press(world.Mailbox.Mails[^1].Link())).Words.ShouldContain("uw steun telt mee");
        (await world.Anna().Press(idea.Case("wissen"), new { wie = "supporter", zeker = "ja", email = "piet+1@voorbeeld.example", reden = "Op verzoek" })).ShouldHave(200);
        (await world.Store.Query(idea.Smederij, IdeaKeys.Supporters(idea.Id))).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_one_member_of_a_working_group_and_supports_no_plan_beside_that()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        (await world.Browser.Post($"{plan.PublicPath}/meedoen", new { naam = "Trijntje", email = "trijntje+1@voorbeeld.example", rol = "Resident" })).ShouldHave(303);
        await world.Work();
        (await world.Store.Query(plan.Smederij, PlanKeys.Members(plan.Id))).Rows.Count.ShouldBe(1);

        (await world.Browser.Post($"{plan.PublicPath}/steun", Form("trijntje+2@voorbeeld.example"))).ShouldHave(303);
        await world.Work();
        (await world.Browser.Open(world.Mailbox.LastTo("trijntje+2@voorbeeld.example").Link())).ShouldHave(200).Words.ShouldContain("U telt al mee");
    }

    [Fact]
    public async Task It_is_one_member_of_the_initiatiefgroep()
    {
        await using var world = await World.Begin();
        foreach (var email in (string[])[Neighbour, "piet+1@voorbeeld.example", "PIET@voorbeeld.example."])
        {
            (await world.Browser.Post($"/smederijen/{World.Village}/initiatiefgroep", new { naam = "Piet", email })).ShouldHave(303);
            await world.Work();
        }
        (await world.Store.Query(World.Village, RowRange.Prefix("groep|"))).Rows.Count.ShouldBe(1);
    }

    private static async Task Written(World world, IdeaKey idea, string email)
    {
        var key = await world.Get<Pseudonyms>().KeyOf($"steun|{idea.Id}", email);
        await world.Lay(idea.Smederij,
            [new Write.Insert(IdeaKeys.Supporter(idea.Id, key), Rows.Write(new Person("Piet", email, "7927AB"), WorkJson.Default.Person))]);
    }

    private static async Task<Answer> Offer(World world, IdeaKey idea, string email)
    {
        var answer = await world.Browser.Send($"{idea.Page()}/steun", Form(email));
        await world.Work();
        return answer;
    }

    private static object Form(string email) => new { naam = "Piet", email, postcode = "7927 AB" };
}
