using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Smederijen.Domain.Settings;

namespace Smederijen.Domain.Rounds;

/// <summary>
/// Everything that a vote is about, fixed and published before it opens. Nothing in it changes afterwards; what staff do later
/// stands in the log of the round.
/// </summary>
/// <param name="MaxChoices">For approval ballots: at most this many ideas; null for any number.</param>
/// <param name="Money">What the winners may cost together.</param>
/// <param name="Ideas">In the order of their ids; a ballot is a row of marks in this order.</param>
/// <param name="Codes">How many voting codes were made: as many ballots at most.</param>
/// <param name="Draw">
/// What decides between equals. Null only in what releases before this one sealed: there it is the chain head of all tracking numbers.
/// </param>
/// <param name="Rest">Whether what is left is offered in parts. Null only in what was sealed before that could be: there it was not.</param>
public sealed record Manifest(
    string Smederij,
    string Name,
    string Period,
    CountRule Rule,
    BallotKind Ballot,
    int? MaxChoices,
    Euro Money,
    ImmutableArray<Candidate> Ideas,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    int Codes,
    DrawSettings? Draw = null,
    RestRule? Rest = null)
{
    private string? sealedAs;

    /// <summary>SHA-256 of <see cref="CanonicalText"/> as it was sealed, in UTF-8, in lower-case hexadecimal.</summary>
    [JsonIgnore]
    public string Hash => sealedAs ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalText)));

    /// <summary>The manifest as people read it and as it is hashed: a line per fact, amounts in cents, instants in UTC.</summary>
    [JsonIgnore]
    public string CanonicalText
    {
        get
        {
            var text = new StringBuilder($"manifest van de stemming, versie {(Rest is not null ? 3 : Draw is null ? 1 : 2)}\n")
                .Append($"smederij: {Smederij} ({Name})\n")
                .Append($"ronde: {Period}\n")
                .Append($"telregel: {NameOf(Rule)}\n")
                .Append($"stembiljet: {NameOf(Ballot)}\n")
                .Append($"hoogste aantal keuzes: {(MaxChoices is { } most ? most.ToString(CultureInfo.InvariantCulture) : "geen grens")}\n")
                .Append($"geld in centen: {Money.Cents}\n")
                .Append($"stemming opent: {Written(OpensAt)}\n")
                .Append($"stemming sluit: {Written(ClosesAt)}\n")
                .Append($"stemcodes: {Codes}\n");
            if (Draw is not null)
            {
                text.Append("loting: alleen als de volgorde van ideeën met evenveel stemmen en gelijke kosten bepaalt wie er wint\n")
                    .Append($"bron van de loting: {Draw.Source}\n")
                    .Append($"moment van de loting: de eerste waarde die bekend wordt vanaf {Draw.Days} dagen na het tellen\n")
                    .Append("som van de loting: SHA-256 van de sha-256 van dit manifest, een regeleinde en de cijfers van de waarde; ")
                    .Append("de laagste SHA-256 van die uitkomst, een regeleinde en het nummer van het idee gaat voor\n");
            }
            if (Rest is not null)
                text.Append(Rest.CanonicalText);
            text.Append($"ideeen: {Ideas.Length}\n");
            foreach (var idea in Ideas)
                text.Append($"{idea.Idea} | {idea.Cost.Cents} | {idea.Title}\n");
            return text.ToString();
        }
    }

    /// <summary>Whether titles in it are shown otherwise than they were sealed: then its text does not have its hash.</summary>
    [JsonIgnore]
    public bool HidesTitles => sealedAs is not null;

    /// <summary>The same manifest, under the same hash, with other titles for some of its ideas.</summary>
    /// <param name="titles">By idea; those of others do not matter.</param>
    public Manifest ShownWith(IReadOnlyDictionary<string, string> titles) => !Ideas.Any(idea => titles.ContainsKey(idea.Idea)) ? this : this with
    {
        sealedAs = Hash,
        Ideas = [.. Ideas.Select(idea => titles.TryGetValue(idea.Idea, out var title) ? idea with { Title = title } : idea)],
    };

    public Candidate? Find(string idea) => Ideas.FirstOrDefault(candidate => candidate.Idea == idea);

    /// <summary>The name of a rule in the manifest, the exports and the command that recounts.</summary>
    public static string NameOf(CountRule rule) => rule == CountRule.Greedy ? "greedy" : "equal-shares";

    public static string NameOf(BallotKind kind) => kind == BallotKind.Approval ? "aankruisen" : "boodschappenmand";

    private static string Written(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
