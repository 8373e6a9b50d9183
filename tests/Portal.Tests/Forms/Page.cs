using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Storage;

namespace Smederijen.Portal.Tests.Forms;

/// <summary>Renders components as the hosts do. Parameters are the properties of an anonymous object.</summary>
internal static partial class Page
{
    /// <summary>Before anybody filled anything in.</summary>
    private static readonly ServiceProvider s_services = new ServiceCollection().AddLogging().AddPortal()
        .AddSingleton(new PlainStore(new InMemoryEntityStore())).AddSingleton(TimeProvider.System).BuildServiceProvider();

    public static string Html<TComponent>(object? parameters = null) where TComponent : IComponent =>
        Render(typeof(TComponent), Named(parameters)).GetAwaiter().GetResult();

    /// <summary>The field as it stands on a page that came back with these errors, without the frame of the page.</summary>
    public static string WithErrors<TField>(FormErrors errors, object parameters) where TField : IComponent
    {
        var page = Html<Document>(new { Title = "Dien uw idee in", Errors = errors, ChildContent = Fragment<TField>(parameters) });
        var start = page.IndexOf("</ul></div></div>", StringComparison.Ordinal) + "</ul></div></div>".Length;
        return page[start..page.IndexOf("</main>", StringComparison.Ordinal)];
    }

    public static RenderFragment Fragment<TComponent>(object parameters) where TComponent : IComponent => builder =>
    {
        builder.OpenComponent<TComponent>(0);
        foreach (var (name, value) in Named(parameters))
            builder.AddComponentParameter(1, name, value);
        builder.CloseComponent();
    };

    public static RenderFragment Text(string text) => builder => builder.AddContent(0, text);

    private static Dictionary<string, object?> Named(object? parameters) =>
        parameters?.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(parameters)) ?? [];

    private static async Task<string> Render(Type component, Dictionary<string, object?> parameters)
    {
        await using var renderer = new HtmlRenderer(s_services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(parameters))).ToHtmlString());
        return SpaceBetweenTags().Replace(html, "><").Trim();
    }

    [GeneratedRegex(@">\s+<")]
    private static partial Regex SpaceBetweenTags();
}
