namespace Smederijen.Portal.Forms;

/// <summary>Files of one field that were put aside while the rest of the form is mended.</summary>
/// <param name="Seal">Says which, for the server alone.</param>
/// <param name="Names">As the sender called them, in the order of the seal.</param>
public sealed record KeptFiles(string Seal, IReadOnlyList<string> Names)
{
    private const string SealSuffix = "-bewaard";
    private const string DropSuffix = "-weg";

    /// <summary>The hidden field that carries the seal along.</summary>
    public static string SealField(string field) => field + SealSuffix;

    /// <summary>The check boxes that take a file away again, by its number.</summary>
    public static string DropField(string field) => field + DropSuffix;

    /// <summary>The field whose seal this hidden field carries; null when it carries none.</summary>
    public static string? FieldOfSeal(string name) =>
        name.EndsWith(SealSuffix, StringComparison.Ordinal) ? name[..^SealSuffix.Length] : null;

    public static bool IsFieldOfOurs(string field) =>
        field.EndsWith(SealSuffix, StringComparison.Ordinal) || field.EndsWith(DropSuffix, StringComparison.Ordinal);
}
