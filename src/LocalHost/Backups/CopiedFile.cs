using System.Security.Cryptography;

namespace Smederijen.LocalHost.Backups;

/// <summary>A file of a backup, known by what is in it.</summary>
public sealed record CopiedFile(string Name, long Bytes, string Sha256)
{
    private const int Block = 128 * 1024;

    /// <summary>Copies a file, on disk when this returns; null when it is gone, which is what erasing does to it.</summary>
    public static CopiedFile? Copy(string from, string folder, string name)
    {
        try
        {
            using var source = Open(from);
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            var copied = Follow(source, name, target);
            RandomAccess.FlushToDisk(target.SafeFileHandle);
            return copied;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>What lies there now; null when nothing does.</summary>
    public static CopiedFile? Read(string folder, string name)
    {
        try
        {
            using var file = Open(Path.Combine(folder, name));
            return Follow(file, name, Stream.Null);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The program goes on beside it, and may take the file away.</summary>
    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    private static CopiedFile Follow(Stream source, string name, Stream target)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (block, bytes) = (new byte[Block], 0L);
        while (source.Read(block) is > 0 and var count)
        {
            hash.AppendData(block, 0, count);
            target.Write(block, 0, count);
            bytes += count;
        }
        return new CopiedFile(name, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
