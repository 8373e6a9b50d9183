using System.Net;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests.Forms;

namespace Smederijen.Portal.Tests.Layout;

public class The_blocks_of_a_page
{
    [Fact]
    public void Money_is_told_in_words_and_shown_as_a_bar()
    {
        var money = Page.Html<MoneyBar>(new { Allotted = 12_500_00L, Reserved = 3_000_00L, Released = 4_125_50L });

        money.ShouldContain("smederij-money__released\" width=\"33%\"");
        money.ShouldContain("smederij-money__reserved\" width=\"57%\"");
        foreach (var amount in new[] { "€\u00A012.500,00", "€\u00A04.125,50", "€\u00A03.000,00", "€\u00A05.374,50" })
            WebUtility.HtmlDecode(money).ShouldContain(amount);
    }

    [Fact]
    public void Money_that_is_not_there_gives_an_empty_bar() =>
        Page.Html<MoneyBar>(new { Allotted = 0L, Reserved = 0L, Released = 0L }).ShouldContain("smederij-money__released\" width=\"0%\"");

    [Fact]
    public void A_timeline_tells_what_was_and_what_is_expected() =>
        Page.Html<Timeline>(new
        {
            Entries = new[]
            {
                new TimelineEntry(new DateTimeOffset(2026, 10, 1, 9, 5, 0, TimeSpan.Zero), "Idee ingediend"),
                new TimelineEntry(new DateTimeOffset(2026, 11, 21, 13, 5, 0, TimeSpan.Zero), "Oordeel", "Drie leden.", Expected: true),
            },
        }).ShouldBe(
            """
            <ol class="smederij-timeline"><li><time datetime="2026-10-01T09:05Z">1 oktober 2026, 11.05 uur</time><strong>Idee ingediend</strong></li><li class="smederij-timeline__expected"><time datetime="2026-11-21T13:05Z">Uiterlijk zaterdag 21 november 2026</time><strong>Oordeel</strong><p>Drie leden.</p></li></ol>
            """);

    [Theory]
    [InlineData(NoticeKind.Info, "utrecht-alert--info smederij-alert\"><", "Goed om te weten")]
    [InlineData(NoticeKind.Ok, "utrecht-alert--ok smederij-alert\" role=\"status\"", "Gelukt")]
    [InlineData(NoticeKind.Warning, "utrecht-alert--warning smederij-alert\"><", "Let op")]
    [InlineData(NoticeKind.Error, "utrecht-alert--error smederij-alert\" role=\"alert\"", "Dat ging niet")]
    public void A_notice_says_in_words_what_its_colour_says(NoticeKind kind, string tag, string title)
    {
        var notice = Page.Html<Notice>(new { Kind = kind, ChildContent = Page.Text("Tekst") });

        notice.ShouldContain(tag);
        notice.ShouldContain($"<p class=\"smederij-alert__title\">{title}</p>");
    }

    [Fact]
    public void A_list_of_one_page_has_no_pager()
    {
        Page.Html<Pager>().ShouldBeEmpty();
        Page.Html<Pager>(new { Next = "/ideeen?na=7" }).ShouldContain("rel=\"next\" href=\"/ideeen?na=7\">Volgende</a>");
    }
}
