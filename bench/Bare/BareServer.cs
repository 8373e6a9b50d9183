using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Smederijen.Bench.Bare;

/// <summary>
/// The yardstick for everything over HTTP: Kestrel without routing, forms or pages. A POST keeps its body in a
/// <see cref="BareStore"/>; a GET answers a page of a given size from memory.
/// </summary>
internal static class BareServer
{
    public const string Ready = "bare server on ";

    public static async Task Serve(string folder, int pageBytes)
    {
        using var store = new BareStore(folder);
        var page = new byte[pageBytes];
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        await using var app = builder.Build();
        app.Run(http => HttpMethods.IsPost(http.Request.Method) ? Keep(http, store) : Show(http, page));
        await app.StartAsync();
        Console.WriteLine(Ready + app.Urls.First());
        await app.WaitForShutdownAsync();
    }

    private static async Task Keep(HttpContext http, BareStore store)
    {
        var body = new byte[(int)http.Request.ContentLength!];
        await http.Request.Body.ReadExactlyAsync(body);
        await store.Insert(body);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.ContentLength = 0;
    }

    private static Task Show(HttpContext http, byte[] page)
    {
        http.Response.ContentLength = page.Length;
        return http.Response.Body.WriteAsync(page).AsTask();
    }
}
