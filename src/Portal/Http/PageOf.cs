using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Smederijen.Portal.Http;

/// <summary>A page before it is rendered.</summary>
public abstract class AnyPage(object? model, int status) : IResult
{
    public object? Model => model;

    public int Status => status;

    /// <summary>The same page as the answer to something else.</summary>
    public abstract AnyPage Under(int other);

    public abstract Task ExecuteAsync(HttpContext httpContext);
}

/// <summary>A page: a Razor component with its model, rendered on the server. The parameter of a component that takes one is named Model.</summary>
public sealed class PageOf<TComponent>(object? model = null, int status = StatusCodes.Status200OK) : AnyPage(model, status)
    where TComponent : IComponent
{
    public override AnyPage Under(int other) => new PageOf<TComponent>(Model, other);

    public override async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = Encoding.UTF8.GetBytes(await Html.Render<TComponent>(httpContext.RequestServices, Model));
        httpContext.Response.StatusCode = Status;
        await WholeBody.Send(httpContext, "text/html; charset=utf-8", html);
    }
}

/// <summary>Renders a component to text, for pages and for mails. What turns lines around or hides in them stays out (<see cref="Tidy.Shown"/>).</summary>
public static class Html
{
    public static async Task<string> Render<TComponent>(IServiceProvider services, object? model) where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = model is null ? ParameterView.Empty : ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model });
        return Tidy.Shown(await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<TComponent>(parameters)).ToHtmlString()));
    }
}
