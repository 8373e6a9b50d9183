using Smederijen.Portal.Plans.Reading;

namespace Smederijen.Portal.Plans.Submitting;

/// <summary>Hands in a complex plan with a form of its own; the submitter confirms it from the mail, as for ideas.</summary>
public sealed class SubmitPlan(SettingsBook settings, PlanItems plans, Pseudonyms pseudonyms, RequestLimits limits, TimeProvider clock)
{
    public Task<IResult> Show(HttpContext http) => Task.FromResult(
        ReadPlans.Smederij(settings, http) is { } smederij ? Page(smederij, Typed.Empty, 200) : ReadPlans.NoSuchSmederij(http));

    public Task<IResult> ShowThanks(HttpContext http) => Task.FromResult(
        ReadPlans.Smederij(settings, http) is { } smederij ? new PageOf<PlanReceivedPage>(smederij) : ReadPlans.NoSuchSmederij(http));

    public async Task<IResult> Post(HttpContext http)
    {
        if (ReadPlans.Smederij(settings, http) is not { } smederij)
            return ReadPlans.NoSuchSmederij(http);
        var typed = await Typed.Read(http);
        var thanks = new SeeOther($"/smederijen/{smederij.Id}/plannen/verstuurd");
        if (typed.Raw(Forms.Trap.FieldName).Length > 0)
            return thanks;
        var content = new PlanContent(
            typed.Line("titel", 100, "Geef uw plan een titel."), typed.Text("beschrijving", 5000, "Beschrijf uw plan.", minLength: 10),
            typed.Text("bijdrage", 2000, "Schrijf wat u en uw buren zelf doen."));
        var cost = typed.Euros("kosten", "Vul in hoeveel het plan ongeveer kost.");
        if (cost == Euro.Zero && !typed.Errors.Has("kosten"))
            typed.Errors.Add("kosten", $"Vul een bedrag in boven {Text.Dutch.EuroShort(0)}.");
        var member = PlanMembers.Check(typed);
        if (typed.Errors.Any)
            return Page(smederij, typed, 400);
        var wait =
            await limits.Count([(Limit.SubmitPerAddress, RequestLimits.AddressOf(http)), (Limit.SubmitPerMailbox, member.Email)],
            http.RequestAborted);
        if (wait is { } tooOften)
            return Failures.TooMany(http, tooOften);
        await Accept(smederij, content, cost, member, CommandId.From($"plan {typed.Command}"));
        return thanks;
    }

    /// <summary>Plan, content and submitter in one commit. What came of it is no idea: the same id in the idea form must not find it.</summary>
    private async Task Accept(SmederijSettings smederij, PlanContent content, Euro cost, PlanMember member, CommandId command)
    {
        var now = clock.GetUtcNow();
        var id = ItemId.New(now);
        var key = await pseudonyms.OfMember(id, member.Email);
        var e = new PlanEvent.Submitted(now, cost, member.Role);
        await plans.Begin(
            smederij, id, content.Title, command, e, c => PlanDecider.Submit(id, e, key, c),
            [
                new Write.Insert(PlanKeys.Content(id), Rows.Write(content, PlanRows.Default.PlanContent)),
                new Write.Insert(PlanKeys.Member(id, key), Rows.Write(member, PlanRows.Default.PlanMember)),
            ],
            CancellationToken.None);
    }

    private static PageOf<PlanFormPage> Page(SmederijSettings smederij, Typed typed, int status) => new(new PlanFormModel(smederij, typed), status);
}

/// <summary>What the form shows: whatever was typed already.</summary>
public sealed record PlanFormModel(SmederijSettings Smederij, Typed Typed);
