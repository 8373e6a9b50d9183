using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Settings;

namespace Smederijen.Portal.Tests.Governing;

public sealed class When_a_change_is_put_into_another_version
{
    private static readonly SmederijSettings Village = Of<SmederijSettings>(World.Village);
    private static readonly StuurgroepSettings Stuurgroep = Of<StuurgroepSettings>(SettingsKeys.Stuurgroep);
    private static readonly MunicipalitySettings Municipality = Of<MunicipalitySettings>(SettingsKeys.Municipality);

    private static readonly SmederijSettings Following = Village with
    {
        Version = 2,
        Round = Village.Round with { Period = "2028", ClosesOn = new DateOnly(2028, 6, 30) },
    };

    [Fact]
    public void What_was_changed_comes_in_and_the_rest_stays_as_it_is_there()
    {
        var changed = Village with { Version = 7, SupportThreshold = 9, Terms = Village.Terms with { SupportDays = 40 }, LooksFirst = true };
        Merged(Village, changed, Following).ShouldBe(Hashed(Following with
        {
            SupportThreshold = 9,
            Terms = Village.Terms with { SupportDays = 40 },
            LooksFirst = true,
        }));
        Merged(Following, Following with { SupportThreshold = 9 }, Village).ShouldBe(Hashed(Village with { SupportThreshold = 9 }));
        Merged(Village, Village, Following).ShouldBe(Hashed(Following));
        Merged(Village, Following, Village).ShouldBe(Hashed(Following));
    }

    [Fact]
    public void What_is_taken_away_goes_and_what_is_nothing_again_is_nothing()
    {
        var closed = Village with { Closed = true, Successors = ["elim"] };
        Merged(Village, closed, Following).ShouldBe(Hashed(Following with { Closed = true, Successors = ["elim"] }));
        Merged(closed, Village, Following with { Closed = true, Successors = ["elim"] }).ShouldBe(Hashed(Following));
        var coloured = Municipality with { Colours = new HouseColours("#0b4a5a") };
        Merged(coloured, Municipality, coloured with { Phone = "14 0528" }).ShouldBe(Hashed(Municipality with { Phone = "14 0528" }));
        Merged(Municipality, coloured, Municipality with { Colours = new HouseColours(Accent: "#ffcc00") })
            .ShouldBe(Hashed(Municipality with { Colours = new HouseColours("#0b4a5a", Accent: "#ffcc00") }));
    }

    [Fact]
    public void Where_both_changed_the_same_it_is_told_and_changed_alike_only_where_that_matters()
    {
        var (one, other) = (Village with { SupportThreshold = 9, Round = Following.Round }, Following with { SupportThreshold = 7 });
        var merged = SettingsMerge.Merge(Village, one, other);
        merged.Conflicts.ShouldBe(["supportThreshold"]);
        ((SmederijSettings)merged.Content).SupportThreshold.ShouldBe(9, "what was changed stays");
        SettingsMerge.Merge(Village, one, other, alikeToo: true).Conflicts.ShouldBe(
            ["supportThreshold", "round.period", "round.closesOn"], ignoreOrder: true);
    }

    [Fact]
    public void A_list_without_names_is_one_value()
    {
        var (one, other) = (Village with { Conditions = [.. Village.Conditions, "Een"] }, Village with { Conditions = [.. Village.Conditions, "Twee"] });
        SettingsMerge.Merge(Village, one, other).Conflicts.ShouldBe(["conditions"]);
        Merged(Village, one, Following).ShouldBe(Hashed(Following with { Conditions = one.Conditions }));
    }

    [Theory]
    [InlineData("ab", "abn", "abc", "abcn")]
    [InlineData("abc", "abcn", "ab", "abn")]
    [InlineData("ab", "anb", "acb", "acnb")]
    [InlineData("abc", "bc", "abcd", "bcd")]
    [InlineData("abc", "cba", "abcd", "cdba")]
    [InlineData("abc", "abcd", "cba", "cdba")]
    [InlineData("ab", "nab", "ab", "nab")]
    [InlineData("ab", "b", "a", "")]
    [InlineData("ab", "aB", "Ab", "AB")]
    [InlineData("ab", "aB", "ab", "aB")]
    [InlineData("", "n", "", "n")]
    [InlineData("ab", "aN", "aN", "aN")]
    [InlineData("ab", "bac", "bad", "badc")]
    public void Seats_merge_one_by_one(string before, string changed, string other, string becomes)
    {
        var merged = SettingsMerge.Merge(Seats(before), Seats(changed), Seats(other));
        merged.Conflicts.ShouldBeEmpty();
        var members = ((SmederijSettings)merged.Content).Wijkteam.Members;
        string.Concat(members.Select(member => member.Kernteam ? member.Id.ToUpperInvariant() : member.Id)).ShouldBe(becomes);
    }

    [Theory]
    [InlineData("ab", "a", "aB")]
    [InlineData("ab", "aB", "a")]
    [InlineData("a", "an", "aN")]
    [InlineData("abc", "cba", "bca")]
    [InlineData("ab", "abb", "abc")]
    public void Of_a_seat_that_both_changed_otherwise_it_is_told(string before, string changed, string other) =>
        SettingsMerge.Merge(Seats(before), Seats(changed), Seats(other)).Conflicts.ShouldBe(["wijkteam.members"]);

