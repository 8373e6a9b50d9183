namespace Smederijen.Portal.Staff;

/// <summary>
/// Lets somebody who is signed in show that they still hold their mailbox, where the sign-in does not tell when it was: a link that works
/// once, for ten minutes, and counts for the one page that asked for it.
/// </summary>
public sealed class ProofByMail(OneUseLinks oneUse, OpenedLinks links, FreshSignIn fresh, IMailer mailer, LetterPress press, RequestLimits limits,
    ReplyAddresses replies)
{
    public const string Address = "/medewerkers/bewijs";

    public static string AddressFor(string back) => $"{Address}?terug={Uri.EscapeDataString(back)}";

    public static Task<IResult> Show(HttpContext http) => Task.FromResult<IResult>(http.Staff().Email is null
        ? Failures.Answer(http, 409, "Uw account vertelt niet wanneer u zich aanmeldde, en heeft geen e-mailadres. Vraag de beheerder om bij de aanmelding de claim auth_time aan te zetten.")
        : new PageOf<ProofPage>(new ProofModel(ReturnAddress.Of(http.Request.Query["terug"]))));

    /// <summary>The field is <c>terug</c>.</summary>
    public async Task<IResult> Post(HttpContext http)
    {
        var (member, typed) = (http.Staff(), await Typed.Read(http));
        if (member.Email is not { } email)
            return await Show(http);
        if (await limits.Count(Limit.ProofPerMember, member.Id, http.RequestAborted) is { } tooOften)
            return Failures.TooMany(http, tooOften);
        var link = await oneUse.Make(LinkPurpose.StaffProof, member.Id, FreshSignIn.Lasts, ReturnAddress.Of(typed.Raw("terug")), CancellationToken.None);
        var letter = press.OfTheMunicipality(new Letter(
            "Laat zien dat u het bent",
            [$"U bent bezig met iets wat u niet kunt terugdraaien. Met deze link laat u zien dat u het zelf bent. De link werkt één keer, {FreshSignIn.Lasts.Minutes} minuten lang.",
                "Hebt u dit niet gevraagd? Waarschuw dan de beheerder: iemand anders werkt met uw account."],
            new LetterLink("Ik ben het", link))
        { Greeting = LetterParts.Colleague });
        var id = $"bewijs-{CommandId.NewToken()}";
        await mailer.Send(new OutgoingMail(id, member.Name, email, letter.Subject, LetterPress.Text(letter), await press.Html(letter))
        {
            ReplyTo = replies.General,
        });
        return new SeeOther($"{Address}/verstuurd");
    }

    public static Task<IResult> ShowSent() => Task.FromResult<IResult>(new PageOf<ProofSentPage>());

    public async Task<IResult> ShowLink(HttpContext http) => await Mine(http) is { } opened
        ? new PageOf<ProofLinkPage>(new ProofLinkModel(http.Staff().Name, http.Request.Path))
        : Unusable(http);

    public async Task<IResult> UseLink(HttpContext http) =>
        await Mine(http) is { } opened && await oneUse.Use(opened, link => fresh.Proof(link.Person, link.Back)) is { } used
            ? new SeeOther(used.Back)
            : Unusable(http);

    /// <summary>The link of this page, when it was mailed to the one who is signed in.</summary>
    private async Task<ReadLink?> Mine(HttpContext http)
    {
        var opened = links.Find(http, LinkPurpose.StaffProof);
        return await oneUse.Find(opened, http.RequestAborted) is { } link && link.Person == http.Staff().Id ? opened : null;
    }

    private IResult Unusable(HttpContext http) => LinkPages.UsedUp(
        links.Find(http, LinkPurpose.StaffProof),
        $"Deze link werkt één keer, {FreshSignIn.Lasts.Minutes} minuten lang, en alleen voor wie hem vroeg. Ga terug naar de pagina waar u was en vraag een nieuwe.",
        new("Naar het overzicht", ReturnAddress.Board));
}

/// <param name="Back">Where the link will lead.</param>
public sealed record ProofModel(string Back);

public sealed record ProofLinkModel(string Name, string Here);
