namespace Smederijen.Portal.Attachments;

/// <summary>The files of a posted form. What is made of them on the way is thrown away once the request has been answered.</summary>
/// <param name="http">The request that they came with.</param>
/// <param name="files">As they came.</param>
/// <param name="texts">The other fields of the form: they tell which files were put aside before.</param>
public sealed class PostedFiles(HttpContext http, IFormFileCollection files, Func<string, string> texts)
{
    private readonly HashSet<CleanUpload> refused = [];

    public HttpContext Http => http;

    /// <summary>What was chosen in a field; a browser sends a nameless empty file where nothing was.</summary>
    public IReadOnlyList<IFormFile> In(string field) => [.. files.GetFiles(field).Where(file => file.Length > 0 || file.FileName.Length > 0)];

    public string Text(string field) => texts(field);

    /// <summary>What is wrong with the form is this very file: it does not stay with the form when that comes back.</summary>
    public void Refuse(CleanUpload file) => refused.Add(file);

    public bool IsRefused(CleanUpload file) => refused.Contains(file);

    public void ThrowAwayAfterwards(IDisposable made) => http.Response.RegisterForDispose(made);
}
