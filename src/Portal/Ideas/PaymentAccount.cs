namespace Smederijen.Portal.Ideas;

/// <summary>Where the money goes.</summary>
public sealed record PaymentAccount(string Iban, string Holder);

/// <summary>How an account lies in the store: sealed, for that idea alone. Storage contract.</summary>
public sealed record SealedAccount(string Sealed);

/// <summary>What is in it. Storage contract.</summary>
/// <param name="Salt">Chance, which goes with the account: after that nobody can tell what the log's hash was made of.</param>
public sealed record AccountInside(string Iban, string Holder, string Salt);
