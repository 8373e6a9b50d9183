using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Smederijen.Portal.Security;

/// <summary>
/// The stamp of this installation. Its key lies sealed in the store, so whoever can write in the store and has not the keys of Data
/// Protection cannot make a stamp that fits.
/// </summary>
public sealed class Stamps(IEntityStore store, IDataProtectionProvider protection)
{
    /// <summary>Where the key lies, in the partition of the installation.</summary>
    public const string SecretRow = "geheim|waarmerk";

    private readonly InstallationSecret secret = new(store, protection.CreateProtector("Smederijen.Stamps.v1"), SecretRow);
    private Stamp? stamp;

    public async ValueTask<Stamp> Get(CancellationToken cancellation = default) => stamp ??= new Stamp(await secret.Get(cancellation));
}

/// <summary>Makes and knows stamps.</summary>
public sealed class Stamp(byte[] key)
{
    /// <summary>How many characters one has: 128 bits in base64url.</summary>
    public const int Length = 22;

    /// <param name="what">What is stamped: a stamp for one thing is none for another.</param>
    /// <param name="where">The place that it belongs to: keys of the store, which hold no line feed.</param>
    public string Of(string what, string where, string text) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{what}\n{where}\n{text}")).AsSpan(0, 16));
}
