using System.Text.Json;
using Smederijen.Domain.Settings;

namespace Smederijen.Domain.Tests.Settings;

public sealed class When_a_file_with_the_past_comes
{
    private static readonly DateTimeOffset At = new(2027, 1, 11, 9, 0, 0, TimeSpan.Zero);

    private static PastDecision Lived(params PastEvent[] events) => events.Aggregate(
        (PastDecision)new PastDecision.Accepted(Past.Empty, []),
        (before, e) => before is PastDecision.Accepted accepted ? PastDecider.Decide(accepted.Item, e) : before);

    private static Past PastOf(PastDecision decision) => decision.ShouldBeOfType<PastDecision.Accepted>().Item;

    private static PastEvent Proposed(int seen = 0) => new PastEvent.Proposed(At, "fatima", seen, "bestand1", 40, 2);

    [Fact]
    public void A_second_person_agrees_and_it_is_taken_in_a_batch_at_a_time()
    {
        Lived(Proposed(), new PastEvent.Agreed(At, "fatima", 1)).ShouldBe(new PastDecision.Refused(SettingsRefusal.NeedsAnother));
        var agreed = Lived(Proposed(), new PastEvent.Agreed(At, "gijs", 1));
        agreed.ShouldBeOfType<PastDecision.Accepted>().Effects.ShouldBe([new PastEffect.TakeIn("bestand1", 1)]);
        var first = Lived(Proposed(), new PastEvent.Agreed(At, "gijs", 1), new PastEvent.BatchTaken(At, "bestand1", 1));
        first.ShouldBeOfType<PastDecision.Accepted>().Effects.ShouldBe([new PastEffect.TakeIn("bestand1", 2)]);
        PastDecider.Decide(PastOf(first), new PastEvent.BatchTaken(At, "bestand1", 1)).ShouldBe(PastDecision.AlreadySo.Instance);
        var all = PastDecider.Decide(PastOf(first), new PastEvent.BatchTaken(At, "bestand1", 2)).ShouldBeOfType<PastDecision.Accepted>();
        (all.Item.File, all.Item.Lines, all.Effects.IsEmpty).ShouldBe((null, 40, true));
    }

    [Fact]
    public void Nobody_can_stop_it_halfway_or_send_another()
    {
        var agreed = PastOf(Lived(Proposed(), new PastEvent.Agreed(At, "gijs", 1)));
        PastDecider.Decide(agreed, new PastEvent.Dropped(At, "gijs", 2)).ShouldBe(new PastDecision.Refused(SettingsRefusal.IsTakenIn));
        PastDecider.Decide(agreed, Proposed(2)).ShouldBe(new PastDecision.Refused(SettingsRefusal.FileInTheWay));
        agreed.NextDue.ShouldBeNull();
    }

    [Fact]
    public void Who_did_not_see_the_last_file_agrees_on_nothing() =>
        Lived(Proposed(), new PastEvent.Agreed(At, "gijs", 0)).ShouldBe(new PastDecision.Refused(SettingsRefusal.ChangedMeanwhile));

    [Fact]
    public void A_file_that_nobody_agrees_on_goes_away()
    {
        var waits = PastOf(Lived(Proposed()));
        PastDecider.Decide(waits, new PastEvent.MomentCame(At.AddDays(13))).ShouldBe(PastDecision.AlreadySo.Instance);
        PastOf(PastDecider.Decide(waits, new PastEvent.MomentCame(waits.NextDue!.Value))).File.ShouldBeNull();
        PastOf(PastDecider.Decide(waits, new PastEvent.Dropped(At, "fatima", 1))).File.ShouldBeNull();
    }

    /// <summary>The storage contract: a change here needs an upgrade of what is stored.</summary>
    [Fact]
    public void It_is_stored_as_it_was_approved()
    {
        PastEvent[] events =
        [
            Proposed(), new PastEvent.Dropped(At, "fatima", 1), new PastEvent.Agreed(At, "gijs", 1), new PastEvent.BatchTaken(At, "bestand1", 1),
            new PastEvent.MomentCame(At),
        ];
        string[] lines =
        [
            .. events.Select(e => JsonSerializer.Serialize(e, PastJson.Default.PastEvent)),
            JsonSerializer.Serialize(new PastEffect.TakeIn("bestand1", 2), PastJson.Default.PastEffect),
            JsonSerializer.Serialize(new Past(new PastFile("bestand1", At, "fatima", 40, 2, "gijs", 1), 12, 5, 7), PastJson.Default.Past),
        ];
        Approved.MatchesFile(string.Join('\n', lines), "past-storage-contract.approved.txt");
        foreach (var e in events)
            JsonSerializer.Deserialize(JsonSerializer.Serialize(e, PastJson.Default.PastEvent), PastJson.Default.PastEvent).ShouldBe(e);
    }
}
