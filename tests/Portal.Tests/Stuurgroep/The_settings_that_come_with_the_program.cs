using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;

namespace Smederijen.Portal.Tests.Stuurgroep;

public sealed class The_settings_that_come_with_the_program
{
    private static readonly StuurgroepSettings Settings = SettingsFile.Embedded().Stuurgroep;

    [Fact]
    public void Name_six_partners_and_four_residents()
    {
        Settings.Seats.Count(seat => seat.Kind == SeatKind.Partner).ShouldBe(6);
        Settings.Seats.Count(seat => seat.Kind == SeatKind.Resident).ShouldBe(4);
        Settings.Seats.Select(seat => seat.Id).Distinct().Count().ShouldBe(10);
    }

    [Fact]
    public void Know_everybody_on_a_seat_and_the_secretary() => SettingsFile.Embedded().ContactsOfStuurgroep().Select(contact => contact.Id)
        .ShouldBe([.. Settings.Seats.SelectMany(seat => new[] { seat.Holder, seat.Deputy! }), Contact.Secretary], ignoreOrder: true);

    [Fact]
    public void Can_decide()
    {
        Settings.Quorum.ShouldBeInRange(1, Settings.Seats.Length);
        Settings.MajorityPercent.ShouldBeInRange(50, 99);
    }
}
