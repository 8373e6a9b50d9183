using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Smederijen.Domain.Ideas;
using Smederijen.Functions.Http;
using Smederijen.Functions.Tests.Orchestrations;
using Smederijen.Portal;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Security;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Work;

namespace Smederijen.Functions.Tests.Http;

/// <summary>One instance showed the page and gets the form; meanwhile the other changed the idea.</summary>
public sealed class When_another_instance_was_faster_than_a_form
{
    private static async Task<DurableWorld> Begin()
    {
        DurableWorld? world = null;
        world = await DurableWorld.Begin(services => services
            .AddRouting()
            .AddSingleton<FrontDoor>()
            .AddSingleton<Door>(provider => (endpoint, http) =>
                provider.GetRequiredService<FrontDoor>().Serve(http.Request, world?.Client, endpoint.Name)));
        return world;
    }

    private static Task<Outcome<Refusal>> AtTheOther(World world, IdeaKey idea, Func<DateTimeOffset, IdeaEvent> happening)
    {
        var store = new GuardedStore(new PlainStore(world.Store), world.Services);
        return new IdeaItems(
            IdeaKind.Of(store, world.Get<SettingsBook>(), world.Get<IOptions<PortalOptions>>().Value), store,
            new CommitLoop(store, world.Get<IDriver>()), House.Effects, world.Get<Stamps>(), world.Get<Witnesses>(), world.Clock)
            .Handle(idea, CommandId.Fresh(), happening);
    }

    [Fact]
    public async Task What_can_no_longer_be_is_refused()
    {
        await using var durable = await Begin();
        var world = durable.World;
        var idea = await world.Submit();
        var page = await world.Browser.Open(world.Mailbox.LastTo(Residents.Submitter).Link());
        await AtTheOther(world, idea, at => new IdeaEvent.Withdrawn(at));
        (await world.Browser.Post(page.Path, new { opdracht = page.Hidden("opdracht") })).ShouldHave(409);
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Withdrawn);
    }

    [Fact]
    public async Task What_became_possible_is_done()
    {
        await using var durable = await Begin();
        var world = durable.World;
        var idea = await Portal.Tests.Wijkteam.Granted(world);
        var anna = world.BrowserOf("anna", "medewerker", "regisseur");
        var address = $"/medewerkers/ideeen/{idea.Smederij}/{idea.Id}/vrijgeven";
        await anna.Open(address);
        await AtTheOther(world, idea, at => new IdeaEvent.AccountGiven(at));
        (await anna.Post(address, new { gecontroleerd = "ja", rekening = "0", opdracht = "een" })).ShouldHave(303);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Granted>().ReleasedFirstBy.ShouldBe("anna");
    }

    [Fact]
    public async Task Who_supports_what_no_longer_gathers_support_is_not_sent_to_their_mail()
    {
        await using var durable = await Begin();
        var world = durable.World;
        var idea = await world.SubmitAndConfirm();
        var neighbour = world.NewBrowser(new IPAddress([192, 0, 2, 7]));
        var form = new { naam = "Buur", email = "buur@voorbeeld.example", postcode = "7927 AB", opdracht = "een" };
        (await neighbour.Post($"{idea.Page()}/steun", form with { email = "geen adres" })).ShouldHave(400);
        await AtTheOther(world, idea, at => new IdeaEvent.Withdrawn(at));
        (await neighbour.Post($"{idea.Page()}/steun", form)).ShouldHave(409);
    }
}
