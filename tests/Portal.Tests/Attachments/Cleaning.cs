using MetadataExtractor;
using Smederijen.Portal.Attachments;

namespace Smederijen.Portal.Tests.Attachments;

/// <summary>Cleans a file and looks at the outcome through the eyes of an independent reader.</summary>
internal static class Cleaning
{
    public static byte[] Clean(byte[] file) => Sanitizer.Clean(file).ShouldBeOfType<Sanitized.CleanFile>().Bytes.ToArray();

    public static Sanitized.Refused Refuse(byte[] file) => Sanitizer.Clean(file).ShouldBeOfType<Sanitized.Refused>();

    /// <summary>What a metadata reader finds beside the picture itself, as "directory: tag = text".</summary>
    public static IEnumerable<string> WhatItTells(byte[] file) =>
        from directory in ImageMetadataReader.ReadMetadata(new MemoryStream(file))
        where directory.Name is not ("JPEG" or "JFIF" or "Huffman" or "File Type" or "WebP" or "PNG-IHDR" or "PNG-PLTE" or "PNG-sBIT")
        from tag in directory.Tags
        select $"{directory.Name}: {tag.Name} = {tag.Description}";

    public static bool Holds(this byte[] file, string text) => file.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(text)) >= 0;
}
