namespace Smederijen.Functions.Orchestrations;

/// <summary>
/// Where an item stands, as staff see it in any Durable tool; stored in histories, so names and types stay as they are.
/// </summary>
/// <param name="Due">When to look again (UTC); null when only people can move this on.</param>
/// <param name="Phase">The phase of an idea; for a round its name.</param>
/// <param name="WaitsFor">Whose turn it is.</param>
public sealed record NextStep(DateTime? Due, string Phase, string WaitsFor);
