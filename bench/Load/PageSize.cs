namespace Smederijen.Bench.Load;

/// <summary>How large a page is, so that the bare server answers with as many bytes.</summary>
internal static class PageSize
{
    public static async Task<int> Of(int port, byte[] request)
    {
        using var http = new HttpClient();
        var path = System.Text.Encoding.ASCII.GetString(request).Split(' ')[1];
        return (await http.GetByteArrayAsync(new Uri($"http://127.0.0.1:{port}{path}"))).Length;
    }
}
