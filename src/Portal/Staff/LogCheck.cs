namespace Smederijen.Portal.Staff;

/// <summary>
/// <c>/medewerkers/geschiedenis</c>: recomputes the history of everything, for whoever restored a back-up or does not trust what
/// they see. It changes nothing, so everybody on the staff may do it; one at a time, because it reads nearly the whole store.
/// </summary>
public sealed class LogCheck(LogVerifier verifier, UnreadableList unreadable)
{
    public const string Address = "/medewerkers/geschiedenis";

    private int running;

    public static Task<IResult> Show() => Task.FromResult<IResult>(new PageOf<LogCheckPage>(new LogCheckModel(null)));

    public async Task<IResult> Post(HttpContext http)
    {
        if (Interlocked.Exchange(ref running, 1) == 1)
            return Failures.Answer(http, 409, "Iemand anders rekent de geschiedenis nu na. Probeer het over een minuut opnieuw.");
        try
        {
            var report = await verifier.Verify(http.RequestAborted);
            await unreadable.Check(http.RequestAborted);
            return new PageOf<LogCheckPage>(new LogCheckModel(report, (await unreadable.Current(http.RequestAborted)).Count));
        }
        finally
        {
            Volatile.Write(ref running, 0);
        }
    }
}

/// <param name="Report">Null as long as nobody asked.</param>
/// <param name="Unreadable">How many rows cannot be read, of whatever kind.</param>
public sealed record LogCheckModel(LogReport? Report, int Unreadable = 0);
