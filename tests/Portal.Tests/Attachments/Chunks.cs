using System.Buffers.Binary;
using System.Text;

namespace Smederijen.Portal.Tests.Attachments;

internal sealed record Chunk(string Type, byte[] Data);

/// <summary>Takes PNGs apart and builds them.</summary>
internal static class Pngs
{
    public static readonly byte[] Start = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n'];

    public static List<Chunk> Chunks(byte[] png)
    {
        var chunks = new List<Chunk>();
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            chunks.Add(new(Encoding.Latin1.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }

        return chunks;
    }

    public static byte[] Build(params IEnumerable<Chunk> chunks) => [.. Start, .. chunks.SelectMany(Bytes)];

    /// <summary>Puts chunks between the header and the rest.</summary>
    public static byte[] With(byte[] png, params Chunk[] added)
    {
        var chunks = Chunks(png);
        return Build([chunks[0], .. added, .. chunks[1..]]);
    }

    /// <summary>Some bytes whose header asks for this many pixels.</summary>
    public static byte[] OfSize(int width, int height)
    {
        var chunks = Chunks(Sample.Read("plain.png"));
        BinaryPrimitives.WriteInt32BigEndian(chunks[0].Data, width);
        BinaryPrimitives.WriteInt32BigEndian(chunks[0].Data.AsSpan(4), height);
        return Build(chunks);
    }

    private static byte[] Bytes(Chunk chunk)
    {
        byte[] bytes = [0, 0, 0, 0, .. Encoding.Latin1.GetBytes(chunk.Type), .. chunk.Data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(bytes, chunk.Data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(bytes.Length - 4), Crc(bytes[4..^4]));
        return bytes;
    }

    /// <summary>CRC-32 bit by bit, apart from the table in the product.</summary>
    private static uint Crc(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (int bit in bytes.SelectMany(b => Enumerable.Range(0, 8).Select(n => (b >> n) & 1)))
        {
            crc = ((crc ^ (uint)bit) & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}

/// <summary>Takes WebPs apart and builds them.</summary>
internal static class WebPs
{
    public static List<Chunk> Chunks(byte[] webp)
    {
        var chunks = new List<Chunk>();
        for (int at = 12; at < webp.Length;)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(webp.AsSpan(at + 4));
            chunks.Add(new(Encoding.Latin1.GetString(webp, at, 4), webp[(at + 8)..(at + 8 + length)]));
            at += 8 + length + (length & 1);
        }

        return chunks;
    }

    public static byte[] Build(params IEnumerable<Chunk> chunks)
    {
        byte[] webp = [.. "RIFF\0\0\0\0WEBP"u8, .. chunks.SelectMany(Bytes)];
        BinaryPrimitives.WriteInt32LittleEndian(webp.AsSpan(4), webp.Length - 8);
        return webp;
    }

    private static byte[] Bytes(Chunk chunk)
    {
        byte[] bytes = [.. Encoding.Latin1.GetBytes(chunk.Type), 0, 0, 0, 0, .. chunk.Data, .. new byte[chunk.Data.Length & 1]];
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), chunk.Data.Length);
        return bytes;
    }
}
