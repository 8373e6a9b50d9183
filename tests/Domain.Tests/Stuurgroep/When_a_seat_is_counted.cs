using Smederijen.Domain.Stuurgroep;
using static Smederijen.Domain.Tests.Stuurgroep.ResolutionStory;

namespace Smederijen.Domain.Tests.Stuurgroep;

public sealed class When_a_seat_is_counted
{
    [Theory]
    [InlineData(0, 6)]
    [InlineData(1, 6)]
    [InlineData(3, 5)]
    [InlineData(5, 3)]
    [InlineData(9, 1)]
    public void The_quorum_is_as_large_a_part_of_the_rest_rounded_up(int left, int needed) =>
        (left == 0 ? Open() : Open().Excused(1, left)).Expect<ResolutionState.Open>().Sitting.Needed.ShouldBe(needed);

    /// <summary>Whatever the seats still say, the outcome that is called certain is the one that comes.</summary>
    [Fact]
    public void What_is_called_certain_comes_whatever_the_others_say()
    {
        Voice[] voices = [Voice.GoOn, Voice.Change, Voice.Stop, Voice.Abstain];
        var subject = new Subject.PlanMoment("alteveer", "plan1", "1");
        for (var code = 0; code < 4 * 4 * 4 * 4 * 4 * 4; code++)
        {
            var said = Enumerable.Range(0, 6).Select(i => voices[(code >> (2 * i)) & 3]).ToList();
            var partly = SittingOf([.. said.Take(4)]);
            if (partly.Possible(subject, 2) is [var certain])
                SittingOf(said).Possible(subject, 0).ShouldBe([certain], string.Join(' ', said));
        }
    }

    private static Sitting SittingOf(List<Voice> said) => new(
        4, 6, 50, [.. Enumerable.Range(0, 6).Select(i => new SittingSeat($"zetel{i}", "", default, false, i < said.Count ? said[i] : null))]);
}
