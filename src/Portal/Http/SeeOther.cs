using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Smederijen.Portal.Http;

/// <summary>
/// After a post: go and look there, so that reloading the page posts nothing again (303). It says so in a body as well, because what has
/// none is not passed on by the Functions host before all work of the invocation is done.
/// </summary>
public sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.Location = address;
        var body = Encoding.UTF8.GetBytes(
            $"""<!doctype html><html lang="nl"><title>Ga verder</title><p><a href="{HtmlEncoder.Default.Encode(address)}">Ga verder</a></p></html>""");
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, 0, body.Length, httpContext.RequestAborted);
    }
}
