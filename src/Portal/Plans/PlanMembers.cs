using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Plans;

/// <summary>The people of a working group and of its plan: asking them in, and forgetting them.</summary>
public sealed class PlanMembers(IEntityStore store, Pseudonyms pseudonyms, PlanErasure erasure, UnreadableRows unreadable)
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
    public async Task<PlanRequest> Asking(PlanKey plan, PlanMember member, CancellationToken cancellation)
    {
        var key = await pseudonyms.OfMember(plan.Id, member.Email, cancellation);
        var row = PlanKeys.Member(plan.Id, key);
        var data = Rows.Write(member, PlanRows.Default.PlanMember);
        return PlanRequest.Of(at => new PlanEvent.MemberInvited(at, key)) with
        {
            Also = async token => await store.Get(plan.Smederij, row, token) switch
            {
                null => [new Write.Insert(row, data)],
                var known when known.Read(PlanRows.Default.PlanMember).Confirmed => [],
                var known => [new Write.Replace(row, data, known.ETag)],
            },
        };
    }

    /// <summary>Whether an idea was handed in by a confirmed member, under the same mail address.</summary>
    public async Task<bool> Submitted(PlanKey plan, string idea, CancellationToken cancellation) =>
        await store.Get(plan.Smederij, IdeaKeys.Submitter(idea), cancellation) is { } submitter
        && await IsMember(plan, submitter.Read(WorkJson.Default.Person).Email, cancellation);

    public async Task<bool> IsMember(PlanKey plan, string email, CancellationToken cancellation) =>
        await store.Get(plan.Smederij, PlanKeys.Member(plan.Id, await pseudonyms.OfMember(plan.Id, email, cancellation)), cancellation) is { } row
        && row.Read(PlanRows.Default.PlanMember).Confirmed;

    /// <summary>Names that members want to see on the public page.</summary>
    public async Task<IReadOnlyList<string>> ShownNames(PlanKey plan, CancellationToken cancellation) =>
        [.. (await All(plan, cancellation)).Where(member => member is { Confirmed: true, ShowName: true }).Select(member => member.Name)];

    internal Task<List<PlanMember>> All(PlanKey plan, CancellationToken cancellation) =>
        unreadable.All(plan.Smederij, PlanKeys.Members(plan.Id), PlanRows.Default.PlanMember, cancellation);

    /// <summary>Whoever has this mail address at this plan, in whatever role; null when nobody does.</summary>
    internal async Task<PlanRequest?> Erase(PlanForm form, string reason, CancellationToken cancellation)
    {
        var email = form.Typed.Email("email");
        if (form.Errors.Any)
            return null;
        if (await Find(form.Dossier.Key, email, cancellation) is var (who, role, key, row))
        {
            return PlanRequest.Of(at => new PlanEvent.PersonErased(at, form.By, who, reason, role)) with
            {
                Also = async token => [new Write.Delete(row.Row, row.ETag), .. await erasure.MailsTo(form.Dossier.Key, key, token)],
            };
        }
        form.Errors.Add("email", "Dit e-mailadres staat niet bij dit plan. Misschien is het al gewist.");
        return null;
    }

    private async Task<(PlanPerson Who, MemberRole Role, string Key, Entity Row)?> Find(PlanKey plan, string email, CancellationToken cancellation)
    {
        var asMember = await pseudonyms.OfMember(plan.Id, email, cancellation);
        if (await store.Get(plan.Smederij, PlanKeys.Member(plan.Id, asMember), cancellation) is { } row)
        {
            var member = row.Read(PlanRows.Default.PlanMember);
            return (member.Confirmed ? PlanPerson.Member : PlanPerson.Unconfirmed, member.Role, asMember, row);
        }
        var key = await pseudonyms.OfSupporter(plan.Id, email, cancellation);
        if (await store.Get(plan.Smederij, PlanKeys.Supporter(plan.Id, key), cancellation) is { } supporter)
            return (supporter.Read(WorkJson.Default.Person).Confirmed ? PlanPerson.Supporter : PlanPerson.Unconfirmed, default, key, supporter);
        await foreach (var contact in store.All(plan.Smederij, PlanKeys.Partners(plan.Id), cancellation))
        {
            if (string.Equals(contact.TryRead(WorkJson.Default.Person)?.Email, email, StringComparison.OrdinalIgnoreCase))
                return (PlanPerson.PartnerContact, default, contact.Row[PlanKeys.Partner(plan.Id, "").Length..], contact);
        }
        return null;
    }
}
