namespace Smederijen.Portal.Forms;

public enum ButtonKind
{
    /// <summary>The one thing that this page is for.</summary>
    Primary,
    Secondary,

    /// <summary>For what cannot be taken back.</summary>
    Danger,
}

internal static class ButtonKinds
{
    public static string Modifiers(this ButtonKind kind, string block) => kind switch
    {
        ButtonKind.Secondary => $"{block} {block}--secondary-action",
        ButtonKind.Danger => $"{block} {block}--primary-action {block}--danger",
        _ => $"{block} {block}--primary-action",
    };
}
