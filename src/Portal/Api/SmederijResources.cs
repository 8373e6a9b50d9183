namespace Smederijen.Portal.Api;

// The properties carry the Dutch names that programs read (NLGov REST API Design Rules, /core/interface-language).

public sealed record SmederijResults(IReadOnlyList<SmederijItem> Smederijen);

public sealed record SmederijItem(string Id, string Naam, string Soort, int Inwoners, string Url)
{
    public static SmederijItem Of(SmederijSettings smederij) =>
        new(smederij.Id, smederij.Name, SoortOf(smederij.Kind), smederij.Inhabitants, ApiPaths.Smederij(smederij.Id));

    internal static string SoortOf(SmederijKind kind) => kind switch
    {
        SmederijKind.Wijk => "wijk",
        SmederijKind.Dorp => "dorp",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of Smederij needs a name in the API."),
    };
}

/// <param name="Drempel">How many supporters an idea needs.</param>
/// <param name="HoogsteBedrag">The most that one idea may ask for, in cents.</param>
/// <param name="Sluit">The last day of the round; a rolling Smederij grants before it too.</param>
/// <param name="Budget">Null when it cannot be read now.</param>
public sealed record SmederijDetail(
    string Id, string Naam, string Soort, int Inwoners, string Url, string Ideeen, string Plannen, IReadOnlyList<string> Voorwaarden, int Drempel,
    long HoogsteBedrag,
    string Periode, bool Doorlopend, DateOnly Sluit, Budget? Budget)
{
    public static SmederijDetail Of(SmederijSettings smederij, Ledger? ledger) => new(
        smederij.Id, smederij.Name, SmederijItem.SoortOf(smederij.Kind), smederij.Inhabitants, ApiPaths.Smederij(smederij.Id),
        ApiPaths.Ideas(smederij.Id),
        ApiPaths.Plans(smederij.Id),
        smederij.Conditions, smederij.SupportThreshold, smederij.AmountLimit.Cents,
        smederij.Round.Period, smederij.Round.Rolling, smederij.Round.ClosesOn, ledger is null ? null : Budget.Of(ledger));
}

/// <summary>The money of the running period, in cents; <paramref name="Beschikbaar"/> is what can still be spent.</summary>
/// <param name="Overgenomen">What came from earlier periods.</param>
/// <param name="Meegenomen">What went on to later periods.</param>
/// <param name="Teruggegeven">What went back to who gave it.</param>
/// <param name="TerugTeOntvangen">What was paid and comes back, but is not here yet: nobody can spend it.</param>
public sealed record Budget(
    long Toegewezen, long Overgenomen, long Meegenomen, long Teruggegeven, long Gereserveerd, long Vrijgegeven, long TerugTeOntvangen,
    long Beschikbaar)
{
    public static Budget Of(Ledger ledger) =>
        new(
            ledger.Allotted.Cents, ledger.CarriedIn.Cents, ledger.CarriedOut.Cents, ledger.Returned.Cents, ledger.Reserved.Cents,
            ledger.Released.Cents, ledger.ToReceive.Cents, ledger.Available.Cents);
}
