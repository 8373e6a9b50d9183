using System.Buffers.Text;
using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Api;

/// <summary>What a client asks of a list: <c>vanaf</c> (a cursor from a former answer), <c>aantal</c>, and of ideas <c>fase</c>.</summary>
internal abstract record ListQuery
{
    private const int Most = 100;

    /// <summary>The lowest character of a key: what begins with a key and ends with this is just behind it.</summary>
    private const char FirstOfKeys = ' ';

    private ListQuery() { }

    public sealed record Valid(RowRange Range, int Limit, string? Phase, bool NewestFirst) : ListQuery
    {
        /// <summary>
        /// A page of what was asked. The store reads in the order of keys only, so a list that begins with the newest is read whole: it is to
        /// be a short one.
        /// </summary>
        public async Task<Page> Read(IEntityStore store, string partition, CancellationToken cancellation)
        {
            if (!NewestFirst)
                return await store.Query(partition, Range, Limit, cancellation);
            var rows = await store.All(partition, Range, cancellation).ToListAsync(cancellation);
            rows.Reverse();
            return new Page([.. rows.Take(Limit)], rows.Count > Limit ? rows[Limit].Row : null);
        }

        /// <summary>The address of the following page.</summary>
        public string Next(string path, string continuation)
        {
            var cursor = Base64Url.EncodeToString(Encoding.ASCII.GetBytes(continuation));
            var phase = Phase is null ? "" : $"fase={Phase}&";
            return string.Create(CultureInfo.InvariantCulture, $"{path}?{phase}aantal={Limit}&vanaf={cursor}");
        }
    }

    public sealed record Wrong(string Parameter, string Message) : ListQuery;

    /// <summary>Reads the page that was asked; <paramref name="answer"/> gets its rows and the address of the following one.</summary>
    public async Task<IResult> Answer(HttpContext http, IEntityStore store, string partition, string path, Func<Page, string?, Task<IResult>> answer)
    {
        if (this is Wrong wrong)
            return ProblemResult.ForQuery(wrong.Parameter, wrong.Message);
        var query = (Valid)this;
        var page = await query.Read(store, partition, http.RequestAborted);
        var next = page.Continuation is null ? null : query.Next(path, page.Continuation);
        if (next is not null)
            http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return await answer(page, next);
    }

    public static ListQuery OfIdeas(IQueryCollection query)
    {
        var phase = query["fase"].ToString();
        var range = IdeaKeys.AllPhases;
        if (phase.Length > 0)
        {
            if (ApiNames.PhaseOf(phase) is not { } known)
                return new Wrong("fase", $"Deze fase bestaat niet. Kies uit: {string.Join(", ", Enum.GetValues<IdeaPhase>().Select(IdeaKeys.NameOf))}.");
            range = IdeaKeys.InPhase(known);
        }
        return Read(query, range, phase.Length > 0 ? phase : null);
    }

    /// <param name="range">The whole list.</param>
    public static ListQuery Read(IQueryCollection query, RowRange range, string? phase = null, bool newestFirst = false)
    {
        if (!TryLimit(query["aantal"].ToString(), out var limit))
            return new Wrong("aantal", $"Vraag een aantal van 1 tot en met {Most}.");
        if (!TryCursor(query["vanaf"].ToString(), newestFirst, ref range))
            return new Wrong("vanaf", "Dit is geen vervolg van deze lijst. Gebruik de waarde van 'volgende' uit het vorige antwoord.");
        return new Valid(range, limit, phase, newestFirst);
    }

    private static bool TryLimit(string text, out int limit)
    {
        limit = Most / 2;
        return text.Length == 0 || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= Most);
    }

    /// <summary>A cursor must point into the range that is asked, so that nothing else of the store can be read with it.</summary>
    private static bool TryCursor(string text, bool newestFirst, ref RowRange range)
    {
        if (text.Length == 0)
            return true;
        if (text.Length > StoreLimits.CharactersPerKey || !Base64Url.IsValid(text))
            return false;
        var row = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text));
        if (!StoreLimits.IsKey(row) || string.CompareOrdinal(row, range.From) < 0 || string.CompareOrdinal(row, range.Before) >= 0)
            return false;
        range = newestFirst ? range with { Before = row + FirstOfKeys } : range.ContinueAt(row);
        return true;
    }
}
