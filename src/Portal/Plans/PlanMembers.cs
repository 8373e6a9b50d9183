using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Plans;

/// <summary>The people of a working group and of its plan: asking them in, and forgetting them.</summary>
public sealed class PlanMembers(IEntityStore store, Pseudonyms pseudonyms, SharedMailboxes mailboxes, PlanErasure erasure, UnreadableRows unreadable)
{
    /// <summary>As what somebody can take part, in the order of the form.</summary>
    public static IReadOnlyList<MemberRole> Roles { get; } = Enum.GetValues<MemberRole>();

    /// <summary>Reads name, address and role. What is wrong is added to the errors of <paramref name="typed"/>.</summary>
    public static PlanMember Check(Typed typed)
    {
        var name = typed.Line("naam", 100, "Vul een naam in.");
        var email = typed.Email("email");
        if (!Enum.TryParse<MemberRole>(typed.Raw("rol"), out var role) || !Roles.Contains(role))
            typed.Errors.Add("rol", "Kies een van deze mogelijkheden.");
        return new PlanMember(name, email, role, ShowName: typed.Raw("naam-tonen") == "ja");
    }

    /// <summary>A member asks somebody else in; whether the name is shown is for that person to say.</summary>
    internal async Task<PlanRequest> Invite(PlanForm form, CancellationToken cancellation)
    {
        var member = Check(form.Typed) with { ShowName = false };
        return form.Errors.Any ? PlanRequest.Of(at => new PlanEvent.MemberInvited(at, "")) : await Asking(form.Dossier.Key, member, cancellation);
    }

    /// <summary>
    /// Who is asked, or asks, gets a mail; the same mailbox again gets its mail again and no second row. A member keeps the row
    /// there is.
    /// </summary>
    /// <param name="former">
    /// The addresses that were typed before, and were wrong: their rows go, and with them what their links can do. When one of them has
    /// confirmed, nothing happens.
    /// </param>
    public async Task<PlanRequest> Asking(
        PlanKey plan, PlanMember member, CancellationToken cancellation, params IReadOnlyList<string> former)
    {
        var key = await KeyOf(plan, member.Email, cancellation);
        var row = PlanKeys.Member(plan.Id, key);
        var data = Rows.Write(member, PlanRows.Default.PlanMember);
        return PlanRequest.Of(at => new PlanEvent.MemberInvited(at, key)) with
        {
            Also = async token => await WithoutFormer(plan, member, row, former, token) is not { } gone ? null
                : await store.Get(plan.Smederij, row, token) switch
                {
                    null => [new Write.Insert(row, data), .. gone],
                    var known when known.Read(PlanRows.Default.PlanMember).Confirmed => gone,
                    var known when known.Read(PlanRows.Default.PlanMember).KeptUntil is { } until => [Again(known, member, until), .. gone],
                    var known => [new Write.Replace(row, data, known.ETag), .. gone],
                },
        };
    }

    /// <summary>The mail to somebody who wants to take part.</summary>
    /// <param name="isOwn">They handed the plan in.</param>
    public static SentMail Sent(PlanKey plan, string smederij, PlanMember member, bool isOwn = false) => new(
        LinkPurpose.PlanGroup, plan.Smederij, plan.Id, smederij, member.Name, member.Email, "", Role: member.Role.ToString(),
        ShowsName: member.ShowName, IsOwn: isOwn);

    /// <summary>Whom such a mail was for, at an address that may be better.</summary>
    public static PlanMember Of(SentMail mail, string email) =>
        new(mail.Name, email, Enum.Parse<MemberRole>(mail.Role ?? nameof(MemberRole.Resident)), ShowName: mail.ShowsName);

    private Task<IReadOnlyList<Write>?> WithoutFormer(
        PlanKey plan, PlanMember member, string kept, IEnumerable<string> former, CancellationToken cancellation) => FormerAddresses.Without(
            PersonOf(member), kept, former,
            async address => await store.Get(plan.Smederij, PlanKeys.Member(plan.Id, await KeyOf(plan, address, cancellation)), cancellation)
                is { } found ? (found, PersonOf(found.Read(PlanRows.Default.PlanMember))) : null,
            row => erasure.MovedFrom(plan, row, cancellation));

    private static Person PersonOf(PlanMember member) => new(member.Name, member.Email, "", member.Confirmed);

    /// <summary>
    /// Who left and is asked in again within the day: what was to forget them a day after leaving comes too early now, and what forgets who
    /// does not confirm comes later than this.
    /// </summary>
    private static Write.Replace Again(Entity known, PlanMember member, DateTimeOffset until) => new(
        known.Row, Rows.Write(member with { KeptUntil = until + Leaving.TimeToTakeBack }, PlanRows.Default.PlanMember), known.ETag);

