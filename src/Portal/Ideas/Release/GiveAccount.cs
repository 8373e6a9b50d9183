namespace Smederijen.Portal.Ideas.Release;

/// <summary>
/// The submitter tells where the money may go, from the link in the mail, and can put that right until it is paid. The
/// number lies in a row about people and is never shown whole again.
/// </summary>
public sealed class GiveAccount(LinkedIdeas links, IdeaItems ideas, PaymentAccounts accounts, SameAccounts same)
{
    public const string Number = "iban";
    public const string Holder = "tenaamstelling";

    public Task<IResult> Show(HttpContext http) => links.Show(http, LinkPurpose.Account, linked => Page(http, linked, Typed.For(http), 200));

    public Task<IResult> Post(HttpContext http) => links.Post(http, LinkPurpose.Account, async (linked, typed) =>
    {
        if (Check(typed) is not { } account)
            return await Page(http, linked, typed, 400);
        var outcome = await Store(linked.Story.Key, typed.Pressed, account, http.RequestAborted);
        return await links.Answer(http, linked, outcome, (now, problem) => Page(http, now, typed, 409, problem));
    });

    /// <summary>Null, with the errors of the form, when it is not a payment account.</summary>
    public static PaymentAccount? Check(Typed typed)
    {
        if (!Iban.TryParse(NumberIn(typed), out var iban))
            typed.Errors.Add(Number, typed.Plain(Number).Length == 0
                ? "Vul uw rekeningnummer in."
                : "Dit rekeningnummer klopt niet. Kijk op uw bankpas of in de app van uw bank. Het ziet er zo uit: NL91 ABNA 0417 1643 00.");
        var holder = typed.Line(Holder, 100, "Vul in op welke naam de rekening staat.");
        return typed.Errors.Any || iban is null ? null : new PaymentAccount(iban.Value, holder);
    }

    /// <summary>Copied from a bill or a letter, the word comes along.</summary>
    private static string NumberIn(Typed typed)
    {
        var number = Tidy.Compact(typed.Raw(Number));
        return number.StartsWith("IBAN", StringComparison.OrdinalIgnoreCase) ? number["IBAN".Length..].TrimStart(':') : number;
    }

    /// <summary>The first account is given; another one after that is a correction, and the same one again changes nothing.</summary>
    private async Task<Outcome<Refusal>> Store(IdeaKey key, CommandId command, PaymentAccount account, CancellationToken cancellation)
    {
        var known = await accounts.Seal(key, account, cancellation);
        Task<IReadOnlyList<Write>?> Row(CancellationToken _) => Task.FromResult<IReadOnlyList<Write>?>([PaymentAccounts.Write(key, known)]);
        var given = await ideas.Handle(key, command, at => new IdeaEvent.AccountGiven(at, known.Seal), Row, cancellation);
        var outcome = given is Outcome<Refusal>.AlreadySo && (await accounts.Find(key, cancellation))?.Account != account
            ? await ideas.Handle(key, command, at => new IdeaEvent.AccountCorrected(at, known.Seal), Row, cancellation)
            : given;
        // Stopped before this, the form was not answered, and the same press comes again.
        if (outcome is Outcome<Refusal>.Done or Outcome<Refusal>.AlreadySo)
            await same.Note(key, account, cancellation);
        return outcome;
    }

    private async Task<IResult> Page(HttpContext http, LinkedIdea linked, Typed typed, int status, string? problem = null)
    {
        var known = await accounts.Find(linked.Story.Key, http.RequestAborted);
        return new PageOf<AccountPage>(new AccountModel(linked.Story, known?.Account.Iban[^4..], typed, linked.Here, problem), status);
    }
}

/// <summary>What the page about the account shows.</summary>
/// <param name="LastFour">The end of the number that was given; null before that, and when the data of the submitter is erased.</param>
/// <param name="Problem">Why the last press of the button changed nothing.</param>
public sealed record AccountModel(IdeaStory Story, string? LastFour, Typed Typed, string Here, string? Problem);

public static class ReleaseEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<GiveAccount>("ShowAccount", "/betaalgegevens/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<GiveAccount>("GiveAccount", "/betaalgegevens/{verwijzing}", (x, http) => x.Post(http)) with { IsSecret = true },
    ];
}
