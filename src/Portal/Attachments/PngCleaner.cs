using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;

namespace Smederijen.Portal.Attachments;

/// <summary>
/// Copies a PNG chunk by chunk (W3C PNG specification): pixels, palette, transparency and colour are kept, and of Exif the orientation.
/// Of a moving PNG the still picture remains.
/// </summary>
internal static class PngCleaner
{
    /// <summary>Length, type and checksum around the data of a chunk.</summary>
    private const int Around = 12;

    private const int RoomForOrientation = 64;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static Sanitized Clean(ReadOnlySpan<byte> file)
    {
        var output = new ArrayBufferWriter<byte>(file.Length + RoomForOrientation);
        output.Write(Signature);
        var rest = file[Signature.Length..];
        var progress = new PngProgress();
        Span<char> type = stackalloc char[4];

        while (TryReadChunk(ref rest, type, out var chunk))
        {
            var data = chunk[8..^4];
            if (progress.Refuses(type, data) is { } refusal)
            {
                return refusal;
            }

            switch (type)
            {
                case "IEND":
                    output.Write(chunk);
                    return new Sanitized.CleanFile(FileKind.Png, output.WrittenMemory);
                case "eXIf" when progress.MayTurn && PhotoOrientation.Read(data) is not PhotoOrientation.Upright and var turn:
                    WriteChunk(output, "eXIf"u8, PhotoOrientation.Write(turn));
                    progress.Turned();
                    break;
                case var _ when IsKept(type, data.Length):
                    output.Write(chunk);
                    break;
            }
        }

        return Sanitized.Refused.Damaged;
    }

    /// <summary>What a decoder needs to show the pixels in their colours. A chunk longer than its definition allows is no such chunk.</summary>
    private static bool IsKept(ReadOnlySpan<char> type, int length) => type switch
    {
        "IHDR" or "PLTE" or "IDAT" or "iCCP" => true,
        "tRNS" => length <= 256,
        "cHRM" => length == 32,
        "gAMA" or "cICP" => length == 4,
        "sRGB" => length == 1,
        "sBIT" => length <= 4,
        "bKGD" => length <= 6,
        "mDCV" => length == 24,
        "cLLI" => length == 8,
        _ => false,
    };

    private static bool TryReadChunk(ref ReadOnlySpan<byte> rest, scoped Span<char> type, out ReadOnlySpan<byte> chunk)
    {
        chunk = default;
        if (rest.Length < Around || BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length > rest.Length - Around)
        {
            return false;
        }

        chunk = rest[..((int)length + Around)];
        rest = rest[chunk.Length..];
        Encoding.ASCII.GetChars(chunk[4..8], type);
        return !type.ContainsAnyExcept(AsciiLetters)
            && Crc32.HashToUInt32(chunk[4..^4]) == BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]);
    }

    private static readonly SearchValues<char> AsciiLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static void WriteChunk(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = output.GetSpan(data.Length + Around)[..(data.Length + Around)];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk[4..]);
        data.CopyTo(chunk[8..]);
        BinaryPrimitives.WriteUInt32BigEndian(chunk[^4..], Crc32.HashToUInt32(chunk[4..^4]));
        output.Advance(chunk.Length);
    }
}
