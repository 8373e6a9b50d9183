using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Voting;

/// <summary>The pages of one vote in progress. The reference is chance: it keeps two tabs apart, and opens nothing by itself.</summary>
public sealed record VoterPlace(string Smederij, string Reference)
{
    private const int Length = 16;

    /// <summary>A vote in progress that nobody began before.</summary>
    public static VoterPlace New(string smederij) => new(smederij, RandomNumberGenerator.GetHexString(Length, lowercase: true));

    /// <summary>The one that a page is about.</summary>
    public static VoterPlace Of(HttpContext http, SmederijSettings smederij) => new(smederij.Id, http.Request.RouteValues["verwijzing"] as string ?? "");

    /// <summary>Where people type a code. It never has one ready.</summary>
    public static string StartOf(string smederij) => $"/smederijen/{smederij}/stemmen";

    public string Address => $"{StartOf(Smederij)}/{Reference}";
}

/// <summary>The last part of the address of each page; empty for the one before the choice.</summary>
public static class VoterPage
{
    public const string Start = "";
    public const string Choose = "kiezen";
    public const string Review = "nakijken";
    public const string Receipt = "bewijs";
}

/// <summary>
/// How far a vote in progress has come: all that its following page needs. It travels sealed (<see cref="VoterSeals"/>). The form
/// that a voter sends holds it, and that field alone decides what happens; a cookie carries it to the page behind a redirect.
/// </summary>
[JsonDerivedType(typeof(Letter), "brief")]
[JsonDerivedType(typeof(Pass), "pas")]
[JsonDerivedType(typeof(Ballot), "biljet")]
[JsonDerivedType(typeof(Receipt), "bewijs")]
public abstract record VoterStep
{
    private VoterStep(VoterPlace at) => At = at;

    public VoterPlace At { get; }

    /// <summary>The page that belongs to it: one of <see cref="VoterPage"/>.</summary>
    [JsonIgnore]
    public abstract string Page { get; }

    [JsonIgnore]
    public string Address => Page == VoterPage.Start ? At.Address : $"{At.Address}/{Page}";

    /// <summary>The code that a QR code brought.</summary>
    /// <param name="Characters">Empty when the address was cut off, so that it held no code.</param>
    public sealed record Letter(VoterPlace At, string Characters) : VoterStep(At)
    {
        public override string Page => VoterPage.Start;
    }

    /// <summary>A code that was found in the register and was free then.</summary>
    /// <param name="Code">Its keyed hash.</param>
    /// <param name="Group">Its first four characters, so that people see which code it is.</param>
    /// <param name="Marks">What was chosen so far.</param>
    /// <param name="Refused">Why that makes no ballot; null when it was not refused.</param>
    public sealed record Pass(VoterPlace At, string Period, string Code, string Group, string Marks = "", BallotRefusal? Refused = null)
        : VoterStep(At)
    {
        public override string Page => VoterPage.Choose;

        [JsonIgnore]
        public RoundKey Vote => new(At.Smederij, Period);
    }

    /// <summary>
    /// A ballot that was chosen and is looked over: only this can be cast. It has a tracking number of its own, so that sending
    /// the same form twice is the same ballot.
    /// </summary>
    /// <param name="Manifest">The hash of what the vote is about.</param>
    public sealed record Ballot(VoterPlace At, string Period, string Code, string Group, string Manifest, string Tracking, string Marks)
        : VoterStep(At)
    {
        public override string Page => VoterPage.Review;

        /// <summary>Back to the choice, by oneself or because it was refused.</summary>
        public Pass Reconsidered(BallotRefusal? refused = null) => new(At, Period, Code, Group, Marks, refused);

        [JsonIgnore]
        public RoundKey Vote => new(At.Smederij, Period);
    }

    /// <summary>What is left in the browser after voting.</summary>
    public sealed record Receipt(VoterPlace At, string Period, string Tracking) : VoterStep(At)
    {
        public override string Page => VoterPage.Receipt;

        [JsonIgnore]
        public RoundKey Vote => new(At.Smederij, Period);
    }
}
