using Microsoft.AspNetCore.Components;

namespace Smederijen.Portal.Forms;

/// <summary>
/// What every field has: a label, a hint, an error, and stable ids that tie them together. The first control of a field has
/// the id <c>veld-{name}</c>, so that the error summary can link to it.
/// </summary>
public abstract class Field : ComponentBase
{
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The name that the form posts.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Shown with the label as "(niet verplicht)". Fields are required unless this is set.</summary>
    [Parameter]
    public bool Optional { get; set; }

    /// <summary>Only needed outside a page with errors; otherwise the error comes from <see cref="Errors"/>.</summary>
    [Parameter]
    public string? Error { get; set; }

    [CascadingParameter]
    public FormErrors? Errors { get; set; }

    internal virtual string? FullHint => Hint;

    internal virtual bool IsReadOnly => false;

    internal string? Message => Error ?? Errors?.For(Name);

    internal bool Invalid => Message is not null;

    internal string Id => IdOf(Name);

    internal string HintId => $"{Id}-uitleg";

    internal string ErrorId => $"{Id}-fout";

    /// <summary>The value of <c>aria-describedby</c>: what a screen reader says after the label.</summary>
    internal string? DescribedBy => (FullHint, Message) switch
    {
        (null, null) => null,
        (null, _) => ErrorId,
        (_, null) => HintId,
        _ => $"{HintId} {ErrorId}",
    };

    internal static string IdOf(string name) => $"veld-{name}";
}
