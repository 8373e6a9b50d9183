namespace Smederijen.Portal.Plans;

/// <summary>Points at one plan: the Smederij is the partition. In the work list it is the item <c>plan-{id}</c>.</summary>
public readonly record struct PlanKey(string Smederij, string Id)
{
    public const string Prefix = "plan-";

    public WorkKey Work => new(Smederij, Prefix + Id);

    public static implicit operator WorkKey(PlanKey key) => key.Work;

    /// <summary>The address of the page that everyone can see.</summary>
    public string PublicPath => $"/smederijen/{Smederij}/plannen/{Id}";

    public string StaffPath => $"/medewerkers/plannen/{Smederij}/{Id}";

    /// <summary>The plan that the address names.</summary>
    public static PlanKey Of(HttpContext http) => new(http.Request.RouteValues["smederij"] as string ?? "", http.Request.RouteValues["id"] as string ?? "");

    /// <exception cref="ArgumentException">The item is no plan.</exception>
    public static PlanKey Of(WorkKey key) => key.Item.StartsWith(Prefix, StringComparison.Ordinal)
        ? new(key.Smederij, key.Item[Prefix.Length..])
        : throw new ArgumentException($"{key} is no plan.", nameof(key));

    public override string ToString() => $"{Smederij}/{Prefix}{Id}";
}

/// <summary>Where a plan lies in the partition of its Smederij.</summary>
public static class PlanKeys
{
    public static string Plan(string id) => $"plan|{id}";

    /// <summary>What everyone reads: title and description. Written once.</summary>
    public static string Content(string id) => $"plan|{id}|inhoud";

    /// <summary>A picture that came with news. It sorts into <see cref="Story"/>.</summary>
    public static string Picture(string id, string name) => $"plan|{id}|foto|{name}";

    public static bool IsPicture(string row) => row.Split('|') is ["plan", _, "foto", _];

    /// <summary>The plan, its pictures, the texts about it, its content and its log, in one ordered read; people and proofs sort after it and stay
    /// out.</summary>
    public static RowRange Story(string id) => new(Plan(id), $"plan|{id}|persoon");

    /// <summary>Personal data of a member of the working group, under a keyed hash of the mail address.</summary>
    public static string Member(string id, string member) => $"plan|{id}|persoon|lid-{member}";

    public static RowRange Members(string id) => RowRange.Prefix($"plan|{id}|persoon|lid-");

    public static string MemberOf(string row) => row[(row.LastIndexOf("|lid-", StringComparison.Ordinal) + "|lid-".Length)..];

    /// <summary>Personal data of the one who answers for a partner.</summary>
    public static string Partner(string id, string partner) => $"plan|{id}|persoon|partner-{partner}";

    public static RowRange Partners(string id) => RowRange.Prefix($"plan|{id}|persoon|partner-");

    public static RowRange People(string id) => RowRange.Prefix($"plan|{id}|persoon|");

    /// <summary>By what mails find the one whose row this is: a member, the contact of a partner, or a supporter.</summary>
    public static string PersonOf(string row) => row.Split('|') switch
    {
        [_, _, "persoon", var who] when who.StartsWith("lid-", StringComparison.Ordinal) => who["lid-".Length..],
        [_, _, "persoon", var who] when who.StartsWith("partner-", StringComparison.Ordinal) => who["partner-".Length..],
        [_, _, "steun", var key] => key,
        _ => throw new ArgumentException($"{row} is nobody's row.", nameof(row)),
    };

    /// <summary>Personal data of one supporter, under a keyed hash of the mail address.</summary>
    public static string Supporter(string id, string key) => $"plan|{id}|steun|{key}";

    public static RowRange Supporters(string id) => RowRange.Prefix($"plan|{id}|steun|");

    /// <summary>The proof of a promise or of money that came in: for staff and the working group only.</summary>
    public static string Proof(string id, string name) => $"plan|{id}|stuk|{name}";

    public static RowRange Proofs(string id) => RowRange.Prefix($"plan|{id}|stuk|");

    /// <summary>A note of staff, in order of time.</summary>
    public static string Note(string id, DateTimeOffset at, string command) => $"plan|{id}|werk|{Keys.Instant(at)}-{command}";

    public static RowRange Notes(string id) => RowRange.Prefix($"plan|{id}|werk|");

    /// <summary>In the partition of another Smederij: says that a plan belongs to it as well.</summary>
    public static string Shared(PlanKey plan) => $"gedeeld-plan|{plan.Smederij}|{plan.Id}";

    public static RowRange AllShared { get; } = RowRange.Prefix("gedeeld-plan|");

    /// <summary>The plan that such a row names; null when it names none.</summary>
    public static PlanKey? OfShared(string row) => row.Split('|') is [_, var smederij, var id] ? new(smederij, id) : null;

    /// <summary>Index of the plans of a Smederij. A plan takes years, so one range holds all of them.</summary>
    public static string Summary(string id) => $"plannen|{id}";

    public static RowRange AllSummaries { get; } = RowRange.Prefix("plannen|");
}
