namespace Smederijen.Banking;

/// <summary>
/// What a bank says of one payment, of the payments that were handed in together, or of the whole file: the first of the three that is named
/// (<paramref name="EndToEndId"/>, <paramref name="PaymentInformationId"/>, <paramref name="OriginalMessageId"/>).
/// </summary>
/// <param name="Status">
/// The code of the bank: RJCT refused, PDNG waiting, ACTC, ACCP and ACSP taken in, ACSC booked, PART some of them refused, CANC called off.
/// </param>
/// <param name="Reason">A code such as AC01, for <see cref="ReturnReasons"/>; null where the bank writes none.</param>
public sealed record PaymentStatus(string? EndToEndId, string? PaymentInformationId, string? OriginalMessageId, string Status, string? Reason);
