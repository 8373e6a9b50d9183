using System.Text;

namespace Smederijen.Bench.Load;

/// <summary>Requests as the bytes that go over the wire, made before the clock starts.</summary>
internal static class Requests
{
    public static byte[] Get(string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");

    /// <param name="cookie">Empty for none.</param>
    public static byte[] PostForm(string path, string form, string cookie = "") => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + (cookie.Length > 0 ? $"Cookie: {cookie}\r\n" : "")
        + $"Content-Length: {form.Length}\r\n\r\n{form}");

    public static string Form(params (string Name, string Value)[] fields) =>
        string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
}
