using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Smederijen.Portal.Http;

/// <summary>
/// The texts of a posted form that nobody handled: it was too large, its sender is not signed in, or there was no place for it. Files are
/// read past and go nowhere, so this holds for the largest form too, and costs a stranger's form no room on the disk.
/// </summary>
internal static class PostedTexts
{
    private const int MostFields = 200;
    private const int MostText = 512 * 1024;

    /// <summary>What can be had; empty when nothing can.</summary>
    public static async Task<Dictionary<string, string>> Of(HttpContext http)
    {
        if (http.Features.Get<IFormFeature>()?.Form is { } form)
            return In(form);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!FormContent.IsReadable(http.Request) || !MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type))
            return texts;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(RequestBody.LongestReadOn);
        var body = new CountedBody(RequestBody.Uncounted(http), RequestBody.MostReadOn);
        try
        {
            if (HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 128 } boundary)
                await ReadParts(new MultipartReader(boundary.Value!, body), texts, patience.Token);
            else
                await ReadPairs(body, texts, patience.Token);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or BadHttpRequestException or DecoderFallbackException
            || (e is OperationCanceledException && !http.RequestAborted.IsCancellationRequested))
        {
            // Broken off, badly sent, too slow or larger than anything: what came before that is what can be had.
        }
        return texts;
    }

    /// <summary>By field; several values of one field stand behind each other.</summary>
    public static Dictionary<string, string> In(IFormCollection form) =>
        form.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);

    private static void Add(Dictionary<string, string> texts, string name, string value) =>
        texts[name] = texts.TryGetValue(name, out var before) ? $"{before},{value}" : value;

    private static async Task ReadParts(MultipartReader reader, Dictionary<string, string> texts, CancellationToken cancellation)
    {
        var left = MostText;
        for (var fields = 0; fields < MostFields && await reader.ReadNextSectionAsync(cancellation) is { } part; fields++)
        {
            if (part.GetContentDispositionHeader() is not { } about || about.IsFileDisposition()
                || HeaderUtilities.RemoveQuotes(about.Name).Value is not { Length: > 0 and < 100 } name)
            {
                await part.Body.CopyToAsync(Stream.Null, cancellation);
                continue;
            }
            part.Body = new CountedBody(part.Body, left);
            using var text = new StreamReader(part.Body, Encoding.UTF8);
            var value = await text.ReadToEndAsync(cancellation);
            left -= Encoding.UTF8.GetByteCount(value);
            Add(texts, name, value);
        }
    }

    private static async Task ReadPairs(Stream body, Dictionary<string, string> texts, CancellationToken cancellation)
    {
        using var reader = new FormReader(new CountedBody(body, MostText)) { ValueCountLimit = MostFields, ValueLengthLimit = MostText };
        while (await reader.ReadNextPairAsync(cancellation) is { } pair)
            Add(texts, pair.Key, pair.Value);
    }
}
