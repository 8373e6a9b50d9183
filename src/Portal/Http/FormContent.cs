using Microsoft.Net.Http.Headers;

namespace Smederijen.Portal.Http;

/// <summary>Whether a body can be read as a form, told from its header alone; the framework throws halfway where it cannot.</summary>
internal static class FormContent
{
    public static bool IsReadable(HttpRequest request) => request.HasFormContentType && HasOurCharset(request);

    /// <summary>Forms come in UTF-8, said or unsaid; whoever names another encoding is no browser.</summary>
    public static bool HasOurCharset(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (!type.Charset.HasValue || type.Charset.Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase));
}
