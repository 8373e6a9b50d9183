namespace Smederijen.Portal.Work;

/// <summary>What cannot be taken back.</summary>
public enum Weighty
{
    /// <summary>Somebody gets money by it.</summary>
    Payment,

    /// <summary>It decides over a vote, or makes codes void that were printed.</summary>
    Vote,

    /// <summary>What is known of somebody is gone for good.</summary>
    Erasure,

    /// <summary>All that is known of somebody is looked up, given out or sent to another mailbox.</summary>
    Person,
}

/// <summary>
/// What cannot be taken back is done only by who showed a moment ago who they are: a computer that was left alone pays nobody. A sign-in
/// counts, and where nobody tells when somebody signed in, a link to their own mailbox does, for the page that it was asked for.
/// </summary>
public sealed class FreshSignIn(IStaffAccess staff, IEntityStore store, WallClock clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>Clocks of two machines differ; a sign-in further in the future than this is none.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    /// <summary>So long somebody may take over a form before the sign-in is too old for it.</summary>
    private static readonly TimeSpan TimeToFill = TimeSpan.FromMinutes(5);

    private static readonly RowRange AllProofs = RowRange.Prefix("bewijs|");

    /// <summary>Null when nothing has to be shown anew; otherwise the answer that says why, and leads to where it is done and back.</summary>
    /// <param name="what">Null where somebody can take it back.</param>
    /// <param name="page">The page of ours that this is about.</param>
    public async Task<IResult?> Refuse(HttpContext http, Weighty? what, string page)
    {
        var member = http.Staff();
        if (what is not { } weighty || await IsShown(http, page, Lasts))
            return null;
        var why = member.SignedInAt is null
            ? $"{About(weighty)} Daarom willen wij eerst weten of u het echt bent. Daarna komt u terug op deze pagina."
            : $"{About(weighty)} Daarom moet u zich in de laatste {Lasts.Minutes} minuten hebben aangemeld. Meld u opnieuw aan. Daarna komt u terug op deze pagina.";
        return new PageOf<FailurePage>(
            new Failure("Laat eerst zien dat u het bent", why, new("Ga verder", AddressFor(member, page)) { IsNextStep = true }),
            StatusCodes.Status401Unauthorized);
    }

    /// <summary>
    /// For a page with a form that will ask for it: where to show it before anything is typed, for what was typed is lost on the way. Null
    /// when there is time enough.
    /// </summary>
    public async Task<SignInNeeded?> Before(HttpContext http, string page, StaffWork work = StaffWork.Ideas) =>
        http.MayHere(work) && !await IsShown(http, page, Lasts - TimeToFill)
            ? new SignInNeeded(AddressFor(http.Staff(), page), IsOver: !await IsShown(http, page, Lasts)) : null;

    /// <summary>The row that says that somebody opened a link in their own mailbox for a page.</summary>
    public Write Proof(string person, string page) =>
        new Write.Put(RowOf(person, page), Rows.Write(new ShownAt(clock.Now), WorkJson.Default.ShownAt));

    public Task ForgetEnded(CancellationToken cancellation = default) =>
        store.DeleteAll(Partitions.Access, AllProofs, row => !IsRecent(row.TryRead(WorkJson.Default.ShownAt)?.At, Lasts), cancellation);

    private string AddressFor(StaffMember member, string page) => staff.SignInAgainAddress(member, ReturnAddress.Of(page));

    private static string About(Weighty what) => what switch
    {
        Weighty.Payment => "Het gaat hier om geld.",
        Weighty.Vote => "Het gaat hier om een stemming over geld.",
        Weighty.Erasure => "U gaat gegevens voorgoed wissen.",
        Weighty.Person => "U ziet hier alles wat wij van iemand weten.",
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "Whatever cannot be taken back needs words."),
    };

    private async Task<bool> IsShown(HttpContext http, string page, TimeSpan within) =>
        IsRecent(http.Staff().SignedInAt, within) || IsRecent(await ProvenAt(http.Staff(), page, http.RequestAborted), within);

    private async Task<DateTimeOffset?> ProvenAt(StaffMember member, string page, CancellationToken cancellation) =>
        (await store.Get(Partitions.Access, RowOf(member.Id, page), cancellation))?.TryRead(WorkJson.Default.ShownAt)?.At;

    private bool IsRecent(DateTimeOffset? at, TimeSpan within) => at is { } then && clock.Now - then <= within && then - clock.Now <= Skew;

    private static string RowOf(string person, string page) =>
        $"bewijs|{Digest.Hex($"{person}\n{page}")}";
}

/// <summary>That somebody opened a link in their own mailbox, for one page. Storage contract.</summary>
public sealed record ShownAt(DateTimeOffset At);
