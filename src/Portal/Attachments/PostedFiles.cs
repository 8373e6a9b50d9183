namespace Smederijen.Portal.Attachments;

/// <summary>The files of a posted form. What is made of them on the way is thrown away once the request has been answered.</summary>
public sealed class PostedFiles
{
    private readonly IFormFileCollection _files;
    private readonly HttpResponse _response;

    /// <param name="files">As they came with the request of this <paramref name="http"/>.</param>
    public PostedFiles(HttpContext http, IFormFileCollection files) => (_files, _response) = (files, http.Response);

    /// <summary>What was chosen in a field; a browser sends a nameless empty file where nothing was.</summary>
    public IReadOnlyList<IFormFile> In(string field) => [.. _files.GetFiles(field).Where(file => file.Length > 0 || file.FileName.Length > 0)];

    public void ThrowAwayAfterwards(IDisposable made) => _response.RegisterForDispose(made);
}
