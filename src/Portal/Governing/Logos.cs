using Smederijen.Portal.Uploading;

namespace Smederijen.Portal.Governing;

/// <summary>
/// The picture of a logo, on its way from a form or a file into the settings and back. It is stored before the draft that names it; a day later, and
/// a day after a draft went, it is thrown away unless a version or a draft names it.
/// </summary>
public sealed class Logos(IAttachmentStore attachments, StrayFiles strays)
{
    public const string Field = "logo";

    /// <summary>Ticked where the logo of now has to go.</summary>
    public const string Remove = "logo.weg";

    private const string Unknown = "Wij hebben dit logo niet (meer). Kies het plaatje opnieuw.";

    private static readonly FileOwner s_owner = new(Partitions.Settings, SettingsKeys.Municipality);

    /// <summary>Whether some version, or the draft, has this logo.</summary>
    public static FilesOf In(IEntityStore store) => async (owner, file, cancellation) =>
    {
        if (owner != s_owner)
            return false;
        await foreach (var row in store.All(Partitions.Settings, RowRange.Prefix($"{SettingsKeys.Name}|{SettingsKeys.Municipality}|"), cancellation))
            if ((row.Row == SettingsKeys.Draft(SettingsKeys.Municipality) || SettingsKeys.ReadDocument(row.Row) is not null)
                && row.Read(SettingsJson.Default.MunicipalitySettings).Logo?.File == file)
                return true;
        return false;
    };

    /// <summary>
    /// The settings with the logo that was chosen in the form, if any. What is wrong with it is told at its field; what is fine stays with the form
    /// when that comes back for something else.
    /// </summary>
    public async Task<object> Take(HttpContext http, Typed typed, object content)
    {
        if (content is not MunicipalitySettings municipality)
            return content;
        var cancellation = http.RequestAborted;
        var posted = await http.Request.ReadFormAsync(cancellation);
        var chosen = await Uploads.ReadOne(new PostedFiles(http, posted.Files, typed.Raw), Field, typed.Errors, LogoPicture.Law, cancellation);
        if (typed.Errors.Any)
            return content;
        if (chosen is not null)
            return municipality with { Logo = await Store(chosen.Kind, await BytesOf(chosen.Content, cancellation), cancellation) };
        if (municipality.Logo is not { Width: 0 } unmeasured)
            return content;
        if (await Find(unmeasured.File, cancellation) is { } known)
            return municipality with { Logo = known };
        typed.Errors.Add(Field, Unknown);
        return content;
    }

    /// <summary>The settings of a file with the logo that stands in it: as it is here already, or else drawn anew.</summary>
    /// <param name="wrong">What is wrong with it; nothing is stored where something is.</param>
    internal async Task<object> Take(object content, FileErrors wrong, CancellationToken cancellation)
    {
        if (content is not MunicipalitySettings { Logo: { } logo } municipality)
            return content;
        const string Place = $"{SettingsKeys.Municipality}.{Field}";
        if (await Find(logo.File, cancellation) is { } known && (logo.Content is null || BytesIn(logo.Content) is { } same
            && LogoPicture.NameOf(LogoPicture.Parse(known.File)!.Kind, same).ToString() == known.File))
            return municipality with { Logo = known };
        if (logo.Content is null)
            wrong.Add(Place, "Wij hebben dit logo niet. Zet het plaatje in content, als base64, of haal het logo weg.");
        else if (BytesIn(logo.Content) is not { } bytes)
            wrong.Add($"{Place}.content", "Dit is geen base64. Zet een PNG of JPEG om in base64, of haal het logo weg.");
        else
            switch (await Uploads.Judge(bytes, LogoPicture.Law, cancellation))
            {
                case Sanitized.CleanFile clean:
                    return municipality with { Logo = await Store(clean.Kind, clean.Bytes, cancellation) };
                case Sanitized.Refused refused:
                    wrong.Add($"{Place}.content", refused.Reason);
                    break;
            }
        return content;
    }

    /// <summary>The settings with the picture of their logo in them, for a file that stands by itself.</summary>
    public async Task<object> Whole(object content, CancellationToken cancellation)
    {
        if (content is not MunicipalitySettings { Logo: { } logo } municipality)
            return content;
        await using var stored = await attachments.Open(logo.File, cancellation);
        return stored is null ? content
            : municipality with { Logo = logo with { Content = Convert.ToBase64String(await BytesOf(stored, cancellation)) } };
    }

    /// <summary>A draft goes or gets another logo: if nothing else names the one that it had, that is thrown away.</summary>
    /// <param name="next">What comes in its place; null for nothing.</param>
    public async Task LetGo(object? draft, object? next, CancellationToken cancellation)
    {
        if (draft is MunicipalitySettings { Logo: { } logo } && LogoPicture.Parse(logo.File) is { } name
            && (next as MunicipalitySettings)?.Logo?.File != logo.File)
            await strays.Announce(s_owner, [name], cancellation);
    }

    private async Task<HouseLogo> Store(FileKind kind, ReadOnlyMemory<byte> picture, CancellationToken cancellation)
    {
        var name = LogoPicture.NameOf(kind, picture.Span);
        // Nothing takes this back: when the day is over, it is looked up whether something names the file.
        await strays.Announce(s_owner, [name], cancellation);
        using var content = new MemoryStream(picture.ToArray(), writable: false);
        await attachments.Save(name.ToString(), content, cancellation);
        return Measured(name, picture.Span);
    }

    /// <summary>A logo that is stored; null for any other name, so that no file of a resident becomes one.</summary>
    private async Task<HouseLogo?> Find(string file, CancellationToken cancellation)
    {
        if (LogoPicture.Parse(file) is not { } name)
            return null;
        await using var stored = await attachments.Open(file, cancellation);
        return stored is null ? null : Measured(name, (await BytesOf(stored, cancellation)).AsSpan());
    }

    private static HouseLogo Measured(AttachmentName name, ReadOnlySpan<byte> picture)
    {
        var (width, height) = LogoPicture.SizeOf(picture)
            ?? throw new InvalidOperationException("A logo that was drawn here has no size: restore the attachments from their backup.");
        return new(name.ToString(), width, height);
    }

    private static byte[]? BytesIn(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var written) ? bytes[..written] : null;
    }

    private static async Task<byte[]> BytesOf(Stream stream, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellation);
        return content.ToArray();
    }
}
