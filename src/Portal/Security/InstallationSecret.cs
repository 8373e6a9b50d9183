using Microsoft.AspNetCore.DataProtection;

namespace Smederijen.Portal.Security;

/// <summary>A secret of 32 bytes that this installation made itself at the first need; it lies sealed in the store.</summary>
/// <param name="row">Where it lies.</param>
internal sealed class InstallationSecret(IEntityStore store, IDataProtector protector, string row)
{
    private byte[]? secret;

    public async ValueTask<byte[]> Get(CancellationToken cancellation) => secret ??= await Load(cancellation);

    private async Task<byte[]> Load(CancellationToken cancellation)
    {
        while (true)
        {
            if (await store.Get(Partitions.Installation, row, cancellation) is { } found)
                return protector.Unprotect(Convert.FromBase64String(found.Data));
            var made = Convert.ToBase64String(protector.Protect(RandomNumberGenerator.GetBytes(32)));
            await store.Commit(Partitions.Installation, [new Write.Insert(row, made)], cancellation);
        }
    }
}
