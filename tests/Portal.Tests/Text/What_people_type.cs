using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Smederijen.Portal.Text;

namespace Smederijen.Portal.Tests.Text;

/// <summary>The kinds of field, each tried with what telephones, Office and mail programs make of it.</summary>
public sealed class What_people_type
{
    [Theory]
    [InlineData("Cafe\u0301 De Ree\u0301", "Caf\u00E9 De Re\u00E9")]
    [InlineData("\u1112\u1161\u11AB", "\uD55C")]
    [InlineData("Een\u00A0bankje\u2009bij\tde\u3000vijver", "Een bankje bij de vijver")]
    [InlineData("bank\u00ADje", "bankje")]
    [InlineData("\uFEFFban\u200Bk\u2060je\u200E", "bankje")]
    [InlineData("\u202Eejknab\u202C", "ejknab")]
    [InlineData("\u2067bankje\u2069\u061C\u180E", "bankje")]
    [InlineData("bank\U000E0062je", "bankje")]
    [InlineData("a\u200Db\u200Cc", "abc")]
    [InlineData("\u3164bankje\u2800", "bankje")]
    [InlineData("een regel\u000Bnog een\u000Cen\u0085nog\u2028een\u2029eind\u0007", "een regel nog een en nog een eind")]
    [InlineData("e\u001Email, e\u001Fmail, e\u2011mail", "e-mail, email, e-mail")]
    [InlineData("\uF0B7 een punt", "• een punt")]
    [InlineData("  Jan \r\n  de   Vries ", "Jan de Vries")]
    public void Comes_out_as_one_line_that_looks_like_what_it_is(string typed, string line) => Tidy.Line(typed).ShouldBe(line);

    [Theory]
    [InlineData("een\u000Btwee\u000Cdrie\u0085vier\u2028vijf\u2029zes\r\nzeven\racht", "een\ntwee\ndrie\nvier\nvijf\nzes\nzeven\nacht")]
    [InlineData("een  \n\n  twee \u00A0\n", "een\n\n  twee")]
    public void Keeps_its_lines_where_it_may_have_several(string typed, string text) => Tidy.Text(typed).ShouldBe(text);

