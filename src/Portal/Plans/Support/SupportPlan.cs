using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Support;
using Smederijen.Portal.Plans.Reading;

namespace Smederijen.Portal.Plans.Support;

/// <summary>
/// A resident of the area supports a plan, by the rules of draagvlak: it counts after the link in the mail, once per person, and
/// everybody gets the same answer. Who supported the idea that the plan grew from was counted already, and so was the working group.
/// </summary>
public sealed class SupportPlan(ReadPlans reading, LinkedPlans links, PlanItems plans, PlanMembers members, IEntityStore store,
    SharedMailboxes mailboxes, SentMails sent, RequestLimits limits, SettingsBook settings, TimeProvider clock)
{
    public async Task<IResult> Show(HttpContext http) =>
        await reading.Find(http) is { } dossier ? Page(dossier, Typed.For(http), 200) : await reading.NotPublic(http);

    public async Task<IResult> Post(HttpContext http)
    {
        if (await reading.Find(http) is not { } dossier)
            return await reading.NotPublic(http);
        var typed = await Typed.Read(http);
        var form = SupportForm.Check(typed, [dossier.Smederij, .. dossier.Others], "dit plan", settings);
        if (form.Errors.Any)
            return Page(dossier, typed, 400);
        if (await limits.CountSupporting(store, http, dossier.Key.Smederij, form.Supporter.Email, form.Command) is { } wait)
            return Failures.TooMany(http, wait);
        var outcome = await Offer(dossier.Key, form.Supporter, form.Command);
        return outcome is Outcome<PlanRefusal>.Refused refused ? Failures.Answer(http, 409, PlanRefusals.Text(refused.Reason))
            : new SeeOther(await sent.Note(form.Command, Sent(dossier, form.Supporter), CancellationToken.None));
    }

    /// <summary>Lets the mail go out again, perhaps to a better address.</summary>
    public async Task<SentAgain> Again(HttpContext http, SentMail mail, string email, CommandId command)
    {
        var plan = new PlanKey(mail.Smederij, mail.Idea);
        if (await limits.CountSupporting(store, http, plan.Smederij, email, command) is { } wait)
            return new SentAgain(wait);
        var supporter = new Person(mail.Name, email, mail.Postcode, Initials: mail.Initials, Home: mail.Home);
        var outcome = await Offer(plan, supporter, command, mail.Typed);
        return new SentAgain(IsOver: outcome is Outcome<PlanRefusal>.Refused or Outcome<PlanRefusal>.Unknown);
    }

    public Task<IResult> ShowConfirmation(HttpContext http) => links.Show(http, LinkPurpose.PlanSupport, linked => ConfirmationPage(http, linked));

    public Task<IResult> Confirm(HttpContext http) => links.Post(http, LinkPurpose.PlanSupport, async (linked, typed) =>
    {
        var row = PlanKeys.Supporter(linked.Key.Id, linked.Link.Person);
        var (command, home) = (typed.Pressed, (string?)null);
        var outcome = await plans.HandleAmongMany(linked.Key, command, at => new PlanEvent.SupportConfirmed(at, home), async cancellation =>
        {
            if (await store.Get(linked.Key.Smederij, row, cancellation) is not { } known
                || known.Read(WorkJson.Default.Person) is not { Confirmed: false } person || await WasCounted(linked, person, cancellation))
                return null;
            home = person.Home;
            return [new Write.Replace(row, Rows.Write(person with { Confirmed = true }, WorkJson.Default.Person), known.ETag)];
        });
        return await links.Answer(http, linked, outcome, linked.Here, (now, why) => ConfirmationPage(http, now, why));
    });

    /// <param name="former">The addresses that were typed before, and were wrong.</param>
    private async Task<Outcome<PlanRefusal>> Offer(PlanKey plan, Person supporter, CommandId command, params IReadOnlyList<string> former)
    {
        var key = "";
        return await plans.Handle(plan, command, at => new PlanEvent.SupportOffered(at, key), async cancellation =>
        {
            (key, var rows) = await SharedMailboxes.Offered(supporter, former, email => PlacesAt(plan, email, cancellation));
            return rows;
        }).Answered(store, plan.Smederij, command, clock, plan.Id);
    }

    private static SentMail Sent(PlanDossier dossier, Person supporter) => new(
        LinkPurpose.PlanSupport, dossier.Key.Smederij, dossier.Key.Id, dossier.Smederij.Name, supporter.Name, supporter.Email, supporter.Postcode,
        supporter.Initials, Home: supporter.Home);

    private Task<MailboxPlaces> PlacesAt(PlanKey plan, string email, CancellationToken cancellation) =>
        mailboxes.Of(plan.Smederij, known => PlanKeys.Supporter(plan.Id, known), plan.Id, email, cancellation);

    /// <summary>
    /// Whoever supported the idea, or is of the working group; of a mailbox that two share, by name. Two of one mailbox count at most, wherever
    /// they did.
    /// </summary>
    private async Task<bool> WasCounted(LinkedPlan linked, Person person, CancellationToken cancellation)
    {
        // The idea that became a plan has the same id, so the same mailbox has the same keys in both.
        var ofIdea = await mailboxes.Of(
            linked.Key.Smederij, known => IdeaKeys.Supporter(linked.Key.Id, known), linked.Key.Id, person.Email, cancellation);
        List<Person> counted = [.. ofIdea.Confirmed];
        if (await members.FindMember(linked.Key, person.Email, cancellation) is { } member)
            counted.Add(new Person(member.Name, member.Email, ""));
        if (person.Initials is null)
            return counted.Count > 0;
        var here = (await PlacesAt(linked.Key, person.Email, cancellation)).Confirmed.Where(other => !other.IsCalledAs(person));
        return counted.Any(known => known.IsCalledAs(person)) || counted.Count + here.Count() > 1;
    }

    /// <param name="problem">Why it was refused; null when nothing was.</param>
    private async Task<IResult> ConfirmationPage(HttpContext http, LinkedPlan linked, string? problem = null) =>
        (await store.Get(linked.Key.Smederij, PlanKeys.Supporter(linked.Key.Id, linked.Link.Person),
            http.RequestAborted))?.Read(WorkJson.Default.Person) is { } person
            ? new PageOf<ConfirmPlanSupportPage>(new ConfirmPlanSupportModel(
                linked.Dossier, person.Name, person.Confirmed, !person.Confirmed
                    && await WasCounted(linked, person, http.RequestAborted), linked.Here) { Problem = problem }, problem is null ? 200 : 409)
            : Failures.NotFound(http, "Wij hebben uw gegevens bij dit plan niet (meer). Wilt u het plan steunen? Ga dan naar de pagina van het plan.");

    private static PageOf<SupportPlanPage> Page(PlanDossier dossier, Typed typed, int status) => new(new SupportPlanModel(dossier, typed), status);
}

/// <summary>What the form shows.</summary>
public sealed record SupportPlanModel(PlanDossier Dossier, Typed Typed);

/// <summary>What the confirmation page shows. <paramref name="Name"/> is the one whom the link is for.</summary>
/// <param name="WasCounted">This person supported the idea before, or is of the working group.</param>
public sealed record ConfirmPlanSupportModel(PlanDossier Dossier, string Name, bool Confirmed, bool WasCounted, string Here)
{
    /// <summary>Why it was refused; null when nothing was.</summary>
    public string? Problem { get; init; }
}
