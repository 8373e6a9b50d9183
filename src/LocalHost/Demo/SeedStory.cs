using System.Globalization;
using Smederijen.Domain.Calendar;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Progress;
using Smederijen.Portal.Ideas.Release;
using Smederijen.Portal.Security;

namespace Smederijen.LocalHost.Demo;

/// <summary>Lets an example idea live from the day it was handed in until today, with every mail and deadline on the way.</summary>
internal sealed class SeedStory(
    SettingsBook settings, IdeaItems ideas, WorkList work, Pseudonyms pseudonyms, ProgressFiles files, PaymentAccounts accounts,
    SeedClock clock, SeedDriver driver)
{
    private static readonly string[] Neighbours = ["Alie", "Bas", "Cora", "Dirk", "Esra", "Frans", "Greet", "Hidde", "Ilse", "Joris", "Kim", "Lubbert", "Mo", "Nora"];

    public async Task Tell(SeedIdea story, int number, DateTimeOffset today, CancellationToken cancellation)
    {
        var smederij = settings.Current(story.Smederij) ?? throw new InvalidOperationException($"Example idea '{story.Titel}' is in an unknown Smederij.");
        // Spread over the day, so that not all of Hoogeveen acts at the same minute.
        var begin = today.AddDays(-story.DagenGeleden).AddMinutes(-31 * number);
        clock.Begin(begin);
        if (await HandIn(story, number, smederij, cancellation) is not { } key)
            return;
        foreach (var step in story.Steps)
        {
            await LiveUntil(begin.AddDays(step.Day).AddMinutes(47), key, cancellation);
            await Happen(step, key, smederij, cancellation);
        }
        await LiveUntil(today, key, cancellation);
    }

    /// <summary>Null when an earlier start, which was broken off, handed it in already.</summary>
    private async Task<IdeaKey?> HandIn(SeedIdea story, int number, SmederijSettings smederij, CancellationToken cancellation)
    {
        var id = ItemId.New(clock.GetUtcNow());
        var content = new IdeaContent(story.Titel, story.Beschrijving, story.Doelgroep, story.Bijdrage, []);
        var submitter = new Person(story.Naam, $"{story.Naam.ToLowerInvariant().Replace(' ', '.')}@voorbeeld.example", PostcodeIn(smederij));
        var outcome = await ideas.Submit(
            smederij, id, CommandId.From($"voorbeeld-{number}"), new IdeaEvent.Submitted(clock.GetUtcNow(), new Euro(story.Bedrag)), story.Titel,
            [
                new Write.Insert(IdeaKeys.Content(id), Rows.Write(content, IdeaJson.Default.IdeaContent)),
                new Write.Insert(IdeaKeys.Submitter(id), Rows.Write(submitter, WorkJson.Default.Person)),
            ],
            cancellation);
        return outcome is Outcome<Refusal>.Done done && done.Result == id ? new IdeaKey(smederij.Id, id) : null;
    }

    /// <summary>Performs effects at once and deadlines at their moment, until the clock shows that moment.</summary>
    private async Task LiveUntil(DateTimeOffset moment, IdeaKey key, CancellationToken cancellation)
    {
        await driver.PerformWoken(work, cancellation);
        while (await work.PerformDue(new WorkKey(key.Smederij, key.Id), cancellation) is { } next && next <= moment)
        {
            clock.MoveTo(next);
            await driver.PerformWoken(work, cancellation);
        }
        clock.MoveTo(moment);
    }

    private async Task Happen(SeedStep step, IdeaKey key, SmederijSettings smederij, CancellationToken cancellation)
    {
        if (step.Word == "steun")
        {
            var supporters = step.Who == "genoeg" ? smederij.SupportThreshold : int.Parse(step.Who, CultureInfo.InvariantCulture);
            for (var i = 0; i < supporters; i++)
                await Support(i, key, smederij, cancellation);
            return;
        }
        var state = (await ideas.Load(key, cancellation))?.Item.State;
        var version = state switch
        {
            IdeaState.InReview review => review.Panel.Version,
            IdeaState.AwaitingAnswer answer => answer.Panel.Version,
            IdeaState.WithMunicipality referral => referral.Version,
            _ => 0,
        };
        var command = CommandId.Fresh();
        var form = await SeedFiles.FormOf(step);
        var kept = form is null ? null : await files.Keep(key, command, form, cancellation);
        foreach (var file in (IEnumerable<CleanUpload>)[.. form?.Pictures ?? [], .. form?.Receipts ?? []])
            file.Dispose();
        var known = step.Word == "rekening"
            ? await accounts.Seal(key, new PaymentAccount("NL91ABNA0417164300", "Bewonersgroep"), cancellation)
            : await accounts.Find(key, cancellation);
        IReadOnlyList<Write> also = step.Word == "rekening" ? [PaymentAccounts.Write(key, known!)] : kept?.Rows ?? [];
        var owed = (state as IdeaState.Ended)?.Refund?.Open ?? Euro.Zero;
        var outcome = await ideas.Handle(
            key, command, at => form?.Happening(at, kept?.Pictures) ?? EventOf(step, at, version, known?.Seal, owed), _ =>
                Task.FromResult<IReadOnlyList<Write>?>(also), cancellation);
        if (outcome is Outcome<Refusal>.Refused refused)
            throw new InvalidOperationException($"The example step '{step.Day} {step.Word} {step.Text}' of {key} is refused: {refused.Reason}. Correct ideeen.json.");
    }

    private async Task Support(int i, IdeaKey key, SmederijSettings smederij, CancellationToken cancellation)
    {
        var name = Neighbours[i % Neighbours.Length];
        var email = $"{name.ToLowerInvariant()}.{(char)('a' + i / Neighbours.Length)}@voorbeeld.example";
        var row = IdeaKeys.Supporter(key.Id, await pseudonyms.OfSupporter(key.Id, email, cancellation));
        var person = Rows.Write(new Person(name, email, PostcodeIn(smederij), Confirmed: true), WorkJson.Default.Person);
        clock.MoveTo(clock.GetUtcNow().AddMinutes(13));
        await ideas.Handle(
            key, CommandId.Fresh(), at => new IdeaEvent.SupportConfirmed(at), _ =>
                Task.FromResult<IReadOnlyList<Write>?>([new Write.Insert(row, person)]), cancellation);
    }

    private static IdeaEvent EventOf(SeedStep step, DateTimeOffset at, int version, string? account, Euro owed) => step.Word switch
    {
        "bevestigd" => new IdeaEvent.SubmissionConfirmed(at),
        "geschikt" => new IdeaEvent.Advised(at, version, step.Who, Advice.Suitable, null),
        "niet-geschikt" => new IdeaEvent.Advised(at, version, step.Who, Advice.NotSuitable, step.Reason),
        "vraag" => new IdeaEvent.Advised(at, version, step.Who, Advice.Question, step.Reason),
        "gemeentekwestie" => new IdeaEvent.Advised(at, version, step.Who, Advice.MunicipalMatter, step.Reason, "verkeer"),
        "lange-klap" => new IdeaEvent.Advised(at, version, step.Who, Advice.LongTrack, step.Reason),
        "belang" => new IdeaEvent.ConflictDeclared(at, version, step.Who),
        "initiatiefgroep" => new IdeaEvent.GroupAdvised(at, step.Text),
        "antwoord" => new IdeaEvent.Answered(at, version, step.Text),
        "rekening" => new IdeaEvent.AccountGiven(at, account),
        "vrijgave" => new IdeaEvent.ReleaseApproved(at, step.Who, 0, account),
        "meerkosten" => new IdeaEvent.OverrunAsked(at, new Euro(long.Parse(step.Who, CultureInfo.InvariantCulture)), step.Reason),
        "teruggegeven" => new IdeaEvent.MoneyGivenBack(at, step.Text),
        "ontvangen" => new IdeaEvent.MoneyReceived(at, step.Who, owed, Amsterdam.DateOf(at), owed),
        "gemeente" => new IdeaEvent.MunicipalityAnswered(at, version, step.Text),
        "ingetrokken" => new IdeaEvent.Withdrawn(at),
        "gepauzeerd" => new IdeaEvent.Paused(at, "anna", step.Text),
        _ => throw new InvalidOperationException($"The example step '{step.Word}' is unknown. Correct ideeen.json."),
    };

    private static string PostcodeIn(SmederijSettings smederij) => smederij.ExamplePostcode.Replace(" ", "", StringComparison.Ordinal);
}
