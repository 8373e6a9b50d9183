using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Stuurgroep;
using Smederijen.Portal.Tests.Unreadable;
using Smederijen.Portal.Tests.Voting;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Watching;

/// <summary>Somebody can write in the store, and has not the keys of the installation.</summary>
public sealed class When_somebody_forges_the_store
{
    private static readonly string[] Partitions = [World.Village, AVote.Smederij, Portal.Storage.Partitions.Stuurgroep];

    /// <summary>What the page says that it cannot see, as kinds of rows: a new kind of row has to be decided about.</summary>
    private static bool IsSaidNotToBeSeen(string kind, string what) => kind switch
    {
        "opdracht|#" or "hulp|#" or "wacht|hulp" or "groep|#" or "stemming" or "ronde|#|stemsleutel" => true,
        // Nobody reads what is in it.
        "wacht|#" => what == "(tekst)",
        // Tries and readers are written down in the same row; taken away looks like done.
        "effect|#" or "mislukt|#" => what == Gone || what is "attempts" or "problem" or "retryAt" or "claimedUntil" or "undelivered[]",
        "instelling|#" or "team|#" => what == Gone,
        // A text, or somebody who is forgotten, is taken away by the portal as well.
        _ => what == Gone && kind.Split('|') is [_, _, "gezegd" or "persoon" or "steun" or "uitgave" or "werk" or "stuk", ..],
    };

    private const string Gone = "(weg)";

    /// <summary>Of every kind of row: each field changed, a row taken away, and a row put in under another key.</summary>
    [Fact]
    public async Task Every_row_is_watched_or_said_not_to_be()
    {
        await using var world = await Everything();
        (await Check(world)).ShouldBe("-");
        var unseen = new List<string>();
        foreach (var kind in (await Rows(world)).GroupBy(row => KindOf(row.Row.Row)))
        {
            var rows = kind.ToList();
            foreach (var (partition, row) in (((string, Entity)[])[rows[0], rows[^1]]).Distinct())
            {
                foreach (var (what, data) in Changed(row.Data))
                    await See(what, () => With(world, partition, row, new Write.Put(row.Row, data)));
                await See(Gone, () => With(world, partition, row, new Write.Delete(row.Row)));
            }
            var last = rows.Last(one => one.Partition == rows[^1].Partition);
            await See("(nog een keer)", () => Copied(world, last.Partition, last.Row));

            async Task See(string what, Func<Task<string>> forge)
            {
                if (await forge() == "-" && !IsSaidNotToBeSeen(kind.Key, what))
                    unseen.Add($"{kind.Key} {what}");
            }
        }
        unseen.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ledger_whose_lines_and_totals_were_changed_together_is_seen_on_its_own_page_too()
    {
        await using var world = await Everything();
        var round = RoundKeys.Round(world.Settings().Round.Period);
        var line = (await world.Store.RowsFrom(World.Village, $"{round}|kas|")).First(row => row.Data.Contains("reserveren", StringComparison.Ordinal));
        var stored = (await world.Store.Get(World.Village, round)).ShouldNotBeNull();
        var less = JsonNode.Parse(line.Data)!["amount"]!.GetValue<long>() - 100;
        var ledger = JsonNode.Parse(stored.Data)!;
        ledger["item"]!["ledger"]!["reserved"] = ledger["item"]!["ledger"]!["reserved"]!.GetValue<long>() - 100;
        await world.Store.Commit(World.Village,
        [
            new Write.Put(line.Row, line.Data.Replace($"\"amount\":{less + 100}", $"\"amount\":{less}", StringComparison.Ordinal)),
            new Write.Put(round, ledger.ToJsonString()),
        ]);
        (await Check(world)).ShouldContain("LedgerLine");
        (await world.Anna().Get($"/medewerkers/geld/{World.Village}")).ShouldHave(200).Words.ShouldContain("Het kasboek klopt niet");
    }

    [Fact]
    public async Task An_idea_that_was_paid_twice_is_named()
    {
        await using var world = await World.Begin();
        var idea = await world.Released();
        var kas = await world.Store.RowsFrom(World.Village, $"{RoundKeys.Round(world.Settings().Round.Period)}|kas|");
        await world.Store.Commit(World.Village,
            [new Write.Insert(RoundKeys.LedgerLine(world.Settings().Round.Period, kas.Count + 1), kas[^1].Data)]);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldContain(new Finding(new WorkKey(idea.Smederij, idea.Id), Trouble.PaidTwice));
    }

    [Fact]
    public async Task A_whole_idea_that_was_taken_away_is_missed()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await world.Submit(AnIdea with { titel = "Een ander idee", email = "klaas@voorbeeld.example" });
        var all = (await world.Store.Everything(World.Village)).Where(row => row.Row.Contains(idea.Id, StringComparison.Ordinal));
        await world.Store.Commit(World.Village, [.. all.Select(row => new Write.Delete(row.Row))]);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBe([new Finding(new WorkKey(World.Village, idea.Id), Trouble.Gone)]);
    }

