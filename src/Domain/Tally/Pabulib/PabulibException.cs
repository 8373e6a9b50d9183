namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>A file that cannot be counted. The message is Dutch, for the person who chose the file: where, what, and what to do.</summary>
public sealed class PabulibException(int line, string problem) : FormatException(line > 0 ? $"Regel {line}: {problem}" : problem)
{
    /// <summary>1 for the first line; 0 when the problem is not on one line.</summary>
    public int Line { get; } = line;
}
