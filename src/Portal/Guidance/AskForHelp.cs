namespace Smederijen.Portal.Guidance;

/// <summary>"Help me to write this down": a request to be called, instead of an idea.</summary>
public sealed class AskForHelp(
    SettingsBook settings, IEntityStore store, IDriver driver, EffectContracts effects, RequestLimits limits, TimeProvider clock)
{
    private const string NoSuchSmederij = "Deze Smederij bestaat niet. Kies een Smederij uit de lijst.";

    public Task<IResult> Show(HttpContext http) => Task.FromResult(
        Find(http) is { } smederij ? Page(smederij, Typed.For(http), 200) : Failures.NotFound(http, NoSuchSmederij));

    public Task<IResult> ShowThanks(HttpContext http) => Task.FromResult(
        Find(http) is { } smederij ? new PageOf<HelpThanksPage>(smederij) : Failures.NotFound(http, NoSuchSmederij));

    public async Task<IResult> Post(HttpContext http)
    {
        if (Find(http) is not { } smederij)
            return Failures.NotFound(http, NoSuchSmederij);
        var typed = await Typed.Read(http);
        var thanks = new SeeOther($"/smederijen/{smederij.Id}/hulp/verstuurd");
        typed.CheckTrap();
        var now = clock.GetUtcNow();
        var request = HelpForm.Check(typed, ItemId.New(now), now);
        if (typed.Errors.Any)
            return Page(smederij, typed, 400);
        (Limit, string)[] counted = [(Limit.SubmitPerAddress, RequestLimits.AddressOf(http))];
        if (await limits.CountOnce(store, smederij.Id, typed.Pressed, counted, http.RequestAborted) is { } wait)
            return Failures.TooMany(http, wait);
        await Keep(smederij.Id, request, typed.Pressed);
        return thanks;
    }

    /// <summary>The request and the mail about it, in one commit. A conflict says that the same press of the button came before.</summary>
    public async Task Keep(string smederij, HelpRequest request, CommandId command)
    {
        var item = HelpRequest.ItemOf(request.Id);
        var key = new WorkKey(smederij, item);
        var result = await store.Commit(smederij,
        [
            new Write.Insert(HelpKeys.Request(request.Id), Rows.Write(request, HelpJson.Default.HelpRequest)),
            CommitRows.Command(command, request.At, request.Id),
            .. CommitRows.Effects(effects, key, request.Reminders + 1, [new PendingEffect(new HelpEffect.Wanted(), request.At)]),
            .. CommitRows.Due(null, request.RemindAt, item),
        ]);
        if (result is not CommitResult.Conflict)
            await driver.Wake(key, hasEffects: true, request.RemindAt);
    }

    private SmederijSettings? Find(HttpContext http) => settings.Current(http.Request.RouteValues["smederij"] as string ?? "");

    private static PageOf<HelpFormPage> Page(SmederijSettings smederij, Typed typed, int status) => new(new HelpFormModel(smederij, typed), status);
}

/// <summary>What the form shows: whatever was typed already.</summary>
public sealed record HelpFormModel(SmederijSettings Smederij, Typed Typed);
