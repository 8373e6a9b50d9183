namespace Smederijen.Portal.Plans;

/// <summary>A posted form with the plan that it is about.</summary>
/// <param name="By">The account of a staff member, or <see cref="PlanEvent.WorkingGroup"/>.</param>
/// <param name="Command">This press of the button.</param>
public sealed record PlanForm(PlanDossier Dossier, Typed Typed, CommandId Command, PostedFiles Files, string By, DateTimeOffset Now)
{
    public FormErrors Errors => Typed.Errors;

    /// <summary>What this press of the button makes gets the same id when it comes again.</summary>
    public string NewId => Command.Key.ToLowerInvariant();
}

/// <summary>What a form asks for: the event, told what its pictures begin with and how its proof is named, and what goes with it.</summary>
public sealed record PlanRequest(Func<DateTimeOffset, PlanUploads, PlanEvent> Happening)
{
    public IReadOnlyList<CleanUpload> Pictures { get; init; } = [];

    public IReadOnlyList<CleanUpload> Proofs { get; init; } = [];

    /// <summary>Rows that belong to the same commit; null when they show that it happened before.</summary>
    public Func<CancellationToken, Task<IReadOnlyList<Write>?>> Also { get; init; } = _ => Task.FromResult<IReadOnlyList<Write>?>([]);

    /// <summary>What has to happen before in another item, and is harmless twice.</summary>
    public Func<Task> First { get; init; } = () => Task.CompletedTask;

    public static PlanRequest Of(Func<DateTimeOffset, PlanEvent> happening) => new((at, _) => happening(at));
}
