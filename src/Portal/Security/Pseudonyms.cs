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
    /// <param name="value">A mail address or a network address; case and surrounding space do not count.</param>
    public async ValueTask<string> KeyOf(string scope, string value, CancellationToken cancellation = default) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(
            await secret.Get(cancellation), Encoding.UTF8.GetBytes($"{scope}\n{value.Trim().ToLowerInvariant()}")).AsSpan(0, 15));

    /// <summary>The key under which the support of a mail address for one idea is kept.</summary>
    /// <param name="idea">Its id, or that of a plan.</param>
    public ValueTask<string> OfSupporter(string idea, string email, CancellationToken cancellation = default) =>
        KeyOf($"steun|{idea}", email, cancellation);

    /// <summary>The key under which a mail address is a member of a plan's working group.</summary>
    public ValueTask<string> OfMember(string plan, string email, CancellationToken cancellation = default) =>
        KeyOf($"werkgroep|{plan}", email, cancellation);
}
