using System.Net.Sockets;
using System.Text.Json;
using Smederijen.LocalHost.Mailbox;

namespace Smederijen.LocalHost.Tests.Crash;

/// <summary>What came back. <paramref name="Step"/> is the page of the link that was followed, if any.</summary>
internal sealed record Reply(int Status, string Location, string Cookie, string Step = "")
{
    public bool Accepted => Status is >= 200 and < 400;
}

/// <summary>Talks to one run of the program, and counts the requests.</summary>
internal sealed class Counter(HttpClient http)
{
    private int _requests;

    public int Requests => _requests;

    /// <summary>The cookie of each member of the staff who signed in.</summary>
    public Dictionary<string, string> StaffCookies { get; } = new(StringComparer.Ordinal);

    public Task<Reply> Get(string path) => Ask(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Reply> Post(string path, HttpContent content, string cookie = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (cookie.Length > 0)
            request.Headers.Add("Cookie", cookie);
        return Ask(request);
    }

    /// <summary>The newest hundred mails.</summary>
    public async Task<List<MailJson>> Mails()
    {
        var (response, body) = await Send(new HttpRequestMessage(HttpMethod.Get, "/postvak/berichten"));
        response.Dispose();
        return JsonSerializer.Deserialize(body, MailboxJson.Default.ListMailJson)!;
    }

    public async Task SignIn(string member, string link)
    {
        var opened = await Get(link);
        StaffCookies[member] = (await Post(opened.Location, new FormUrlEncodedContent([]), opened.Cookie)).Cookie;
    }

    private async Task<Reply> Ask(HttpRequestMessage request)
    {
        var (response, _) = await Send(request);
        using var answer = response;
        var cookie = response.Headers.TryGetValues("Set-Cookie", out var values) ? values.First().Split(';')[0] : "";
        return new Reply((int)response.StatusCode, response.Headers.Location?.OriginalString ?? "", cookie);
    }

    /// <exception cref="HttpRequestException">The program was killed; whether it did what was asked is unknown.</exception>
    private async Task<(HttpResponseMessage Response, byte[] Body)> Send(HttpRequestMessage request)
    {
        Interlocked.Increment(ref _requests);
        try
        {
            using var sent = request;
            var response = await http.SendAsync(request);
            return (response, await response.Content.ReadAsByteArrayAsync());
        }
        catch (Exception broken) when (broken is SocketException or IOException)
        {
            throw new HttpRequestException("The connection broke.", broken);
        }
    }
}
