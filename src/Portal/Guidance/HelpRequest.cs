namespace Smederijen.Portal.Guidance;

/// <summary>Somebody who wants help with writing an idea down, and when to call. Deleted a day after they were called.</summary>
/// <param name="Day">The day on which they can be called.</param>
/// <param name="PartOfDay">As they read it: <c>ochtend</c>, <c>middag</c> or <c>avond</c>.</param>
/// <param name="About">What the idea is about, if they said so.</param>
/// <param name="RemindAt">When the gebiedsregisseur is asked again.</param>
/// <param name="Reminders">How often that was done.</param>
/// <param name="Notes">What staff wrote for each other, such as that nobody answered; the oldest first.</param>
/// <param name="KeptUntil">Of somebody who was called: until then staff can take it back, and then the row goes. Null for who waits.</param>
public sealed record HelpRequest(
    string Id, DateTimeOffset At, DateOnly Day, string PartOfDay, string Name, string Phone, string About, DateTimeOffset RemindAt, int Reminders = 0,
    IReadOnlyList<StaffNote>? Notes = null, DateTimeOffset? KeptUntil = null)
{
    /// <summary>When the clock looks at it again.</summary>
    [JsonIgnore]
    public DateTimeOffset Due => KeptUntil ?? RemindAt;

    /// <summary>In the morning of the first working day after the call should have been made.</summary>
    public static DateTimeOffset FirstReminder(DateOnly day) => Terms.WorkingDaysAfter(Amsterdam.At(day, TimeOnly.MinValue), 1);

    /// <summary>The item of the work list: it is no idea, so it looks like none.</summary>
    public static string ItemOf(string id) => HelpWork.Kind.Prefix + id;
}

/// <summary>Where they lie in the partition of the Smederij; personal data, deleted a day after they were called.</summary>
public static class HelpKeys
{
    public static string Request(string id) => $"hulp|{id}";

    public static RowRange All { get; } = RowRange.Prefix("hulp|");
}

/// <summary>How they are written down. Storage contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(HelpRequest))]
[JsonSerializable(typeof(HelpEffect))]
public sealed partial class HelpJson : JsonSerializerContext;
