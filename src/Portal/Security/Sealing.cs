using Microsoft.AspNetCore.DataProtection;

namespace Smederijen.Portal.Security;

/// <summary>
/// Data Protection that tells a store that is out of reach from something forged. The framework throws the same
/// <see cref="CryptographicException"/> for both, and whoever opens a good link then would be told that it is wrong.
/// </summary>
internal sealed class Sealing(IDataProtectionProvider inner) : IDataProtectionProvider
{
    public IDataProtector CreateProtector(string purpose) => new Protector(inner.CreateProtector(purpose));

    private sealed class Protector(IDataProtector inner) : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => new Protector(inner.CreateProtector(purpose));

        /// <exception cref="StoreUnavailableException">The keys cannot be read now.</exception>
        public byte[] Protect(byte[] plaintext)
        {
            try
            {
                return inner.Protect(plaintext);
            }
            catch (CryptographicException failure) when (Outage(failure) is { } outage)
            {
                throw new StoreUnavailableException(outage.Message, failure);
            }
        }

        /// <exception cref="CryptographicException">It was not sealed here, or was changed.</exception>
        /// <exception cref="StoreUnavailableException">The keys cannot be read now.</exception>
        public byte[] Unprotect(byte[] protectedData)
        {
            try
            {
                return inner.Unprotect(protectedData);
            }
            catch (CryptographicException failure) when (Outage(failure) is { } outage)
            {
                throw new StoreUnavailableException(outage.Message, failure);
            }
        }

        private static StoreUnavailableException? Outage(Exception? failure) =>
            failure is null or StoreUnavailableException ? failure as StoreUnavailableException : Outage(failure.InnerException);
    }
}
