namespace Smederijen.Portal.Staff;

/// <summary><c>GET /medewerkers/berichten</c>: what was given up, and trying it again.</summary>
public sealed class FailedEffects(
    IEntityStore store, SettingsBook settings, Deeds deeds, EffectContracts effects, IDriver driver, BoardMarks board, UnreadableRows unreadable)
{
    public const string Address = "/medewerkers/berichten";
    private const int MostPerPartition = 50;

    public async Task<IResult> Show(HttpContext http)
    {
        var found = await Task.WhenAll(settings.WorkPartitions.Select(async partition =>
            (Partition: partition, Page: await store.Query(partition, Keys.AllFailed, MostPerPartition, http.RequestAborted))));
        var read =
            await Task.WhenAll(found.Select(one =>
            unreadable.Read(one.Partition, one.Page.Rows, row => FailedEffect.Of(one.Partition, row, effects)).AsTask()));
        var failed = read.SelectMany(one => one).OrderBy(failed => failed.Pending.Since);
        return new PageOf<FailedEffectsPage>(new FailedEffectsModel(
            [.. await Task.WhenAll(failed.Select(async one => new FailedLine(one, await IsMail(one, http.RequestAborted))))],
            settings.All.ToDictionary(smederij => smederij.Id, smederij => smederij.Name, StringComparer.Ordinal),
            found.Any(one => one.Page.Continuation is not null),
            http.Request.Query["gelukt"] == "opnieuw", http.Staff().MayAct()));
    }

    /// <summary>Whether it can go out on paper: a mail, somebody is there to read it, and what it is about can be read.</summary>
    private async Task<bool> IsMail(FailedEffect failed, CancellationToken cancellation) =>
        await unreadable.Try(failed.Work.Smederij, () =>
            deeds.Letters(failed.Work, failed.Pending.Effect, forPaper: true, cancellation)) is { Count: > 0 };

    /// <summary>Puts the effect back among those to perform, from its first try. Pressing twice makes no difference.</summary>
    public async Task<IResult> TryAgain(HttpContext http)
    {
        if (StaffRoles.RefuseUnlessActing(http) is { } refused)
            return refused;
        if (await Find(store, effects, http) is { } failed)
        {
            var again = failed.Pending with { Attempts = 0, Problem = null, RetryAt = null };
            await store.Commit(
                failed.Work.Smederij,
                [
                    new Write.Delete(failed.Row, failed.ETag),
                    new Write.Insert(Keys.Effect(failed.Work.Item, failed.Number), Rows.Write(again, effects.Pending)),
                ],
                CancellationToken.None);
            await board.TakeOffFailed(failed.Work, failed.Number);
            await driver.Wake(failed.Work, hasEffects: true, due: null);
        }
        return new SeeOther($"{Address}?gelukt=opnieuw");
    }

    /// <summary>The failed effect that the address of this request names; null when it is not there (any more).</summary>
    internal static async Task<FailedEffect?> Find(IEntityStore store, EffectContracts effects, HttpContext http)
    {
        var (smederij, item) = (http.Request.RouteValues["smederij"] as string ?? "", http.Request.RouteValues["item"] as string ?? "");
        return int.TryParse(http.Request.RouteValues["nummer"] as string, System.Globalization.NumberStyles.None, null, out var number)
            && await store.Get(smederij, Keys.Failed(item, number), http.RequestAborted) is { } row
                ? FailedEffect.Of(smederij, row, effects)
                : null;
    }
}

/// <param name="OnPaper">It can go out by letter instead.</param>
public sealed record FailedLine(FailedEffect Failed, bool OnPaper);

/// <param name="More">There are more than this page shows.</param>
/// <param name="TriedAgain">The reader has just asked to try one again.</param>
/// <param name="MayAct">Whether the reader may do something.</param>
public sealed record FailedEffectsModel(IReadOnlyList<FailedLine> Lines, IReadOnlyDictionary<string, string> Smederijen, bool More, bool TriedAgain,
    bool MayAct);
