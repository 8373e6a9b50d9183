using Microsoft.AspNetCore.Http;
using Smederijen.Portal.Tests;

namespace Smederijen.LocalHost.Tests;

/// <summary>What people with a browser do, over real HTTP.</summary>
internal static class Visiting
{
    public static async Task<Answer> Ask(
        this HttpClient visitor, HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] also)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in also)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue(name);
        using var response = await visitor.SendAsync(request);
        var headers = new HeaderDictionary();
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
            headers[name] = values.ToArray();
        return new Answer(path, (int)response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync());
    }

    public static Task<Answer> Get(this HttpClient visitor, string path, params (string Name, string Value)[] also) =>
        visitor.Ask(HttpMethod.Get, path, null, also);

    public static Task<Answer> Post(this HttpClient visitor, string path, object form, params (string Name, string Value)[] also) =>
        visitor.Ask(HttpMethod.Post, path, new FormUrlEncodedContent(Fields(form)), also);

    /// <summary>The fields of a form, as the properties of an object.</summary>
    public static Dictionary<string, string> Fields(object form) =>
        form.GetType().GetProperties().ToDictionary(field => field.Name, field => field.GetValue(form)?.ToString() ?? "");
}
