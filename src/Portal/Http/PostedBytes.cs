using System.Buffers;

namespace Smederijen.Portal.Http;

/// <summary>Reads the body of a program as it came.</summary>
internal static class PostedBytes
{
    /// <summary>The whole body; null when it is larger than <paramref name="most"/> bytes, of which no more is read then.</summary>
    public static async Task<byte[]?> Read(HttpContext http, int most)
    {
        if (http.Request.ContentLength > most)
            return null;
        var read = await http.Request.BodyReader.ReadAtLeastAsync(most + 1, http.RequestAborted);
        var body = read.Buffer.Length > most ? null : read.Buffer.ToArray();
        http.Request.BodyReader.AdvanceTo(read.Buffer.End);
        return body;
    }
}
