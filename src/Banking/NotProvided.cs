namespace Smederijen.Banking;

/// <summary>What banks write where there is nothing to write.</summary>
internal static class NotProvided
{
    public const string Word = "NOTPROVIDED";

    /// <summary>The text, or null where the bank says that there is none.</summary>
    public static string? Known(string? text) =>
        string.IsNullOrWhiteSpace(text) || text.Trim().ToUpperInvariant() is Word or "NOT PROVIDED" or "NONREF" ? null : text.Trim();
}
