using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Ideas;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Work;

namespace Smederijen.LocalHost.Tests;

public sealed class When_the_edition_restarts : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Mail_that_was_pending_goes_out_by_itself()
    {
        await using (var town = await Edition.Start(_folder, services => services.AddSingleton<IMailer, NoMailToday>()))
        {
            await town.HandIn();
            await Edition.Eventually(() => town.Rows("effect|"), rows => Tried(rows) == 1, "a failed try");
        }
        await using var later = await Edition.Start(_folder);
        await later.Clock.Move(TimeSpan.FromMinutes(1));
        (await later.MailTo(Residents.Submitter)).Onderwerp.ShouldStartWith("Bevestig uw idee");
    }

    [Fact]
    public async Task A_deadline_that_passed_meanwhile_is_kept()
    {
        await using (var town = await Edition.Start(_folder))
        {
            await town.HandIn();
            await town.MailTo(Residents.Submitter);
        }
        // The clock of a demo keeps its lead in the store: eight days pass while nothing runs.
        using (var store = Sqlite.Open(_folder))
            await store.Commit(Partitions.Installation,
                [new Write.Put("klok", TimeSpan.FromDays(8).Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        await using var later = await Edition.Start(_folder);
        await Edition.Eventually(() => later.Rows($"fase|{IdeaKeys.NameOf(IdeaPhase.Expired)}|"), rows => rows.Count == 1, "the idea to lapse");
    }

    [Fact]
    public async Task Work_that_was_done_but_not_crossed_off_is_done_again_and_gives_the_same_one_mail()
    {
        await using (var town = await Edition.Start(_folder))
        {
            await town.HandIn();
            var mail = await town.MailTo(Residents.Submitter);
            await Edition.Eventually(() => town.Rows("effect|"), rows => rows.Count == 0, "the effect to be crossed off");
            var idea = (await town.Rows("fase|")).Single().Row.Split('|')[2];
            var pending = new PendingEffect(new IdeaEffect.SendMail(MailKind.ConfirmSubmission, Addressee.Submitter), town.Clock.GetUtcNow());
            await town.Store.Commit(Edition.Village, [new Write.Insert(Keys.Effect(idea, 1), Rows.Write(pending, House.Effects.Pending))]);
        }
        await using var later = await Edition.Start(_folder);
        await Edition.Eventually(() => later.Rows("effect|"), rows => rows.Count == 0, "the effect to be crossed off again");
        (await later.MailsTo(Residents.Submitter)).Count.ShouldBe(1);
    }

    private static int Tried(List<Entity> effects) => effects.Sum(row => row.Read(House.Effects.Pending).Attempts);

    private sealed class NoMailToday : IMailer
    {
        public Task Send(OutgoingMail mail, CancellationToken cancellation = default) => throw new IOException("The mail service does not answer.");
    }
}
