namespace Smederijen.Portal.Text;

/// <summary>How long an expression may take.</summary>
public static class Patience
{
    /// <summary>
    /// In milliseconds by the clock on the wall, so it passes as well while a busy machine does something else: far more than any of these
    /// expressions needs, which all take linear time, and less than anybody waits for an answer.
    /// </summary>
    public const int OfExpressions = 30_000;
}
