namespace Smederijen.Portal.Initiative;

/// <summary>
/// Anyone may join the initiatiefgroep of a Smederij; the link in the mail confirms it. Everybody gets the same answer, so
/// that nobody learns who is a member.
/// </summary>
public sealed class JoinGroup(SettingsBook settings, IEntityStore store, IDriver driver, EffectContracts effects,
    Pseudonyms pseudonyms, SentMails sent, RequestLimits limits, TimeProvider clock)
{
    internal const string NoSuchSmederij = "Deze Smederij bestaat niet. Kies een Smederij uit de lijst.";

    /// <summary>Who does not confirm within this time is forgotten.</summary>
    internal const int DaysToConfirm = 7;

    /// <summary>Of a closed Smederij, its page says where people are welcome.</summary>
    public Task<IResult> Show(HttpContext http) => Task.FromResult(
        Find(http) is not { } smederij ? Failures.NotFound(http, NoSuchSmederij)
        : smederij.Closed ? new SeeOther($"/smederijen/{smederij.Id}") : Page(smederij, Typed.For(http), 200));

    public async Task<IResult> Post(HttpContext http)
    {
        if (Find(http) is not { } smederij)
            return Failures.NotFound(http, NoSuchSmederij);
        var typed = await Typed.Read(http);
        typed.CheckTrap();
        var person = new Person(typed.Line("naam", 100, "Vul uw naam in."), typed.Email("email"), "");
        if (smederij.Closed)
            typed.Errors.Add("", ClosedTexts.NoMembers(smederij, settings.After(smederij)));
        if (typed.Errors.Any)
            return Page(smederij, typed, 400);
        if (await limits.CountSubmitting(store, http, smederij.Id, person.Email, typed.Pressed) is { } wait)
            return Failures.TooMany(http, wait);
        await Keep(smederij.Id, person, typed.Pressed);
        var mail = new SentMail(LinkPurpose.Group, smederij.Id, "", smederij.Name, person.Name, person.Email, "");
        return new SeeOther(await sent.Note(typed.Pressed, mail, CancellationToken.None));
    }

    /// <summary>Lets the mail go out again, perhaps to a better address.</summary>
    public async Task<SentAgain> Again(HttpContext http, SentMail mail, string email, CommandId command)
    {
        if (await limits.CountSubmitting(store, http, mail.Smederij, email, command) is { } wait)
            return new SentAgain(wait);
        await Keep(mail.Smederij, new Person(mail.Name, email, ""), command, mail.Typed);
        return new SentAgain();
    }

    public static string PathOf(string smederij) => $"/smederijen/{smederij}/initiatiefgroep";

    /// <summary>Person, mail and forgetting in one commit. Who is there already gets the mail again and no second row.</summary>
    /// <param name="former">
    /// The addresses that were typed before, and were wrong: their rows go, and with them what their links can do. When one of them has
    /// confirmed, nothing happens.
    /// </param>
    public async Task Keep(string smederij, Person person, CommandId command, params IReadOnlyList<string> former)
    {
        var member = await KeyOf(smederij, person.Email);
        var known = await store.Get(smederij, GroupKeys.Member(member));
        var gone = await FormerAddresses.Without(person, GroupKeys.Member(member), former, async address =>
            await store.Get(smederij, GroupKeys.Member(await KeyOf(smederij, address))) is { } found
                ? (found, found.Read(WorkJson.Default.Person)) : null);
        if (gone is null)
            await store.KeepAnswered(smederij, command, clock.GetUtcNow(), member);
        else
            await Ask(smederij, member, command, forget => [.. Kept(known, GroupKeys.Member(member), person, forget), .. gone]);
    }

    /// <summary>A member leaves: at once for everybody, and for good a day later.</summary>
    /// <param name="row">As it was just read.</param>
    public async Task Leave(string smederij, Entity row, Person member, CommandId command)
    {
        var now = clock.GetUtcNow();
        var until = now + Leaving.TimeToTakeBack;
        var left = member with { Confirmed = false, KeptUntil = until };
        var key = GroupKeys.MemberOf(row.Row);
        await Commit(
            smederij, key, command, now, [new Write.Replace(row.Row, Rows.Write(left, WorkJson.Default.Person), row.ETag)],
            new PendingEffect(new GroupEffect.ForgetUnconfirmed(key), now, RetryAt: until));
    }

    /// <summary>
    /// Another mailbox for a member whose address was put right, in one commit: the link that went to the first one finds nobody any more,
    /// and a new one goes out.
    /// </summary>
    /// <param name="row">As it was just read.</param>
    /// <param name="also">What belongs to the same commit.</param>
    /// <returns>Whether it is so now; otherwise something changed meanwhile.</returns>
    public async Task<bool> Move(string smederij, Entity row, Person corrected, CommandId command, IReadOnlyList<Write> also)
    {
        var member = await KeyOf(smederij, corrected.Email);
        IEnumerable<Write> rows =
        [
            new Write.Delete(row.Row, row.ETag),
            new Write.Insert(GroupKeys.Member(member), Rows.Write(corrected, WorkJson.Default.Person)), .. also,
        ];
        var now = clock.GetUtcNow();
        var told = new PendingEffect(new GroupEffect.AddressCorrected(member), now);
        return corrected.Confirmed ? await Commit(smederij, member, command, now, rows, told)
            : await Ask(smederij, member, command, _ => rows, told);
    }

    /// <summary>A mail to confirm goes out, and who does not is forgotten.</summary>
    /// <param name="rows">By when they are forgotten.</param>
    /// <param name="first">What goes out before that mail.</param>
    private Task<bool> Ask(
        string smederij, string member, CommandId command, Func<DateTimeOffset, IEnumerable<Write>> rows, params IReadOnlyList<PendingEffect> first)
    {
        var now = clock.GetUtcNow();
        var forget = Terms.DaysAfter(now, DaysToConfirm);
        return Commit(
            smederij, member, command, now, rows(forget),
            [
                .. first, new(new GroupEffect.ConfirmMembership(member), now),
                new(new GroupEffect.ForgetUnconfirmed(member), forget, RetryAt: forget),
            ]);
    }

    /// <returns>Whether it is so now.</returns>
    private async Task<bool> Commit(
        string smederij, string member, CommandId command, DateTimeOffset now, IEnumerable<Write> rows, params PendingEffect[] follow)
    {
        var key = new WorkKey(smederij, GroupWork.ItemOf(ItemId.New(now)));
        var result = await store.Commit(
            smederij, [.. rows, .. CommitRows.Effects(effects, key, 1, follow), CommitRows.Command(command, now, member)]);
        if (result is CommitResult.Conflict)
            return false;
        await driver.Wake(key, hasEffects: true, due: null);
        return true;
    }

    /// <summary>Whether somebody takes part, or was asked to, under a mail address.</summary>
    public async Task<bool> Knows(string smederij, string email) =>
        await store.Get(smederij, GroupKeys.Member(await KeyOf(smederij, email))) is not null;

    /// <summary>Who left and joins again within the day begins anew: what was to forget them a day after leaving may not.</summary>
    private static IEnumerable<Write> Kept(Entity? known, string row, Person person, DateTimeOffset forget) => known switch
    {
        null => [new Write.Insert(row, Rows.Write(person, WorkJson.Default.Person))],
        _ when known.Read(WorkJson.Default.Person).KeptUntil is null => [],
        _ => [new Write.Replace(row, Rows.Write(person with { KeptUntil = forget }, WorkJson.Default.Person), known.ETag)],
    };

    private ValueTask<string> KeyOf(string smederij, string email) => pseudonyms.Known(smederij, GroupKeys.Member, $"groep|{smederij}", email);

    private SmederijSettings? Find(HttpContext http) => settings.Current(http.Request.RouteValues["smederij"] as string ?? "");

    private PageOf<JoinPage> Page(SmederijSettings smederij, Typed typed, int status) =>
        new(new JoinModel(smederij, typed, settings.After(smederij)), status);
}

/// <summary>What the page of the initiatiefgroep shows.</summary>
/// <param name="After">What took the place of the Smederij, when it is closed.</param>
public sealed record JoinModel(SmederijSettings Smederij, Typed Typed, IReadOnlyList<SmederijSettings> After);
