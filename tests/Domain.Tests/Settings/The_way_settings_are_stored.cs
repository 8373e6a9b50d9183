using System.Text.Json;
using Smederijen.Domain.Settings;

namespace Smederijen.Domain.Tests.Settings;

/// <summary>The storage contract: a change here needs an upgrade of what is stored.</summary>
public sealed class The_way_settings_are_stored
{
    private static readonly DateTimeOffset At = new(2027, 1, 11, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Is_as_it_was_approved()
    {
        SettingsEvent[] events =
        [
            new SettingsEvent.Filled(At, [new NumberedHash(1, "a")]),
            new SettingsEvent.Drafted(At, "fatima", 1, new DateOnly(2027, 3, 1), "Omdat", Touches.Money | Touches.Roles, "b"),
            new SettingsEvent.Dropped(At, "gijs", 2),
            new SettingsEvent.Agreed(At, "gijs", 2),
            new SettingsEvent.Agreed(At, "gijs", 2) { Later = [new NumberedHash(3, "c")] },
            new SettingsEvent.TakenBack(At, "gijs", 2, "Toch niet"),
            new SettingsEvent.LeftOut(At, "fatima", "2028", "Het dorp wil een jaar sparen"),
            new SettingsEvent.MomentCame(At),
        ];
        var lines = events.Select(e => JsonSerializer.Serialize(e, SettingsHistoryJson.Default.SettingsEvent)).ToList();
        lines.Add(JsonSerializer.Serialize(new SettingsEffect.Begin(2), SettingsHistoryJson.Default.SettingsEffect));
        lines.Add(JsonSerializer.Serialize(
            new SettingsHistory(
                "alteveer",
                [
                    new SettingsVersion(1, At, "a", At, "fatima", "gijs", "Omdat", true),
                    new SettingsVersion(2, At, "b", At, "fatima", "gijs", "Omdat", false) { TakenBack = new(At, "gijs", "fatima", "Toch niet") },
                    new SettingsVersion(3, At, "c", At, "fatima", "gijs", "Omdat", false) { TakenUpBy = 4 },
                ],
                new SettingsDraft(At, "fatima", new DateOnly(2027, 3, 1), "Omdat", Touches.Votes, "b"), 3, 4)
            {
                LeftOut = new YearLeftOut("2028", "Het dorp wil een jaar sparen", "fatima", At),
                AskedBack = new AskedBack(3, At, "fatima", "Toch niet"),
            },
            SettingsHistoryJson.Default.SettingsHistory));
        Approved.MatchesFile(string.Join('\n', lines), "settings-storage-contract.approved.txt");
        foreach (var e in events)
            JsonSerializer.Serialize(
                    JsonSerializer.Deserialize(JsonSerializer.Serialize(e, SettingsHistoryJson.Default.SettingsEvent),
                        SettingsHistoryJson.Default.SettingsEvent)!,
                    SettingsHistoryJson.Default.SettingsEvent)
                .ShouldBe(JsonSerializer.Serialize(e, SettingsHistoryJson.Default.SettingsEvent));
    }
}
