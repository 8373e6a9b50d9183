namespace Smederijen.Portal.Http;

/// <summary>
/// A posted form on its way back to its page: with all that was typed, and with the reason on top. The page asks for it by
/// <see cref="Typed.For"/>, so every page with a form takes it in, and none knows why it came back.
/// </summary>
public sealed class ReturnedForm(IReadOnlyDictionary<string, string> values, string message)
{
    /// <summary>In the address of a form that only wants to be seen again: <c>?formulier=terug</c>.</summary>
    private const string AskedFor = "formulier";

    /// <summary>Fields that carry something of ours. What a person typed or chose stands in all others.</summary>
    private static readonly HashSet<string> Ours = new(StringComparer.Ordinal)
    {
        CommandField.FieldName, Trap.FieldName, "brief", "geheim", "lid", "open", "overal", "pas", "rekening", "stap", "stembiljet", "terug",
        "zeker", "gecontroleerd",
    };

    /// <summary>Whether a page showed it.</summary>
    public bool IsShown { get; private set; }

    /// <summary>Whether the sender only wants the form back, to go on with it.</summary>
    public static bool IsAskedFor(HttpRequest request) => request.Query[AskedFor] == "terug";

    /// <summary>The address that gives the form back.</summary>
    public static string AddressFor(HttpRequest request) =>
        $"{request.Path}{request.QueryString}{(request.QueryString.HasValue ? "&" : "?")}{AskedFor}=terug";

    /// <summary>What a person typed or chose, for people to read and to copy.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> TypedIn(IReadOnlyDictionary<string, string> values) =>
        [
            .. values.Where(value => value.Key.Length > 0 && value.Value.Trim().Length > 0
                && !Ours.Contains(value.Key) && !KeptFiles.IsFieldOfOurs(value.Key)),
        ];

    public Typed Show(HttpContext http)
    {
        IsShown = true;
        var errors = FormErrors.Of(PutAside.In(http));
        if (message.Length > 0)
            errors.Add("", message);
        return new Typed(values, errors);
    }
}

/// <summary>The files that were put aside for the form of a request, by field.</summary>
public sealed class PutAside
{
    private readonly Dictionary<string, KeptFiles> kept = new(StringComparer.Ordinal);

    public static Dictionary<string, KeptFiles> In(HttpContext http)
    {
        if (http.Features.Get<PutAside>() is not { } aside)
            http.Features.Set(aside = new PutAside());
        return aside.kept;
    }
}

/// <summary>Finds by the seals among the texts of a form which files were put aside for it before, so that they stay with it unread.</summary>
public delegate void StillKept(HttpContext http, IReadOnlyDictionary<string, string> texts);

/// <summary>
/// What has to happen once it is known that a form comes back: files that were fine are put aside. Whoever reads the files lays it down; the
/// gate has it done.
/// </summary>
public sealed class BeforeComingBack
{
    private readonly List<Func<Task>> acts = [];

    public static void Add(HttpContext http, Func<Task> act)
    {
        if (http.Features.Get<BeforeComingBack>() is not { } before)
            http.Features.Set(before = new BeforeComingBack());
        before.acts.Add(act);
    }

    public static async Task Do(HttpContext http)
    {
        foreach (var act in http.Features.Get<BeforeComingBack>()?.acts ?? [])
            await act();
    }
}