    /// <summary>Whether an idea was handed in by a confirmed member, under the same mail address.</summary>
    public async Task<bool> Submitted(PlanKey plan, IdeaKey idea, CancellationToken cancellation) =>
        await store.Get(idea.Smederij, IdeaKeys.Submitter(idea.Id), cancellation) is { } submitter
        && await IsMember(plan, submitter.Read(WorkJson.Default.Person).Email, cancellation);

    public async Task<bool> IsMember(PlanKey plan, string email, CancellationToken cancellation) =>
        await FindMember(plan, email, cancellation) is not null;

    /// <summary>The confirmed member with this mailbox; null when there is none.</summary>
    public async Task<PlanMember?> FindMember(PlanKey plan, string email, CancellationToken cancellation) =>
        await store.Get(plan.Smederij, PlanKeys.Member(plan.Id, await KeyOf(plan, email, cancellation)), cancellation) is { } row
        && row.Read(PlanRows.Default.PlanMember) is { Confirmed: true } member ? member : null;

    /// <summary>Names that members want to see on the public page.</summary>
    public async Task<IReadOnlyList<string>> ShownNames(PlanKey plan, CancellationToken cancellation) =>
        [.. (await All(plan, cancellation)).Where(member => member is { Confirmed: true, ShowName: true }).Select(member => member.Name)];

    internal Task<List<PlanMember>> All(PlanKey plan, CancellationToken cancellation) =>
        unreadable.All(plan.Smederij, PlanKeys.Members(plan.Id), PlanRows.Default.PlanMember, cancellation);

    /// <summary>Whoever has this mail address at this plan, in whatever role; null when nobody does.</summary>
    internal async Task<PlanRequest?> Erase(PlanForm form, string reason, CancellationToken cancellation)
    {
        var email = form.Typed.Email("email");
        var name = form.Typed.Line("naam", 100, missing: null);
        if (form.Errors.Any)
            return null;
        var supporters = await mailboxes.Of(
            form.Dossier.Key.Smederij, known => PlanKeys.Supporter(form.Dossier.Key.Id, known), form.Dossier.Key.Id, email, cancellation);
        if (await Find(form.Dossier.Key, email, supporters.Named(name), cancellation) is var (who, role, row))
        {
            return PlanRequest.Of(at => new PlanEvent.PersonErased(at, form.By, who, reason, role, HomeIn(row))) with
            {
                Also = async token => await erasure.PersonOf(form.Dossier.Key, row, token),
            };
        }
        if (supporters.Taken.Any())
            form.Errors.Add("naam", "Twee mensen steunen met dit e-mailadres. Vul ook de naam of de voorletters in van wie u wilt wissen.");
        else
            form.Errors.Add("email", "Dit e-mailadres staat niet bij dit plan. Misschien is het al gewist.");
        return null;
    }

    /// <summary>Where a supporter lives whose row this is, when that is another Smederij than the plan lies in.</summary>
    public static string? HomeIn(Entity row) => row.Row.Split('|') is [_, _, "steun", _] ? row.Read(WorkJson.Default.Person).Home : null;

    /// <summary>As what the log calls the one whose row this is.</summary>
    public static (PlanPerson Who, MemberRole Role) WhoIn(Entity row)
    {
        var parts = row.Row.Split('|');
        if (parts is [_, _, "persoon", var who] && !who.StartsWith("lid-", StringComparison.Ordinal))
            return (PlanPerson.PartnerContact, default);
        if (parts is not [_, _, "persoon", _])
            return (row.Read(WorkJson.Default.Person).Confirmed ? PlanPerson.Supporter : PlanPerson.Unconfirmed, default);
        var member = row.Read(PlanRows.Default.PlanMember);
        return (member.Confirmed ? PlanPerson.Member : PlanPerson.Unconfirmed, member.Role);
    }

    private async Task<(PlanPerson Who, MemberRole Role, Entity Row)?> Find(
        PlanKey plan, string email, MailboxPlace? supporter, CancellationToken cancellation)
    {
        var asMember = await KeyOf(plan, email, cancellation);
        if (await store.Get(plan.Smederij, PlanKeys.Member(plan.Id, asMember), cancellation) is { } row)
            return Found(row);
        if (supporter is { Stored: { } place })
            return Found(place);
        await foreach (var contact in store.All(plan.Smederij, PlanKeys.Partners(plan.Id), cancellation))
        {
            if (contact.TryRead(WorkJson.Default.Person) is { } person && EmailAddress.AreSame(person.Email, email))
                return Found(contact);
        }
        return null;
    }

    private static (PlanPerson Who, MemberRole Role, Entity Row) Found(Entity row)
    {
        var (who, role) = WhoIn(row);
        return (who, role, row);
    }

    private ValueTask<string> KeyOf(PlanKey plan, string email, CancellationToken cancellation) =>
        pseudonyms.KnownMember(plan.Smederij, known => PlanKeys.Member(plan.Id, known), plan.Id, email, cancellation);
}
