namespace Smederijen.Portal.Staff;

/// <summary><c>GET /medewerkers/berichten</c>: what was given up, and trying it again.</summary>
public sealed class FailedEffects(
    IEntityStore store, SettingsBook settings, Deeds deeds, EffectContracts effects, IDriver driver, BoardMarks board, UnreadableRows unreadable,
    FreshSignIn fresh, PersonDesk people)
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
            [.. await Task.WhenAll(failed.Select(async one => new FailedLine(one, await one.Readers(deeds, unreadable, http.RequestAborted))))],
            settings.All.ToDictionary(smederij => smederij.Id, smederij => smederij.Name, StringComparer.Ordinal),
            found.Any(one => one.Page.Continuation is not null),
            http.Request.Query["gelukt"] == "opnieuw", smederij => http.May(StaffWork.Ideas, smederij), http.Staff().May(StaffWork.Ideas, null)));
    }

    /// <summary>
    /// The page of the one whom a mail did not reach, where the address is put right. The address comes from the mail itself, so it stands in no
    /// address and on no list.
    /// </summary>
    public async Task<IResult> ShowPerson(HttpContext http)
    {
        if (await fresh.Refuse(http, Weighty.Person, Address) is { } refusal)
            return refusal;
        var reader = (await Typed.Read(http)).Raw("lezer");
        return await Find(store, effects, http) is { } failed && FailedTexts.IsToAPerson(failed.Pending.Effect)
            && (await failed.Readers(deeds, unreadable, http.RequestAborted))
                .FirstOrDefault(letter => FailedLine.KeyOf(letter) == reader) is { } letter
            ? await people.ShowFor(http, letter.Email)
            : Failures.NotFound(http, "Dit bericht staat niet meer in de lijst, of er is niemand meer om het aan te sturen. Kijk in het overzicht wat er nog wacht.");
    }

    /// <summary>Puts the effect back among those to perform, from its first try. Pressing twice makes no difference.</summary>
    public async Task<IResult> TryAgain(HttpContext http)
    {
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

/// <param name="Readers">Who still has to get it; it can go out by letter instead. Nobody when it is no mail.</param>
public sealed record FailedLine(FailedEffect Failed, IReadOnlyList<AddressedLetter> Readers)
{
    /// <summary>By what each reader is told apart whose address staff can put right; without a name or an address.</summary>
    public IReadOnlyList<string> Correctable => FailedTexts.IsToAPerson(Failed.Pending.Effect) ? [.. Readers.Select(KeyOf)] : [];

    internal static string KeyOf(AddressedLetter letter) => Digest.Hex(letter.Copy, 6);
}

/// <param name="More">There are more than this page shows.</param>
/// <param name="TriedAgain">The reader has just asked to try one again.</param>
/// <param name="MayAct">Whether the reader may do something in a Smederij.</param>
/// <param name="MayFindPeople">Whether the reader may see all of one person, wherever that is.</param>
public sealed record FailedEffectsModel(IReadOnlyList<FailedLine> Lines, IReadOnlyDictionary<string, string> Smederijen, bool More, bool TriedAgain,
    Func<string, Leave> MayAct, bool MayFindPeople);
