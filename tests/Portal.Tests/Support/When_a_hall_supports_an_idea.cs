using Smederijen.Portal.Security;

namespace Smederijen.Portal.Tests.Support;

/// <summary>What is limited is mail to mailboxes that nobody confirmed from, not people.</summary>
public sealed class When_a_hall_supports_an_idea
{
    [Fact]
    public async Task Two_hundred_people_behind_one_address_get_their_mail_within_an_hour()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        for (var i = 0; i < 200; i++)
            (await world.NewBrowser().Post($"{idea.Page()}/steun", Form($"bezoeker{i}@voorbeeld.example"))).ShouldHave(303);
        await world.Work();
        Enumerable.Range(0, 200).Sum(i => world.Mailbox.To($"bezoeker{i}@voorbeeld.example").Count).ShouldBe(200);
    }

    [Fact]
    public async Task A_mailbox_gets_a_few_mails_whatever_form_it_is_typed_into()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        for (var i = 0; i < Limit.UnconfirmedPerMailbox.Times; i++)
            (await world.NewBrowser().Post($"{idea.Page()}/steun", Form("doel@voorbeeld.example"))).ShouldHave(303);
        (await world.NewBrowser().Post($"{idea.Page()}/steun", Form("doel@voorbeeld.example"))).ShouldHave(429);
        (await world.NewBrowser().Post(
            $"/smederijen/{World.Village}/ideeen/nieuw", Residents.AnIdea with { email = "doel@voorbeeld.example" })).ShouldHave(429);
    }

    [Fact]
    public async Task One_network_reaches_no_more_than_a_stated_number_of_mailboxes()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        for (var i = 0; i < Limit.SupportPerAddress.Times; i++)
            (await world.NewBrowser().Post($"{idea.Page()}/steun", Form($"doel{i}@voorbeeld.example"))).ShouldHave(303);
        (await world.NewBrowser().Post($"{idea.Page()}/steun", Form("nog-een@voorbeeld.example"))).ShouldHave(429);
    }

    [Fact]
    public async Task Who_confirms_each_time_supports_as_many_ideas_as_they_like()
    {
        await using var world = await World.Begin();
        const string Neighbour = "buur@voorbeeld.example";
        for (var i = 0; i < Limit.UnconfirmedPerMailboxADay.Times + 1; i++)
        {
            var idea = await world.SubmitAndConfirm(Residents.AnIdea with { email = $"indiener{i}@voorbeeld.example" });
            (await world.Browser.Post($"{idea.Page()}/steun", Form(Neighbour))).ShouldHave(303);
            await world.Work();
            (await world.Browser.Press(world.Mailbox.LastTo(Neighbour).Link())).ShouldHave(200);
        }
    }

    private static object Form(string email) => new { naam = "Piet Buurman", email, postcode = "7927 AB" };
}
