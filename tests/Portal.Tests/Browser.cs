using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Smederijen.Portal.Http;
using Endpoint = Smederijen.Portal.Http.Endpoint;

namespace Smederijen.Portal.Tests;

/// <summary>
/// A tiny browser before the endpoints that both editions serve: it finds the route as the hosts do, goes in by the gate,
/// keeps cookies by path, and follows redirects when asked to.
/// </summary>
public sealed class Browser(IServiceProvider services)
{
    private static readonly IReadOnlyList<(Endpoint Endpoint, TemplateMatcher Matcher)> Routes =
    [
        .. Endpoints.All.Select(endpoint => (Endpoint: endpoint, Template: TemplateParser.Parse(endpoint.Pattern.TrimStart('/'))))
            .OrderBy(route => RoutePrecedence.ComputeInbound(route.Template))
            .Select(route => (route.Endpoint, new TemplateMatcher(route.Template, []))),
    ];

    private readonly CookieContainer _cookies = new();

    /// <summary>Under which address it asks.</summary>
    public string Origin { get; init; } = "http://127.0.0.1:7071";

    /// <summary>The network address that the portal sees.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Whether cookies are on.</summary>
    public bool KeepsCookies { get; init; } = true;

    /// <summary>The cookies that would go along to an address.</summary>
    public IReadOnlyList<Cookie> CookiesFor(string path) => [.. _cookies.GetCookies(new Uri(Origin + path)).Cast<Cookie>()];

    /// <summary>Signed in as this member of the staff.</summary>
    public StaffMember? Staff { get; set; }

    public Task<Answer> Get(string path, params (string Name, string Value)[] headers) => Ask("GET", path, null, headers);

    /// <summary>Opens a page as people do, redirects included.</summary>
    public async Task<Answer> Open(string path) => await Follow(await Get(path));

    /// <summary>Posts a form and stops at the answer itself.</summary>
    /// <param name="form">An object whose properties are the fields.</param>
    public Task<Answer> Post(string path, object? form = null, params (string Name, string Value)[] headers) =>
        Ask("POST", path, new FormUrlEncodedContent(Fields(form)), headers);

    /// <summary>Posts a form with files and stops at the answer itself.</summary>
    public Task<Answer> PostWithFiles(string path, object form, string field, params (string Name, byte[] Content)[] files) =>
        PostWithFiles(path, form, [.. files.Select(file => (field, file.Name, file.Content))]);

    public Task<Answer> PostWithFiles(string path, object form, params (string Field, string Name, byte[] Content)[] files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in Fields(form))
            content.Add(new StringContent(value), name);
        foreach (var (field, name, bytes) in files)
            content.Add(new ByteArrayContent(bytes), field, name);
        return Ask("POST", path, content);
    }

    /// <summary>Posts a form and goes where the answer points to.</summary>
    public async Task<Answer> Send(string path, object? form = null) => await Follow(await Post(path, form));

    /// <summary>Opens a page and presses the button of its form, with the hidden fields of that page.</summary>
    public async Task<Answer> Press(string path, object? form = null)
    {
        var page = (await Open(path)).ShouldHave(200);
        var fields = Fields(form);
        fields["opdracht"] = page.Hidden("opdracht");
        return await Follow(await Ask("POST", page.Path, new FormUrlEncodedContent(fields)));
    }

    /// <summary>Any request at all.</summary>
    public async Task<Answer> Ask(string method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var scope = services.CreateScope();
        var url = new Uri(Origin + path);
        var http = await Request(scope.ServiceProvider, method, url, content, headers);
        var body = new MemoryStream();
        http.Response.Body = body;
        await Serve(http);
        foreach (var cookie in KeepsCookies ? http.Response.Headers.SetCookie : [])
            _cookies.SetCookies(url, cookie!);
        return new Answer(path, http.Response.StatusCode, http.Response.Headers, body.ToArray());
    }

    /// <summary>A request as no browser makes it: what <paramref name="shape"/> makes of it reaches the routes as it is.</summary>
    public async Task<Answer> Throw(Action<DefaultHttpContext> shape)
    {
        using var scope = services.CreateScope();
        var http = New(scope.ServiceProvider);
        http.Connection.RemoteIpAddress = Address;
        shape(http);
        var body = new MemoryStream();
        http.Response.Body = body;
        await Serve(http);
        return new Answer(http.Request.Path.Value ?? "", http.Response.StatusCode, http.Response.Headers, body.ToArray());
    }

    private async Task<Answer> Follow(Answer answer)
    {
        for (var hops = 0; answer.Location.Length > 0; hops++)
        {
            hops.ShouldBeLessThan(5, $"{answer.Path} redirects without end");
            answer = await Get(answer.Location);
        }
        return answer;
    }

    /// <summary>As both hosts make it: forms are read as the portal asks.</summary>
    private static DefaultHttpContext New(IServiceProvider scope) =>
        new() { RequestServices = scope, FormOptions = scope.GetRequiredService<IOptions<FormOptions>>().Value };

    private async Task<DefaultHttpContext> Request(
        IServiceProvider scope, string method, Uri url, HttpContent? content, (string Name, string Value)[] headers)
    {
        var http = New(scope);
        http.Connection.RemoteIpAddress = Address;
        http.Request.Method = method;
        http.Request.Scheme = url.Scheme;
        http.Request.Host = new HostString(url.Authority);
        http.Request.Path = PathString.FromUriComponent(url);
        http.Request.QueryString = QueryString.FromUriComponent(url);
        if (_cookies.GetCookieHeader(url) is { Length: > 0 } cookies)
            http.Request.Headers.Cookie = cookies;
        foreach (var (name, value) in headers)
            http.Request.Headers[name] = value;
        if (content is not null)
        {
            http.Request.Body = await content.ReadAsStreamAsync();
            http.Request.ContentType ??= content.Headers.ContentType?.ToString();
            http.Request.ContentLength = content.Headers.ContentLength;
        }
        if (Staff is not null)
            http.Features.Set(Staff);
        return http;
    }

    private static async Task Serve(DefaultHttpContext http)
    {
        var values = new RouteValueDictionary();
        var found = Routes.Where(route => route.Matcher.TryMatch(http.Request.Path, [])).ToList();
        var method = HttpMethods.IsHead(http.Request.Method) ? HttpMethods.Get : http.Request.Method;
        if (found.Find(route => route.Endpoint.Method == method) is not { Endpoint: not null } route)
        {
            await http.RequestServices.GetRequiredService<Gate>().ServeUnknown(http, [.. found.SelectMany(one => one.Endpoint.Methods).Distinct()]);
            return;
        }
        route.Matcher.TryMatch(http.Request.Path, values);
        http.Request.RouteValues = values;
        await (http.RequestServices.GetService<Door>() ?? http.RequestServices.GetRequiredService<Gate>().Serve)(route.Endpoint, http);
    }

    private static Dictionary<string, string> Fields(object? form) => form switch
    {
        null => [],
        IEnumerable<KeyValuePair<string, string>> pairs => new(pairs),
        _ => form.GetType().GetProperties().ToDictionary(field => field.Name, field => $"{field.GetValue(form)}"),
    };
}

/// <summary>What an edition has before the gate, if anything.</summary>
public delegate Task Door(Endpoint endpoint, HttpContext http);
