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

    /// <summary>Hyphens and spaces of word processors, mail programs and phones, some of which nobody sees.</summary>
    [Fact]
    public void Whatever_stands_between_its_characters_does_not_matter()
    {
        foreach (var between in "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00AD \t\u00A0\u2009\u202F\u200B\u200C\u200D\u2060\uFEFF._/:")
        {
            VoteCode.TryParse($"{between}{Code.ToString().Replace('-', between)}{between}", out var read).ShouldBeTrue($"U+{(int)between:X4}");
            read.ShouldBe(Code);
        }
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
