using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Board;

/// <summary>What the shared board knows of a round. Storage contract.</summary>
/// <param name="PaperWaiting">Batches of ballots on paper that wait for a second person.</param>
public sealed record BoardRound(RoundSummary Round, long AvailableInCents, int PaperWaiting)
{
    public static BoardRound Of(Round round, int paperWaiting) => new(RoundSummary.Of(round), round.Ledger.Available.Cents, paperWaiting);
}

/// <summary>How it is written down.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(BoardRound))]
public sealed partial class BoardJson : JsonSerializerContext;
