namespace Smederijen.Domain.Tally;

/// <summary>
/// What a reader should know about the file that an election came from: one or more Dutch sentences that say where, what is
/// wrong, and what follows from it. <paramref name="Line"/> is 1 for the first line and 0 where no single line is meant.
/// </summary>
/// <param name="CouldChangeOutcome">
/// The file contradicts itself, breaks a rule that it states, or can be read in two ways, so that other projects may have won.
/// </param>
public sealed record Remark(int Line, string Text, bool CouldChangeOutcome);
