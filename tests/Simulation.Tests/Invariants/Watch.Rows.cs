using System.Globalization;
using Smederijen.Domain;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Meetings;
using Smederijen.Portal.Payments;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Work;

namespace Smederijen.Simulation.Tests.Invariants;

/// <content>Reads the rows of a commit.</content>
internal sealed partial class Watch
{
    private void See(Commit commit, string partition, Write write, string data)
    {
        var key = write.Row.Split('|');
        switch (key)
        {
            case ["idee", _]:
                commit.Idea = Read(write.Row, data).Read(IdeaJson.Default.StoredIdea);
                break;
            case ["idee", _, "log", var number]:
                commit.Line = (Number(number), commit.Whole(Read(write.Row, data)).Read(IdeaJson.Default.LogLine));
                break;
            case ["fase" or "wacht" or "loopt", _, var id] when ItemId.IsValid(id):
                Follow(new IdeaKey(partition, id)).Indexed(write, data);
                break;
            case ["effect", var item, var number] when write is Write.Insert && !commit.Returns(item, number):
                Cause(new WorkKey(partition, item), Number(number), Read(write.Row, data).Read(House.Effects.Pending).Effect);
                break;
            case ["effect", var item, var number] when write is Write.Delete && !commit.GivesUp(item, number):
                Settled(DecidedMails.IdOf(new WorkKey(partition, item), Number(number)));
                break;
            case ["hulp", var id]:
                Want(new WorkKey(partition, HelpRequest.ItemOf(id)), write);
                break;
            case ["groep", _]:
                Tally.Count(tally.Events, write switch { Write.Insert => "Group Asked", Write.Delete => "Group Left", _ => "Group Joined" });
                break;
            case ["instellingenlijst", var document] when write is not Write.Delete:
                Settings.Listed(document, Read(write.Row, data).Read(SettingsJson.Default.SettingsSummary));
                break;
            case ["instellingen", var document, "versie", var number]:
                Settings.Written(document, Number(number), SettingsDocument.Read(document, Read(write.Row, data)));
                break;
            case ["team", var place]:
                Settings.Holds(partition, place, write is Write.Delete ? null : Read(write.Row, data).Read(SettingsJson.Default.Contact).Email);
                break;
            case ["ronde", _]:
                commit.Round = Read(write.Row, data).Read(LedgerJson.Default.StoredRound).Item;
                break;
            case ["ronde", var period, "log", var number]:
                Log(partition, period, Number(number), commit.Whole(Read(write.Row, data)).Read(RoundJson.Default.RoundLogLine));
                break;
            case ["plan", _]:
                commit.Plan = Read(write.Row, data).Read(PlanRows.Default.StoredPlan);
                break;
            case ["plan", _, "log", var number]:
                commit.PlanLine = (Number(number), commit.Whole(Read(write.Row, data)).Read(PlanRows.Default.PlanLogLine));
                Tally.Count(tally.Events, $"Plan {commit.PlanLine.Value.Line.Event.GetType().Name}");
                break;
            case ["betaling", _]:
                Payments.Became(Read(write.Row, data).Read(PaymentRowsJson.Default.StoredOrder).Item);
                break;
            case ["betaling", _, "log", _]:
                Tally.Count(tally.Events, $"Payment {commit.Whole(Read(write.Row, data)).Read(PaymentRowsJson.Default.PaymentLogLine).Event.GetType().Name}");
                break;
            case ["betaalopdracht", _]:
                Payments.Became(Read(write.Row, data).Read(BatchRowsJson.Default.StoredBatch).Item);
                break;
            case ["betaalopdracht", _, "log", _]:
                Tally.Count(tally.Events, $"Batch {commit.Whole(Read(write.Row, data)).Read(BatchRowsJson.Default.BatchLogLine).Event.GetType().Name}");
                break;
            case ["bankregel", _]:
                Payments.Became(Read(write.Row, data).Read(BankLineRowsJson.Default.StoredLine).Item);
                break;
            case ["bankregel", _, "log", _]:
                var line = commit.Whole(Read(write.Row, data)).Read(BankLineRowsJson.Default.BankLineLogLine).Event;
                Tally.Count(tally.Events, $"Line {line.GetType().Name}");
                break;
            case ["bankbestand", _]:
                Payments.Became(Read(write.Row, data).Read(BankFileRowsJson.Default.StoredFile).Item);
                break;
            case ["bankbestand", _, "log", _]:
                var file = commit.Whole(Read(write.Row, data)).Read(BankFileRowsJson.Default.BankFileLogLine).Event;
                Tally.Count(tally.Events, $"File {file.GetType().Name}");
                break;
            case ["besluit", _]:
                commit.Resolution = Read(write.Row, data).Read(ResolutionJson.Default.StoredResolution).Item;
                break;
            case ["besluit", var id, "log", var number]:
                Log(id, Number(number), commit.Whole(Read(write.Row, data)).Read(ResolutionJson.Default.ResolutionLogLine));
                break;
            case ["plan", var id, "steun", _] when write is Write.Insert:
                CheckHome(new PlanKey(partition, id), Read(write.Row, data).Read(WorkJson.Default.Person));
                break;
            case ["plek", _]:
                commit.Place = Read(write.Row, data).Read(PlaceRows.Default.StoredPlace).Item;
                break;
            case ["plek", _, "log", _]:
                commit.PlaceLine = commit.Whole(Read(write.Row, data)).Read(PlaceRows.Default.PlaceLogLine).Event;
                break;
            case ["overleg", _]:
                commit.Meeting = Read(write.Row, data).Read(MeetingRows.Default.StoredMeeting).Item;
                break;
            case ["overleg", _, "log", var number]:
                commit.MeetingLine = Number(number);
                var happened = commit.Whole(Read(write.Row, data)).Read(MeetingRows.Default.MeetingLogLine).Event;
                Tally.Count(tally.Events, $"Meeting {happened.GetType().Name}");
                break;
            case ["ronde", var period, "kas", var number]:
                var entry = Read(write.Row, data).Read(DomainJson.Default.LedgerEntry);
                Book(partition, period, Number(number), entry);
                if (entry is LedgerEntry.Receive)
                    commit.Received = (period, entry.Amount);
                break;
        }
    }

