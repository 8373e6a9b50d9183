namespace Smederijen.Portal.Governing;

/// <summary>Everything that a municipality sets for one Smederij.</summary>
internal static class SmederijFields
{
    private const Touches Round = Touches.Money | Touches.Votes;

    /// <summary>What a form begins with.</summary>
    private static readonly InstalmentSettings s_usual = new(new Euro(250_000), 50);

    // Before the groups, which are made with it.
    internal static Choice[] YesOrNo { get; } = [new("nee", "Nee"), new("ja", "Ja")];

    public static IReadOnlyList<SettingsGroup> Groups { get; } =
    [
        new("Naam en gebied", null,
        [
            FieldsOf<SmederijSettings>.Line("name", "Naam", s => s.Name, (s, v) => s with { Name = v }, 60, "Vul de naam in."),
            FieldsOf<SmederijSettings>.OneOf("kind", "Soort", s => s.Kind, (s, v) => s with { Kind = v },
                [(SmederijKind.Wijk, "Wijk", "Wijk"), (SmederijKind.Dorp, "Dorp", "Dorp")], Touches.None),
            FieldsOf<SmederijSettings>.Number("inhabitants", "Aantal inwoners", s => s.Inhabitants, (s, v) => s with { Inhabitants = v }, 1,
                1_000_000, Touches.Money)
                with { Hint = "Voor de verdeling van het geld." },
            FieldsOf<SmederijSettings>.Lines("area", "Postcodes", s => s.Area, (s, v) => s with { Area = v }, Part, Area.MostParts,
                Touches.Votes, "Vul minstens één postcode in.") with
            {
                Hint = $"Eén op elke regel, zoals {AreaTexts.Forms("")}. Steun en stemmen tellen alleen van hier. Zijn het er veel? Lees ze in bij Gebieden.",
                Differ = (before, after) => AreaTexts.Differ((SmederijSettings)before, (SmederijSettings)after),
            },
        ]),
        new("Ideeën", null,
        [
            FieldsOf<SmederijSettings>.Lines("conditions", "Voorwaarden", s => s.Conditions, (s, v) => s with { Conditions = v },
                line => line.Length <= 300 ? (line, null) : (null, "maak deze korter: hoogstens 300 tekens."), 20, missing
                    : "Schrijf minstens één voorwaarde.")
                with { Hint = "Eén op elke regel, zoals bewoners ze lezen." },
            FieldsOf<SmederijSettings>.Number("supportThreshold", "Steun die een idee nodig heeft", s => s.SupportThreshold, (s, v) =>
                s with { SupportThreshold = v }, 1, 10_000)
                with { Hint = "Het aantal bewoners dat een idee steunt, voordat het wijkteam ernaar kijkt." },
            FieldsOf<SmederijSettings>.Amount("amountLimit", "Hoogste bedrag voor een idee", s => s.AmountLimit, (s, v) =>
                s with { AmountLimit = v }),
            FieldsOf<SmederijSettings>.YesNo("instalments", "Betalen wij grote bedragen in twee keer?", s => s.Instalments is not null,
                (s, v) => s with { Instalments = v ? s.Instalments ?? s_usual : null }, Touches.Money)
                with { Hint = "Ja: eerst een voorschot, en de rest als het plan klaar is en wij de kosten en de bonnen hebben. Het geldt voor ideeën die hierna binnenkomen." },
            FieldsOf<SmederijSettings>.Amount("instalments.from", "Vanaf welk bedrag betalen wij in twee keer?", s => (s.Instalments ?? s_usual).From,
                (s, v) => s with { Instalments = s.Instalments is { } two ? two with { From = v } : null })
                with { Hint = "Telt alleen als u hierboven ja koos. Het gaat om het bedrag dat een idee krijgt." },
            FieldsOf<SmederijSettings>.Number("instalments.advancePercent", "Voorschot in procent van het bedrag",
                s => (s.Instalments ?? s_usual).AdvancePercent,
                (s, v) => s with { Instalments = s.Instalments is { } two ? two with { AdvancePercent = v } : null },
                InstalmentSettings.LeastPercent, InstalmentSettings.MostPercent, Touches.Money)
                with { Hint = "Telt alleen als u hierboven ja koos. Wij ronden af naar beneden, op hele centen." },
            FieldsOf<SmederijSettings>.YesNo("looksFirst", "Kijkt iemand eerst naar een idee, voordat iedereen het ziet?", s => s.LooksFirst, (
                s, v) => s with { LooksFirst = v }),
        ]),
        new("Wijkteam", "Wie er op deze plekken zitten, vult u in bij Mensen.",
        [
            FieldsOf<SmederijSettings>.Rows("wijkteam.members", "Plek in het wijkteam",
                [new("function", "Functie", []), new("kernteam", "Kernteam", YesOrNo)],
                s => s.Wijkteam.Members, (s, v) => s with { Wijkteam = s.Wijkteam with { Members = v } },
                member => [member.Function, member.Kernteam ? "ja" : "nee"], member => $"{member.Function}{(member.Kernteam ? " (kernteam)" : "")}",
                Member, Touches.Roles),
            FieldsOf<SmederijSettings>.Number("wijkteam.quorum", "Gelijke adviezen voor een besluit", s => s.Wijkteam.Quorum,
                (s, v) => s with { Wijkteam = s.Wijkteam with { Quorum = v } }, 1, 20, Touches.Roles),
            FieldsOf<SmederijSettings>.Line("gebiedsregisseur", "Account van de gebiedsregisseur", s => s.Gebiedsregisseur,
                (s, v) => s with { Gebiedsregisseur = v }, 60, "Vul het account van de gebiedsregisseur in.", Touches.Roles)
                with { Hint = "Zoals bij de medewerkers: regisseur-noord." },
        ]),
        new("Ronde", "De regels van een ronde staan vast zolang de ronde loopt. Vul een nieuw jaar in om ze te veranderen.",
        [
            FieldsOf<SmederijSettings>.Line("round.period", "Jaar", s => s.Round.Period, (s, v) => Of(s, s.Round with { Period = v }), 4,
                "Vul het jaar in.", Round),
            FieldsOf<SmederijSettings>.Amount("round.envelope", "Budget", s => s.Round.Envelope, (s, v) => Of(s, s.Round with { Envelope = v }))
                with { Hint = "Verdeelt de stuurgroep het geld van dit jaar? Dan telt dit bedrag niet." },
            FieldsOf<SmederijSettings>.YesNo("round.rolling", "Krijgt een goed idee meteen geld?", s => s.Round.Rolling, (s, v) => Of(s,
                s.Round with { Rolling = v }), Round)
                with { Hint = "Nee: na de laatste dag wordt het geld verdeeld, als het moet met een stemming." },
            FieldsOf<SmederijSettings>.Day("round.closesOn", "Laatste dag van de ronde", s => s.Round.ClosesOn, (s, v) => Of(s,
                s.Round with { ClosesOn = v }), Round),
            FieldsOf<SmederijSettings>.YesNo("round.carryOver", "Doet een idee zonder geld mee met de volgende ronde?", s => s.Round.CarryOver,
                (s, v) => Of(s, s.Round with { CarryOver = v }), Round),
            FieldsOf<SmederijSettings>.YesNo("round.parts", "Bieden wij geld dat over is aan als deel?", s => s.Round.Parts is not null,
                (s, v) => Of(s, s.Round with { Parts = v ? s.Round.Parts ?? new PartSettings() : null }), Round)
                with { Hint = "Ja: is er te weinig voor het volgende idee, dan kan de indiener kiezen voor wat er nog is. Komt er een stemming, dan gaat het in de volgorde van de stemmen." },
            FieldsOf<SmederijSettings>.Amount("round.smallestPart", "Kleinste deel dat wij aanbieden", s => s.Round.Parts?.Smallest ?? Euro.Zero,
                (s, v) => Of(s, s.Round with { Parts = s.Round.Parts is { } parts ? parts with { Smallest = v } : null }))
                with { Hint = "Telt alleen als u hierboven ja koos. Is er minder over, dan bieden wij het niet aan. Bij 0 bieden wij elk bedrag aan." },
        ]),
        new("Stemming", null,
        [
            FieldsOf<SmederijSettings>.OneOf("round.vote.ballot", "Waaruit kiezen bewoners?", s => s.Round.Vote.Ballot, (s, v) => Of(s,
                s.Round.Vote with { Ballot = v }),
                [(BallotKind.Approval, "Approval", "Elk idee dat zij goed vinden"), (BallotKind.Knapsack, "Knapsack",
                    "Ideeën, tot het budget op is")], Touches.Votes),
            FieldsOf<SmederijSettings>.MaybeNumber("round.vote.maxChoices", "Hoogste aantal keuzes", s => s.Round.Vote.MaxChoices,
                (s, v) => Of(s, s.Round.Vote with { MaxChoices = v }), 1, 100, Touches.Votes) with { Hint = "Leeg: zoveel zij willen." },
            FieldsOf<SmederijSettings>.OneOf("round.vote.rule", "Hoe wordt er geteld?", s => s.Round.Vote.Rule, (s, v) => Of(s,
                s.Round.Vote with { Rule = v }),
                [(CountRule.Greedy, "Greedy", "Meeste stemmen eerst"), (CountRule.EqualShares, "EqualShares", "Gelijke delen")], Touches.Votes),
            FieldsOf<SmederijSettings>.Number("round.vote.preparationDays", "Dagen om de stemming voor te bereiden", s =>
                s.Round.Vote.PreparationDays,
                (s, v) => Of(s, s.Round.Vote with { PreparationDays = v }), 1, 60, Touches.Votes),
            FieldsOf<SmederijSettings>.Number("round.vote.days", "Dagen om te stemmen", s => s.Round.Vote.Days,
                (s, v) => Of(s, s.Round.Vote with { Days = v }), 1, 60, Touches.Votes),
            FieldsOf<SmederijSettings>.Line("round.vote.draw.source", "Getal dat loot bij gelijke stand", s => s.Round.Vote.Draw.Source,
                (s, v) => Of(s, s.Round.Vote with { Draw = s.Round.Vote.Draw with { Source = v } }), 300, "Schrijf welk getal loot.", Touches.Votes)
                with { Hint = "Een getal dat later bekend wordt, dat iedereen kan opzoeken en niemand kan sturen." },
            FieldsOf<SmederijSettings>.Number("round.vote.draw.days", "Dagen na het tellen dat dit getal bekend wordt", s => s.Round.Vote.Draw.Days,
                (s, v) => Of(s, s.Round.Vote with { Draw = s.Round.Vote.Draw with { Days = v } }), 1, 60, Touches.Votes),
        ]),
        new("Termijnen", null,
        [
            Days("confirmationDays", "Dagen om een idee te bevestigen", t => t.ConfirmationDays, (t, v) => t with { ConfirmationDays = v }),
            Days("supportDays", "Dagen om steun te verzamelen", t => t.SupportDays, (t, v) => t with { SupportDays = v }),
            Days("reviewReminderWorkingDays", "Werkdagen tot een herinnering aan het wijkteam", t => t.ReviewReminderWorkingDays, (t, v) =>
                t with { ReviewReminderWorkingDays = v }),
            Days("reviewEscalationWorkingDays", "Werkdagen tot de gebiedsregisseur het hoort", t => t.ReviewEscalationWorkingDays,
                (t, v) => t with { ReviewEscalationWorkingDays = v }),
            Days("answerDays", "Dagen om een vraag te beantwoorden", t => t.AnswerDays, (t, v) => t with { AnswerDays = v }),
            Days("partDays", "Dagen om een deel van het geld aan te nemen", t => t.PartDays, (t, v) => t with { PartDays = v }),
            Days("accountDays", "Dagen om een rekeningnummer te geven", t => t.AccountDays, (t, v) => t with { AccountDays = v }),
            Days("releaseReminderWorkingDays", "Werkdagen tot een herinnering om geld vrij te geven", t => t.ReleaseReminderWorkingDays,
                (t, v) => t with { ReleaseReminderWorkingDays = v }),
            Days("regisseurReminderWorkingDays", "Werkdagen tussen herinneringen aan de gebiedsregisseur", t => t.RegisseurReminderWorkingDays,
                (t, v) => t with { RegisseurReminderWorkingDays = v }),
            Days("municipalityWorkingDays", "Werkdagen voor een antwoord van de gemeente", t => t.MunicipalityWorkingDays, (t, v) =>
                t with { MunicipalityWorkingDays = v }),
            Months("realisationMonths", "Maanden om een idee uit te voeren", t => t.RealisationMonths, (t, v) => t with { RealisationMonths = v }),
            FieldsOf<SmederijSettings>.Lines("terms.realisationReminderMonths", "Na hoeveel maanden vragen wij hoe het gaat?", s =>
                s.Terms.RealisationReminderMonths,
                (s, v) => s with { Terms = s.Terms with { RealisationReminderMonths = v } },
                line => Dutch.ParseCount(line) is { } months and >= 1 and <= 120 ? (months, null) : (0,
                    "vul een aantal maanden in, van 1 tot en met 120."), 12,
                missing: "Vul minstens één aantal maanden in.") with { Hint = "Eén getal op elke regel." },
            Months("longTrackCheckMonths", "Maanden tussen vragen over een groot plan", t => t.LongTrackCheckMonths, (t, v) =>
                t with { LongTrackCheckMonths = v }),
            Months("retentionMonths", "Maanden dat wij gegevens van mensen bewaren", t => t.RetentionMonths, (t, v) =>
                t with { RetentionMonths = v }),
        ]),
        new("Opheffen", "Een Smederij die u opheft, krijgt geen nieuwe ideeën meer. Wat er loopt, gaat gewoon door.",
        [
            FieldsOf<SmederijSettings>.YesNo("closed", "Is deze Smederij opgeheven?", s => s.Closed, (s, v) => s with { Closed = v },
                Touches.Money | Touches.Votes),
            FieldsOf<SmederijSettings>.Lines("successors", "Smederijen die hierna komen", s => s.Successors ?? [],
                (s, v) => s with { Successors = v.IsEmpty ? null : v }, Successor, 24, Touches.Money | Touches.Votes)
                with { Hint = "De korte naam uit het adres, één op elke regel. Wat over is van het geld, kan naar de eerste." },
        ]),
    ];

