using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Smederijen.Portal.Security;

/// <summary>
/// Keys for people that cannot be turned back into their address: an HMAC under a secret of this installation, which lies
/// sealed in the store. The same address gives another key in every idea.
/// </summary>
public sealed class Pseudonyms(IEntityStore store, IDataProtectionProvider protection)
{
    private readonly InstallationSecret secret = new(store, protection.CreateProtector("Smederijen.Pseudonyms.v1"), "geheim|pseudoniem");

    /// <param name="scope">What the key is for: an idea, a kind of limit.</param>
    /// <param name="value">Letter by letter, but for case and surrounding space. Of a mail address, ask <see cref="OfMailbox"/>.</param>
    public async ValueTask<string> KeyOf(string scope, string value, CancellationToken cancellation = default) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(
            await secret.Get(cancellation), Encoding.UTF8.GetBytes($"{scope}\n{value.Trim().ToLowerInvariant()}")).AsSpan(0, 15));

    /// <summary>The key of the mailbox that an address leads to, however the address is written.</summary>
    public ValueTask<string> OfMailbox(string scope, string email, CancellationToken cancellation = default) =>
        KeyOf(scope, EmailAddress.NormalForm(email), cancellation);

    /// <summary>The key under which the support of a mailbox for one idea is kept.</summary>
    /// <param name="idea">Its id, or that of a plan.</param>
    public ValueTask<string> OfSupporter(string idea, string email, CancellationToken cancellation = default) =>
        OfMailbox(Support(idea), email, cancellation);

    /// <summary>The key for the second one who supports with a mailbox.</summary>
    public ValueTask<string> OfSecondSupporter(string idea, string email, CancellationToken cancellation = default) =>
        OfMailbox($"{Support(idea)}|tweede", email, cancellation);

    /// <summary>The key under which a mailbox is a member of a plan's working group.</summary>
    public ValueTask<string> OfMember(string plan, string email, CancellationToken cancellation = default) =>
        OfMailbox(Membership(plan), email, cancellation);

    /// <summary>The key under which there is a supporter already; the key for a new one when there is none.</summary>
    /// <param name="row">Where a supporter with a key lies.</param>
    public ValueTask<string> KnownSupporter(
        string partition, Func<string, string> row, string idea, string email, CancellationToken cancellation = default) =>
        Known(partition, row, Support(idea), email, cancellation);

    /// <summary>The key under which there is a member already; the key for a new one when there is none.</summary>
    public ValueTask<string> KnownMember(
        string partition, Func<string, string> row, string plan, string email, CancellationToken cancellation = default) =>
        Known(partition, row, Membership(plan), email, cancellation);

    /// <summary>
    /// The key of a row that lies there already. Releases before kept a mailbox under its address as it was typed; such a row counts while
    /// there is none under the normal form.
    /// </summary>
    public async ValueTask<string> Known(
        string partition, Func<string, string> row, string scope, string email, CancellationToken cancellation = default)
    {
        var (key, asTyped) = (await OfMailbox(scope, email, cancellation), await KeyOf(scope, email, cancellation));
        return asTyped != key && await store.Get(partition, row(key), cancellation) is null
            && await store.Get(partition, row(asTyped), cancellation) is not null ? asTyped : key;
    }

    private static string Support(string idea) => $"steun|{idea}";

    private static string Membership(string plan) => $"werkgroep|{plan}";
}
