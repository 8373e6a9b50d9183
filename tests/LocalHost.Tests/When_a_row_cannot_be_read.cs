using Smederijen.Domain.Ideas;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.LocalHost.Work;
using Smederijen.Portal;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Work;

namespace Smederijen.LocalHost.Tests;

public sealed class When_a_row_cannot_be_read : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_edition_starts_works_and_goes_on_with_it_once_it_is_mended_without_a_restart()
    {
        using (var store = Sqlite.Open(_folder))
        {
            foreach (var bad in (string[])["effect|0bad", "effect|0bad|een", "effect|0bad|000001", "wacht|gisteren|0bad", "wacht|20260101000000000|later-1", "wacht|99|0bad"])
                await store.Commit(Edition.Village, [new Write.Put(bad, "{ kapot")]);
        }
        await using var town = await Edition.Start(_folder);
        await town.HandIn();
        await town.MailTo(Residents.Submitter);
        await Edition.Eventually(() => town.Rows("effect|"), rows => rows.Count == 3, "the good effect to be crossed off");
        var anna = await town.SignIn("anna");
        (await town.Open("/medewerkers", anna)).ShouldHave(200).Words.ShouldContain("in de opslag zijn niet te lezen");
        (await town.Open("/medewerkers/onleesbaar", anna)).ShouldHave(200).Words.ShouldContain("wacht|gisteren|0bad");

        // Mended behind the program's back: nobody wakes it, and nobody starts it again.
        var idea = (await town.Rows("fase|")).Single().Row.Split('|')[2];
        var mended = new PendingEffect(new IdeaEffect.SendMail(MailKind.ConfirmSubmission, Addressee.Submitter), town.Clock.GetUtcNow());
        await town.Store.Commit(Edition.Village, [new Write.Put(Keys.Effect(idea, 9), Rows.Write(mended, House.Effects.Pending))]);
        await town.Clock.Move(TimeSpan.FromMinutes(6));
        await town.MailTo(Residents.Submitter, 2);
        town.Get<PendingWork>().Count.ShouldBeLessThan(5, "what cannot be read does not keep the workers busy");
    }
}
