namespace Smederijen.Portal.Staff;

/// <summary>
/// Sends on paper what could not be mailed, whatever it is about: the letter to print, and a form to say that it went out. Where
/// the item has a log, that is written in it in the same commit that takes the mail off the list.
/// </summary>
public sealed class PaperMail(IEntityStore store, WorkList work, Deeds deeds, EffectContracts effects, BoardMarks board, Looks looks)
{
    public async Task<IResult> Show(HttpContext http) => await Find(http) is var (failed, _, letters)
        ? await Page(http, failed, letters, Typed.For(http), 200)
        : Gone(http);

    public async Task<IResult> Post(HttpContext http)
    {
        var typed = await Typed.Read(http);
        if (await Find(http) is not var (failed, kind, letters))
            return await IsDone(http, typed) ? new SeeOther(FailedEffects.Address) : Gone(http);
        var reason = kind.LogsPaper ? StaffActionForms.ReasonOf(typed) : "";
        if (typed.Errors.Any)
            return await Page(http, failed, letters, typed, 400);
        var post = new PaperPost(
            typed.Pressed, failed.Pending.Effect, http.Staff().Id, reason,
            async cancellation =>
                await store.Get(failed.Work.Smederij, failed.Row, cancellation) is { } row ? [new Write.Delete(row.Row, row.ETag)] : null);
        var sent = await (kind.LogsPaper ? kind.SentOnPaper(failed.Work, post, CancellationToken.None) : TakeOff(failed, post));
        await board.TakeOffFailed(failed.Work, failed.Number);
        return sent
            ? new SeeOther(FailedTexts.About(failed.Work)?.Address ?? FailedEffects.Address)
            : Gone(http);
    }

    /// <summary>What keeps no history has only the list; a conflict says that somebody else was first.</summary>
    private async Task<bool> TakeOff(FailedEffect failed, PaperPost post)
    {
        if (await post.Also(CancellationToken.None) is { } rows)
            await store.Commit(failed.Work.Smederij, rows);
        return true;
    }

    private async Task<bool> IsDone(HttpContext http, Typed typed) =>
        await store.Earlier(http.Request.RouteValues["smederij"] as string ?? "", typed.Pressed, http.RequestAborted) is not null;

    private async Task<(FailedEffect Failed, IWorkKind Kind, IReadOnlyList<AddressedLetter> Letters)?> Find(HttpContext http) =>
        await FailedEffects.Find(store, effects, http) is { } failed && work.Find(failed.Work) is { } kind
        && await deeds.Letters(failed.Work, failed.Pending.Effect, forPaper: true, http.RequestAborted) is { } all
            && all.Where(failed.Pending.IsFor).ToArray() is { Length: > 0 } letters
            ? (failed, kind, letters)
            : null;

    private static IResult Gone(HttpContext http) => Failures.NotFound(http,
        "Dit bericht staat niet meer in de lijst. Kijk in het overzicht wat er nog wacht.");

    private async Task<IResult> Page(HttpContext http, FailedEffect failed, IReadOnlyList<AddressedLetter> letters, Typed typed, int status)
    {
        await looks.Note(http, LookKind.Letter, failed.Work.Smederij, failed.Work.Item);
        return new PageOf<PaperMailPage>(
            new PaperMailModel(failed, letters, work.Find(failed.Work)?.LogsPaper == true, typed, typed.Command, http.MayHere()), status);
    }
}

/// <summary>The letters, and the form below them that does not come along on paper.</summary>
/// <param name="KeepsHistory">The reason will stand in the history.</param>
/// <param name="MayAct">Whether the reader may do something.</param>
public sealed record PaperMailModel(FailedEffect Failed, IReadOnlyList<AddressedLetter> Letters, bool KeepsHistory, Typed Typed, string Command,
    Leave MayAct);
