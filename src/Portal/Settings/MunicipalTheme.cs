namespace Smederijen.Portal.Settings;

/// <summary>A kind of municipal matter (<c>verkeer</c>), with the mailbox of those who deal with it.</summary>
public sealed record MunicipalTheme(string Id, string Name, string Email);
