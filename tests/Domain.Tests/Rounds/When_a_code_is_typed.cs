using Smederijen.Domain.Rounds;

namespace Smederijen.Domain.Tests.Rounds;

public sealed class When_a_code_is_typed
{
    private static readonly VoteCode Code = VoteCode.Of("7K3M9QXT0AB1CDE");

    [Fact]
    public void It_is_printed_in_groups_of_four() => Code.ToString().ShouldMatch("^7K3M-9QXT-0AB1-CDE[0-9A-Z]$");

    [Fact]
    public void Small_letters_spaces_and_look_alikes_do_not_matter()
    {
        VoteCode.TryParse(Code.ToString().ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l'), out var read).ShouldBeTrue();
        read.ShouldBe(Code);
    }

    [Fact]
    public void Every_wrong_character_is_noticed()
    {
        var typed = Code.Characters;
        for (var i = 0; i < typed.Length; i++)
        {
            foreach (var other in VoteCode.Alphabet.Where(c => c != typed[i]))
                VoteCode.TryParse(typed[..i] + other + typed[(i + 1)..], out _).ShouldBeFalse();
        }
    }

    [Fact]
    public void Any_two_exchanged_characters_are_noticed()
    {
        for (var i = 0; i < Code.Characters.Length; i++)
        {
            for (var j = i + 1; j < Code.Characters.Length; j++)
            {
                var typed = Code.Characters.ToCharArray();
                (typed[i], typed[j]) = (typed[j], typed[i]);
                VoteCode.TryParse(new string(typed), out _).ShouldBe(typed[i] == typed[j]);
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7K3M")]
    [InlineData("7K3M-9QXT-0AB1-CDEU")]
    [InlineData("7K3M-9QXT-0AB1-CDE0-0000")]
    [InlineData("😀😀😀😀😀😀😀😀")]
    public void Anything_else_is_no_code(string? typed) => VoteCode.TryParse(typed, out _).ShouldBeFalse();
}
