using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Uploading;

namespace Smederijen.Portal.Ideas.Submitting;

/// <summary>Hands in an idea, from the web form or (through <see cref="Accept"/>) from the API.</summary>
public sealed class SubmitIdea(
    SettingsBook settings, IdeaItems ideas, Uploads uploads, SentMails sent, IEntityStore store, RequestLimits limits, TimeProvider clock)
{
    /// <summary>Of a closed Smederij, its page says where an idea is welcome.</summary>
    public async Task<IResult> ShowForm(HttpContext http) => Find(http) is { } smederij
        ? smederij.Closed ? new SeeOther($"/smederijen/{smederij.Id}") : await Form(http, smederij, Typed.For(http), 200)
        : Failures.NotFound(http, "Deze Smederij bestaat niet. Kies een Smederij uit de lijst.");

    public async Task<IResult> Post(HttpContext http)
    {
        if (Find(http) is not { } smederij)
            return Failures.NotFound(http, "Deze Smederij bestaat niet. Kies een Smederij uit de lijst.");
        var posted = await http.Request.ReadFormAsync(http.RequestAborted);
        var typed = await Typed.Read(http);
        var form = IdeaForm.Check(typed, smederij, IdeaForm.Euros);
        TellTheirs(typed, form, smederij);
        return await Accept(http, smederij, form, new PostedFiles(http, posted.Files, typed.Raw)) switch
        {
            Accepted.Stored stored => new SeeOther(await sent.Note(form.Command, Sent(smederij, stored.Id, form), CancellationToken.None)),
            Accepted.TooOften often => Failures.TooMany(http, often.Wait),
            _ => await Form(http, smederij, typed, 400),
        };
    }

    public Task<IResult> ShowThanks(HttpContext http) => Task.FromResult(Find(http) is { } smederij
        ? new PageOf<ThanksPage>(smederij)
        : Failures.NotFound(http, "Deze Smederij bestaat niet. Kies een Smederij uit de lijst."));

    /// <summary>
    /// Takes a checked form in: files first, then idea, content and submitter in one commit. Files of a commit that did not
    /// happen are removed again. What is wrong with the files is added to the form's errors.
    /// </summary>
    public async Task<Accepted> Accept(HttpContext http, SmederijSettings smederij, IdeaForm form, PostedFiles files)
    {
        var cancellation = http.RequestAborted;
        var clean = await Uploads.Read(files, "bijlagen", form.Errors, cancellation: cancellation);
        if (form.Errors.Any)
            return Wrong(smederij, form);
        if (await limits.CountSubmitting(store, http, smederij.Id, form.Submitter.Email, form.Command) is { } wait)
            return new Accepted.TooOften(wait);
        var now = clock.GetUtcNow();
        var id = ItemId.New(now);
        var stored = await uploads.Store(new IdeaKey(smederij.Id, id), id, clean, cancellation);
        var content = new IdeaContent(form.Title, form.Description, form.Audience, form.Contribution, stored.All);
        var outcome = await ideas.Submit(
            smederij, id, form.Command, new IdeaEvent.Submitted(now, new Euro(form.AmountInCents)), form.Title,
            [
                new Write.Insert(IdeaKeys.Content(id), Rows.Write(content, IdeaJson.Default.IdeaContent)),
                new Write.Insert(IdeaKeys.Submitter(id), Rows.Write(form.Submitter, WorkJson.Default.Person)),
                .. stored.Settled,
            ],
            CancellationToken.None);
        if (outcome is Outcome<Refusal>.Done done && done.Result == id)
            return new Accepted.Stored(id);
        await uploads.Forget(stored);
        return outcome is Outcome<Refusal>.Done earlier ? new Accepted.Stored(earlier.Result) : Refuse(smederij, form, (
            Outcome<Refusal>.Refused)outcome);
    }

    /// <summary>Lets the mail that asks to confirm go out again. With another address the link that went to the first one is void.</summary>
    public async Task<SentAgain> Again(HttpContext http, SentMail mail, string email, CommandId command)
    {
        if (await limits.CountSubmitting(store, http, mail.Smederij, email, command) is { } wait)
            return new SentAgain(wait);
        var row = IdeaKeys.Submitter(mail.Idea);
        var outcome = await ideas.Handle(
            new IdeaKey(mail.Smederij, mail.Idea), command, at => new IdeaEvent.ConfirmationAsked(at), async cancellation =>
                await store.Get(mail.Smederij, row, cancellation) is not { } found ? null
                : found.Read(WorkJson.Default.Person) is var person && person.Email == email ? []
                : [new Write.Replace(row, Rows.Write(Corrected(person, email), WorkJson.Default.Person), found.ETag)]);
        return new SentAgain(IsOver: outcome is not Outcome<Refusal>.Done);
    }

    private static Person Corrected(Person person, string email) => person with { Email = email, LinkKey = CommandId.NewToken() };

    /// <summary>
    /// Who lives elsewhere hears once which Smederij is theirs, and may hand in here all the same: it is the support that has to come from here.
    /// </summary>
    private void TellTheirs(Typed typed, IdeaForm form, SmederijSettings smederij)
    {
        if (typed.Raw(IdeaForm.AllTheSame) != "ja" && Postcode.TryParse(form.Submitter.Postcode, out var postcode)
            && smederij.Covers(postcode) == Coverage.No && settings.WhichCover(postcode) is { Count: > 0 } theirs)
            form.Errors.Add(
                IdeaForm.AllTheSame,
                $"Postcode {postcode} hoort niet bij {smederij.Name}.{AreaTexts.Theirs(theirs)} Dien uw idee daar in, of zet een vinkje om het toch hier in te dienen.");
    }

    private Accepted.Wrong Refuse(SmederijSettings smederij, IdeaForm form, Outcome<Refusal>.Refused refused)
    {
        if (refused.Reason != Refusal.SmederijClosed)
            form.Errors.Add("bedrag", Refusals.Text(refused.Reason));
        return Wrong(smederij, form);
    }

    /// <summary>Nobody mends a form that a closed Smederij does not take: that is said beside whatever else is wrong.</summary>
    private Accepted.Wrong Wrong(SmederijSettings smederij, IdeaForm form)
    {
        if (settings.Current(smederij.Id) is { Closed: true } closed)
            form.Errors.Add("", ClosedTexts.NoIdeas(closed, settings.After(closed)));
        return new Accepted.Wrong();
    }

    private SmederijSettings? Find(HttpContext http) => settings.Current(http.Request.RouteValues["smederij"] as string ?? "");

    private async Task<PageOf<IdeaFormPage>> Form(HttpContext http, SmederijSettings smederij, Typed typed, int status) => new(
        new IdeaFormModel(smederij, typed)
        {
            Round = await store.OpenRound(settings, smederij.Id, clock.GetUtcNow(), http.RequestAborted),
            Coming = settings.Coming(smederij.Id),
            After = settings.After(smederij),
        }, status);

    private static SentMail Sent(SmederijSettings smederij, string idea, IdeaForm form) =>
        new(LinkPurpose.ConfirmSubmission, smederij.Id, idea, smederij.Name, form.Submitter.Name, form.Submitter.Email, form.Submitter.Postcode);
}

