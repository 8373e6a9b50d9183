using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Smederijen.Portal.Http;

namespace Smederijen.Portal.Tests.Serving;

public sealed partial class When_cookies_go_over_TLS
{
    private static DefaultHttpContext By(string scheme, params string[] cookies)
    {
        var http = new DefaultHttpContext();
        http.Request.Scheme = scheme;
        http.Request.Headers.Cookie = new StringValues(cookies);
        return http;
    }

    [Theory]
    [InlineData("https", "/", "__Host-naam=waarde; path=/; secure; samesite=lax; httponly")]
    [InlineData("https", "/stemmen", "__Secure-naam=waarde; path=/stemmen; secure; samesite=lax; httponly")]
    [InlineData("http", "/", "naam=waarde; path=/; samesite=lax; httponly")]
    public void Their_name_binds_them_to_this_site_as_far_as_the_path_allows(string scheme, string path, string cookie)
    {
        var http = By(scheme);
        Cookies.Give(http, "naam", "waarde", path);
        http.Response.Headers.SetCookie.ToString().ShouldBe(cookie);
    }

    [Theory]
    [InlineData("https", "/", "__Host-naam=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; samesite=lax; httponly")]
    [InlineData("https", "/stemmen", "__Secure-naam=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/stemmen; secure; samesite=lax; httponly")]
    public void They_are_taken_back_under_the_name_and_path_that_they_have(string scheme, string path, string cookie)
    {
        var http = By(scheme);
        Cookies.Take(http, "naam", path);
        http.Response.Headers.SetCookie.ToString().ShouldBe(cookie);
    }

    /// <summary>Whoever is on the line, or has a neighbouring site, can lay a cookie under a name without a prefix.</summary>
    [Fact]
    public void One_that_somebody_else_can_have_laid_there_is_not_believed()
    {
        Cookies.Read(By("https", "naam=vreemd"), "naam").ShouldBeNull();
        Cookies.Read(By("https", "naam=vreemd"), "naam", "/stemmen").ShouldBeNull();
        Cookies.Read(By("https", "__Secure-naam=vreemd"), "naam").ShouldBeNull();
        Cookies.Read(By("https", "naam=vreemd; __Host-naam=eigen"), "naam").ShouldBe("eigen");
        Cookies.Read(By("https", "naam=vreemd; __Secure-naam=eigen"), "naam", "/stemmen").ShouldBe("eigen");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3801)]
    public void One_of_a_length_that_we_give_nobody_is_none(int length) =>
        Cookies.Read(By("http", $"naam={new string('x', length)}"), "naam").ShouldBeNull();

    [Fact]
    public async Task The_page_of_a_link_opens_with_our_cookie_and_not_with_one_that_was_tossed()
    {
        await using var world = await World.Begin();
        await world.Granted();
        var link = world.Mailbox.LastTo(Residents.Submitter).Link();
        var visitor = new Browser(world.Services) { Origin = "https://smederijen.voorbeeld.example" };
        var opened = (await visitor.Get(link)).ShouldHave(303);
        opened.Headers.SetCookie.ToString().ShouldMatch(@"^__Secure-link-[0-9a-f]{12}=[^;]+; path=/betaalgegevens/[0-9a-f]{12}; secure; samesite=lax; httponly$");
        (await visitor.Get(opened.Location)).ShouldHave(200);
        var tossed = opened.Headers.SetCookie.ToString().Split(';')[0]["__Secure-".Length..];
        (await new Browser(world.Services) { Origin = "https://smederijen.voorbeeld.example" }.Get(opened.Location, ("Cookie", tossed))).ShouldHave(404);
        (await world.NewBrowser().Get(opened.Location, ("Cookie", tossed))).ShouldHave(200);
    }

    [Fact]
    public void No_cookie_of_the_product_is_given_or_read_anywhere_else()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, ".editorconfig")))
            root = root.Parent ?? throw new InvalidOperationException("These tests run inside the repository.");
        var files = Directory.EnumerateFiles(Path.Combine(root.FullName, "src"), "*.cs", SearchOption.AllDirectories).ToList();
        files.Count.ShouldBeGreaterThan(300);
        files.Where(file => ByItself().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName).ShouldBe(["Cookies.cs"]);
    }

    [GeneratedRegex(@"(Request|Response)\.Cookies|SetCookie|CookieOptions")]
    private static partial Regex ByItself();
}
