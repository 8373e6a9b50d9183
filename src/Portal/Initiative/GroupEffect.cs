namespace Smederijen.Portal.Initiative;

/// <summary>What follows when somebody joins the initiatiefgroep; the key finds their address.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(ConfirmMembership), "bevestig-deelname")]
[JsonDerivedType(typeof(AddressCorrected), "adres-verbeterd")]
[JsonDerivedType(typeof(ForgetUnconfirmed), "vergeet-onbevestigd")]
public abstract record GroupEffect : Effect
{
    private GroupEffect() { }

    /// <summary>They have to confirm it by mail.</summary>
    public sealed record ConfirmMembership(string Member) : GroupEffect;

    /// <summary>Staff put their address right: the new one hears so.</summary>
    public sealed record AddressCorrected(string Member) : GroupEffect;

    /// <summary>Who did not confirm in time, or left and did not take it back, is forgotten.</summary>
    public sealed record ForgetUnconfirmed(string Member) : GroupEffect;
}

/// <summary>How it is written down.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(GroupEffect))]
public sealed partial class GroupJson : JsonSerializerContext;

/// <summary>Where members lie in the partition of the Smederij.</summary>
public static class GroupKeys
{
    /// <summary>Personal data of a member of the initiatiefgroep, under a keyed hash of the mail address.</summary>
    public static string Member(string member) => $"groep|{member}";

    public static string MemberOf(string row) => row["groep|".Length..];
}
