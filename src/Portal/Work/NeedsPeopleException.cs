namespace Smederijen.Portal.Work;

/// <summary>What waits cannot be done, and trying again brings nothing: staff are told at once, and let it go on when it is mended.</summary>
/// <param name="message">What is wrong and what to do; no personal data.</param>
public sealed class NeedsPeopleException(string message) : Exception(message);
