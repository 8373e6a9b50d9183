using Smederijen.Portal.Uploading;

namespace Smederijen.Portal.Ideas.Submitting;

/// <summary>Hands in an idea, from the web form or (through <see cref="Accept"/>) from the API.</summary>
public sealed class SubmitIdea(SettingsBook settings, IdeaItems ideas, Uploads uploads, RequestLimits limits, TimeProvider clock)
{
    public Task<IResult> ShowForm(HttpContext http) => Task.FromResult(
        Find(http) is { } smederij ? Form(smederij, Typed.Empty, CommandId.NewToken(), 200) : Failures.NotFound(http, "Deze Smederij bestaat niet. Kies een Smederij uit de lijst."));

    public async Task<IResult> Post(HttpContext http)
    {
        if (Find(http) is not { } smederij)
            return Failures.NotFound(http, "Deze Smederij bestaat niet. Kies een Smederij uit de lijst.");
        var posted = await http.Request.ReadFormAsync(http.RequestAborted);
        var typed = Typed.From(posted);
        if (typed.Raw(Forms.Trap.FieldName).Length > 0)
            return new SeeOther(ThanksPage(smederij.Id));
        var form = IdeaForm.Check(typed, smederij, IdeaForm.Euros);
        return await Accept(http, smederij, form, new PostedFiles(http, posted.Files)) switch
        {
            Accepted.Stored => new SeeOther(ThanksPage(smederij.Id)),
            Accepted.TooOften often => Failures.TooMany(http, often.Wait),
            _ => Form(smederij, typed, form.Command is { Length: > 0 } command ? command : CommandId.NewToken(), 400),
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
            return new Accepted.Wrong();
        var wait = await limits.Count(
            [(Limit.SubmitPerAddress, RequestLimits.AddressOf(http)), (Limit.SubmitPerMailbox, form.Submitter.Email)], cancellation);
        if (wait is { } tooOften)
            return new Accepted.TooOften(tooOften);
        var now = clock.GetUtcNow();
        var id = ItemId.New(now);
        var stored = await uploads.Store(new IdeaKey(smederij.Id, id), id, clean, cancellation);
        var content = new IdeaContent(form.Title, form.Description, form.Audience, form.Contribution, stored.All);
        var outcome = await ideas.Submit(
            smederij, id, CommandId.From(form.Command), new IdeaEvent.Submitted(now, new Euro(form.AmountInCents)), form.Title,
            [
                new Write.Insert(IdeaKeys.Content(id), Rows.Write(content, IdeaJson.Default.IdeaContent)),
                new Write.Insert(IdeaKeys.Submitter(id), Rows.Write(form.Submitter, WorkJson.Default.Person)),
                .. stored.Settled,
            ],
            CancellationToken.None);
        if (outcome is Outcome<Refusal>.Done done && done.Result == id)
            return new Accepted.Stored(id);
        await uploads.Forget(stored);
        return outcome is Outcome<Refusal>.Done earlier ? new Accepted.Stored(earlier.Result) : Refuse(form, (Outcome<Refusal>.Refused)outcome);
    }

    private static Accepted.Wrong Refuse(IdeaForm form, Outcome<Refusal>.Refused refused)
    {
        form.Errors.Add("bedrag", Refusals.Text(refused.Reason));
        return new Accepted.Wrong();
    }

    private SmederijSettings? Find(HttpContext http) => settings.Current(http.Request.RouteValues["smederij"] as string ?? "");

    private static PageOf<IdeaFormPage> Form(SmederijSettings smederij, Typed typed, string command, int status) =>
        new(new IdeaFormModel(smederij, typed, command), status);

    private static string ThanksPage(string smederij) => $"/smederijen/{smederij}/ideeen/verstuurd";
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
public sealed record IdeaFormModel(SmederijSettings Smederij, Typed Typed, string Command);

public static class SubmittingEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<SubmitIdea>("ShowIdeaForm", "/smederijen/{smederij}/ideeen/nieuw", (x, http) => x.ShowForm(http)),
        Endpoint.Post<SubmitIdea>("SubmitIdea", "/smederijen/{smederij}/ideeen/nieuw", (x, http) => x.Post(http)),
        Endpoint.Get<SubmitIdea>("ShowIdeaReceived", "/smederijen/{smederij}/ideeen/verstuurd", (x, http) => x.ShowThanks(http)),
        Endpoint.Get<ConfirmSubmission>("ShowConfirmation", "/bevestigen/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<ConfirmSubmission>("ConfirmSubmission", "/bevestigen/{verwijzing}", (x, http) => x.Post(http)),
    ];
}
