using Microsoft.AspNetCore.DataProtection;

namespace Smederijen.Portal.Ideas.Release;

/// <summary>An account as it is known.</summary>
/// <param name="Seal">The keyed hash that the log holds of it.</param>
/// <param name="Row">What lies in the store.</param>
public sealed record KnownAccount(PaymentAccount Account, string Seal, SealedAccount Row);

/// <summary>
/// The accounts that money is paid to. They are sealed with a key of Data Protection before they come into the store, so that a copy of
/// the store does not tell them; what is in the log binds them without telling them.
/// </summary>
public sealed class PaymentAccounts(IEntityStore store, IDataProtectionProvider protection, Pseudonyms pseudonyms)
{
    private readonly IDataProtector protector = protection.CreateProtector("Smederijen.PaymentAccount.v1");

    public static IReadOnlyList<ItemCheck> Checks { get; } =
        [ItemCheck.Of<PaymentAccounts>("idee", (x, evidence, cancellation) => x.Check(evidence, cancellation))];

    /// <summary>The account of an idea; null when none is given, or it is erased.</summary>
    /// <exception cref="UnreadableRowException">What lies there is no account of this idea.</exception>
    public async ValueTask<KnownAccount?> Find(IdeaKey idea, CancellationToken cancellation = default) =>
        await store.Get(idea.Smederij, IdeaKeys.Account(idea.Id), cancellation) is { } row ? await Open(idea, row, cancellation) : null;

    /// <summary>Seals an account that was given, with chance of its own.</summary>
    public async ValueTask<KnownAccount> Seal(IdeaKey idea, PaymentAccount account, CancellationToken cancellation = default)
    {
        var inside = new AccountInside(account.Iban, account.Holder, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        var json = JsonSerializer.SerializeToUtf8Bytes(inside, IdeaJson.Default.AccountInside);
        return new(account, await SealOf(idea, inside, cancellation), new SealedAccount(Convert.ToBase64String(Of(idea).Protect(json))));
    }

    /// <summary>What lays it in the store.</summary>
    public static Write Write(IdeaKey idea, KnownAccount account) =>
        new Write.Put(IdeaKeys.Account(idea.Id), Rows.Write(account.Row, IdeaJson.Default.SealedAccount));

    private async ValueTask<KnownAccount> Open(IdeaKey idea, Entity row, CancellationToken cancellation)
    {
        var here = row.Read(IdeaJson.Default.SealedAccount);
        try
        {
            var inside = JsonSerializer.Deserialize(Of(idea).Unprotect(Convert.FromBase64String(here.Sealed)), IdeaJson.Default.AccountInside)!;
            return new(new PaymentAccount(inside.Iban, inside.Holder), await SealOf(idea, inside, cancellation), here);
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            throw new UnreadableRowException(row.Row, forged);
        }
    }

    private IDataProtector Of(IdeaKey idea) => protector.CreateProtector($"{idea}");

    private ValueTask<string> SealOf(IdeaKey idea, AccountInside inside, CancellationToken cancellation) =>
        pseudonyms.KeyOf($"rekening|{idea}", $"{inside.Iban}\n{inside.Holder}\n{inside.Salt}", cancellation);

    /// <summary>Whether the account is the one that was given, as the idea and its log say.</summary>
    private async ValueTask<IReadOnlyList<Finding>> Check(ItemEvidence evidence, CancellationToken cancellation)
    {
        var idea = IdeaKey.Of(evidence.Key);
        var state = evidence.Row?.TryRead(IdeaJson.Default.StoredIdea)?.Item.State;
        var given = state switch
        {
            IdeaState.Granted s => s.Account,
            IdeaState.Released s => s.Account,
            _ => evidence.Below("log").Select(line => line.TryRead(IdeaJson.Default.LogLine)?.Event switch
            {
                IdeaEvent.AccountGiven e => e.Account,
                IdeaEvent.AccountCorrected e => e.Account,
                _ => null,
            }).OfType<string>().LastOrDefault(),
        };
        var row = evidence.Rows.FirstOrDefault(row => row.Row == IdeaKeys.Account(idea.Id));
        // Whoever is forgotten takes the account along; while money waits to be paid the idea would know.
        var isRight = row is null ? state is not IdeaState.Granted { AccountKnown: true, Account: not null }
            : await TryOpen(idea, row, cancellation) is { } known && (given is null || known.Seal == given);
        return isRight ? [] : [new Finding(evidence.Key, Trouble.Account)];
    }

    private async ValueTask<KnownAccount?> TryOpen(IdeaKey idea, Entity row, CancellationToken cancellation)
    {
        try
        {
            return await Open(idea, row, cancellation);
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }
}