    /// <summary>Joiners are spelling in some scripts, and make one picture of several.</summary>
    [Theory]
    [InlineData("\U0001F469\u200D\U0001F469\u200D\U0001F467")]
    [InlineData("\u2764\uFE0F")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    [InlineData("\u0DC1\u0DCA\u200D\u0DBB\u0DD3")]
    [InlineData("’s Heerenloo – “De Bult”")]
    [InlineData("Nguyễn Thị Ánh")]
    public void Loses_nothing_that_belongs_to_the_writing(string typed) => Tidy.Line(typed).ShouldBe(typed);

    [Fact]
    public void Has_no_tower_of_accents_that_covers_the_page() => Tidy.Line("z\u0335\u0335\u0335\u0335\u0335\u0335\u0335\u0335a").Length.ShouldBe(6);

    [Theory]
    [InlineData("Bankje", true)]
    [InlineData("75", true)]
    [InlineData("公園", true)]
    [InlineData("👍👍", false)]
    [InlineData("\u0301\u0301", false)]
    [InlineData("- ! …", false)]
    [InlineData("\u3164\u2800\u115F", false)]
    public void Names_something_with_a_letter_or_a_digit_only(string typed, bool names) => Tidy.HasLetterOrDigit(Tidy.Line(typed)).ShouldBe(names);

    /// <summary>
    /// Of every character alone, before an acute accent, and between an a and a dot below, against the Unicode 14 data of another program:
    /// the SHA-256 of all in UTF-8, made with Python 3's <c>unicodedata.normalize('NFC', …)</c>.
    /// </summary>
    [Fact]
    public void Is_composed_as_Unicode_says()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var character = 0; character <= 0x10FFFF; character++)
        {
            if (!Rune.IsValid(character))
                continue;
            var text = char.ConvertFromUtf32(character);
            foreach (var typed in (string[])[text, $"{text}\u0301", $"a{text}\u0323"])
                hash.AppendData(Encoding.UTF8.GetBytes(Composed.Nfc(typed)));
        }
        Convert.ToHexStringLower(hash.GetHashAndReset()).ShouldBe("eedd679530fd4593cb016d8212c0d135dd1cd858977a15d7142e17aa2a1691ed");
    }

    /// <summary>What comes back in a form is tidied again when it is sent again.</summary>
    [Fact]
    public void Is_tidy_after_once_and_never_throws() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), typed =>
    {
        var text = Tidy.Text(typed ?? "");
        Tidy.Text(text).ShouldBe(text);
        Tidy.Line(Tidy.Line(typed ?? "")).ShouldBe(Tidy.Line(typed ?? ""));
        EmailAddress.WhatIsWrong(EmailAddress.Tidied(typed ?? ""));
        EmailAddress.NormalForm(EmailAddress.NormalForm(typed ?? "")).ShouldBe(EmailAddress.NormalForm(typed ?? ""));
        PhoneNumber.IsOne(typed ?? "");
        Dutch.ParseDay(typed ?? "");
        CopiedAddress.Trimmed(typed ?? "");
    }).QuickCheckThrowOnFailure();

    /// <summary>Each expression stops by itself after a second or five; a reader that goes through a text once is far below that.</summary>
    [Theory]
    [InlineData(".")]
    [InlineData("%25")]
    [InlineData("&gt;")]
    [InlineData("1 ")]
    [InlineData("1.")]
    [InlineData("123.")]
    [InlineData("+31")]
    [InlineData("a.")]
    [InlineData("a@")]
    [InlineData("-")]
    [InlineData("\u200D")]
    [InlineData("e\u0301")]
    public void Is_read_once_however_long_it_is(string part)
    {
        var typed = $"/{string.Concat(Enumerable.Repeat(part, 200_000))}x";
        Tidy.Text(typed);
        Tidy.Line(typed);
        Tidy.Shown(typed);
        EmailAddress.WhatIsWrong(EmailAddress.Tidied(typed));
        EmailAddress.NormalForm(typed);
        PhoneNumber.IsOne(typed);
        Dutch.ParseDay(typed);
        Dutch.ParseEuro(typed, out _);
        CopiedAddress.Trimmed(typed).ShouldBe(typed);
    }

    [Theory]
    [InlineData("06 12 34 56 78")]
    [InlineData("06-12345678")]
    [InlineData("06.12.34.56.78")]
    [InlineData("06\u00A012\u200934\u201156\u201378")]
    [InlineData("(0528) 29 11 11")]
    [InlineData("0528/291111")]
    [InlineData("+31 (0)6 12 34 56 78")]
    [InlineData("0031 6 12345678")]
    [InlineData("\u202A+31612345678\u202C")]
    [InlineData("+49 30 901820")]
    [InlineData("0800-1234")]
    [InlineData("０６１２３４５６７８")]
    public void Is_a_telephone_number_however_it_is_written(string typed) => PhoneNumber.IsOne(typed).ShouldBeTrue();

    [Theory]
    [InlineData("12")]
    [InlineData("1234567890")]
    [InlineData("06 1234567")]
    [InlineData("06 123456789")]
    [InlineData("+31 6 1234567")]
    [InlineData("bel mij")]
    [InlineData("0000000000")]
    public void Is_no_telephone_number_when_nobody_can_be_called_by_it(string typed) => PhoneNumber.IsOne(typed).ShouldBeFalse();

    [Theory]
    [InlineData("2026-12-31")]
    [InlineData("31-12-2026")]
    [InlineData("31/12/2026")]
    [InlineData("31.12.2026")]
    [InlineData("31–12–2026")]
    [InlineData("31 december 2026")]
    [InlineData("31\u00A0dec 2026")]
    [InlineData(" \u200E31-12-2026")]
    public void Is_a_day_however_it_is_written(string typed) => Dutch.ParseDay(typed).ShouldBe(new DateOnly(2026, 12, 31));

    [Theory]
    [InlineData("31-12-26")]
    [InlineData("31-02-2026")]
    [InlineData("morgen")]
    [InlineData("1 ma 2026")]
    public void Is_no_day_when_it_could_be_another_or_none(string typed) => Dutch.ParseDay(typed).ShouldBeNull();

    [Fact]
    public void Is_a_time_and_a_count_however_it_is_written()
    {
        foreach (var typed in (string[])["9:30", "09:30", "9.30", "09.30 uur"])
            Dutch.ParseTime(typed).ShouldBe(new TimeOnly(9, 30));
        Dutch.ParseDay("3 mrt 2026").ShouldBe(new DateOnly(2026, 3, 3));
        foreach (var typed in (string[])["1250", "1.250", "1 250", "1\u00A0250", "１２５０"])
            Dutch.ParseCount(typed).ShouldBe(1250);
        foreach (var typed in (string[])["1,5", "-1", "1.25", "", "99999999999"])
            Dutch.ParseCount(typed).ShouldBeNull();
    }
}
