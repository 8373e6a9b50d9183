using Smederijen.Domain.Rounds;
using Smederijen.Domain.Tests;
using Smederijen.Portal.Http;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Voting;

namespace Smederijen.Portal.Tests.Voting;

public sealed class When_paper_is_not_checked_in_time
{
    private const string Desk = $"/medewerkers/rondes/{AVote.Smederij}/2027";

    [Fact]
    public async Task The_board_warns_as_long_as_it_waits()
    {
        await using var world = await World.Begin();
        var (vote, batch) = await Typed(world);
        (await Anna(world).Get("/medewerkers")).Words.ShouldContain("1 stapel papier wacht op een tweede medewerker");
        (await Anna(world).Get(Desk)).Words.ShouldContain("1 stapel telt nog niet mee");

        (await Check(world, batch)).ShouldHave(303);

        (await Anna(world).Get("/medewerkers")).Words.ShouldNotContain("tweede medewerker");
        (await vote.Round()).State.ShouldBeOfType<RoundState.VoteOpen>();
    }

    [Fact]
    public async Task The_count_waits_and_begins_with_the_last_batch()
    {
        await using var world = await World.Begin();
        var (vote, batch) = await Typed(world);
        await Close(world, vote);
        world.Mailbox.Mails[^1].Subject.ShouldStartWith("Tel het papier na");
        (await Anna(world).Get("/medewerkers")).Words.ShouldContain("1 stapel papier wacht op een tweede medewerker");

        (await Check(world, batch)).ShouldHave(303);
        await world.Work();

        (await vote.Round()).State.ShouldBeOfType<RoundState.Decided>();
        (await Counted(world)).ShouldBe((Ballots: 3, Unchecked: 0));
    }

    [Fact]
    public async Task After_two_working_days_the_result_and_the_log_say_how_much_is_not_in_the_count()
    {
        await using var world = await World.Begin();
        var (vote, batch) = await Typed(world);
        await Close(world, vote);

        await world.Until((await vote.Round()).NextDue!.Value);
        await world.Work();

        (await Counted(world)).ShouldBe((Ballots: 1, Unchecked: 2));
        const string Told = "2 stembiljetten op papier tellen niet mee: geen tweede medewerker telde ze op tijd na.";
        (await world.Browser.Get($"/smederijen/{AVote.Smederij}/rondes/2027/uitslag")).ShouldHave(200).Words.ShouldContain(Told);
        var desk = (await Anna(world).Get(Desk)).Words;
        desk.ShouldContain(Told);
        desk.ShouldContain("De tijd om papier na te tellen was voorbij");
        (await Check(world, batch)).ShouldHave(303);
        (await Counted(world)).Ballots.ShouldBe(1);
    }

    [Fact]
    public async Task What_waits_cannot_be_typed_or_thrown_away_after_the_close()
    {
        await using var world = await World.Begin();
        var (vote, batch) = await Typed(world);
        await Close(world, vote);

        (await Anna(world).Post($"{Desk}/papier", new { stapel = $"{vote.Codes[5]} 1", biljetten = 1, kruisjes = 1 })).ShouldHave(409);
        (await Anna(world).Post($"{Desk}/papier/{batch}", new { weg = "ja" })).ShouldHave(409).Words.ShouldContain("De stemming is gesloten");

        (await Check(world, batch)).ShouldHave(303);
        await world.Work();
        (await Counted(world)).Ballots.ShouldBe(3);
    }

    [Fact]
    public void The_mail_about_it_reads_as_approved()
    {
        var letter = RoundMail.CheckPaper("Wolfsbos", World.Monday, new Uri("https://smederijen.example.nl/medewerkers/rondes/wolfsbos/2027"));
        Approved.Matches($"Onderwerp: {letter.Subject}\n\n{LetterPress.Text(letter)}", "letters-paper");
    }

    /// <summary>Two ballots on paper that anna typed, and one that was cast on screen.</summary>
    private static async Task<(AVote Vote, string Batch)> Typed(World world)
    {
        var vote = await AVote.Open(world);
        (await vote.Cast(vote.Codes[9], 1)).ShouldBe(CodeStanding.Free);
        (await Anna(world).Post($"{Desk}/papier", new { stapel = $"{vote.Codes[0]} 1 3\n{vote.Codes[1]} 2", biljetten = 2, kruisjes = 3, opdracht = "stapel-1" })).ShouldHave(303);
        return (vote, (await AVote.InBox(world, BoxRow.Paper)).Single().Name);
    }

    private static async Task Close(World world, AVote vote)
    {
        await world.Until((await vote.Round()).NextDue!.Value);
        await world.Work();
        (await vote.Round()).State.ShouldBeOfType<RoundState.Counting>();
    }

    private static async Task<(int Ballots, int Unchecked)> Counted(World world) =>
        (await world.Get<RoundArchive>().History(AVote.Key)).Select(line => line.Event).OfType<RoundEvent.Counted>().Single() is var counted
            ? (counted.Ballots, counted.Unchecked) : default;

    private static Browser Anna(World world) => world.BrowserOf("anna", StaffRoles.Medewerker);

    private static Task<Answer> Check(World world, string batch) =>
        world.BrowserOf("bert", StaffRoles.Medewerker).Post($"{Desk}/papier/{batch}", new { biljetten = 2, kruisjes = 3 });
}
