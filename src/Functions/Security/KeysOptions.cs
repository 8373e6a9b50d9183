namespace Smederijen.Functions.Security;

/// <summary>How the Data Protection keys are protected where they lie.</summary>
public sealed class KeysOptions
{
    /// <summary>
    /// The certificate that wraps them, without a version: <c>https://NAME.vault.azure.net/certificates/NAME</c>. Empty: they are not wrapped,
    /// for a developer's machine.
    /// </summary>
    public string Certificate { get; set; } = "";
}
