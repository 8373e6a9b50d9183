namespace Smederijen.Portal.Work;

/// <summary>How the rows that kinds share are written down. Storage contract. What waits is written by <see cref="EffectContracts"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(PendingEffect))]
[JsonSerializable(typeof(BoardEffect))]
[JsonSerializable(typeof(CarriedOut))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(StaffNote))]
[JsonSerializable(typeof(AttachmentInfo))]
[JsonSerializable(typeof(LogEnd))]
[JsonSerializable(typeof(SaidText))]
[JsonSerializable(typeof(Look))]
[JsonSerializable(typeof(Told))]
[JsonSerializable(typeof(LogTold))]
[JsonSerializable(typeof(ShownAt))]
[JsonSerializable(typeof(HiddenText))]
public sealed partial class WorkJson : JsonSerializerContext;

/// <summary>The one who handed in an item, or supports it.</summary>
/// <param name="LinkKey">
/// Binds the link that confirms to this address, once the address was corrected: the one that went to another mailbox is void. Rows of before
/// have none.
/// </param>
/// <param name="AddressKey">
/// Binds every other link of the submitter to this address, once staff put the address right: those that went to the one before are void.
/// </param>
/// <param name="KeptUntil">Of a member who left, and counts no longer: until then it can be taken back, and then the row goes.</param>
/// <param name="Initials">Of a supporter who shares the mailbox with somebody else: <c>JP</c>. Null of whoever did not give them.</param>
/// <param name="Home">Of who supports a plan of several Smederijen: where they live, when that is another one than the plan lies in.</param>
public sealed record Person(
    string Name, string Email, string Postcode, bool Confirmed = false, string? LinkKey = null, string? AddressKey = null,
    DateTimeOffset? KeptUntil = null, string? Initials = null, string? Home = null)
{
    /// <summary>Whether this is somebody of the same name, as far as two forms can tell.</summary>
    public bool IsCalledAs(Person other) => PersonName.AreSame((Name, Initials), (other.Name, other.Initials));
}
