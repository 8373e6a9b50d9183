namespace Smederijen.Portal.Work;

/// <summary>An effect that waits to be performed, with when it was decided.</summary>
/// <param name="Problem">What the last attempt failed on; no personal data.</param>
/// <param name="RetryAt">Not to be tried before; null for at once.</param>
/// <param name="Undelivered">The keys of those who still have to get a mail that others got; null when all have to.</param>
/// <param name="Stamp">Of this installation, over what was decided and where it lies; see <see cref="StampedEffects"/>.</param>
/// <param name="ClaimedUntil">Somebody is sending it, and has lost it when it is still here by then; only where processes share the store.</param>
public sealed record PendingEffect(
    Effect Effect, DateTimeOffset Since, int Attempts = 0, string? Problem = null, DateTimeOffset? RetryAt = null,
    IReadOnlyList<string>? Undelivered = null, DateTimeOffset? ClaimedUntil = null, string? Stamp = null)
{
    /// <summary>When it may be tried; null for now.</summary>
    public DateTimeOffset? WaitsUntil(DateTimeOffset now) => RetryAt > now ? RetryAt : ClaimedUntil > now ? ClaimedUntil : null;

    /// <summary>Whether it should have been performed by a moment. What was decided for later is not late before that.</summary>
    public bool IsLateAt(DateTimeOffset moment) => (Attempts == 0 && RetryAt > Since ? RetryAt.Value : Since) <= moment;

    /// <summary>Whether this reader still has to get the mail.</summary>
    public bool IsFor(AddressedLetter letter) => Undelivered is null || Undelivered.Contains(letter.Copy);
}
