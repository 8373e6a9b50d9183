namespace Smederijen.Portal.Mail;

/// <summary>Prints a letter twice: as plain text and as simple HTML that every mail program shows.</summary>
public sealed class LetterPress(IServiceProvider services, SettingsBook settings, IOptions<PortalOptions> portal)
{
    /// <summary>The letter with the name of the municipality below it, in its house style.</summary>
    public Letter OfTheMunicipality(Letter letter) => letter with
    {
        Closing = settings.Municipality.SignsAs,
        Look = LetterLook.Of(settings.Municipality, portal.Value.PublicUrl),
    };

    public Task<string> Html(Letter letter) => Http.Html.Render<LetterMail>(services, letter);

    public static string Text(Letter letter)
    {
        var text = new StringBuilder().Append(letter.Greeting).Append("\n\n");
        foreach (var paragraph in letter.Paragraphs)
            text.Append(paragraph).Append("\n\n");
        foreach (var fact in letter.Facts ?? [])
            text.Append(fact.Name).Append(": ").Append(fact.Value).Append('\n');
        if (letter.Facts is { Count: > 0 })
            text.Append('\n');
        foreach (var item in letter.Items)
            text.Append(item.Link.Words).Append('\n').Append(item.Detail).Append('\n').Append(item.Link.Address).Append("\n\n");
        if (letter.Button is { } button)
            text.Append(button.Words).Append(":\n").Append(button.Address).Append("\n\n");
        foreach (var link in letter.Also ?? [])
            text.Append(link.Words).Append(":\n").Append(link.Address).Append("\n\n");
        return Tidy.Shown(text.Append("Met vriendelijke groet,\n").Append(letter.Closing).Append('\n').ToString());
    }
}
