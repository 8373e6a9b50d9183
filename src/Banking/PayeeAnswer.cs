namespace Smederijen.Banking;

/// <summary>Whether the name of a payee belongs to the account.</summary>
public enum PayeeMatch
{
    Match,

    /// <summary>The bank tells the name that it knows.</summary>
    CloseMatch,

    NoMatch,

    /// <summary>The bank of the payee does not answer, or takes no part.</summary>
    NotPossible,
}

/// <summary>What the bank answers on one payment.</summary>
/// <param name="EndToEndId">Of the payment; <see cref="PayeeChecks.AllOthers"/> for the payments that the bank does not name.</param>
/// <param name="NameAtBank">At a close match, when the bank tells it. Personal data: it goes where the name of the payee may stand, no further.</param>
public sealed record PayeeAnswer(string EndToEndId, PayeeMatch Match, string? NameAtBank);
