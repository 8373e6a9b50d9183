using Smederijen.Portal.Plans.Reading;

namespace Smederijen.Portal.Plans.Submitting;

/// <summary>Hands in a complex plan with a form of its own; the submitter confirms it from the mail, as for ideas.</summary>
public sealed class SubmitPlan(
    SettingsBook settings, PlanItems plans, IEntityStore store, PlanErasure erasure, Pseudonyms pseudonyms, SentMails sent, RequestLimits limits,
    TimeProvider clock)
{
    internal const string Others = "ook-voor";

    /// <summary>The choice of all Smederijen that there are.</summary>
    internal const string Everywhere = "gemeente";

    /// <summary>Of a closed Smederij, its page says where a plan is welcome.</summary>
    public Task<IResult> Show(HttpContext http) => Task.FromResult(
        ReadPlans.Smederij(settings, http) is not { } smederij ? ReadPlans.NoSuchSmederij(http)
        : smederij.Closed ? new SeeOther($"/smederijen/{smederij.Id}") : Page(smederij, Typed.For(http), 200));

    public Task<IResult> ShowThanks(HttpContext http) => Task.FromResult(
        ReadPlans.Smederij(settings, http) is { } smederij ? new PageOf<PlanReceivedPage>(smederij) : ReadPlans.NoSuchSmederij(http));

    public async Task<IResult> Post(HttpContext http)
    {
        if (ReadPlans.Smederij(settings, http) is not { } smederij)
            return ReadPlans.NoSuchSmederij(http);
        var typed = await Typed.Read(http);
        typed.CheckTrap();
        var content = new PlanContent(
            typed.Line("titel", 100, "Geef uw plan een titel."), typed.Text("beschrijving", 5000, "Beschrijf uw plan.", minLength: 10),
            typed.Text("bijdrage", 2000, "Schrijf wat u en uw buren zelf doen."));
        var cost = typed.Euros("kosten", "Vul in hoeveel het plan ongeveer kost.");
        if (cost == Euro.Zero && !typed.Errors.Has("kosten"))
            typed.Errors.Add("kosten", $"Vul een bedrag in boven {Text.Dutch.EuroShort(0)}.");
        var member = PlanMembers.Check(typed);
        if (typed.Errors.Any)
            return Refused(smederij, typed);
        if (await limits.CountSubmitting(store, http, smederij.Id, member.Email, typed.Pressed) is { } wait)
            return Failures.TooMany(http, wait);
        if (await Accept(smederij, content, (cost, Chosen(typed, Elsewhere(smederij))), member, typed.Pressed) is not { } id)
            return Refused(smederij, typed);
        var mail = PlanMembers.Sent(new PlanKey(smederij.Id, id), smederij.Name, member, isOwn: true);
        return new SeeOther(await sent.Note(typed.Pressed, mail, CancellationToken.None));
    }

    /// <summary>Lets the mail that asks to confirm go out again. With another address the link that went to the first one is void.</summary>
    public async Task<SentAgain> Again(HttpContext http, SentMail mail, string email, CommandId command)
    {
        if (await limits.CountSubmitting(store, http, mail.Smederij, email, command) is { } wait)
            return new SentAgain(wait);
        var plan = new PlanKey(mail.Smederij, mail.Idea);
        var key = await pseudonyms.KnownMember(plan.Smederij, known => PlanKeys.Member(plan.Id, known), plan.Id, email);
        var outcome = await plans.Handle(plan, command, at => new PlanEvent.ConfirmationAsked(at, key), async cancellation =>
        {
            // As long as nobody confirmed it, there is nobody but the one who handed it in.
            if (await store.All(plan.Smederij, PlanKeys.Members(plan.Id), cancellation).ToListAsync(cancellation) is not [var found])
                return null;
            var data = Rows.Write(found.Read(PlanRows.Default.PlanMember) with { Email = email }, PlanRows.Default.PlanMember);
            return PlanKeys.MemberOf(found.Row) == key ? [new Write.Replace(found.Row, data, found.ETag)]
                : [.. await erasure.MovedFrom(plan, found, cancellation), new Write.Insert(PlanKeys.Member(plan.Id, key), data)];
        });
        return new SentAgain(IsOver: outcome is not Outcome<PlanRefusal>.Done);
    }

    /// <summary>Plan, content and submitter in one commit.</summary>
    /// <returns>The id of the plan; of an earlier press of the same button its own. Null when the Smederij takes no plans any more.</returns>
    private async Task<string?> Accept(
        SmederijSettings smederij, PlanContent content, (Euro Cost, ImmutableArray<string>? Others) about, PlanMember member, CommandId command)
    {
        var now = clock.GetUtcNow();
        var id = ItemId.New(now);
        var key = await pseudonyms.OfMember(id, member.Email);
        var e = new PlanEvent.Submitted(now, about.Cost, member.Role, about.Others);
        var outcome = await plans.Begin(
            smederij, id, content.Title, command, e, c => PlanDecider.Submit(id, e, key, c),
            [
                new Write.Insert(PlanKeys.Content(id), Rows.Write(content, PlanRows.Default.PlanContent)),
                new Write.Insert(PlanKeys.Member(id, key), Rows.Write(member, PlanRows.Default.PlanMember)),
            ],
            CancellationToken.None);
        return outcome switch
        {
            Outcome<PlanRefusal>.Done { Result: var began } => began,
            Outcome<PlanRefusal>.Refused { Reason: PlanRefusal.SmederijClosed } => null,
            _ => id,
        };
    }

    /// <summary>Nobody mends a form that a closed Smederij does not take: that is said beside whatever else is wrong.</summary>
    private PageOf<PlanFormPage> Refused(SmederijSettings smederij, Typed typed)
    {
        if (settings.Current(smederij.Id) is { Closed: true } closed)
            typed.Errors.Add("", ClosedTexts.NoPlans(closed, settings.After(closed)));
        return Page(smederij, typed, 400);
    }

    /// <summary>The Smederijen that were ticked in a form; null for none.</summary>
    internal static ImmutableArray<string>? Chosen(Typed typed, IReadOnlyList<SmederijSettings> among) =>
        typed.Several(Others) is { Count: > 0 } ticked
            && among.Where(smederij => ticked.Contains(Everywhere) || ticked.Contains(smederij.Id)).ToList() is { Count: > 0 } chosen
            ? [.. chosen.Select(smederij => smederij.Id)] : null;

    private IReadOnlyList<SmederijSettings> Elsewhere(SmederijSettings smederij) => [.. settings.Open.Where(other => other.Id != smederij.Id)];

    private PageOf<PlanFormPage> Page(SmederijSettings smederij, Typed typed, int status) =>
        new(new PlanFormModel(smederij, typed, Elsewhere(smederij), settings.After(smederij)), status);
}

/// <summary>What the form shows: whatever was typed already.</summary>
/// <param name="Others">The other Smederijen that it can be for.</param>
/// <param name="After">What took its place, when it is closed.</param>
public sealed record PlanFormModel(
    SmederijSettings Smederij, Typed Typed, IReadOnlyList<SmederijSettings> Others, IReadOnlyList<SmederijSettings> After)
{
    public IReadOnlyCollection<string> Chosen => Typed.Several(SubmitPlan.Others);
}
