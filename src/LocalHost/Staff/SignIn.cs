using Smederijen.Portal.Links;

namespace Smederijen.LocalHost.Staff;

/// <summary>
/// Signs staff in with a link from <see cref="SignInMail"/>, or from the terminal of a demo: looking changes nothing, the button signs in,
/// once.
/// </summary>
public sealed partial class SignIn(
    StaffFile staff, LocalStaff access, Sessions sessions, OneUseLinks oneUse, OpenedLinks links, ILogger<SignIn> log)
{
    public static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(15);

    /// <summary>A fresh link for everybody in the file; who has it can sign in as that person.</summary>
    public async Task<IReadOnlyList<(StaffMember Member, Uri Link)>> Links()
    {
        var made = new List<(StaffMember, Uri)>();
        foreach (var member in staff.Members)
            made.Add((member, await LinkFor(member, ReturnAddress.Board)));
        return made;
    }

    /// <param name="back">The page of ours that the button leads to.</param>
    public Task<Uri> LinkFor(StaffMember member, string back, CancellationToken cancellation = default) =>
        oneUse.Make(LinkPurpose.SignIn, member.Id, LinkLife, back, cancellation);

    public Task<bool> HasEnoughLinks(StaffMember member, CancellationToken cancellation) => oneUse.AreEnough(member.Id, cancellation);

    public async Task<IResult> Show(HttpContext http) =>
        await oneUse.Find(links.Find(http, LinkPurpose.SignIn), http.RequestAborted) is { } link && staff.Find(link.Person) is { } member
            ? new PageOf<SignInPage>(new SignInModel(member.Name, http.Request.Path))
            : Unusable(links.Find(http, LinkPurpose.SignIn));

    /// <summary>The link is used up in the commit that makes the session, so of two who press it at once one is signed in.</summary>
    public async Task<IResult> Post(HttpContext http)
    {
        var opened = links.Find(http, LinkPurpose.SignIn);
        if (await oneUse.Find(opened, http.RequestAborted) is not { } link || staff.Find(link.Person) is not { } member)
            return Refuse(opened);
        var (secret, row) = sessions.Begin(member);
        if (await oneUse.Use(opened, _ => row) is not { } used)
            return Refuse(opened);
        await access.Admit(http, secret);
        Log.SignedIn(log);
        return new SeeOther(used.Back);
    }

    public static Task<IResult> ShowSignOut(HttpContext http) => Task.FromResult<IResult>(new PageOf<SignOutPage>(http.Staff()));

    /// <summary>The field <c>overal</c> is <c>ja</c> to sign out in every browser.</summary>
    public async Task<IResult> SignOut(HttpContext http)
    {
        var everywhere = http.Request.HasFormContentType && (await Typed.Read(http)).Raw("overal") == "ja";
        if (everywhere && await access.Identify(http) is { } member)
            await sessions.EndAllOf(member.Id);
        await access.Leave(http);
        // Only what is kept of pages: cookies and storage would go for every site of the municipality, and for forms of residents too.
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        Log.SignedOut(log);
        return new SeeOther("/");
    }

    private IResult Refuse(ReadLink opened)
    {
        Log.Refused(log);
        return Unusable(opened);
    }

    private static IResult Unusable(ReadLink opened) => LinkPages.UsedUp(
        opened,
        $"Een link om aan te melden werkt één keer, {LinkLife.Minutes} minuten lang. Gebruikt u één link, dan werken uw andere links ook niet meer. Vraag een nieuwe link.",
        new("Vraag een nieuwe link", SignInMail.Address));

    /// <summary>Without names, which do not belong in a log: who looked and who acted stands in the store.</summary>
    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A member of staff signed in")]
        public static partial void SignedIn(ILogger logger);

        [LoggerMessage(Level = LogLevel.Information, Message = "A member of staff signed out")]
        public static partial void SignedOut(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in was refused: the link was used before, too old or not ours")]
        public static partial void Refused(ILogger logger);
    }
}

/// <summary>Who is about to sign in, and where the button goes.</summary>
public sealed record SignInModel(string Name, string Here);
