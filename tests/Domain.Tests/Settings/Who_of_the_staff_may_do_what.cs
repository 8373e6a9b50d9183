using System.Collections.Immutable;
using Smederijen.Domain.Settings;

namespace Smederijen.Domain.Tests.Settings;

public sealed class Who_of_the_staff_may_do_what
{
    private static readonly DateOnly s_first = new(2026, 1, 1);
    private static readonly DateOnly s_today = new(2026, 3, 2);

    private static readonly StaffTask s_fatima = new("fatima", "Fatima Bos", "beheerder", StaffRole.Beheerder, ["alle"], s_first);
    private static readonly StaffTask s_gijs = new("gijs", "Gijs Koning", "gebiedsregisseur", StaffRole.Regisseur, ["wolfsbos"], s_first, new(
        2026, 3, 2));

    private static readonly StaffRegister s_register = new(1, [s_fatima, s_gijs]);

    private static bool May(
        StaffRegister register, string account, StaffWork work, string? smederij, DateOnly? day = null, StaffRole[]? byAccount = null,
        string[]? directs = null) =>
        register.GrantsOf(account, byAccount ?? [], directs ?? [], day ?? s_today).Any(grant => grant.Allows(work, smederij));

    [Fact]
    public void A_role_counts_in_its_reach_and_not_elsewhere()
    {
        May(s_register, "gijs", StaffWork.Ideas, "wolfsbos").ShouldBeTrue();
        May(s_register, "GIJS", StaffWork.Money, "wolfsbos").ShouldBeTrue();
        May(s_register, "gijs", StaffWork.Ideas, "centrum").ShouldBeFalse();
        May(s_register, "gijs", StaffWork.Ideas, null).ShouldBeFalse("what belongs to all is not of one Smederij");
        May(s_register, "gijs", StaffWork.Stuurgroep, null).ShouldBeFalse();
        May(s_register, "fatima", StaffWork.Governing, null).ShouldBeTrue();
        May(s_register, "fatima", StaffWork.Ideas, "wolfsbos").ShouldBeFalse();
    }

    [Fact]
    public void A_task_counts_from_its_first_day_up_to_and_with_its_last()
    {
        var later = s_register with { Tasks = [s_fatima, s_gijs with { From = s_today }] };
        May(later, "gijs", StaffWork.Ideas, "wolfsbos", s_today.AddDays(-1)).ShouldBeFalse();
        May(later, "gijs", StaffWork.Ideas, "wolfsbos", s_today).ShouldBeTrue();
        May(later, "gijs", StaffWork.Ideas, "wolfsbos", s_today.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void The_roles_of_accounts_count_everywhere_as_long_as_the_register_names_nobody()
    {
        May(StaffRegister.Empty, "anna", StaffWork.Ideas, "centrum", byAccount: [StaffRole.Medewerker]).ShouldBeTrue();
        May(StaffRegister.Empty, "anna", StaffWork.Governing, null, byAccount: [StaffRole.Medewerker]).ShouldBeFalse();
        May(s_register, "anna", StaffWork.Ideas, "centrum", byAccount: [StaffRole.Medewerker]).ShouldBeFalse();
        s_register.GrantsOf("anna", [StaffRole.Medewerker], [], s_today).ShouldBeEmpty();
    }

    [Fact]
    public void A_beheerder_by_account_whom_the_register_does_not_name_can_put_it_right_and_nothing_else()
    {
        StaffRole[] roles = [StaffRole.Medewerker, StaffRole.Beheerder];
        May(s_register, "zij", StaffWork.Governing, null, byAccount: roles).ShouldBeTrue();
        May(s_register, "zij", StaffWork.Ideas, "centrum", byAccount: roles).ShouldBeFalse();
    }

    [Fact]
    public void Who_left_comes_in_by_no_other_door()
    {
        var gone = s_today.AddDays(1);
        s_register.GrantsOf("gijs", [StaffRole.Beheerder, StaffRole.Regisseur], ["wolfsbos"], gone).ShouldBeEmpty();
    }

    [Fact]
    public void The_gebiedsregisseur_of_a_Smederij_acts_for_it_whatever_reach_the_register_gives()
    {
        May(s_register, "gijs", StaffWork.Ideas, "centrum", directs: ["centrum"]).ShouldBeTrue();
        May(s_register, "rianne", StaffWork.Ideas, "centrum", directs: ["centrum"]).ShouldBeTrue();
        May(s_register, "rianne", StaffWork.Ideas, "wolfsbos", directs: ["centrum"]).ShouldBeFalse();
    }

    [Fact]
    public void Who_may_is_told_with_those_of_this_very_Smederij_first()
    {
        var anna = new StaffTask("anna", "Anna de Vries", "medewerker", StaffRole.Medewerker, ["alle"], s_first);
        var register = s_register with { Tasks = [anna, .. s_register.Tasks] };
        register.WhoMay(StaffWork.Ideas, "wolfsbos", s_today).Select(task => task.Name).ShouldBe(["Gijs Koning", "Anna de Vries"]);
        register.WhoMay(StaffWork.Ideas, "wolfsbos", s_today.AddDays(1)).Select(task => task.Name).ShouldBe(["Anna de Vries"]);
    }

    [Fact]
    public void The_day_is_found_on_which_nobody_governs_any_more()
    {
        s_register.WithoutBeheerder(s_today).ShouldBeNull();
        s_register.WithoutBeheerder(s_first.AddDays(-1)).ShouldBe(s_first.AddDays(-1));
        var until = new DateOnly(2026, 6, 30);
        var ends = s_register with { Tasks = [s_fatima with { Until = until }] };
        ends.WithoutBeheerder(s_today).ShouldBe(until.AddDays(1));
        var successor = s_fatima with { Account = "hana", From = until.AddDays(1) };
        (ends with { Tasks = [.. ends.Tasks, successor] }).WithoutBeheerder(s_today).ShouldBeNull();
        (ends with { Tasks = [.. ends.Tasks, successor with { From = until.AddDays(2) }] }).WithoutBeheerder(s_today).ShouldBe(until.AddDays(1));
        (ends with { Tasks = [.. ends.Tasks, successor with { Reach = ["wolfsbos"] }] }).WithoutBeheerder(s_today).ShouldBe(until.AddDays(1));
    }

    [Fact]
    public void Every_work_has_a_role_that_does_it() =>
        Enum.GetValues<StaffWork>().ShouldAllBe(work => StaffGrant.RolesFor(work) != ImmutableArray<StaffRole>.Empty);
}
