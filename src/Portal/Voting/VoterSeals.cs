using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Smederijen.Portal.Voting;

/// <summary>What a sealed text turned out to be.</summary>
/// <param name="Step">Null when it was not sealed here, belongs to another vote in progress, or is too old.</param>
/// <param name="IsOver">It was good, and its time is over.</param>
public readonly record struct OpenedStep(VoterStep? Step, bool IsOver);

/// <summary>
/// Seals what belongs to one voter, so that nobody reads, makes up or changes it, and nothing of it stands in an address. A seal
/// holds for two hours, and only at the pages of its own vote in progress.
/// </summary>
public sealed class VoterSeals(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int Longest = 20_000;
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);
    private readonly IDataProtector protector = protection.CreateProtector("Smederijen.Voter.v1");

    public string Seal(VoterStep step) => Base64Url.EncodeToString(protector.Protect(
        JsonSerializer.SerializeToUtf8Bytes(new SealedStep(clock.GetUtcNow() + Life, step), VoterJson.Default.SealedStep)));

    /// <param name="reference">The vote in progress that the text must belong to; null when a new one begins with it.</param>
    public OpenedStep Open(string? text, string smederij, string? reference)
    {
        if (text is not { Length: > 0 and < Longest })
            return default;
        try
        {
            var found = JsonSerializer.Deserialize(protector.Unprotect(Base64Url.DecodeFromChars(text)), VoterJson.Default.SealedStep)!;
            if (found.Step.At.Smederij != smederij || (reference ?? found.Step.At.Reference) != found.Step.At.Reference)
                return default;
            return clock.GetUtcNow() < found.Until ? new OpenedStep(found.Step, IsOver: false) : new OpenedStep(null, IsOver: true);
        }
        catch (Exception forged) when (forged is FormatException or CryptographicException or JsonException)
        {
            return default;
        }
    }
}

internal sealed record SealedStep(DateTimeOffset Until, VoterStep Step);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SealedStep))]
internal sealed partial class VoterJson : JsonSerializerContext;
