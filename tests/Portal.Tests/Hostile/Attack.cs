using System.Text;
using Microsoft.AspNetCore.Http;
using Smederijen.Portal.Http;

namespace Smederijen.Portal.Tests.Hostile;

/// <summary>A request as it reaches the portal from a host, however odd.</summary>
/// <param name="CutOff">The connection breaks before the end of the body.</param>
internal sealed record Attack(
    string Endpoint, string Method, string Path, string Query, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body, string? ContentType,
    bool CutOff, bool AsStaff)
{
    public void Shape(DefaultHttpContext http)
    {
        http.Request.Method = Method;
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("127.0.0.1:7071");
        http.Request.Path = new PathString(Path);
        http.Request.QueryString = new QueryString(Query);
        http.Request.Body = CutOff ? new CutOffStream(Body) : new MemoryStream(Body);
        http.Request.ContentLength = CutOff ? Body.Length * 2 + 1 : Body.Length;
        http.Request.ContentType = ContentType;
        foreach (var (name, value) in Headers)
            http.Request.Headers[name] = value;
        if (AsStaff)
            http.Features.Set(new StaffMember("anna", "Anna", new HashSet<string> { "medewerker" }));
    }

    public override string ToString() =>
        $"{Endpoint}: {Method} {Show(Path)}{Show(Query)}\n{string.Join('\n', Headers.Select(header => $"{header.Name}: {Show(header.Value)}"))}\n" +
        $"Content-Type: {ContentType} ({Body.Length} bytes{(CutOff ? ", cut off" : "")})\n{Show(Encoding.Latin1.GetString(Body))}";

    private static string Show(string text) =>
        Uri.EscapeDataString(text.Length > 1500 ? text[..1500] : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));

    /// <summary>Ends as a broken connection does in Kestrel.</summary>
    private sealed class CutOffStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Position < Length
            ? base.ReadAsync(buffer, cancellationToken)
            : throw new BadHttpRequestException("Unexpected end of request content.");

        public override int Read(byte[] buffer, int offset, int count) => Position < Length
            ? base.Read(buffer, offset, count)
            : throw new BadHttpRequestException("Unexpected end of request content.");
    }
}
