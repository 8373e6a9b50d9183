using Microsoft.Net.Http.Headers;
using Smederijen.Portal.Ideas.Submitting;

namespace Smederijen.Portal.Api;

/// <summary>What a program posts: the same fields as JSON or as a form of the website.</summary>
internal abstract record PostedBody
{
    /// <summary>All files of a form and room for its texts.</summary>
    private const long MostBytes = AttachmentLimits.MaxFiles * (long)AttachmentLimits.MaxBytes + 1024 * 1024;

    private PostedBody() { }

    /// <param name="Typed">The fields as text, and where the checks leave their errors.</param>
    /// <param name="AmountInCents">Reads the field <c>bedrag</c>: cents in JSON, euros in a form.</param>
    /// <param name="Unread">What could not be read at all; it stands in for what the checks say of that field.</param>
    public sealed record Fields(Typed Typed, Func<Typed, long> AmountInCents, FormErrors Unread, IFormFileCollection Files) : PostedBody
    {
        /// <summary>
        /// The request, by its address, its id and whom it is about: two programs that both count from 1 do not meet, and one that uses an id
        /// again for something else is told so.
        /// </summary>
        public CommandId Command(HttpContext http) => CommandId.Once(
            IdempotencyKey.Of(http) ?? Typed.SentCommand, $"{http.Request.Path} {Typed.Raw("email").Trim().ToLowerInvariant()}", Typed.Content);

        /// <summary>All errors at once when there are fields that could not be read; null when there are none.</summary>
        public ProblemResult? Refuse(FormErrors errors) =>
            Unread.Any ? ProblemResult.For([.. Unread, .. errors.Where(error => !Unread.Has(error.Field))]) : null;
    }

    public sealed record Unusable(IResult Answer) : PostedBody;

    public static async Task<PostedBody> Read(HttpContext http)
    {
        if (http.Request.ContentLength > MostBytes)
            return TooLarge(http, MostBytes);
        if (!IdempotencyKey.IsReadable(http))
            return new Unusable(new ProblemResult(StatusCodes.Status400BadRequest, IdempotencyKey.Unreadable));
        var type = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var parsed) ? parsed.MediaType.Value : null;
        return type?.ToLowerInvariant() switch
        {
            "application/json" => await JsonFields.Read(http),
            "multipart/form-data" or "application/x-www-form-urlencoded" when FormContent.HasOurCharset(http.Request) =>
                FromForm(await http.Request.ReadFormAsync(http.RequestAborted), await Typed.Read(http)),
            _ => new Unusable(Failures.Answer(http, 415, "Stuur application/json, multipart/form-data of application/x-www-form-urlencoded.")),
        };
    }

    internal static Unusable TooLarge(HttpContext http, long most) =>
        new(Failures.Answer(http, 413, $"Wat u stuurt is te groot. Stuur hoogstens {Text.Dutch.Number(most / 1024)} KB."));

    private static Fields FromForm(IFormCollection form, Typed typed)
    {
        var unread = new FormErrors();
        foreach (var (field, _) in form.Where(pair => pair.Value.Count > 1))
            unread.Add(field, "Dit veld staat er meer dan één keer in. Stuur het één keer.");
        return new Fields(typed, IdeaForm.Euros, unread, form.Files);
    }
}
