using Smederijen.Functions.Tests.MainJob;
using Smederijen.Functions.Tests.Storage;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests;
using Xunit.Abstractions;

namespace Smederijen.Functions.Tests.Costs;

/// <summary>The pages that look at many ideas, with all 24 Smederijen in the store.</summary>
[Collection(nameof(Azurite))]
public sealed class What_a_page_costs(Azurite azurite, ITestOutputHelper output)
{
    [Fact]
    public async Task Does_not_grow_with_the_number_of_Smederijen()
    {
        var (world, requests) = await AzureWorld.Begin(azurite);
        await using var ended = world;
        var portal = world.World;
        await portal.Submit(Residents.AnIdea);
        await portal.Submit(Residents.AnIdea with { email = "els@voorbeeld.example", postcode = "7904 AB" }, "wolfsbos");
        await portal.Work();
        var (bill, staff) = (new Bill(requests), portal.BrowserOf("anna", "medewerker"));
        (string Page, Browser By, string Address, int Most)[] pages =
        [
            ("home", portal.Browser, "/", 2),
            ("a Smederij", portal.Browser, $"/smederijen/{World.Village}", 4),
            ("staff board", staff, "/medewerkers", 10),
            ("staff board, one Smederij", staff, $"/medewerkers?smederij={World.Village}", 10),
        ];
        foreach (var (page, by, address, most) in pages)
        {
            var before = bill.Total;
            (await bill.Of(page, () => by.Open(address))).ShouldHave(200);
            (bill.Total - before).ShouldBeLessThanOrEqualTo(most, $"{page}\n{bill.Details}");
        }
        (await staff.Open("/medewerkers")).Text.ShouldContain("Een bankje", Case.Insensitive);
        output.WriteLine(bill.Details);
        Summary.Write("azure-pages", $"requests of one visit, with 24 Smederijen: home at most 2, a Smederij 4, the staff board 10\n{bill}");
    }
}
