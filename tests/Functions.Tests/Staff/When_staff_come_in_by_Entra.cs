using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Smederijen.Functions.Staff;
using Smederijen.Portal.Http;
using Smederijen.Portal.Layout;

namespace Smederijen.Functions.Tests.Staff;

public sealed class When_staff_come_in_by_Entra
{
    private static string Principal(string claims, string type = "aad", string roleType = "roles") => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $$"""{ "auth_typ": "{{type}}", "name_typ": "naam", "role_typ": "{{roleType}}", "claims": [{{claims}}] }"""));

    private static string Claim(string type, string value) => $$"""{ "typ": "{{type}}", "val": "{{value}}" }""";

    private static readonly string Anna = string.Join(',', Claim("oid", "7f3c"), Claim("name", "Anna Bos"), Claim("roles", "regisseur"), Claim("roles", "medewerker"));

    private static StaffMember? Identify(params string[] headers) => Identify(true, headers);

    private static StaffMember? Identify(bool behindAuthentication, params string[] headers)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = headers;
        return Access(behindAuthentication).Identify(http).AsTask().GetAwaiter().GetResult();
    }

    [Fact]
    public void Their_id_name_and_roles_are_known() => Identify(Principal(Anna)).ShouldNotBeNull().ShouldSatisfyAllConditions(
        staff => staff.Id.ShouldBe("7f3c"),
        staff => staff.Name.ShouldBe("Anna Bos"),
        staff => staff.Roles.ShouldBe(["medewerker", "regisseur"], ignoreOrder: true));

    [Theory]
    [InlineData("auth_time", "1772442000")]
    [InlineData("http://schemas.microsoft.com/ws/2008/06/identity/claims/authenticationinstant", "2026-03-02T09:00:00.000Z")]
    public void When_they_signed_in_is_known_and_doing_so_again_asks_for_the_password_and_leads_back(string claim, string value)
    {
        var staff = Identify(Principal($"{Anna},{Claim(claim, value)},{Claim("iat", "1772449200")}")).ShouldNotBeNull();
        staff.SignedInAt.ShouldBe(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        Access().SignInAgainAddress(staff, "/medewerkers/x?a=b&c=d").ShouldBe("/.auth/login/aad?prompt=login&post_login_redirect_uri=%2Fmedewerkers%2Fx%3Fa%3Db%26c%3Dd");
    }

    [Fact]
    public void Who_signs_in_comes_back_to_the_page_that_they_asked_for() =>
        Access().SignInAddress("/medewerkers/x?a=b").ShouldBe("/.auth/login/aad?post_login_redirect_uri=%2Fmedewerkers%2Fx%3Fa%3Db");

    [Theory]
    [InlineData("")]
    [InlineData("gisteren")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("999999999999999")]
    public void When_nobody_tells_their_mailbox_has_to_do(string value)
    {
        var staff = Identify(Principal($"{Anna},{Claim("iat", "1772449200")},{Claim("auth_time", value)},{Claim("preferred_username", "a.bos@gemeente.example")}")).ShouldNotBeNull();
        staff.SignedInAt.ShouldBeNull();
        staff.Email.ShouldBe("a.bos@gemeente.example");
        Access().SignInAgainAddress(staff, "/medewerkers/x").ShouldBe("/medewerkers/bewijs?terug=%2Fmedewerkers%2Fx");
    }

    [Fact]
    public void A_name_that_is_no_mail_address_is_no_mailbox() =>
        Identify(Principal($"{Anna},{Claim("preferred_username", "abos")}")).ShouldNotBeNull().Email.ShouldBeNull();

    private static EntraStaff Access(bool behindAuthentication = true) =>
        new(Options.Create(new StaffOptions { BehindAppServiceAuthentication = behindAuthentication }));

    [Fact]
    public void Claims_may_have_their_long_names()
    {
        const string Role = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";
        const string ObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";
        var staff = Identify(Principal(string.Join(',', Claim(ObjectId, "7f3c"), Claim("naam", "Anna"), Claim(Role, "beheerder")), roleType: Role)).ShouldNotBeNull();
        staff.Name.ShouldBe("Anna");
        staff.Roles.ShouldBe(["beheerder"]);
    }

    [Fact]
    public void Nobody_is_staff_while_the_header_is_not_guarded() => Identify(behindAuthentication: false, Principal(Anna)).ShouldBeNull();

    [Fact]
    public void Roles_of_other_apps_make_nobody_staff() =>
        Identify(Principal(string.Join(',', Claim("oid", "7f3c"), Claim("roles", "Regisseur"), Claim("groups", "regisseur")))).ShouldBeNull();

    [Fact]
    public void Without_an_id_nobody_can_be_named_in_the_log() => Identify(Principal(Claim("roles", "regisseur"))).ShouldBeNull();

    [Fact]
    public void Another_way_of_signing_in_does_not_count() => Identify(Principal(Anna, type: "github")).ShouldBeNull();

    [Fact]
    public void Two_headers_are_one_too_many() => Identify(Principal(Anna), Principal(Anna)).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("geen base64!")]
    [InlineData("bnVsbA==")]
    [InlineData("e30=")]
    [InlineData("WzFd")]
    [InlineData("eyJhdXRoX3R5cCI6ImFhZCIsImNsYWltcyI6W251bGxdfQ==")]
    [InlineData("eyJhdXRoX3R5cCI6ImFhZCIsImNsYWltcyI6Int9In0=")]
    [InlineData("/////w==")]
    public void What_cannot_be_read_is_nobody(string header) => Identify(header).ShouldBeNull();

    [Fact]
    public void No_header_is_nobody() => Identify().ShouldBeNull();
}
