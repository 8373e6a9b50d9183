namespace Smederijen.Portal.Http;

/// <summary>A file to keep.</summary>
internal sealed class SentFile(string name, string type, byte[] content) : IResult
{
    public const string Json = "application/json; charset=utf-8";
    public const string Csv = "text/csv; charset=utf-8";
    public const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename={name}";
        return WholeBody.Send(httpContext, type, content);
    }
}
