using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Calendar;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Tests;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Http;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Watching;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Governing;

/// <summary>All example rounds end on 30 June 2027, so the mornings are those of 5 May (a holiday: 7 May), 2 June and 23 June.</summary>
public sealed class When_beheerders_are_reminded_of_the_year
{
    private const string Fatima = "fatima@voorbeeld.example";

    private static readonly DateTimeOffset s_eight = Morning(2027, 5, 7);
    private static readonly DateTimeOffset s_four = Morning(2027, 6, 2);
    private static readonly DateTimeOffset s_one = Morning(2027, 6, 23);

    private static DateTimeOffset Morning(int year, int month, int day) => Amsterdam.At(new DateOnly(year, month, day), new TimeOnly(8, 0));

    [Fact]
    public async Task One_mail_for_all_Smederijen_comes_eight_four_and_one_week_before()
    {
        await using var world = await World.Begin(Accounts);
        await world.Until(s_eight.AddTicks(-1));
        world.Mailbox.Mails.ShouldBeEmpty();
        await world.Until(s_eight);
        var mail = world.Mailbox.Mails.ShouldHaveSingleItem();
        mail.ToAddress.ShouldBe(Fatima);
        mail.Subject.ShouldBe("Open het jaar 2028: er volgt nog geen ronde");
        foreach (var smederij in world.Get<SettingsBook>().All)
            mail.Text.ShouldContain(smederij.Name);
        Approved.Matches(mail.Text, "year-mail");

        foreach (var (moment, count) in ((DateTimeOffset, int)[])[(s_four, 2), (s_one, 3)])
        {
            await world.Until(moment.AddTicks(-1));
            world.Mailbox.Mails.Count.ShouldBe(count - 1);
            await world.Until(moment);
            world.Mailbox.Mails.Count.ShouldBe(count);
        }
        world.Mailbox.Mails[^1].Text.ShouldContain("De ronde sluit over 7 dagen in ");
        await world.Until(Morning(2028, 1, 10));
        world.Mailbox.Mails.Count.ShouldBe(3, "after the last day the board tells");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_is_mailed_once_the_year_is_opened_and_who_has_none_is_named_alone()
    {
        await using var world = await World.Begin(Accounts);
        await world.Until(s_eight);
        await world.Fatima().DraftYear(("geen-krakeel", "Krakeel doet een jaar niet mee"));
        await world.Gijs().AgreeOnYear();
        world.Mailbox.Clear();
        await world.Until(Morning(2027, 7, 5));
        world.Mailbox.Mails.ShouldBeEmpty();
        (await world.Get<YearItems>().Load(YearKind.Key)).ShouldNotBeNull().Item.Next
            .ShouldBe(Mornings.From(new DateOnly(2028, 6, 30).AddDays(-56)), "the year that began has reminders of its own");
    }

    [Fact]
    public async Task A_mail_that_was_late_names_no_Smederij_whose_year_was_opened_meanwhile()
    {
        await using var world = await World.Begin(Accounts);
        await world.Until(s_eight.AddTicks(-1));
        var due = new YearEffect.Remind(new DateOnly(2027, 6, 30), 8);
        (await world.Get<YearMail>().Write(due, default)).ShouldHaveSingleItem();
        await world.Fatima().DraftYear();
        (await world.Get<YearMail>().Write(due, default)).ShouldHaveSingleItem("a draft is nothing that anybody agreed on");
        await world.Gijs().AgreeOnYear();
        (await world.Get<YearMail>().Write(due, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_register_tells_who_is_mailed_and_for_which_Smederijen()
    {
        await using var world = await World.Begin();
        await world.Get<SettingsItems>().Fill(SettingsDocument.Of(new StaffRegister(1,
        [
            Of("gijs", "Gijs Koning", StaffRole.Beheerder, StaffGrant.All),
            Of("wim", "Wim Post", StaffRole.Beheerder, "wolfsbos"),
            Of("anna", "Anna de Vries", StaffRole.Medewerker, StaffGrant.All),
            Of("oud", "Olga Oud", StaffRole.Beheerder, StaffGrant.All) with { Until = new DateOnly(2027, 1, 1) },
            Of("zonder", "Zoë Zonder", StaffRole.Beheerder, StaffGrant.All),
        ])));
        foreach (var account in (string[])["gijs", "wim", "anna", "oud"])
            await world.Lay(Partitions.Stuurgroep,
            [
                new Write.Put(Keys.Contact(account), Rows.Write(
                    new Contact(account, account, $"{account}@voorbeeld.example", "beheerder"), SettingsJson.Default.Contact)),
            ]);
        await world.Get<SettingsBook>().Reload();
        await world.Until(s_eight);
        world.Mailbox.Mails.Select(mail => mail.ToAddress).ShouldBe(["gijs@voorbeeld.example", "wim@voorbeeld.example"], ignoreOrder: true);
        world.Mailbox.LastTo("gijs@voorbeeld.example").Text.ShouldContain("Alteveer");
        world.Mailbox.LastTo("wim@voorbeeld.example").Text.ShouldContain("De ronde sluit over 7 weken in Wolfsbos. ");
        world.Mailbox.LastTo("wim@voorbeeld.example").ToName.ShouldBe("Wim Post");
    }

    [Fact]
    public async Task Where_no_address_is_known_the_board_is_the_place()
    {
        await using var world = await World.Begin();
        await world.Until(s_eight);
        world.Mailbox.Mails.ShouldBeEmpty();
        (await world.Anna().Open("/medewerkers")).Words.ShouldContain("De ronde van 2027 sluit over 7 weken in 24 Smederijen");
        (await world.Anna().Open("/medewerkers/berichten")).Words.ShouldNotContain("beheerders");
    }

    [Fact]
    public async Task A_store_of_before_gets_it_when_the_program_starts_and_a_second_start_changes_nothing()
    {
        await using var world = await World.Begin(Accounts);
        // As it was before: nothing of it is there.
        foreach (var range in (RowRange[])[RowRange.Prefix("jaarherinnering|"), Keys.AllDue])
            await world.Store.DeleteAll(Partitions.Settings, range, row => row.Row.Contains("jaarherinnering", StringComparison.Ordinal));
        await world.Until(Morning(2027, 5, 20).AddHours(3));
        world.Mailbox.Mails.ShouldBeEmpty();
        await world.Get<SettingsPublishing>().Publish();
        var begun = (await world.Get<YearItems>().Load(YearKind.Key)).ShouldNotBeNull();
        await world.Get<SettingsPublishing>().Publish();
        (await world.Get<YearItems>().Load(YearKind.Key)).ShouldBe(begun);
        await world.Until(Morning(2027, 5, 21));
        world.Mailbox.Mails.ShouldHaveSingleItem("on the first working morning after it");
        await world.Until(s_one);
        world.Mailbox.Mails.Count.ShouldBe(3);
    }

    /// <summary>Wherever the machine stops in the morning, one mail goes out once it goes on.</summary>
    [Fact]
    public async Task A_stop_after_any_commit_leaves_one_mail()
    {
        for (var commits = 1; commits < 5; commits++)
        {
            await using var world = await World.Begin(Accounts);
            await world.Until(s_eight.AddTicks(-1));
            world.Clock.MoveTo(s_eight);
            var left = commits;
            world.Store.After = (_, _) =>
            {
                if (--left == 0)
                    throw new StoreUnavailableException("The machine stops.", new IOException());
            };
            for (var starts = 0; starts < 3; starts++)
            {
                try
                {
                    await world.Get<WorkList>().PerformDue(YearKind.Key);
                }
                catch (StoreUnavailableException)
                {
                    world.Store.After = null;
                }
            }
            world.Mailbox.Mails.ShouldHaveSingleItem($"stopped after commit {commits}");
        }
    }

    private static StaffTask Of(string account, string name, StaffRole role, string reach) =>
        new(account, name, "medewerker", role, ImmutableArray.Create(reach), new DateOnly(2026, 1, 1));

    /// <summary>An edition that keeps a list of its accounts.</summary>
    private static void Accounts(IServiceCollection services) => services.AddSingleton<IStaffAccess, ListedStaff>();

    private sealed class ListedStaff(WallClock clock) : IStaffAccess
    {
        public IReadOnlyList<StaffMember> Colleagues { get; } =
        [
            new("fatima", "Fatima Bos", new HashSet<string> { StaffRoles.Beheerder }) { Email = Fatima },
            new("anna", "Anna de Vries", new HashSet<string> { StaffRoles.Medewerker }) { Email = "anna@voorbeeld.example" },
            new("gijs", "Gijs Koning", new HashSet<string> { StaffRoles.Beheerder }),
        ];

        public string SignInAddress(string back) => $"/aanmelden?terug={back}";

        public string SignOutAddress => "/afmelden";

        public string SignInAgainAddress(StaffMember member, string back) => $"/opnieuw?terug={back}";

        public ValueTask<StaffMember?> Identify(HttpContext http) => ValueTask.FromResult(
            http.Features.Get<StaffMember>() is { } member ? member with { SignedInAt = member.SignedInAt ?? clock.Now } : null);
    }
}
