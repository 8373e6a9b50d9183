namespace Smederijen.Portal.Initiative;

/// <summary>
/// Anyone may join the initiatiefgroep of a Smederij; the link in the mail confirms it. Everybody gets the same answer, so
/// that nobody learns who is a member.
/// </summary>
public sealed class JoinGroup(SettingsBook settings, IEntityStore store, IDriver driver, EffectContracts effects,
    Pseudonyms pseudonyms, RequestLimits limits, TimeProvider clock)
{
    /// <summary>In the address right after somebody left the group.</summary>
    internal const string Left = "gestopt";

    internal const string NoSuchSmederij = "Deze Smederij bestaat niet. Kies een Smederij uit de lijst.";

    /// <summary>Who does not confirm within this time is forgotten.</summary>
    internal const int DaysToConfirm = 7;

    public Task<IResult> Show(HttpContext http) => Task.FromResult(
        Find(http) is { } smederij ? Page(new JoinModel(smederij, Typed.Empty, Sent: Says(http, "verstuurd"), HasLeft: Says(http, Left)), 200)
            : Failures.NotFound(http, NoSuchSmederij));

    public async Task<IResult> Post(HttpContext http)
    {
        if (Find(http) is not { } smederij)
            return Failures.NotFound(http, NoSuchSmederij);
        var typed = await Typed.Read(http);
        var thanks = new SeeOther($"{PathOf(smederij.Id)}?verstuurd=ja");
        if (typed.Raw(Forms.Trap.FieldName).Length > 0)
            return thanks;
        var person = new Person(typed.Line("naam", 100, "Vul uw naam in."), typed.Email("email"), "");
        if (typed.Errors.Any)
            return Page(new JoinModel(smederij, typed), 400);
        var wait = await limits.Count(Limit.SubmitPerAddress, RequestLimits.AddressOf(http), http.RequestAborted)
            ?? await limits.Count(Limit.SubmitPerMailbox, person.Email, http.RequestAborted);
        if (wait is { } tooOften)
            return Failures.TooMany(http, tooOften);
        // What came of it is no idea: the same id in the idea form must not find it.
        await Keep(smederij.Id, person, CommandId.From($"groep {typed.Command}"));
        return thanks;
    }

    public static string PathOf(string smederij) => $"/smederijen/{smederij}/initiatiefgroep";

    /// <summary>Person, mail and forgetting in one commit. Who is there already gets the mail again and no second row.</summary>
    public async Task Keep(string smederij, Person person, CommandId command)
    {
        var now = clock.GetUtcNow();
        var member = await pseudonyms.KeyOf($"groep|{smederij}", person.Email);
        var item = GroupWork.ItemOf(ItemId.New(now));
        var known = await store.Get(smederij, GroupKeys.Member(member)) is not null;
        var forget = Terms.DaysAfter(now, DaysToConfirm);
        var result = await store.Commit(smederij,
        [
            .. known ? (Write[])[] : [new Write.Insert(GroupKeys.Member(member), Rows.Write(person, WorkJson.Default.Person))],
            .. CommitRows.Effects(effects, new WorkKey(smederij, item), 1,
                [new(new GroupEffect.ConfirmMembership(member), now), new(new GroupEffect.ForgetUnconfirmed(member), forget, RetryAt: forget)]),
            CommitRows.Command(command, now, member),
        ]);
        if (result is not CommitResult.Conflict)
            await driver.Wake(new WorkKey(smederij, item), hasEffects: true, due: null);
    }

    private SmederijSettings? Find(HttpContext http) => settings.Current(http.Request.RouteValues["smederij"] as string ?? "");

    private static bool Says(HttpContext http, string field) => http.Request.Query[field] == "ja";

    private static PageOf<JoinPage> Page(JoinModel model, int status) => new(model, status);
}

/// <summary>What the page of the initiatiefgroep shows; <paramref name="Sent"/> right after joining, <paramref name="HasLeft"/> right after leaving.</summary>
public sealed record JoinModel(SmederijSettings Smederij, Typed Typed, bool Sent = false, bool HasLeft = false);
