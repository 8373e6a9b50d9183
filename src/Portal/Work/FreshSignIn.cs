namespace Smederijen.Portal.Work;

/// <summary>
/// Money moves only by who showed a moment ago who they are: a computer that was left alone pays nobody. A sign-in counts, and where
/// nobody tells when somebody signed in, a link to their own mailbox does, for the page that it was asked for.
/// </summary>
public sealed class FreshSignIn(IStaffAccess staff, IEntityStore store, WallClock clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>Clocks of two machines differ; a sign-in further in the future than this is none.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private static readonly RowRange AllProofs = RowRange.Prefix("bewijs|");

    /// <summary>Null when nothing has to be shown anew; otherwise the answer that says why, and leads to where it is done and back.</summary>
    /// <param name="isMoney">Whether somebody gets money by this.</param>
    /// <param name="page">The page of ours that this is about.</param>
    public async Task<IResult?> Refuse(HttpContext http, bool isMoney, string page)
    {
        var member = http.Staff();
        if (!isMoney || IsRecent(member.SignedInAt) || IsRecent(await ProvenAt(member, page, http.RequestAborted)))
            return null;
        var why = member.SignedInAt is null
            ? "Het gaat hier om geld. Daarom willen wij eerst weten of u het echt bent. Daarna komt u terug op deze pagina."
            : $"Het gaat hier om geld. Daarom moet u zich in de laatste {Lasts.Minutes} minuten hebben aangemeld. Meld u opnieuw aan. Daarna komt u terug op deze pagina.";
        return new PageOf<FailurePage>(
            new Failure("Laat eerst zien dat u het bent", why, new("Ga verder", staff.SignInAgainAddress(member, ReturnAddress.Of(page)))),
            StatusCodes.Status401Unauthorized);
    }

    /// <summary>The row that says that somebody opened a link in their own mailbox for a page.</summary>
    public Write Proof(string person, string page) => new Write.Put(RowOf(person, page), clock.Now.ToString("O", CultureInfo.InvariantCulture));

    public Task ForgetEnded(CancellationToken cancellation = default) =>
        store.DeleteAll(Partitions.Access, AllProofs, row => !IsRecent(Read(row)), cancellation);

    private async Task<DateTimeOffset?> ProvenAt(StaffMember member, string page, CancellationToken cancellation) =>
        await store.Get(Partitions.Access, RowOf(member.Id, page), cancellation) is { } row ? Read(row) : null;

    /// <summary>Null when the row cannot be read: then nothing was shown.</summary>
    private static DateTimeOffset? Read(Entity row) =>
        DateTimeOffset.TryParseExact(row.Data, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    private bool IsRecent(DateTimeOffset? at) => at is { } then && clock.Now - then <= Lasts && then - clock.Now <= Skew;

    private static string RowOf(string person, string page) =>
        $"bewijs|{Digest.Hex($"{person}\n{page}")}";
}
