namespace Smederijen.Portal.Settings;

/// <summary>The account of the municipality that payments leave from, and come back to.</summary>
/// <param name="Name">As the bank knows it.</param>
/// <param name="Iban">Checked when it was filled in.</param>
/// <param name="Bic">Of the bank; empty where the bank asks for none.</param>
/// <param name="ForUsAlone">Nothing else is paid from it: every line of a statement concerns De Smederijen.</param>
public sealed record PayerSettings(string Name, string Iban, string Bic = "", bool ForUsAlone = false);
