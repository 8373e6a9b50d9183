using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Rounds;

/// <summary>The mails that a round causes: staff hear that a vote has to be prepared, that paper has to be checked, and that
/// a draw waits for its value.</summary>
public sealed class RoundMail(
    RoundItems rounds, RoundArchive archive, SettingsBook settings, TimeProvider clock, IOptions<PortalOptions> options)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Mail<RoundMail, RoundEffect.AskForCodes>((x, key, ask, _, cancellation) => x.AskForCodes(RoundKey.Of(key), ask.Again, cancellation)),
        Deed.Mail<RoundMail, RoundEffect.AskForPaperCheck>((x, key, _, _, cancellation) => x.AskForPaperCheck(RoundKey.Of(key), cancellation)),
        Deed.Mail<RoundMail, RoundEffect.AskForDraw>((x, key, ask, _, cancellation) => x.AskForDraw(RoundKey.Of(key), ask.Again, cancellation)),
    ];

    /// <summary>The shared mailbox of the staff who release money prepares votes too.</summary>
    private const string Staff = "vrijgave";

    /// <summary>Nothing once the paper was checked, or the count began without it.</summary>
    public async Task<IReadOnlyList<AddressedLetter>> AskForPaperCheck(RoundKey key, CancellationToken cancellation) =>
        await rounds.Load(key, cancellation) is { Item.State: RoundState.Counting { CheckUntil: { } until } }
        && settings.Current(key.Smederij) is { } smederij && await settings.Contact(key.Smederij, Staff, cancellation) is { } to
            ? [new AddressedLetter(to.Name, to.Email, CheckPaper(smederij.Name, until, Desk(key)))]
            : [];

    public static Letter CheckPaper(string smederij, DateTimeOffset until, Uri desk) => new(
        $"Tel het papier na: de stemming in {smederij} is gesloten",
        [
            "De stemming is gesloten. Er zijn nog stapels stembiljetten op papier die een tweede medewerker moet natellen. Daarom wacht het tellen.",
            $"Tel de stapels na. Dat kan tot {Dutch.DateTime(until)}. Zijn alle stapels nageteld? Dan begint het tellen vanzelf.",
            "Is er dan nog een stapel niet nageteld? Dan tellen die biljetten niet mee. Op de uitslag staat dan hoeveel het er zijn.",
        ],
        new LetterLink("Naar de stapels", desk),
        Facts: [new LetterFact("Natellen kan tot", Dutch.DateTime(until))])
    { Greeting = LetterParts.Colleague };

    /// <summary>Nothing once two people typed the same value.</summary>
    public async Task<IReadOnlyList<AddressedLetter>> AskForDraw(RoundKey key, bool again, CancellationToken cancellation) =>
        await rounds.Load(key, cancellation) is { Item: { State: RoundState.Drawing { Value: null } state } round }
        && settings.Current(key.Smederij) is { } smederij && await settings.Contact(key.Smederij, Staff, cancellation) is { } to
        && await archive.ManifestOf(key, round, cancellation) is { Draw: { } draw }
            ? [new AddressedLetter(to.Name, to.Email, Draw(smederij.Name, draw, state, clock.GetUtcNow(), again, Desk(key)))]
            : [];

    public static Letter Draw(string smederij, DrawSettings draw, RoundState.Drawing state, DateTimeOffset now, bool again, Uri desk)
    {
        var (subject, what) = state switch
        {
            { Differed: true } => ("Typ de waarde opnieuw", "Twee medewerkers typten niet dezelfde waarde. Niemand weet nu welke goed is. Zoek de waarde op en typ hem opnieuw, allebei."),
            { First: not null } => ("Typ de waarde als tweede", "Een medewerker typte de waarde. Een tweede medewerker moet hem zelf opzoeken en ook typen."),
            _ when now < state.From => ("Straks moet er worden geloot", "Vanaf de dag hieronder zoekt een medewerker de waarde op en typt hem. Een tweede medewerker doet daarna hetzelfde."),
            _ => ("Zoek de waarde op en typ hem", "De waarde is bekend, of wordt dat vandaag. Een medewerker zoekt hem op en typt hem. Een tweede medewerker doet daarna hetzelfde."),
        };
        return new Letter(
            $"{(again ? "Herinnering: " : "")}{(again ? char.ToLowerInvariant(subject[0]) : subject[0])}{subject[1..]} (stemming in {smederij})",
            [
                "De stemmen zijn geteld. Ideeën staan gelijk, en daarom beslist het lot. Zonder de waarde is er geen uitslag.",
                what,
            ],
            new LetterLink("Naar de loting", desk),
            Facts:
            [
                new LetterFact("De waarde", draw.Source), new LetterFact("De eerste vanaf", Dutch.Date(state.From)),
                .. now < state.RemindAt ? [new LetterFact("Typ hem uiterlijk", Dutch.DateTime(state.RemindAt))] : (LetterFact[])[],
            ])
        { Greeting = LetterParts.Colleague };
    }

    private Uri Desk(RoundKey key) => new(options.Value.PublicUrl, $"/medewerkers/rondes/{key.Smederij}/{key.Period}");

    public async Task<IReadOnlyList<AddressedLetter>> AskForCodes(RoundKey key, bool again, CancellationToken cancellation)
    {
        if (await rounds.Load(key, cancellation) is not { Item.State: RoundState.Preparing state })
            return [];
        if (settings.Current(key.Smederij) is not { } smederij || await settings.Contact(key.Smederij, Staff, cancellation) is not { } to)
            return [];
        var letter = new Letter(
            $"{(again ? "Herinnering: bereid" : "Bereid")} de stemming in {smederij.Name} voor",
            [
                $"De ronde van {key.Period} is gesloten. Er zijn {Dutch.Count(state.Candidates.Length, "idee", "ideeën")}, en er is te weinig geld voor allemaal.",
                "Maak de stemcodes en laat de brieven drukken. Zonder codes gaat de stemming niet open.",
            ],
            new LetterLink("De stemming voorbereiden", Desk(key)),
            Facts: [new LetterFact("De stemming opent", Dutch.DateTime(state.OpensAt))])
        { Greeting = LetterParts.Colleague };
        return [new AddressedLetter(to.Name, to.Email, letter)];
    }
}
