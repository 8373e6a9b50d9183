using System.Security.Cryptography;
using System.Text;
using Smederijen.LocalHost.Storage;

namespace Smederijen.LocalHost.Security;

/// <summary>
/// 256 bits of chance in a file of their own, in base64 on one line. What wraps the keys in the store is AES-256-GCM under them, so
/// a copy of the store opens nothing without this file.
/// </summary>
internal sealed class KeyFile
{
    private const int KeyBytes = 32;

    private static readonly byte[] Purpose = "Smederijen.KeyFile.v1"u8.ToArray();

    private readonly byte[] _key;

    private KeyFile(byte[] key) => _key = key;

    /// <summary>
    /// Null when there is none. A file that others may read is closed, and the log says so: what they read before, only new keys
    /// would help against.
    /// </summary>
    /// <exception cref="CannotStartException">It cannot be read, or be closed to others, or holds no key.</exception>
    public static KeyFile? Find(string path, Action wasOpenToOthers)
    {
        try
        {
            if (!File.Exists(path) && !Directory.Exists(path))
                return null;
            var text = File.ReadAllText(path).Trim();
            if (PrivateFiles.Close(new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) ?? new FileInfo(path)))
                wasOpenToOthers();
            var key = new byte[KeyBytes];
            return Convert.TryFromBase64String(text, key, out var bytes) && bytes == KeyBytes ? new KeyFile(key)
                : throw new CannotStartException($"'{path}' is no key file: it does not hold 256 bits in base64. Put the key file back from its back-up, or say with --keys where it is.");
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            throw new CannotStartException($"The key file '{path}' cannot be read. Let the user that runs this program own it, or say with --keys where it is.", failure);
        }
    }

    /// <summary>Makes it; it is there whole, also after a power failure, before anything is wrapped with it.</summary>
    /// <exception cref="CannotStartException">It cannot be made there.</exception>
    public static KeyFile Make(string path)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var line = new MemoryStream(Encoding.ASCII.GetBytes($"{Convert.ToBase64String(key)}\n"));
            return DurableFile.Create(path, line, CancellationToken.None).GetAwaiter().GetResult() ? new KeyFile(key)
                : throw new IOException("Another program made it at the same moment.");
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            throw new CannotStartException($"The key file '{path}' cannot be made there. Choose another place with --keys, outside the data folder, where the user that runs this program may write.", failure);
        }
    }

    public byte[] Seal(ReadOnlySpan<byte> text)
    {
        using var cipher = new AesGcm(_key, AesGcm.TagByteSizes.MaxSize);
        var result = new byte[AesGcm.NonceByteSizes.MaxSize + text.Length + cipher.TagSizeInBytes!.Value];
        var nonce = result.AsSpan(0, AesGcm.NonceByteSizes.MaxSize);
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(nonce, text, result.AsSpan(nonce.Length, text.Length), result.AsSpan(nonce.Length + text.Length), Purpose);
        return result;
    }

    /// <exception cref="CryptographicException">It was not sealed with this file, or was changed.</exception>
    public byte[] Open(ReadOnlySpan<byte> seal)
    {
        using var cipher = new AesGcm(_key, AesGcm.TagByteSizes.MaxSize);
        var (nonce, tag) = (AesGcm.NonceByteSizes.MaxSize, cipher.TagSizeInBytes!.Value);
        if (seal.Length < nonce + tag)
            throw new CryptographicException("A sealed key is too short.");
        var text = new byte[seal.Length - nonce - tag];
        cipher.Decrypt(seal[..nonce], seal[nonce..^tag], seal[^tag..], text, Purpose);
        return text;
    }
}
