namespace Smederijen.Tally.Tests;

internal static class TallyCommand
{
    /// <summary>As typed behind "tally".</summary>
    public static (int Exit, string Output, string Errors) Run(params string[] args)
    {
        var (output, errors) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        return (Command.Run(args, output, errors), output.ToString(), errors.ToString());
    }
}
