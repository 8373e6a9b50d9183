namespace Smederijen.Portal.Http;

/// <summary>Who an endpoint lets in.</summary>
public enum Access
{
    Everyone,

    /// <summary>Signed-in staff of the municipality.</summary>
    Staff,
}

/// <summary>
/// One thing that a person or program can do over HTTP. Both editions serve exactly the endpoints of
/// <see cref="Endpoints.All"/>; GET is served for HEAD as well.
/// </summary>
/// <param name="Name">What a person does, as the name of the function in Azure.</param>
/// <param name="Pattern">
/// A route pattern. The Functions host takes the first that fits, in the order of the names, and not the most specific one; so no
/// two patterns with a method in common may fit the same address, if need be by a constraint that both hosts know.
/// </param>
public sealed record Endpoint(string Name, string Method, string Pattern, Access Access, Func<HttpContext, Task<IResult>> Handle)
{
    /// <summary>The last part of its address is a token or a code, of which it leaves out itself what was copied along.</summary>
    public bool FindsItsEnd { get; init; }

    /// <summary>A program posts here, and no form: its handler reads the body itself, whatever the header calls it.</summary>
    public bool IsForPrograms { get; init; }

    /// <summary>What is typed here is secret: no browser keeps the page that comes back, also not for who goes back to it.</summary>
    public bool IsSecret { get; init; }

    /// <summary>What of the staff's work is done here; null where nothing depends on a role.</summary>
    public StaffWork? Work { get; private init; }

    /// <summary>It is about several Smederijen at once: who may do this in one of them comes in, and the handler looks at each.</summary>
    public bool IsOfSeveral { get; private init; }

    private Func<HttpContext, string?> Where { get; init; } = SmederijIn;

    /// <inheritdoc cref="OfPeople"/>
    public bool ShowsPeople { get; private init; }

    /// <summary>What shows the form that is posted here: the page at the same address. Null where there is none.</summary>
    public Endpoint? Form { get; private init; }

    /// <summary>The endpoints, each that takes a form with the one that shows it.</summary>
    public static IReadOnlyList<Endpoint> WithForms(IReadOnlyList<Endpoint> endpoints) =>
    [
        .. endpoints.Select(endpoint => endpoint.Method == HttpMethods.Get ? endpoint : endpoint with
        {
            Form = endpoints.FirstOrDefault(other =>
                other.Method == HttpMethods.Get && other.Pattern == endpoint.Pattern && other.Access == endpoint.Access),
        }),
    ];

    /// <summary>Only for those of the staff whose role does this work in the Smederij that the address names.</summary>
    /// <param name="where">Finds that Smederij, where its id does not stand in the address as such; null is for what belongs to all.</param>
    public Endpoint For(StaffWork work, Func<HttpContext, string?>? where = null) => this with { Work = work, Where = where ?? SmederijIn };

    /// <inheritdoc cref="IsOfSeveral"/>
    public Endpoint ForSeveral(StaffWork work) => this with { Work = work, IsOfSeveral = true };

    /// <summary>Only for those of the staff who work on what the address names: what it shows says who people are.</summary>
    public Endpoint OfPeople() => this with { ShowsPeople = true };

    /// <summary>The answer to who may not do this, or see it; null for who may.</summary>
    internal IResult? Refuse(HttpContext http) => ShowsPeople && http.MaySeePeople().Answer(http) is { } refusal ? refusal
        : Work is not { } work ? null
        : (IsOfSeveral ? http.MaySomewhere(work) : http.May(work, Where(http))).Answer(http);

    /// <summary>The Smederij that an address names; null when it names none.</summary>
    internal static string? SmederijIn(HttpContext http) => http.Request.RouteValues["smederij"] as string;

    /// <summary>GET is served for HEAD as well.</summary>
    public IReadOnlyList<string> Methods => Method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [Method];

    public static Endpoint Get<T>(string name, string pattern, Func<T, HttpContext, Task<IResult>> handle, Access access = Access.Everyone)
        where T : notnull => new(name, HttpMethods.Get, pattern, access, http => handle(http.RequestServices.GetRequiredService<T>(), http));

    public static Endpoint Post<T>(string name, string pattern, Func<T, HttpContext, Task<IResult>> handle, Access access = Access.Everyone)
        where T : notnull => new(name, HttpMethods.Post, pattern, access, http => handle(http.RequestServices.GetRequiredService<T>(), http));
}
