namespace Smederijen.Portal.Settings;

/// <summary>
/// Colours of the municipality in the place of those that come with the program, each as <c>#rrggbb</c>. An empty one is made of the main colour,
/// or stays as it comes.
/// </summary>
/// <param name="Main">Links, buttons and lines.</param>
/// <param name="Dark">Headings, the foot of the page and the ring around what has the focus.</param>
/// <param name="Pale">What stands behind notices.</param>
/// <param name="Accent">The bar before the name of the site.</param>
public sealed record HouseColours(string Main = "", string Dark = "", string Pale = "", string Accent = "")
{
    [JsonIgnore]
    public bool AreNone => this == new HouseColours();
}

/// <summary>The logo of the municipality, as it was drawn anew from what somebody sent.</summary>
/// <param name="File">Its name among the attachments, made of a hash of its content: another picture has another name.</param>
/// <param name="Width">In pixels, as is its height.</param>
/// <param name="Content">The picture itself in base64, in a file with settings only: what is stored names it.</param>
public sealed record HouseLogo(string File = "", int Width = 0, int Height = 0, string? Content = null);
