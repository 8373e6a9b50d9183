using System.Text.Json.Serialization.Metadata;

namespace Smederijen.Portal.Plans;

/// <summary>Plans, as the pipeline knows them.</summary>
public static class PlanKind
{
    public static KindFacts Facts { get; } = new()
    {
        Prefix = PlanKey.Prefix,
        Name = "plan",
        Effects = new(PlanJson.Default.PlanEffect, Under: "plan"),
        Starts = ["plan|", "plannen|"],
        Typed = ["reason", "reasons", "text", "name", "what", "refusedBecause"],
        Content = [("titel", "title"), ("omschrijving", "description"), ("bijdrage", "contribution")],
        Keeps = part => part is "inhoud" || part.StartsWith("foto|", StringComparison.Ordinal),
        Holds = Holds,
    };

    public static Kind<Plan, PlanEvent, PlanEffect, PlanRefusal, PlanCircumstances> Of(SettingsBook settings) => new()
    {
        Facts = Facts,
        Row = PlanRows.Default.StoredPlan,
        Event = PlanJson.Default.PlanEvent,
        Phase = plan => plan.State.Phase,
        Revision = plan => plan.Revision,
        Due = plan => plan.NextDue,
        At = e => e.At,
        TimePassed = at => new PlanEvent.TermPassed(at),
        SentOnPaper = (at, post) => new PlanEvent.SentByLetter(at, post.By, ((PlanEffect.Tell)post.Effect).Kind, post.Reason),
        Know = async (key, before, _, cancellation) =>
            new PlanCircumstances(await settings.Version(key.Smederij, before.Item.SettingsVersion, cancellation)),
        Decide = PlanDecider.Decide,
        NotBefore = effect => (effect as PlanEffect.ForgetPerson)?.NotBefore,
        Lists = (_, stored, _) => new([
            new Listed(PlanKeys.Summary(stored.Item.Id), Rows.Write(PlanSummary.Of(stored), PlanRows.Default.PlanSummary))]),
    };

    /// <summary>Lays a new plan in the store. What is there under its id already stays as it is.</summary>
    /// <param name="smederij">The settings that the plan keeps for its whole life.</param>
    /// <param name="decide">The first decision over it.</param>
    /// <param name="also">Rows that belong to the same commit: content and first member.</param>
    public static Task<Outcome<PlanRefusal>> Begin(
        this PlanItems plans, SmederijSettings smederij, string id, string title, CommandId command, PlanEvent e,
        Func<PlanCircumstances, PlanDecision> decide,
        IReadOnlyList<Write> also, CancellationToken cancellation = default)
    {
        var known = new PlanCircumstances(smederij);
        return plans.Ensure(new PlanKey(smederij.Id, id), command, title, _ => new(e, known, decide(known)), also: also, cancellation: cancellation);
    }

    private static JsonTypeInfo? Holds(string[] key) => key switch
    {
        ["plannen", _] => PlanRows.Default.PlanSummary,
        ["plan", _] => PlanRows.Default.StoredPlan,
        ["plan", _, "inhoud"] => PlanRows.Default.PlanContent,
        ["plan", _, "log", _] => PlanRows.Default.PlanLogLine,
        ["plan", _, "foto" or "stuk", _] => WorkJson.Default.AttachmentInfo,
        ["plan", _, "persoon", var who] when who.StartsWith("lid-", StringComparison.Ordinal) => PlanRows.Default.PlanMember,
        ["plan", _, "persoon" or "steun", _] => WorkJson.Default.Person,
        ["plan", _, "werk", _] => WorkJson.Default.StaffNote,
        _ => null,
    };
}
