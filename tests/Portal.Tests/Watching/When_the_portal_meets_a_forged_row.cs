using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Voting;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Watching;

/// <summary>Somebody wrote in the store, without the keys. Nothing is paid, decided or mailed because of it, and no save hides it.</summary>
public sealed class When_the_portal_meets_a_forged_row
{
    private const string Stranger = "vreemde@elders.example";

    [Fact]
    public async Task A_higher_amount_is_not_paid_and_stays_to_be_seen()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        await world.GivesAccount(idea, "NL91ABNA0417164300");
        var command = (await world.Anna().Get(idea.Case("vrijgeven"))).ShouldHave(200).Hidden("opdracht");
        await Forge(world, idea.Smederij, IdeaKeys.Idea(idea.Id), "\"amount\":45000", "\"amount\":90000");
        (await world.Anna().Get(idea.Case("vrijgeven"))).ShouldHave(500).Words.ShouldNotContain("900");
        (await world.Anna().Send(idea.Case("vrijgeven"), new { gecontroleerd = "ja", rekening = "0", opdracht = command })).ShouldHave(500);
        await world.After(1);
        (await world.Store.Get(idea.Smederij, IdeaKeys.Idea(idea.Id))).ShouldNotBeNull().Data.ShouldNotContain("releasedFirstBy");
        (await world.Anna().Get("/medewerkers")).Words.ShouldContain("niet te lezen");
        await ShouldStillBeFound(world, idea, Trouble.State);
    }

    [Fact]
    public async Task Space_before_what_was_forged_hides_it_from_nobody()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        await Forge(world, idea.Smederij, IdeaKeys.Idea(idea.Id), "{\"id\"", " {\"id\"");
        await Forge(world, idea.Smederij, IdeaKeys.Idea(idea.Id), "\"amount\":45000", "\"amount\":90000");
        await Should.ThrowAsync<UnreadableRowException>(() => world.Idea(idea));
        await ShouldStillBeFound(world, idea, Trouble.State);
    }

    [Fact]
    public async Task An_approval_that_nobody_gave_does_not_count_as_the_first_of_two()
    {
        await using var world = await World.Begin();
        var idea = await world.Released();
        await world.Happens(idea, at => new IdeaEvent.MoneyGivenBack(at, "Het gaat toch niet door."));
        await Forge(world, idea.Smederij, IdeaKeys.Idea(idea.Id), "\"refund\":{", "\"refund\":{\"writtenOffFirstBy\":\"bert\",");
        await Should.ThrowAsync<UnreadableRowException>(() =>
            world.Happens(idea, at => new IdeaEvent.WriteOffApproved(at, "anna", new Euro(45_000), "Failliet.")));
        await ShouldStillBeFound(world, idea, Trouble.State);
    }

    [Fact]
    public async Task A_mail_that_was_never_decided_is_not_sent()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await world.Work();
        var sent = world.Mailbox.Mails.Count;
        var mail = new PendingEffect(new IdeaEffect.SendMail(MailKind.ConfirmSubmission, Addressee.Submitter), world.Clock.GetUtcNow());
        await world.Store.Commit(idea.Smederij, [new Write.Insert(Keys.Effect(idea.Id, 90), Rows.Write(mail, House.Effects.Pending))]);
        await world.Get<WorkList>().PerformDue(new WorkKey(idea.Smederij, idea.Id));
        world.Mailbox.Mails.Count.ShouldBe(sent);
        await ShouldStillBeFound(world, idea, Trouble.Effect);
    }

    [Fact]
    public async Task No_mail_with_a_link_goes_to_an_address_that_was_put_in_place_of_the_submitters()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        await Forge(world, idea.Smederij, IdeaKeys.Submitter(idea.Id), Submitter, Stranger);
        await world.Happens(idea, at => new IdeaEvent.Withdrawn(at));
        await world.Get<WorkList>().PerformDue(new WorkKey(idea.Smederij, idea.Id));
        world.Mailbox.Mails.ShouldNotContain(mail => mail.ToAddress == Stranger);
        await ShouldStillBeFound(world, idea, Trouble.Row);
    }

    [Fact]
    public async Task A_look_that_was_written_in_anothers_name_is_left_out_and_noted()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        await world.GivesAccount(idea, "NL91ABNA0417164300");
        (await world.Anna().Get(idea.Case("vrijgeven"))).ShouldHave(200);
        var look = (await world.Store.Query(Partitions.Looks, new RowRange("0", ":"))).Rows[0];
        await Forge(world, Partitions.Looks, look.Row, "anna", "bert");
        var page = (await world.BrowserOf("zij", "beheerder").Get("/medewerkers/inzage")).ShouldHave(200);
        page.Words.ShouldNotContain("bert");
        (await world.Anna().Get("/medewerkers")).Words.ShouldContain("1 regel in de opslag is niet te lezen");
    }

    [Fact]
    public async Task A_ballot_that_was_put_in_keeps_the_count_from_being_published_and_staff_are_told_at_once()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        for (var i = 0; i < 6; i++)
            await vote.Cast(vote.Codes[i], i % 4);
        var box = (await world.Get<Portal.Ballots.VoteVault>().Find(AVote.Key)).ShouldNotBeNull();
        await box.Commit([box.Put(Portal.Ballots.BoxRow.Ballot, Portal.Voting.TrackingNumber.New(), "1000")]);
        await world.After(21);
        (await vote.Round()).State.ShouldBeOfType<Domain.Rounds.RoundState.Counting>();
        var failed = (await world.Anna().Get("/medewerkers/berichten")).ShouldHave(200).Words;
        failed.ShouldContain("De stemmen tellen. De stembus klopt misschien niet");
    }

    private static async Task Forge(World world, string partition, string row, string was, string becomes)
    {
        var found = (await world.Store.Get(partition, row)).ShouldNotBeNull();
        found.Data.ShouldContain(was);
        await world.Store.Commit(partition, [new Write.Put(row, found.Data.Replace(was, becomes, StringComparison.Ordinal))]);
    }

    private static async Task ShouldStillBeFound(World world, IdeaKey idea, Trouble what) =>
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldContain(new Finding(new WorkKey(idea.Smederij, idea.Id), what));
}
