using System.Collections;

namespace Smederijen.Portal.Forms;

/// <summary>
/// What is wrong with one field, or with the form as a whole when <paramref name="Field"/> is empty. The message says in
/// Dutch what to do.
/// </summary>
public sealed record FormError(string Field, string Message);

/// <summary>
/// Everything that is wrong with a form, in the order of its fields. The page gives it to <c>Document</c>, which shows the
/// summary and hands it on to every field; the API returns the same list.
/// </summary>
/// <example><code>new FormErrors { { "titel", "Geef uw idee een titel." } }</code></example>
public sealed class FormErrors : IEnumerable<FormError>
{
    private readonly List<FormError> errors = [];
    private IReadOnlyDictionary<string, KeptFiles>? kept;

    /// <summary>The errors of a form that was sent.</summary>
    /// <param name="kept">Filled, by field, with what is put aside when the form comes back.</param>
    public static FormErrors Of(IReadOnlyDictionary<string, KeptFiles> kept) => new() { CameBack = true, kept = kept };

    /// <summary>The files of a field that the sender need not choose again; null when there are none.</summary>
    public KeptFiles? KeptIn(string field) => kept?.GetValueOrDefault(field);

    /// <summary>Whether the form was sent and is shown again; a browser forgets the files that were chosen in it.</summary>
    public bool CameBack { get; init; }

    public int Count => errors.Count;

    public bool Any => errors.Count > 0;

    public void Add(string field, string message) => errors.Add(new FormError(field, message));

    public bool Has(string field) => errors.Exists(error => error.Field == field);

    /// <summary>The first message for the field, or null when nothing is wrong with it.</summary>
    public string? For(string field) => errors.Find(error => error.Field == field)?.Message;

    public IEnumerator<FormError> GetEnumerator() => errors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
