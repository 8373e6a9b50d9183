using Smederijen.Portal.Layout;
using Smederijen.Portal.Styling;
using Smederijen.Portal.Tests.Forms;

namespace Smederijen.Portal.Tests.Layout;

public class The_frame_of_a_page
{
    [Fact]
    public void Has_a_title_a_skip_link_landmarks_and_the_footer()
    {
        var page = Page.Html<Document>(new { Title = "Alle Smederijen", Here = "/" });

        page.ShouldStartWith("<!DOCTYPE html><html lang=\"nl\">");
        page.ShouldContain("<title>Alle Smederijen - De Smederijen</title>");
        page.ShouldContain($"<link rel=\"stylesheet\" href=\"{StyleFile.Sheet.Path}\" />");
        page.ShouldContain("href=\"#inhoud\">Ga naar de inhoud</a>");
        page.ShouldContain("href=\"/\" aria-current=\"page\">Alle Smederijen</a>");
        page.ShouldContain("href=\"/privacy\">Privacy</a>");
        page.ShouldContain("href=\"/toegankelijkheid\">Toegankelijkheid</a>");
        page.ShouldContain("href=\"/contact\">Contact</a>");
        page.ShouldNotContain("medewerkers");
        page.ShouldNotContain("robots");
    }

    [Fact]
    public void Shows_staff_the_way_to_their_board_and_keeps_search_engines_out() =>
        Page.Html<Document>(new { Title = "Werk", StaffHref = "/medewerkers", Indexed = false })
            .ShouldSatisfyAllConditions(
                page => page.ShouldContain("href=\"/medewerkers\">Voor medewerkers</a>"),
                page => page.ShouldContain("<meta name=\"robots\" content=\"noindex, nofollow\">"));

    [Fact]
    public void Holds_nothing_that_a_strict_content_policy_refuses()
    {
        var page = Page.Html<Document>(new
        {
            Title = "Geld",
            ChildContent = Page.Fragment<MoneyBar>(new { Allotted = 1_000_00L, Reserved = 250_00L, Released = 100_00L }),
        });

        page.ShouldNotContain("<script");
        page.ShouldNotContain("<style");
        page.ShouldNotContain(" style=");
        page.ShouldNotContain("data:");
    }
}
