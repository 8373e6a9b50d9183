using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;

namespace Smederijen.Browser.Tests;

/// <summary>A photo made here: a small PNG with a comment in it that must not reach the website.</summary>
internal static class Photo
{
    public const string Comment = "52.7286 N 6.4901 O";

    public static FilePayload Png(string name = "bankje.png") => new() { Name = name, MimeType = "image/png", Buffer = Bytes() };

    private static byte[] Bytes()
    {
        const int side = 64;
        var pixels = new byte[side * (1 + side * 3)];
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var at = y * (1 + side * 3) + 1 + x * 3;
                (pixels[at], pixels[at + 1], pixels[at + 2]) = ((byte)(40 + x), (byte)(120 + y), 90);
            }
        }
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(pixels);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), side);
        (header[8], header[9]) = (8, 2);
        return [
            0x89, .. "PNG\r\n"u8, 0x1a, 0x0a,
            .. Chunk("IHDR", header), .. Chunk("tEXt", Encoding.Latin1.GetBytes($"Comment\0{Comment}")),
            .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var chunk = new byte[8 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + body.Length), Crc(body));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
        return ~crc;
    }
}
