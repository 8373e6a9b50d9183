namespace Smederijen.Domain.Settings;

/// <summary>
/// Who of the staff does what, where and until when. As long as it names nobody, the roles of the accounts count. From then on it decides:
/// who does not stand in it has no access. One person can stand in it more than once: a task each.
/// </summary>
public sealed record StaffRegister(int Version, ImmutableArray<StaffTask> Tasks)
{
    /// <summary>Before anybody is named.</summary>
    public static StaffRegister Empty { get; } = new(0, []);

    // Generated readers set what a file leaves out to its default: the fallback stands in the getter.
    public ImmutableArray<StaffTask> Tasks { get => field.IsDefault ? [] : field; init; } = Tasks;

    /// <summary>Whether it decides.</summary>
    [JsonIgnore]
    public bool Decides => !Tasks.IsEmpty;

    /// <summary>What somebody may do on a day; nothing for who has no access (any more).</summary>
    /// <param name="byAccount">The roles that the account itself gives.</param>
    /// <param name="directs">The Smederijen whose settings name this account as gebiedsregisseur.</param>
    public ImmutableArray<StaffGrant> GrantsOf(
        string account, IEnumerable<StaffRole> byAccount, IReadOnlyCollection<string> directs, DateOnly day)
    {
        if (!Decides)
            return [.. byAccount.Select(StaffGrant.Everywhere)];
        var own = Tasks.Where(task => task.IsOf(account)).ToList();
        var now = own.Where(task => task.CountsOn(day)).Select(task => new StaffGrant(task.Role, task.Reach)).ToList();
        // Who left, or begins later, does not come in by another door.
        if (own.Count > 0 && now.Count == 0)
            return [];
        // Whatever the register says, somebody can put it right.
        if (own.Count == 0 && byAccount.Contains(StaffRole.Beheerder))
            now.Add(StaffGrant.Everywhere(StaffRole.Beheerder));
        if (directs.Count > 0)
            now.Add(new StaffGrant(StaffRole.Regisseur, [.. directs]));
        return [.. now];
    }

    /// <summary>Who may do something on a day: those of this very Smederij before those of all.</summary>
    public IEnumerable<StaffTask> WhoMay(StaffWork work, string? smederij, DateOnly day) => Tasks
        .Where(task => task.CountsOn(day) && new StaffGrant(task.Role, task.Reach).Allows(work, smederij))
        .OrderBy(task => task.Reach.Contains(StaffGrant.All)).DistinctBy(task => task.Account, StringComparer.OrdinalIgnoreCase);

    /// <summary>The first day, from this one on, on which no beheerder of all Smederijen is left; null when there always is one.</summary>
    public DateOnly? WithoutBeheerder(DateOnly from)
    {
        var day = from;
        while (Tasks.Where(task => task is { Role: StaffRole.Beheerder } && task.Reach.Contains(StaffGrant.All) && task.CountsOn(day)).ToList()
            is { Count: > 0 } there)
        {
            if (there.Exists(task => task.Until is null || task.Until == DateOnly.MaxValue))
                return null;
            day = there.Max(task => task.Until!.Value).AddDays(1);
        }
        return day;
    }
}

/// <summary>What one person does, where and until when.</summary>
/// <param name="Account">As they sign in; logs keep it.</param>
/// <param name="Name">What colleagues read in its place.</param>
/// <param name="Function">What they are: <c>opbouwwerker</c>.</param>
/// <param name="Reach">Ids of Smederijen, or <see cref="StaffGrant.All"/>.</param>
/// <param name="From">The first day (Europe/Amsterdam).</param>
/// <param name="Until">The last day; null for as long as nobody says otherwise.</param>
public sealed record StaffTask(
    string Account, string Name, string Function, StaffRole Role, ImmutableArray<string> Reach, DateOnly From, DateOnly? Until = null)
{
    public ImmutableArray<string> Reach { get => field.IsDefault ? [] : field; init; } = Reach;

    public bool IsOf(string account) => Accounts.AreSame(Account, account);

    public bool CountsOn(DateOnly day) => From <= day && !(Until < day);

    /// <summary>Whether there is a day on which both count.</summary>
    public bool Overlaps(StaffTask other) => !(Until < other.From) && !(other.Until < From);
}

/// <summary>A role, and where it counts.</summary>
public sealed record StaffGrant(StaffRole Role, ImmutableArray<string> Reach)
{
    /// <summary>Stands in <see cref="Reach"/> for every Smederij, and for what belongs to all of them.</summary>
    public const string All = "alle";

    public static StaffGrant Everywhere(StaffRole role) => new(role, [All]);

    /// <param name="smederij">Null for what belongs to all of them.</param>
    public bool Allows(StaffWork work, string? smederij) =>
        RolesFor(work).Contains(Role) && (Reach.Contains(All) || (smederij is not null && Reach.Contains(smederij)));

    /// <summary>Whether it allows this anywhere at all.</summary>
    public bool Allows(StaffWork work) => RolesFor(work).Contains(Role) && !Reach.IsEmpty;

    /// <summary>The whole table of who may do what.</summary>
    public static ImmutableArray<StaffRole> RolesFor(StaffWork work) => work switch
    {
        StaffWork.Ideas => [StaffRole.Medewerker, StaffRole.Regisseur],
        StaffWork.Money => [StaffRole.Medewerker, StaffRole.Regisseur, StaffRole.Financien],
        StaffWork.Paying => [StaffRole.Financien],
        StaffWork.Stuurgroep => [StaffRole.Medewerker, StaffRole.Regisseur, StaffRole.Secretaris],
        StaffWork.Governing => [StaffRole.Beheerder],
        _ => throw new ArgumentOutOfRangeException(nameof(work), work, "Somebody has to be allowed to do it."),
    };
}

/// <summary>What somebody of the staff is.</summary>
public enum StaffRole
{
    Medewerker,

    /// <summary>The gebiedsregisseur.</summary>
    Regisseur,
    Financien,

    /// <summary>Of the stuurgroep.</summary>
    Secretaris,
    Beheerder,
}

/// <summary>What staff do, as far as roles differ in it.</summary>
public enum StaffWork
{
    /// <summary>Ideas, plans, votes, and the people behind them.</summary>
    Ideas,

    /// <summary>Payment, money that comes back, and money that does not.</summary>
    Money,

    /// <summary>What goes to the bank and comes back from it.</summary>
    Paying,
    Stuurgroep,

    /// <summary>Settings, places and this register.</summary>
    Governing,
}
