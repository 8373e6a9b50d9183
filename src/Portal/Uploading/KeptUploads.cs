using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Smederijen.Portal.Uploading;

/// <summary>
/// The shelf for files that were fine in a form that was not: sealed, for an hour, with nothing to find them by but the seal that the
/// form itself carries. So nobody chooses a photo twice, nobody reads one who did not send it, and nothing stays of a form that was given up.
/// </summary>
/// <remarks>
/// A stranger can lay something on it, so it has bounds, for one network and for all (<see cref="Limit.KeptPerAddress"/>). Beyond them the form
/// comes back without its files, and says so.
/// </remarks>
public sealed class KeptUploads(
    IAttachmentStore store, StrayFiles strays, RequestLimits limits, IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>No item has this id, so what is kept for it belongs to nothing, and goes.</summary>
    private const string Nobody = "bewaard";

    private const int LongestName = 100;
    private const int LongestSeal = 20_000;
    private const int Megabyte = 1024 * 1024;

    private readonly IDataProtector contents = protection.CreateProtector("Smederijen.KeptUploads.v1", "content");
    private readonly IDataProtector seals = protection.CreateProtector("Smederijen.KeptUploads.v1", "seal");

    /// <summary>What was put aside for this field before, but for what the sender took away.</summary>
    internal async Task<List<FineUpload>> Open(PostedFiles files, string field, FormErrors errors, CancellationToken cancellation)
    {
        var fine = new List<FineUpload>();
        var kept = Unseal(files.Text(KeptFiles.SealField(field)), files.Http.Request.Path) ?? [new KeptUpload("", "", default)];
        foreach (var file in Staying(kept, files.Text(KeptFiles.DropField(field))))
        {
            if (await Open(file, cancellation) is { } upload)
            {
                files.ThrowAwayAfterwards(upload);
                fine.Add(new FineUpload(upload, file.Name) { Kept = file });
            }
            else
                errors.Add(field, file.Name.Length > 0 ? $"Wij hebben {file.Name} niet meer. Kies het opnieuw." : "Wij hebben uw bestanden niet meer. Kies ze opnieuw.");
        }
        return fine;
    }

    /// <summary>Leaves what was put aside before with a form that comes back before anyone looked at its files.</summary>
    public void Leave(HttpContext http, IReadOnlyDictionary<string, string> texts)
    {
        foreach (var (name, sealedText) in texts)
        {
            if (KeptFiles.FieldOfSeal(name) is { } field)
                StayWith(http, field, [
                    .. Staying(Unseal(sealedText, http.Request.Path) ?? [], texts.GetValueOrDefault(KeptFiles.DropField(field), ""))
                        .Where(file => file.Until > clock.GetUtcNow()),
                ]);
        }
    }

    /// <param name="dropped">The numbers of what the sender took away.</param>
    private static IEnumerable<KeptUpload> Staying(IReadOnlyList<KeptUpload> files, string dropped)
    {
        var numbers = dropped.Split(',');
        return files.Where((_, index) => !numbers.Contains($"{index + 1}"));
    }

    /// <summary>Puts aside what is fine and was not refused since, and tells the form which seal to carry.</summary>
    internal async Task Keep(PostedFiles files, string field, IReadOnlyList<FineUpload> fine)
    {
        var cancellation = files.Http.RequestAborted;
        var kept = new List<KeptUpload>();
        foreach (var file in fine.Where(file => !files.IsRefused(file.Content)))
        {
            if (file.Kept is { } before)
                kept.Add(before);
            else if (await HasRoom(files.Http, file.Content.Length, cancellation))
                kept.Add(await Keep(file, files.Http.Request.RouteValues["smederij"] as string ?? Partitions.Stuurgroep, cancellation));
            else
                break;
        }
        StayWith(files.Http, field, kept);
    }

    private void StayWith(HttpContext http, string field, IReadOnlyList<KeptUpload> kept)
    {
        if (kept.Count > 0)
            PutAside.In(http)[field] = new KeptFiles(Seal(kept, http.Request.Path), [.. kept.Select(file => file.Name)]);
        else
            PutAside.In(http).Remove(field);
    }

    private async Task<KeptUpload> Keep(FineUpload file, string partition, CancellationToken cancellation)
    {
        var name = new AttachmentName($"{Nobody}{Guid.NewGuid():N}", file.Content.Kind);
        var until = clock.GetUtcNow() + Lasts;
        await strays.Announce(new FileOwner(partition, Nobody), [name], Lasts, cancellation);
        var bytes = new byte[file.Content.Length];
        await file.Content.Content.ReadExactlyAsync(bytes, cancellation);
        using var content = new MemoryStream(contents.Protect(bytes), writable: false);
        await store.Save(name.ToString(), content, cancellation);
        return new KeptUpload(name.ToString(), Shown(file.Name), until);
    }

    /// <summary>Null when it is gone, or its hour is over.</summary>
    private async Task<CleanUpload?> Open(KeptUpload file, CancellationToken cancellation)
    {
        if (file.Until <= clock.GetUtcNow() || AttachmentName.Parse(file.File) is not { } name)
            return null;
        await using var stored = await store.Open(file.File, cancellation);
        if (stored is null)
            return null;
        using var content = new MemoryStream();
        await stored.CopyToAsync(content, cancellation);
        try
        {
            return await CleanUpload.Lay(new Sanitized.CleanFile(name.Kind, contents.Unprotect(content.ToArray())), cancellation);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<bool> HasRoom(HttpContext http, long bytes, CancellationToken cancellation)
    {
        var megabytes = (int)((bytes + Megabyte - 1) / Megabyte);
        return await limits.Count(
            [(Limit.KeptPerAddress, RequestLimits.AddressOf(http)), (Limit.KeptOfAll, "")], megabytes, cancellation) is null;
    }

    private string Seal(IReadOnlyList<KeptUpload> files, string address) => Base64Url.EncodeToString(seals.Protect(
        JsonSerializer.SerializeToUtf8Bytes(new KeptSeal(address, files), StrayJson.Default.KeptSeal)));

    /// <summary>Null for what is not a seal of ours for this address.</summary>
    private IReadOnlyList<KeptUpload>? Unseal(string text, string address)
    {
        if (text.Length > LongestSeal)
            return null;
        try
        {
            return JsonSerializer.Deserialize(seals.Unprotect(Base64Url.DecodeFromChars(text)), StrayJson.Default.KeptSeal) is { } opened
                && opened.Address == address ? opened.Files : null;
        }
        catch (Exception e) when (e is FormatException or CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The name that the sender gave, tidied; a half of an emoji at the end would be no character.</summary>
    internal static string Shown(string name)
    {
        var shown = string.Concat(Tidy.Line(Path.GetFileName(name.Replace('\\', '/'))).Where(c => !char.IsSurrogate(c))).Trim();
        return shown.Length == 0 ? "bestand" : shown[..Math.Min(shown.Length, LongestName)];
    }
}

/// <summary>A file of a form that nothing is wrong with.</summary>
/// <param name="Name">As the sender calls it.</param>
internal sealed record FineUpload(CleanUpload Content, string Name)
{
    /// <summary>Where it lies already; null for one that has just come.</summary>
    public KeptUpload? Kept { get; init; }
}

/// <summary>One file on the shelf. Its name of the sender is known to the seal only.</summary>
public sealed record KeptUpload(string File, string Name, DateTimeOffset Until);

/// <summary>What the seal of a field says.</summary>
/// <param name="Address">The form that it was made for.</param>
public sealed record KeptSeal(string Address, IReadOnlyList<KeptUpload> Files);