    [Fact]
    public async Task An_idea_that_was_put_back_as_it_was_is_missed()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        bool IsOfIdea(Entity row) => row.Row.Contains(idea.Id, StringComparison.Ordinal);
        var before = (await world.Store.Everything(World.Village)).Where(IsOfIdea).ToList();
        await world.Happens(idea, at => new IdeaEvent.Withdrawn(at));
        await world.Submit(AnIdea with { titel = "Een ander idee", email = "klaas@voorbeeld.example" });
        var after = (await world.Store.Everything(World.Village)).Where(IsOfIdea).Where(row => before.All(one => one.Row != row.Row));
        await world.Store.Commit(World.Village,
            [.. after.Select(row => new Write.Delete(row.Row)), .. before.Select(row => new Write.Put(row.Row, row.Data))]);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBe([new Finding(new WorkKey(World.Village, idea.Id), Trouble.Gone)]);
    }

    [Fact]
    public async Task A_chain_that_was_made_anew_with_another_key_does_not_fit()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await using var forger = await World.Begin();
        var theirs = await forger.Get<Smederijen.Portal.Security.Stamps>().Get();
        var name = IdeaKeys.Idea(idea.Id);
        var row = (await world.Store.Get(World.Village, name)).ShouldNotBeNull();
        var (head, writes) = ("", new List<Write>());
        foreach (var line in await world.Store.RowsFrom(World.Village, $"{name}|log|"))
        {
            var json = JsonNode.Parse(line.Data)!;
            var entry = LogChain.Line(theirs, World.Village, name, head, (string)json["phase"]!, json["event"]!.ToJsonString(), new Told());
            writes.Add(new Write.Put(line.Row, entry.Data));
            head = entry.Hash;
        }
        var item = JsonNode.Parse(row.Data)!.AsObject();
        item.Remove("stamp");
        item["logHead"] = head;
        writes.Add(new Write.Put(name, theirs.Row(World.Village, name, item.ToJsonString())));
        await world.Store.Commit(World.Village, writes);
        var broken = (await world.Get<LogVerifier>().Verify()).Broken;
        broken.ShouldContain(finding => finding.What == Trouble.Line && finding.Number == 1);
        broken.ShouldContain(finding => finding.What == Trouble.State);
    }

    [Fact]
    public async Task The_page_says_what_is_wrong_and_what_it_cannot_see_and_names_nobody()
    {
        await using var world = await Everything();
        var granted = await world.LastIn(IdeaPhase.Granted);
        foreach (var row in (string[])[IdeaKeys.Submitter(granted.Id), IdeaKeys.Account(granted.Id), IdeaKeys.Idea(granted.Id)])
        {
            var sound = (await world.Store.Get(World.Village, row)).ShouldNotBeNull();
            await world.Store.Commit(World.Village, [new Write.Put(row, Changed(sound.Data).First().Data)]);
        }
        var page = (await world.Anna().Post("/medewerkers/geschiedenis")).ShouldHave(200);
        page.Words.ShouldContain($"{granted}: de stand is veranderd.");
        page.Words.ShouldContain($"{granted}: het rekeningnummer is niet het nummer dat de indiener opgaf.");
        page.Words.ShouldContain("Wat wij niet kunnen zien");
        page.Text.ShouldNotContain(Submitter);
        page.Text.ShouldNotContain("Jannie");
    }

    [Fact]
    public async Task An_account_of_another_is_not_paid()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        await world.GivesAccount(idea, "NL91ABNA0417164300");
        // Somebody who can make the portal seal, and writes it into the store.
        var other = await world.Get<Ideas.Release.PaymentAccounts>().Seal(idea, new("NL02ABNA0123456789", "Een ander"));
        await world.Lay(World.Village, [Ideas.Release.PaymentAccounts.Write(idea, other)]);
        var page = (await world.Anna().Get(idea.Case("vrijgeven"))).ShouldHave(200);
        page.Words.ShouldContain("Dit is niet het rekeningnummer dat de indiener opgaf");
        (await world.Anna().Send(idea.Case("vrijgeven"), new { gecontroleerd = "ja", rekening = "0", opdracht = page.Hidden("opdracht") }))
            .ShouldHave(409).Words.ShouldContain("Geef geen akkoord en waarschuw de beheerder.");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldContain(new Finding(new WorkKey(idea.Smederij, idea.Id), Trouble.Account));
    }

    private static async Task<World> Everything()
    {
        var world = await World.Begin(services => services.Configure<PortalOptions>(options => options.LimitRequests = false));
        var owing = await world.Released();
        await world.Happens(owing, at => new IdeaEvent.MoneyGivenBack(at, "Het gaat toch niet door."));
        await world.Happens(owing, at => new IdeaEvent.MoneyReceived(at, "anna", new Euro(20_000), new DateOnly(2026, 3, 2), new Euro(45_000)));
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddMinutes(1));
        var going = await world.Released();
        await world.Browser.PostWithFiles(
            (await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link())).Path,
            new { opdracht = "voortgang", verslag = "Wij zijn begonnen.", helpers = "6", uren = "40" }, ("fotos", "begin.png", Attachments.Sample.Read("plain.png")));
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddMinutes(1));
        var granted = await world.Granted();
        await world.GivesAccount(granted, "NL91ABNA0417164300");
        await world.BeginPlan();
        await world.PutToSeats();
        var vote = await AVote.Open(world, 8);
        for (var i = 0; i < 6; i++)
            await vote.Cast(vote.Codes[i], i % 4, (i + 1) % 3);
        await world.After(25);
        var supported = await world.SubmitAndConfirm(AnIdea with { titel = "Een jong idee", email = "klaas@voorbeeld.example" });
        await world.Support(supported, "buur@voorbeeld.example");
        await world.Anna().Press(granted.Case("notitie"), new { notitie = "Even bellen." });
        await world.Browser.Press($"/smederijen/{World.Village}/hulp", new { naam = "Geesje", telefoon = "0528 123456", wanneer = "ochtend" });
        world.Mailbox.Refused.Add("klaas2@voorbeeld.example");
        var unmailed = AnIdea with { titel = "Niet te mailen", email = "klaas2@voorbeeld.example" };
        (await world.Browser.Post($"/smederijen/{World.Village}/ideeen/nieuw", unmailed)).ShouldHave(303);
        await world.Work();
        await world.Happens(going, at => new IdeaEvent.ReminderAsked(at, "anna", "Hoe gaat het?"));
        return world;
    }

    private static async Task<List<(string Partition, Entity Row)>> Rows(World world)
    {
        var rows = new List<(string, Entity)>();
        foreach (var partition in Partitions)
            rows.AddRange((await world.Store.Everything(partition)).Select(row => (partition, row)));
        return rows;
    }

    /// <summary>What the check says of one forged row; the row is put back.</summary>
    private static async Task<string> With(World world, string partition, Entity row, Write forged)
    {
        await world.Store.Commit(partition, [forged]);
        var told = await Check(world);
        await world.Store.Commit(partition, [new Write.Put(row.Row, row.Data)]);
        return told;
    }

    private static async Task<string> Copied(World world, string partition, Entity row)
    {
        var parts = row.Row.Split('|');
        var end = parts[^1];
        parts[^1] = int.TryParse(end, out var number) && end.Length < 9 ? (number + 1).ToString($"D{end.Length}") : $"{end[..^1]}{(end[^1] == 'x' ? 'y' : 'x')}";
        var copy = string.Join('|', parts);
        await world.Store.Commit(partition, [new Write.Insert(copy, row.Data)]);
        var told = await Check(world);
        await world.Store.Commit(partition, [new Write.Delete(copy)]);
        return told;
    }

    private static async Task<string> Check(World world)
    {
        var broken = (await world.Get<LogVerifier>().Verify()).Broken;
        return broken.Count == 0 ? "-" : string.Join(", ", broken.Select(finding => $"{finding.What}").Distinct().Order(StringComparer.Ordinal));
    }

    private static string KindOf(string row) => row.Split('|') switch
    {
        ["idee" or "plan" or "ronde" or "besluit", _, .. var rest] parts =>
            string.Join('|', [parts[0], "#", .. rest.Select((part, i) => i == 0 || part is "indiener" or "rekening" ? part : "#")]),
        ["wacht", _, var item] when item.StartsWith("hulp-", StringComparison.Ordinal) => "wacht|hulp",
        [var name] => name,
        [var name, ..] => $"{name}|#",
        _ => row,
    };

    /// <summary>The data of a row with each leaf changed, once.</summary>
    private static IEnumerable<(string What, string Data)> Changed(string data)
    {
        if (data.Length == 0 || data[0] is not ('{' or '['))
            return [("(tekst)", data + "x")];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Leaves(JsonNode.Parse(data)!, "").Where(leaf => seen.Add(leaf.Path)).Select(leaf =>
        {
            var root = JsonNode.Parse(data)!;
            var node = leaf.Steps.SkipLast(1).Aggregate(root, (here, step) => step is int i ? here[i]! : here[(string)step]!);
            var changed = leaf.Value.GetValueKind() switch
            {
                System.Text.Json.JsonValueKind.Number => JsonValue.Create(leaf.Value.GetValue<long>() + 1),
                System.Text.Json.JsonValueKind.True => JsonValue.Create(false),
                System.Text.Json.JsonValueKind.False => JsonValue.Create(true),
                _ => JsonValue.Create(Other((string)leaf.Value!)),
            };
            if (leaf.Steps[^1] is int at)
                node[at] = changed;
            else
                node[(string)leaf.Steps[^1]] = changed;
            return (leaf.Path, root.ToJsonString());
        });
    }

    /// <summary>Another moment, or another text.</summary>
    private static string Other(string text) =>
        DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var moment) && text.Length > 18
        ? moment.AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture)
        : $"{(text.Length > 0 && text[0] == 'x' ? 'y' : 'x')}{(text.Length > 1 ? text[1..] : "")}";

    private static IEnumerable<(string Path, object[] Steps, JsonValue Value)> Leaves(JsonNode node, string path, params object[] steps) =>
        node switch
    {
        JsonObject fields => fields.Where(field => field.Value is not null)
            .SelectMany(field => Leaves(field.Value!, path.Length == 0 ? field.Key : $"{path}.{field.Key}", [.. steps, field.Key])),
        JsonArray items => items.SelectMany((item, i) => item is null ? [] : Leaves(item, $"{path}[]", [.. steps, i])),
        _ => [(path, steps, node.AsValue())],
    };
}