    private static (string?, string?) Successor(string line) =>
        line.Length <= 60 && Ids.IsPlain(line) ? (line, null)
            : (null, $"'{line}' is geen korte naam van een Smederij. Schrijf die zoals in het adres: de-weide.");

    private static SmederijSettings Of(SmederijSettings smederij, RoundSettings round) => smederij with { Round = round };

    private static SmederijSettings Of(SmederijSettings smederij, VoteSettings vote) => smederij with { Round = smederij.Round with { Vote = vote } };

    private static SettingsField Days(string name, string label, Func<TermSettings, int> get, Func<TermSettings, int, TermSettings> set) =>
        FieldsOf<SmederijSettings>.Number($"terms.{name}", label, s => get(s.Terms), (s, v) => s with { Terms = set(s.Terms, v) }, 1, 365);

    private static SettingsField Months(string name, string label, Func<TermSettings, int> get, Func<TermSettings, int, TermSettings> set) =>
        FieldsOf<SmederijSettings>.Number($"terms.{name}", label, s => get(s.Terms), (s, v) => s with { Terms = set(s.Terms, v) }, 1, 120);

    private static (AreaPart, string?) Part(string line) => AreaPart.TryParse(line, out var part) ? (part, null)
        : (default, $"'{line}' is geen postcode. Schrijf het zo: {AreaTexts.Forms("")}.");

