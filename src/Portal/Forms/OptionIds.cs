namespace Smederijen.Portal.Forms;

internal static class OptionIds
{
    /// <summary>The first option has the id of the field itself, so that a link from the error summary lands on it.</summary>
    public static string Of(string name, string value, int index) => index == 0 ? Field.IdOf(name) : $"{Field.IdOf(name)}-{value}";
}