/// <summary>What became of a form.</summary>
public abstract record Accepted
{
    private Accepted() { }

    /// <summary>Committed, now or at an earlier press of the same button.</summary>
    public sealed record Stored(string Id) : Accepted;

    /// <summary>The errors of the form say what.</summary>
    public sealed record Wrong : Accepted;

    public sealed record TooOften(TimeSpan Wait) : Accepted;
}

/// <summary>What the idea form shows: the conditions of the Smederij, and whatever was typed already.</summary>
public sealed record IdeaFormModel(SmederijSettings Smederij, Typed Typed)
{
    /// <summary>What took the place of the Smederij, when it is closed.</summary>
    public IReadOnlyList<SmederijSettings> After { get; init; } = [];

    /// <summary>The round in which an idea can get money now; null while there is none.</summary>
    public RoundSettings? Round { get; init; }

    /// <summary>The round that was agreed on and begins later.</summary>
    public ComingRound? Coming { get; init; }
}

public static class SubmittingEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<SubmitIdea>("ShowIdeaForm", "/smederijen/{smederij}/ideeen/nieuw", (x, http) => x.ShowForm(http)),
        Endpoint.Post<SubmitIdea>("SubmitIdea", "/smederijen/{smederij}/ideeen/nieuw", (x, http) => x.Post(http)),
        Endpoint.Get<SubmitIdea>("ShowIdeaReceived", "/smederijen/{smederij}/ideeen/verstuurd", (x, http) => x.ShowThanks(http)),
        Endpoint.Get<ConfirmSubmission>("ShowConfirmation", "/bevestigen/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Get<ConfirmSubmission>("ShowFileToConfirm", "/bevestigen/{verwijzing}/bestanden/{naam}", (x, http) => x.ShowFile(http)),
        Endpoint.Post<ConfirmSubmission>("ConfirmSubmission", "/bevestigen/{verwijzing}", (x, http) => x.Post(http)),
    ];
}
