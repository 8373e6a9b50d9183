using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Smederijen.Portal.Http;

/// <summary>A page: a Razor component with its model, rendered on the server. The parameter of a component that takes one is named Model.</summary>
public sealed class PageOf<TComponent>(object? model = null, int status = StatusCodes.Status200OK) : IResult where TComponent : IComponent
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = Encoding.UTF8.GetBytes(await Html.Render<TComponent>(httpContext.RequestServices, model));
        httpContext.Response.StatusCode = status;
        await WholeBody.Send(httpContext, "text/html; charset=utf-8", html);
    }
}

/// <summary>Renders a component to text, for pages and for mails.</summary>
public static class Html
{
    public static async Task<string> Render<TComponent>(IServiceProvider services, object? model) where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = model is null ? ParameterView.Empty : ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(parameters)).ToHtmlString());
    }
}
