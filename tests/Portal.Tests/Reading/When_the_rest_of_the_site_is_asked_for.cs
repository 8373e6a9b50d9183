using System.IO.Compression;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Styling;

namespace Smederijen.Portal.Tests.Reading;

public sealed class When_the_rest_of_the_site_is_asked_for
{
    [Fact]
    public async Task The_style_sheet_comes_packed_to_who_can_unpack_it_and_may_be_kept_for_ever()
    {
        await using var world = await World.Begin();
        (await world.Browser.Get(StyleFile.Sheet.Path)).ShouldHave(200).Body.ShouldBe(StyleFile.Sheet.Content.ToArray());
        var packed = await world.Browser.Get(StyleFile.Sheet.Path, ("Accept-Encoding", "gzip, br;q=0"));
        packed.Headers.ContentEncoding.ToString().ShouldBe("gzip");
        packed.Headers.Vary.ToString().ShouldBe("Accept-Encoding");
        packed.Headers.CacheControl.ToString().ShouldBe(StyleFile.CacheControl);
        await using var unpacked = new GZipStream(new MemoryStream(packed.Body), CompressionMode.Decompress);
        var content = new MemoryStream();
        await unpacked.CopyToAsync(content);
        content.ToArray().ShouldBe(StyleFile.Sheet.Content.ToArray());
        (await world.Browser.Get("/stijl/0000000000000000.css")).ShouldHave(200).Headers.CacheControl.ToString().ShouldBe("no-store");
    }

    [Fact]
    public async Task The_icon_comes_the_same_way_as_a_picture()
    {
        await using var world = await World.Begin();
        (await world.Browser.Get("/")).Text.ShouldContain($"<link rel=\"icon\" href=\"{StyleFile.Icon.Path}\"");
        var icon = (await world.Browser.Get(StyleFile.Icon.Path)).ShouldHave(200);
        icon.Headers.ContentType.ToString().ShouldBe("image/svg+xml");
        icon.Headers.CacheControl.ToString().ShouldBe(StyleFile.CacheControl);
        icon.Text.ShouldStartWith("<svg");
    }

    [Fact]
    public async Task What_the_municipality_filled_in_stands_on_its_pages_and_what_it_left_empty_does_not()
    {
        await using var world = await World.Begin();
        var contact = (await world.Browser.Get("/contact")).ShouldHave(200);
        contact.Words.ShouldContain("Telefoon 0528 00 00 00 E-mail smederijen@voorbeeld.example");
        contact.Text.ShouldContain("De Smederijen van Hoogeveen: bewoners maken hun buurt.");
        (await world.Browser.Get("/privacy")).ShouldHave(200).Words.ShouldNotContain("Wie is verantwoordelijk?");
        (await world.Browser.Get("/toegankelijkheid")).ShouldHave(200).Words.ShouldNotContain("toegankelijkheidsverklaring");
    }

    [Fact]
    public async Task The_address_for_leaks_expires_half_a_year_from_now()
    {
        await using var world = await World.Begin();
        var text = (await world.Browser.Get("/.well-known/security.txt")).ShouldHave(200).Text;
        text.ShouldContain("Contact: mailto:lek@voorbeeld.example");
        text.ShouldContain("Expires: 2026-09-02T00:00:00Z");
        (await world.Browser.Get("/robots.txt")).ShouldHave(200).Text.ShouldContain("Disallow: /medewerkers");
    }
}
