namespace Smederijen.Portal.Governing;

/// <summary>Everything that a municipality sets for its staff.</summary>
internal static class StaffFields
{
    private const int LongestAccount = 60;

    // Before the groups, which are made with it.
    private static readonly Choice[] s_roles = [.. Enum.GetValues<StaffRole>().Select(role => new Choice($"{role}", NameOf(role)))];

    public static IReadOnlyList<SettingsGroup> Groups { get; } =
    [
        new("Wie doet wat", "Staat hier iemand? Dan heeft alleen toegang wie hier staat. Zo lang hier niemand staat, telt de rol van het account.",
        [
            FieldsOf<StaffRegister>.Rows("tasks", "Taak",
                [
                    new("account", "Account", []), new("name", "Naam", []), new("function", "Functie", []), new("role", "Rol", s_roles),
                    new("reach", "Smederijen", []), new("from", "Vanaf", []) { IsDay = true },
                    new("until", "Tot en met", []) { IsDay = true, Optional = true },
                ],
                s => s.Tasks, (s, v) => s with { Tasks = v },
                task =>
                [
                    task.Account, task.Name, task.Function, $"{task.Role}", string.Join(", ", task.Reach), $"{task.From:d-M-yyyy}",
                    $"{task.Until:d-M-yyyy}",
                ],
                task => $"{task.Name} ({task.Function}): {NameOf(task.Role)} van {WordsOf(task.Reach)}, vanaf {Dutch.Date(task.From)}"
                    + (task.Until is { } until ? $" tot en met {Dutch.Date(until)}" : "") + $". Account: {task.Account}",
                Task, Touches.Roles) with
            {
                Hint = "Een regel voor iedere taak van iemand. Account: zoals in medewerkers.json, of de object-id uit Entra ID. Wie geen toegang heeft, "
                    + "leest het eigen account op de pagina die dat zegt. Smederijen: alle, of namen met een komma ertussen. Zo lang iemand een taak "
                    + "heeft, laat u 'tot en met' leeg. Gaat iemand weg? Vul dan de laatste dag in, en laat de regel staan. "
                    + "Is het een gebiedsregisseur? Kies dan ook bij de Smederij een ander account, en geef de plek bij Mensen aan iemand anders.",
            },
        ]),
    ];

    /// <summary>As people call it.</summary>
    public static string NameOf(StaffRole role) => role switch
    {
        StaffRole.Medewerker => "Medewerker",
        StaffRole.Regisseur => "Gebiedsregisseur",
        StaffRole.Financien => "Financiën",
        StaffRole.Secretaris => "Secretaris",
        StaffRole.Beheerder => "Beheerder",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Every role needs a name."),
    };

    /// <summary>What the accounts say now, as a register: the form begins with that.</summary>
    public static StaffRegister FromAccounts(IEnumerable<StaffMember> colleagues, DateOnly today) => new(0,
    [
        .. colleagues.SelectMany(member => member.ByAccount().Select(role => new StaffTask(
            member.Id, member.Name, NameOf(role).ToLowerInvariant(), role, [StaffGrant.All], today))).Take(FieldsOf<StaffRegister>.MostRows),
    ]);

    private static string WordsOf(ImmutableArray<string> reach) => reach.Contains(StaffGrant.All) ? "alle Smederijen" : string.Join(", ", reach);

    private static StaffTask? Task(StaffRegister register, Typed typed, RowReader row)
    {
        var before = typed.Errors.Count;
        var account = typed.Line(row.Name("account"), LongestAccount, "Vul het account in.").ToLowerInvariant();
        if (!Ids.IsPlain(account))
            typed.Errors.Add(row.Name("account"), "Een account heeft alleen letters, cijfers en streepjes. Kijk in medewerkers.json of in Entra ID.");
        var (name, function) = (typed.Line(row.Name("name"), 100, "Vul de naam in."), typed.Line(row.Name("function"), 100, "Vul de functie in."));
        var reach = typed.Line(row.Name("reach"), 500, "Vul in: alle, of de namen van Smederijen.");
        var from = typed.Day(row.Name("from"), "Vul in vanaf welke dag.");
        var until = typed.Day(row.Name("until"), null);
        if (!Enum.TryParse<StaffRole>(typed.Raw(row.Name("role")), out var role) || $"{role}" != typed.Raw(row.Name("role")))
            typed.Errors.Add(row.Name("role"), "Kies een rol.");
        return typed.Errors.Count > before ? null : new StaffTask(
            account, name, function, role, [.. reach.Split(',').Select(Ids.Plain).Where(id => id.Length > 0).Distinct()], from!.Value, until);
    }
}

/// <summary>What has to hold for the register of staff as a whole.</summary>
internal static class StaffRules
{
    /// <param name="from">The first day of the change.</param>
    public static void Check(StaffRegister register, DateOnly from, IEnumerable<SmederijSettings> smederijen, FormErrors errors)
    {
        var names = smederijen.ToDictionary(smederij => smederij.Id, smederij => smederij.Name, StringComparer.Ordinal);
        foreach (var (i, task) in register.Tasks.Index())
        {
            if (task.Until < task.From)
                errors.Add(NameOf(i, "until"), "De laatste dag ligt voor de eerste. Verbeter een van de twee.");
            if (task.Reach.FirstOrDefault(id => id != StaffGrant.All && !names.ContainsKey(id)) is { } unknown)
                errors.Add(NameOf(i, "reach"), $"Er is geen Smederij '{unknown}'. Kies uit: {string.Join(", ", names.Values.Prepend(StaffGrant.All))}.");
            else if (task.Reach.IsEmpty)
                errors.Add(NameOf(i, "reach"), "Vul in: alle, of de namen van Smederijen.");
            else if (task.Reach.Length > 1 && task.Reach.Contains(StaffGrant.All))
                errors.Add(NameOf(i, "reach"), "Schrijf alle, of namen van Smederijen. Niet allebei.");
            else if (task.Role is StaffRole.Secretaris && !task.Reach.Contains(StaffGrant.All))
                errors.Add(NameOf(i, "reach"), "De secretaris werkt voor de stuurgroep van alle Smederijen. Schrijf hier: alle.");
            if (register.Tasks.Take(i).Any(other => other.Role == task.Role && other.IsOf(task.Account) && other.Overlaps(task)))
                errors.Add(NameOf(i, "account"),
                    $"Dit account staat hier twee keer als {StaffFields.NameOf(task.Role).ToLowerInvariant()}, op dezelfde dagen. Maak er één regel van.");
            if (register.Tasks.Take(i).Any(other => other.IsOf(task.Account) && other.Name != task.Name))
                errors.Add(NameOf(i, "name"), "Dit account heeft hierboven een andere naam. Geef iedereen een eigen account.");
        }
        if (!errors.Any && register.Decides && register.WithoutBeheerder(from) is { } day)
            errors.Add(NameOf(0, "until"),
                $"Op {Dutch.Date(day)} is er geen beheerder van alle Smederijen. Dan kan niemand dit nog veranderen. Laat bij één beheerder van alle Smederijen 'tot en met' leeg.");
        if (!register.Decides)
            errors.Add(NameOf(0, "account"), "Vul minstens één beheerder van alle Smederijen in.");
    }

    private static string NameOf(int index, string column) => RowReader.NameOf("tasks", index + 1, column);
}
