using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Smederijen.Domain;
using Smederijen.Domain.Calendar;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Voting;

namespace Smederijen.LocalHost.Demo;

/// <summary>An example vote: where, how long ago its round closed, and about which plans (in euros).</summary>
internal sealed record ExampleVote(string Smederij, int ClosedDaysAgo, IReadOnlyList<(string Title, string Description, long Euros)> Plans)
{
    /// <summary>False where the codes and the letters are left to whoever tries the demo.</summary>
    public bool CodesMade { get; init; } = true;
}

/// <summary>
/// Holds example votes in an earlier period of their Smederij: one waits for its codes, one is open, one closes tonight, one
/// has been decided. The codes of a few letters come by mail, because a demo has no postman.
/// </summary>
internal sealed class SeedVote(
    SettingsBook settings, IEntityStore store, RoundItems rounds, RoundArchive archive, VoteCodes codes, BallotBox box, WorkList work, IMailer mailer,
    IOptions<PortalOptions> options,
    SeedClock clock, SeedDriver driver, SeedStory stories)
{
    private const string Resident = "bewoner@voorbeeld.example";
    private const int Letters = 90;
    private const int LettersByMail = 3;

    private static readonly IReadOnlyList<(string, string, long)> Plans =
    [
        ("Nieuwe doelen op het trapveld", "De doelen zijn verroest. Met nieuwe doelen en netten kan de jeugd weer elke dag voetballen.", 5_400),
        ("Buurtmoestuin met kas", "Achter het wijkcentrum maken wij een moestuin met tien bakken en een kas. Wat wij oogsten, delen wij uit.", 4_800),
        ("Muziekavond in het park", "Een avond met koren en bandjes uit de buurt, met een podium en licht.", 2_600),
        ("Beweegroute voor ouderen", "Zes toestellen langs het wandelpad, zodat ouderen samen fit blijven.", 6_900),
        ("Fietsen voor de buurtkinderen", "Een werkplaats knapt oude fietsen op voor kinderen die er geen hebben.", 1_900),
        ("Kerstmarkt op het plein", "Twintig kramen, een koor en een levende kerststal.", 3_200),
    ];

    /// <summary>With a week to prepare and two weeks to vote, a vote ends 22 days after the last day of its round.</summary>
    public static IReadOnlyList<ExampleVote> All { get; } =
    [
        new("centrum", 1, Plans) { CodesMade = false },
        new("de-weide-noord", 15, [.. Plans, ("Overkapping bij het schoolplein", "Ouders en kinderen staan droog, en na school is er plek voor spel.", 9_800)]),
        new("trasselt", 22, Plans),
        new("schutlanden", 30, Plans),
    ];

    public async Task Hold(ExampleVote vote, DateTimeOffset today, CancellationToken cancellation)
    {
        var smederij = SettingsFor(vote, today);
        var key = new RoundKey(smederij.Id, smederij.Round.Period);
        if (await rounds.Load(key, cancellation) is not null)
            return;
        foreach (var (plan, i) in vote.Plans.Select((plan, i) => (plan, i)))
            await stories.Tell(Idea(vote, plan, smederij), 1000 + 10 * vote.ClosedDaysAgo + i, today, cancellation);
        clock.Begin(Amsterdam.StartOfDay(smederij.Round.ClosesOn));
        await store.Commit(
            Partitions.Settings, [new Write.Put(SettingsKeys.Document(smederij.Id, 0), Rows.Write(smederij, DomainJson.Default.SmederijSettings))],
            cancellation);
        await rounds.Open(smederij, settings.Stuurgroep, cancellation);
        if (!vote.CodesMade)
        {
            await LiveUntil(today, key, cancellation);
            return;
        }
        await LiveUntil(Amsterdam.EndOfDay(smederij.Round.ClosesOn).AddHours(10), key, cancellation);
        if (await codes.Make(key, codes.NewSecret(), Letters, "anna", null, cancellation) is not MadeCodes.Ready ready)
            throw new InvalidOperationException($"The example vote of {key} cannot be prepared: are there too few plans for its money?");
        await LiveUntil(Amsterdam.EndOfDay(smederij.Round.ClosesOn.AddDays(9)), key, cancellation);
        await Vote(key, ready.Codes.Skip(LettersByMail), cancellation);
        await LiveUntil(today, key, cancellation);
        foreach (var (i, code) in ready.Codes.Take(LettersByMail).Index())
            await Post(smederij, i + 1, code, cancellation);
    }

    /// <summary>The settings of the earlier period; version 0, so that they never meet a version of the file.</summary>
    private SmederijSettings SettingsFor(ExampleVote vote, DateTimeOffset today)
    {
        var smederij = settings.Current(vote.Smederij) ?? throw new InvalidOperationException($"The example vote is in an unknown Smederij '{vote.Smederij}'.");
        var closes = Amsterdam.DateOf(today).AddDays(-vote.ClosedDaysAgo);
        var period = $"{int.Parse(smederij.Round.Period, CultureInfo.InvariantCulture) - 1}";
        return smederij with { Version = 0, Round = smederij.Round with { Period = period, ClosesOn = closes, CarryOver = false } };
    }

    private static SeedIdea Idea(ExampleVote vote, (string Title, string Description, long Euros) plan, SmederijSettings smederij) => new(
        vote.Smederij, vote.ClosedDaysAgo + 12, plan.Title, plan.Description, "De hele buurt", "Wij organiseren en bouwen het zelf.", plan.Euros * 100, "Hennie Drost",
        ["0 bevestigd", "1 steun genoeg", .. smederij.Wijkteam.Members.Take(smederij.Wijkteam.Quorum).Select((member, i) => $"{2 + i} geschikt {member.Id}")]);

    /// <summary>Two of three vote, each for two or three plans that fit.</summary>
    private async Task Vote(RoundKey key, IEnumerable<VoteCode> letters, CancellationToken cancellation)
    {
        var round = (await rounds.Load(key, cancellation))!.Item;
        var manifest = (await archive.ManifestOf(key, round, cancellation))!;
        foreach (var code in letters.Where((_, i) => i % 3 != 0))
        {
            var chosen = RandomNumberGenerator.GetItems(manifest.Ideas.AsSpan(), 3).Select(idea => idea.Idea).Distinct().ToList();
            var (marks, refusal) = BallotCheck.Choices(manifest, round, chosen);
            if (refusal is not null)
                (marks, _) = BallotCheck.Choices(manifest, round, [chosen[0]]);
            await box.Cast(key, new CastBallot(await box.HashOf(key, code, cancellation), TrackingNumber.New(), marks), cancellation);
        }
    }

    private async Task LiveUntil(DateTimeOffset moment, RoundKey key, CancellationToken cancellation)
    {
        await driver.PerformWoken(work, cancellation);
        while (await work.PerformDue(key.Work, cancellation) is { } next && next <= moment)
        {
            clock.MoveTo(next);
            await driver.PerformWoken(work, cancellation);
        }
        clock.MoveTo(moment);
        await driver.PerformWoken(work, cancellation);
    }

    private Task Post(SmederijSettings smederij, int number, VoteCode code, CancellationToken cancellation)
    {
        var page = new Uri(options.Value.PublicUrl, $"/stem/{smederij.Id}/{code}");
        var text = $"Dit is een voorbeeld van een brief die u met de post krijgt.\n\nUw stemcode: {code}\n\nStem mee:\n{page}\n";
        var html = $"<p>Dit is een voorbeeld van een brief die u met de post krijgt.</p><p>Uw stemcode: <strong>{code}</strong></p><p><a href=\"{page}\">Stem mee</a></p>";
        var subject = $"Uw stembrief (voorbeeld): {smederij.Name}";
        return mailer.Send(new OutgoingMail($"stembrief-{smederij.Id}-{number}", "Een bewoner", Resident, subject, text, html), cancellation);
    }
}
