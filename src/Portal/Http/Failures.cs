namespace Smederijen.Portal.Http;

/// <summary>An answer to what cannot be done: a page for people, problem+json for programs that use the API.</summary>
public static class Failures
{
    /// <param name="message">What is wrong and what to do, in Dutch; never a token, a name or an internal word.</param>
    public static IResult Answer(HttpContext http, int status, string message) => http.Request.Path.StartsWithSegments("/v1")
        ? new ProblemResult(status, message)
        : new PageOf<FailurePage>(new Failure(TitleOf(status), message), status);

    /// <summary>Too many requests: with the moment to try again, in the text and in <c>Retry-After</c>.</summary>
    public static IResult TooMany(HttpContext http, TimeSpan wait)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes));
        http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Answer(http, 429, $"U hebt dit in korte tijd heel vaak gedaan. Wacht {Text.Dutch.Count(minutes, "minuut", "minuten")} en probeer het dan nog een keer.");
    }

    /// <summary>What this is about cannot be read; nothing else is affected. Staff are led to the list that says what to do.</summary>
    public static IResult Unreadable(HttpContext http, bool forStaff) => forStaff
        ? new PageOf<FailurePage>(
            new Failure(TitleOf(500), "De computer kan de gegevens van deze pagina niet lezen. Er is niets gewist. In de lijst staat wat u kunt doen.",
                new("Naar wat de computer niet kan lezen", Staff.UnreadableDesk.Address)), 500)
        : Answer(http, 500, "Wij kunnen de gegevens van deze pagina nu niet lezen. Er is niets gewist. Onze medewerkers zien dit en herstellen het. "
            + "Probeer het morgen nog een keer. Lukt het dan niet? Neem dan contact met ons op.");

    /// <summary>More large forms come in than this process takes at once.</summary>
    public static IResult Busy(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "60";
        return Answer(http, 503, "Er komen nu heel veel bestanden tegelijk binnen. Wacht een minuut. Ga dan terug in uw browser en verstuur het formulier nog een keer.");
    }

    /// <summary>For visitors to a page of staff who have not signed in; the page leads to where they do.</summary>
    public static IResult SignInFirst(HttpContext http, string address)
    {
        var message = "Deze pagina is voor medewerkers. Meld u aan. " + (HttpMethods.IsGet(http.Request.Method)
            ? "Daarna komt u op deze pagina terug." : "Er is nog niets verstuurd.");
        return http.Request.Path.StartsWithSegments("/v1")
            ? new ProblemResult(401, message)
            : new PageOf<FailurePage>(new Failure(TitleOf(401), message, new("Aanmelden", address) { IsNextStep = true }), 401);
    }

    /// <summary>For who signed in and has nothing to do here (any more).</summary>
    public static IResult NoAccess(HttpContext http, string message, string signOutAddress) => http.Request.Path.StartsWithSegments("/v1")
        ? new ProblemResult(403, message)
        : new PageOf<FailurePage>(new Failure("U hebt geen toegang", message, new("Afmelden", signOutAddress)), 403);

    public static IResult NotFound(HttpContext http, string message) => Answer(http, 404, message);

    /// <summary>Staff took it off the website. Whoever it is about can ask them why.</summary>
    public static IResult Hidden(HttpContext http, string title, string message) => http.Request.Path.StartsWithSegments("/v1")
        ? new ProblemResult(404, message)
        : new PageOf<FailurePage>(new Failure(title, message, new("Zo bereikt u de gemeente", "/contact")), 404);

    public static string TitleOf(int status) => status switch
    {
        400 => "Dat kunnen wij niet lezen",
        401 => "Meld u eerst aan",
        403 => "Dat mag niet",
        404 => "Niet gevonden",
        405 => "Dat kan hier niet",
        408 => "Het duurde te lang",
        409 => "Dat kan niet meer",
        410 => "Deze link werkt niet meer",
        413 => "Te groot",
        422 => "Deze opdracht is al gebruikt",
        415 => "Dat kunnen wij niet lezen",
        429 or 503 => "Even wachten",
        _ => "Er ging iets mis",
    };
}

/// <summary>What the failure page tells, and where it leads.</summary>
public sealed record Failure(string Title, string Message, PageLink? GoOn = null)
{
    /// <summary>What was typed into the form that could not be taken; null when there was nothing.</summary>
    public UnsentForm? Unsent { get; init; }
}

/// <summary>A form that was not taken, kept by the page that says so: nothing of it lies on the server.</summary>
/// <param name="Texts">For people, to read and to copy.</param>
/// <param name="Address">Where it can be posted to see the form again; null where there is no way back to it.</param>
/// <param name="All">What is posted then.</param>
public sealed record UnsentForm(
    IReadOnlyList<KeyValuePair<string, string>> Texts, string? Address, IReadOnlyDictionary<string, string> All);