    private static ReviewerSettings? Member(SmederijSettings smederij, Typed typed, RowReader row)
    {
        var before = typed.Errors.Count;
        var function = typed.Line(row.Name("function"), 100, "Vul de functie in.");
        var id = row.Number <= smederij.Wijkteam.Members.Length ? smederij.Wijkteam.Members[row.Number - 1].Id : Ids.Free(
            function, smederij.Wijkteam.Members.Select(member => member.Id));
        return typed.Errors.Count > before ? null : new ReviewerSettings(id, function, typed.Raw(row.Name("kernteam")) == "ja");
    }
}

/// <summary>Makes short names for keys out of what people call something.</summary>
internal static class Ids
{
    /// <summary>Whether a text from outside can be such a name, before it becomes part of a key.</summary>
    public static bool IsPlain(string text) => text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>The plain letters of the name with hyphens, and a number behind it when something has that id.</summary>
    public static string Free(string name, IEnumerable<string> taken)
    {
        var words = Plain(name);
        var start = words.Length == 0 ? "plek" : words[..Math.Min(words.Length, 40)].TrimEnd('-');
        var used = taken.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, used.Count + 1).Select(number => number == 1 ? start : $"{start}-{number}").First(id => !used.Contains(id));
    }

    /// <summary>The plain letters of the name with hyphens.</summary>
    public static string Plain(string name)
    {
        var plain = string.Concat(name.Normalize(NormalizationForm.FormD).ToLowerInvariant()
            .Select(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? c : char.IsWhiteSpace(c) || c == '-' ? ' ' : '\0').Where(c => c != '\0'));
        return string.Join('-', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