    [Fact]
    public void Seats_of_the_stuurgroep_themes_and_tasks_of_staff_have_names_too()
    {
        var seat = Stuurgroep.Seats[0];
        Merged(
            Stuurgroep, Stuurgroep with { Seats = Stuurgroep.Seats.SetItem(0, seat with { Until = seat.Until.AddYears(1) }) },
            Stuurgroep with { Seats = Stuurgroep.Seats.RemoveAt(1), EqualPart = new Euro(100_000) })
            .ShouldBe(Hashed(Stuurgroep with
            {
                Seats = Stuurgroep.Seats.SetItem(0, seat with { Until = seat.Until.AddYears(1) }).RemoveAt(1),
                EqualPart = new Euro(100_000),
            }));
        MunicipalTheme theme = new("honden", "Honden", "honden@hoogeveen.example");
        Merged(Municipality, Municipality with { Themes = Municipality.Themes.Insert(0, theme) }, Municipality with { Name = "Hogeveen" })
            .ShouldBe(Hashed(Municipality with { Name = "Hogeveen", Themes = Municipality.Themes.Insert(0, theme) }));
        StaffTask anna = new("anna", "Anna", "ambtenaar", StaffRole.Medewerker, ["alle"], new DateOnly(2026, 1, 1));
        StaffTask bert = anna with { Account = "bert", Name = "Bert" };
        StaffRegister register = new(1, [anna, bert]);
        var (leaves, comes) = (anna with { Until = new DateOnly(2026, 9, 1) }, anna with { From = new DateOnly(2027, 1, 1) });
        Merged(register, register with { Tasks = [leaves, bert] }, register with { Tasks = [anna, bert, comes] })
            .ShouldBe(Hashed(new StaffRegister(1, [leaves, bert, comes])));
    }

    /// <summary>A change of the last version, put into what counts now and from there back into the last, is what was typed.</summary>
    [Fact]
    public void What_is_typed_on_top_of_the_last_version_is_what_that_becomes()
    {
        var kept = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var chance = new Random(seed);
            var now = Any(chance, Village);
            var last = Any(chance, now);
            var typed = Any(chance, last);
            var draft = SettingsMerge.Merge(last, typed, now, alikeToo: true);
            if (draft.Conflicts.Count > 0)
                continue;
            var later = SettingsMerge.Merge(now, draft.Content, last);
            later.Conflicts.ShouldBeEmpty($"seed {seed}");
            Sorted(later.Content).ShouldBe(Sorted(typed), $"seed {seed}");
            kept++;
        }
        kept.ShouldBeGreaterThan(100, "it is about them");
    }

    private static SmederijSettings Any(Random chance, SmederijSettings from) => Enumerable.Range(0, chance.Next(3)).Aggregate(from, (settings, _) =>
        chance.Next(6) switch
        {
            0 => settings with { SupportThreshold = chance.Next(1, 4) },
            1 => settings with { Round = settings.Round with { ClosesOn = new DateOnly(2027, 6, chance.Next(1, 4)) } },
            2 => settings with { Wijkteam = settings.Wijkteam with { Members = [.. settings.Wijkteam.Members.Skip(1)] } },
            3 => settings with
            {
                Wijkteam = settings.Wijkteam with
                {
                    Members = settings.Wijkteam.Members.Insert(
                        chance.Next(settings.Wijkteam.Members.Length + 1), new ReviewerSettings($"{chance.Next()}", "bewoner", false)),
                },
            },
            4 => settings with { Successors = chance.Next(2) == 0 ? null : ["elim"], Closed = chance.Next(2) == 0 },
            _ => settings with { Conditions = [$"{chance.Next(3)}"] },
        });

    /// <summary>Where a new seat stands among others is no matter of right or wrong.</summary>
    private static string Sorted(object content) => content is SmederijSettings smederij ? Hashed(smederij with
    {
        Wijkteam = smederij.Wijkteam with { Members = [.. smederij.Wijkteam.Members.OrderBy(member => member.Id, StringComparer.Ordinal)] },
    }) : "";

    /// <summary>A seat for each letter, and a capital for one of the kernteam.</summary>
    private static SmederijSettings Seats(string letters) => Village with
    {
        Wijkteam = Village.Wijkteam with
        {
            Members = [.. letters.Select(letter => new ReviewerSettings($"{char.ToLowerInvariant(letter)}", "bewoner", char.IsUpper(letter)))],
        },
    };

    private static string Merged(object before, object changed, object other)
    {
        var merged = SettingsMerge.Merge(before, changed, other);
        merged.Conflicts.ShouldBeEmpty();
        return Hashed(merged.Content);
    }

    private static string Hashed(object content) => SettingsDocument.Of(content).Hash;

    private static T Of<T>(string id) => (T)SettingsFile.Embedded().Documents.Last(document => document.Id == id).Content;
}
