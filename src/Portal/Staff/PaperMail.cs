using Microsoft.AspNetCore.Http;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Http;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Staff;

/// <summary>
/// Sends on paper what could not be mailed: the letter to print, and a form to say that it went out. That is written in the
/// log of the idea in the same commit that takes the mail off the list.
/// </summary>
public sealed class PaperMail(IEntityStore store, MailRoom mails, IdeaCommands ideas, IStaffAccess staff)
{
    public async Task<IResult> Show(HttpContext http) => await Find(http) is var (failed, letter)
        ? Page(failed, letter, Typed.Empty, 200)
        : Gone(http);

    public async Task<IResult> Post(HttpContext http)
    {
        if (StaffRoles.RefuseUnlessActing(http, staff) is { } refusal)
            return refusal;
        var typed = Typed.From(await http.Request.ReadFormAsync(http.RequestAborted));
        if (await Find(http) is not var (failed, letter))
            return await IsDone(http, typed) ? new SeeOther("/medewerkers/berichten") : Gone(http);
        var reason = StaffActionForms.ReasonOf(typed);
        if (typed.Errors.Any)
            return Page(failed, letter, typed, 400);
        var by = staff.Identify(http)!.Id;
        return await ideas.Handle(
            failed.Idea, CommandId.From(typed.Raw("opdracht")), at => new IdeaEvent.SentByLetter(at, by, failed.Mail!.Kind, reason),
            async cancellation => await store.Get(failed.Work.Smederij, failed.Row, cancellation) is { } row ? [new Write.Delete(row.Row, row.ETag)] : []) switch
        {
            Outcome<Refusal>.Refused refused => Failures.Answer(http, 409, Refusals.Text(refused.Reason)),
            Outcome<Refusal>.Unknown => Gone(http),
            _ => new SeeOther(CaseFile.AddressOf(failed.Idea)),
        };
    }

    private async Task<bool> IsDone(HttpContext http, Typed typed) =>
        await store.Get(http.Request.RouteValues["smederij"] as string ?? "", Keys.Command(CommandId.From(typed.Raw("opdracht")).Key), http.RequestAborted) is not null;

    private async Task<(FailedEffect Failed, PaperLetter Letter)?> Find(HttpContext http) =>
        await FailedEffects.Find(store, http) is { Mail: { } mail } failed && await mails.OnPaper(failed.Idea, mail, http.RequestAborted) is { } letter
            ? (failed, letter)
            : null;

    private static IResult Gone(HttpContext http) => Failures.NotFound(http, "Dit bericht staat niet meer in de lijst. Kijk in het overzicht wat er nog wacht.");

    private static PageOf<PaperMailPage> Page(FailedEffect failed, PaperLetter letter, Typed typed, int status) =>
        new(new PaperMailModel(failed, letter, typed, typed.Raw("opdracht") is { Length: > 0 } command ? command : CommandId.NewToken()), status);
}

/// <summary>The letter, and the form below it that does not come along on paper.</summary>
public sealed record PaperMailModel(FailedEffect Failed, PaperLetter Paper, Typed Typed, string Command);