    private void Cause(WorkKey item, int number, Effect effect)
    {
        if (ItemId.IsValid(item.Item))
            Follow(new IdeaKey(item.Smederij, item.Item)).Caused(number);
        if (effect is PlaceEffect.SendWaiting send)
            FollowPlace(PlaceKey.Of(item)).Mailed(send, now());
        Mails.Decide(item, number, effect);
    }

    private void Want(WorkKey item, Write write)
    {
        if (write is Write.Insert)
            Tally.Count(tally.Events, "HelpRequest Asked");
        if (write is Write.Delete)
            Tally.Count(tally.Events, "HelpRequest Called");
        if (write is Write.Delete ? !_callsWanted.Remove(item) : write is Write.Insert && !_callsWanted.Add(item))
            throw new Violation($"{item} asks for help twice, or was called without asking.");
    }

    private void Book(string smederij, string period, int number, LedgerEntry entry)
    {
        FollowRound(smederij, period).Booked(number, entry);
        if (IdeaOf(entry) is { } id)
            Follow(new IdeaKey(smederij, id)).Booked(entry);
    }

    private void Log(string smederij, string period, int number, RoundLogLine line)
    {
        FollowRound(smederij, period).Logged(number, line.Event);
        Tally.Count(tally.Rounds, line.Event.GetType().Name);
        if (line.Event is not RoundEvent.Counted counted)
            return;
        FollowVote(smederij, period).Counted(counted);
        tally.Ballots += counted.Ballots;
    }

    private void Log(string resolution, int number, ResolutionLogLine line)
    {
        FollowResolution(resolution).Logged(number);
        Tally.Count(tally.Events, $"Resolution {line.Event.GetType().Name}");
    }

    private static string? IdeaOf(LedgerEntry entry) => entry switch
    {
        LedgerEntry.Reserve e => e.Idea,
        LedgerEntry.Free e => e.Idea,
        LedgerEntry.Release e => e.Idea,
        LedgerEntry.Bounce e => e.Idea,
        LedgerEntry.Expect e => e.Idea,
        LedgerEntry.Receive e => e.Idea,
        LedgerEntry.WriteOff e => e.Idea,
        _ => null,
    };

    private static string DataOf(Write write) => write switch
    {
        Write.Insert insert => insert.Data,
        Write.Replace replace => replace.Data,
        Write.Put put => put.Data,
        _ => "",
    };

    private static Entity Read(string row, string data) => new(row, data, "");

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>What one transaction says about one idea, round or resolution, and its money.</summary>
    private sealed class Commit(IReadOnlyList<Write> writes)
    {
        /// <summary>Staff let this effect, which had failed for good, be tried again.</summary>
        public bool Returns(string item, string number) =>
            writes.Any(write => write is Write.Delete && write.Row == Keys.Failed(item, Number(number)));

        /// <summary>This effect failed for good, and waits for staff.</summary>
        public bool GivesUp(string item, string number) =>
            writes.Any(write => write is not Write.Delete && write.Row == Keys.Failed(item, Number(number)));

        /// <summary>A line with what was typed, which the same commit lays apart.</summary>
        public Entity Whole(Entity line) => Words.PutBack(
            [line, .. writes.Where(write => Words.Is(write.Row.Split('|'))).Select(write => new Entity(write.Row, DataOf(write), ""))])[0];

        public Stored<Idea>? Idea { get; set; }

        public (int Number, LogLine Line)? Line { get; set; }

        public Round? Round { get; set; }

        /// <summary>What came back, and the round that it belongs to.</summary>
        public (string Period, Euro Amount)? Received { get; set; }

        public Resolution? Resolution { get; set; }

        public Stored<Plan>? Plan { get; set; }

        public (int Number, PlanLogLine Line)? PlanLine { get; set; }

        public Place? Place { get; set; }

        public PlaceEvent? PlaceLine { get; set; }

        public Meeting? Meeting { get; set; }

        public int? MeetingLine { get; set; }
    }
}
