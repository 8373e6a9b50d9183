namespace Smederijen.Portal.Http;

/// <summary>What belongs to a posted form beside its fields.</summary>
/// <param name="Scope">The address, which for a mailed link is that of one person, and the staff member who is signed in.</param>
/// <param name="Files">A hash of each file, so that another photo under the same text is something else.</param>
public sealed record SentTo(string Scope, string Files)
{
    public static async Task<SentTo> Of(HttpContext http, IFormCollection form)
    {
        var files = new StringBuilder();
        foreach (var file in form.Files)
        {
            await using var content = file.OpenReadStream();
            files.Append(CultureInfo.InvariantCulture, $"{file.Name} {Convert.ToHexStringLower(await SHA256.HashDataAsync(content, http.RequestAborted))}\n");
        }
        return new($"{http.Request.Path}{http.Request.QueryString} {http.Features.Get<StaffMember>()?.Id}", files.ToString());
    }
}
