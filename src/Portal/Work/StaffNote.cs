namespace Smederijen.Portal.Work;

/// <summary>What staff wrote about an idea or a plan for colleagues alone. It is erased with the people of it.</summary>
/// <param name="By">The staff account.</param>
public sealed record StaffNote(DateTimeOffset At, string By, string Text);
