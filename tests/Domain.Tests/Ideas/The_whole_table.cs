using System.Text.Json.Serialization.Metadata;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class The_whole_table()
    : The_whole_table_of<Story, Idea, IdeaEvent, IdeaEffect, Refusal>(
        "an idea", "idea-states", "Ideas/", width: 24, DomainJson.Default.Idea, DomainJson.Default.IdeaEvent, DomainJson.Default.IdeaEffect)
{
    protected override IReadOnlyList<(string Name, Func<Story> Arrange)> States => EveryStateAndEvent.States;

    protected override IReadOnlyList<(string Name, Func<DateTimeOffset, IdeaEvent> Happening)> Events { get; } =
        [.. EveryStateAndEvent.Events.Select(happening => (EveryStateAndEvent.NameOf(happening(Story.Monday), Story.Monday), happening))];

    protected override IEnumerable<string> Begins => 
    [
        "AwaitingConfirmation: Submitted",
        .. new[] { "GatheringSupport", "InReview", "Granted", "Released", "Completed", "Declined" }.Select(phase => $"{phase}: TakenOver"),
    ];

    protected override IEnumerable<Enum> Ends => Enum.GetValues<IdeaPhase>().Where(phase => phase >= IdeaPhase.Completed).Cast<Enum>();

    protected override Enum PhaseOf(Idea item) => item.State.Phase;

    /// <summary>The key of a person is for deciding alone, and is never written down.</summary>
    protected override void Compare<T>(T read, T written, JsonTypeInfo<T> json) =>
        read.ShouldBe(written is IdeaEvent.PersonCorrected person ? (T)(object)(person with { Key = "", IsAsked = false }) : written);

    protected override IEnumerable<string> Changes(Story story, Idea before, Ledger money)
    {
        if (story.Idea.Amount != before.Amount)
            yield return $"amount {story.Idea.Amount}";
        if (story.Ledger != money)
            yield return $"available {money.Available.Cents} -> {story.Ledger.Available.Cents}";
    }
}
