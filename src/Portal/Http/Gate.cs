using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace Smederijen.Portal.Http;

/// <summary>
/// The way in for every request of both editions: security headers, refusal of what comes from elsewhere, sign-in, and an
/// answer for whatever goes wrong. It is called by the hosts, because Azure Functions runs no middleware.
/// </summary>
public sealed partial class Gate(
    IStaffAccess staff, StaffLaw law, SettingsBook settings, UnreadableRows unreadable, LargeBodies bodies, StillKept stillKept,
    IOptions<PortalOptions> portal, ILogger<Gate> log)
{
    private const string GoOnMessage = "Hier is uw formulier terug. Er is nog niets verstuurd. Kijk het na en verstuur het.";

    private const string TryAgain =
        "Er ging bij ons iets mis. Probeer het over een paar minuten nog een keer. Was het toch gelukt? Dan telt het maar één keer.";

    public async Task Serve(Endpoint endpoint, HttpContext http)
    {
        SecurityHeaders.Apply(http);
        // What staff see is private, however they signed in: it is never compressed (docs/decisions/0023-compression.md).
        if (endpoint.Access == Access.Staff)
            http.Request.Headers.Remove("Accept-Encoding");
        var result = await Answer(endpoint, http);
        if (endpoint.Method == HttpMethods.Post)
        {
            result = await ComeBack(endpoint, http, result);
            // Who goes back to a form that was refused and then sent finds it with all that was typed; without this the browser shows nothing.
            if (result is AnyPage { Status: >= 400 } && endpoint is { Access: Access.Everyone, IsSecret: false })
                http.Response.Headers.CacheControl = "private, no-cache";
            await RequestBody.ReadOn(http);
        }
        await result.ExecuteAsync(http);
        Figures.Answered(endpoint.Name, http.Response.StatusCode);
        if (http.Response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
            Log.Refused(log, endpoint.Name, http.Response.StatusCode);
    }

    /// <summary>Answers where nothing listens: 404, or 405 when the address knows these other methods.</summary>
    public async Task ServeUnknown(HttpContext http, IReadOnlyList<string> methods)
    {
        SecurityHeaders.Apply(http);
        if (methods.Count > 0)
            http.Response.Headers.Allow = string.Join(", ", methods);
        await RequestBody.ReadOn(http);
        await UnknownAddress.Answer(http, methods.Count > 0 ? 405 : 404).ExecuteAsync(http);
        Figures.Answered(nameof(UnknownAddress), http.Response.StatusCode);
    }

    /// <summary>
    /// What people typed outlives every refusal: their form comes back with it and with the reason on top, under the status of the refusal.
    /// Where no form can be shown, the page of the refusal holds what was typed. What another website sent is not shown on ours.
    /// </summary>
    private async Task<IResult> ComeBack(Endpoint endpoint, HttpContext http, IResult result)
    {
        if (result is not AnyPage { Status: var status } page || (status < 400 && !ReturnedForm.IsAskedFor(http.Request))
            || !Origins.AreOurs(http.Request, portal.Value.PublicUrl))
            return result;
        var failure = page.Model as Failure;
        var texts = failure is null ? [] : await PostedTexts.Of(http);
        stillKept(http, texts);
        await BeforeComingBack.Do(http);
        if (failure is null || texts.Count == 0)
            return result;
        // Sent again as it is, it would be refused again.
        var all = status == StatusCodes.Status409Conflict ? texts.Where(text => text.Key != CommandField.FieldName).ToDictionary() : texts;
        var typed = ReturnedForm.TypedIn(all);
        if (typed.Count == 0)
            return result;
        if (status != StatusCodes.Status401Unauthorized && endpoint.Form is { } form
            && await Show(form, http, new ReturnedForm(all, failure.Message)) is { } shown)
            return shown.Under(status);
        if (status < 400)
            (failure, status) = (new Failure(Failures.TitleOf(404), "Dit formulier kunnen wij nu niet laten zien."), StatusCodes.Status404NotFound);
        var mayReturn = endpoint.Form is not null
            && status is not (StatusCodes.Status404NotFound or StatusCodes.Status409Conflict or StatusCodes.Status410Gone)
            && !ReturnedForm.IsAskedFor(http.Request);
        return new PageOf<FailurePage>(
            failure with { Unsent = new UnsentForm(typed, mayReturn ? ReturnedForm.AddressFor(http.Request) : null, all) }, status);
    }

    /// <summary>The page with its form filled in; null when it cannot be shown, or has no form now.</summary>
    private async Task<AnyPage?> Show(Endpoint form, HttpContext http, ReturnedForm returned)
    {
        http.Features.Set(returned);
        try
        {
            return await form.Handle(http) is AnyPage { Status: StatusCodes.Status200OK } page && returned.IsShown ? page : null;
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
        {
            Log.FormFailed(log, e, form.Name);
            return null;
        }
    }

    private async Task<IResult> Answer(Endpoint endpoint, HttpContext http)
    {
        try
        {
            if (endpoint.Method == HttpMethods.Post && !Origins.AreOurs(http.Request, portal.Value.PublicUrl))
                return Failures.Answer(http, 403,
                    "Dit formulier is vanaf een andere website verstuurd. Open de pagina opnieuw en probeer het nog een keer.");
            await settings.Follow(http.RequestAborted);
            if (endpoint.Access == Access.Staff)
            {
                if (await staff.Identify(http) is not { } member)
                    return Failures.SignInFirst(http, staff.SignInAddress(ReturnAddress.Of(http.Request)));
                if (law.Admit(member) is { } admitted)
                    http.Features.Set(admitted);
                else if (http.Request.Path == staff.SignOutAddress)
                    http.Features.Set(member);
                else
                    return Failures.NoAccess(http, law.NoAccess(member), staff.SignOutAddress);
            }
            if (!endpoint.FindsItsEnd && CopiedPage.Find(http.Request) is { } page)
                return page;
            if (endpoint.Method == HttpMethods.Post && !endpoint.IsForPrograms && !FormContent.IsReadable(http.Request)
                && !http.Request.Path.StartsWithSegments("/v1"))
                return Failures.Answer(http, 415, "Wij kunnen niet lezen wat u stuurt. Open de pagina opnieuw en probeer het nog een keer.");
            if (endpoint.Method == HttpMethods.Post && ReturnedForm.IsAskedFor(http.Request))
                return Failures.Answer(http, 200, GoOnMessage);
            return endpoint.Method == HttpMethods.Post
                ? await bodies.Take(http, async context => endpoint.Refuse(context) ?? await endpoint.Handle(context))
                : endpoint.Refuse(http) ?? await endpoint.Handle(http);
        }
        catch (BadHttpRequestException bad)
        {
            return Failures.Answer(http, bad.StatusCode, bad.StatusCode switch
            {
                413 => $"Wat u stuurt is te groot: meer dan {AttachmentLimits.LargestForm / 1024 / 1024} MB. De bestanden die u nu koos, zijn niet bewaard. Kies minder of kleinere bestanden.",
                408 => "Het versturen ging te langzaam. Probeer het opnieuw met een betere verbinding, of stuur kleinere bestanden.",
                _ => "Wij kunnen niet lezen wat u stuurt. Open de pagina opnieuw en probeer het nog een keer.",
            });
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or DecoderFallbackException)
        {
            return Failures.Answer(http, 400, "Wij kunnen niet lezen wat u stuurt. Open de pagina opnieuw en probeer het nog een keer.");
        }
        catch (OperationCanceledException e) when (http.RequestAborted.IsCancellationRequested || e.InnerException is ConnectionAbortedException)
        {
            return Results.Empty;
        }
        catch (IOException e) when (http.RequestAborted.IsCancellationRequested || IsAboutTheBody(e))
        {
            return Failures.Answer(http, 400, "Uw bericht is niet helemaal aangekomen. Probeer het nog een keer.");
        }
        catch (ReusedCommandException)
        {
            return http.Request.Path.StartsWithSegments("/v1")
                ? new ProblemResult(StatusCodes.Status422UnprocessableEntity,
                    "Met deze `opdracht` of `Idempotency-Key` stuurde u eerder iets anders. Er is nu niets gedaan. Stuur een nieuwe mee.")
                : Failures.Answer(http, 409, "Dit formulier is al verstuurd, met iets anders erin. Dat staat er. Wat u nu verstuurde, hebben wij niet gedaan. "
                    + "Kijk eerst hoe het er nu voor staat. Wilt u dit er nog bij doen? Verstuur het formulier dan nog een keer.");
        }
        catch (UnreadableRowException e)
        {
            Log.RowFailed(log, e, endpoint.Name);
            await unreadable.Report(http.Request.RouteValues["smederij"] as string ?? Partitions.Stuurgroep, e);
            return Failures.Unreadable(http, endpoint.Access == Access.Staff);
        }
        catch (StoreUnavailableException e)
        {
            Log.StoreFailed(log, e, endpoint.Name);
            http.Response.Headers.RetryAfter = "60";
            return Failures.Answer(http, 503, TryAgain);
        }
        catch (Exception e)
        {
            Log.Failed(log, e, endpoint.Name);
            return Failures.Answer(http, 500, TryAgain);
        }
    }

    /// <summary>The framework throws this for a body that breaks off or is badly chunked; our own files never pass through it.</summary>
    private static bool IsAboutTheBody(IOException e) => e.Source?.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) == true;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Endpoint} was refused: {Status}")]
        public static partial void Refused(ILogger logger, string endpoint, int status);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Endpoint} failed: the store does not answer")]
        public static partial void StoreFailed(ILogger logger, Exception exception, string endpoint);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Endpoint} failed: a row that it needs cannot be read")]
        public static partial void RowFailed(ILogger logger, Exception exception, string endpoint);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Endpoint} could not show a form that came back")]
        public static partial void FormFailed(ILogger logger, Exception exception, string endpoint);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Endpoint} failed")]
        public static partial void Failed(ILogger logger, Exception exception, string endpoint);
    }
}
