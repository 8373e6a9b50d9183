using Smederijen.Portal.Ideas;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Governing;

/// <summary>
/// Takes in what two people agreed on, a batch at a time. Each line is a commit of its own under an id that follows from the line, so what was
/// done before a crash answers "already so".
/// </summary>
public sealed class PastTaking(PastItems items, IdeaItems ideas, RoundItems rounds, SettingsBook settings, IEntityStore store)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<PastTaking, PastEffect.TakeIn>((taking, _, take, cancellation) => taking.TakeIn(take, cancellation)),
    ];

    /// <exception cref="NeedsPeopleException">A line does not fit any more.</exception>
    public async Task TakeIn(PastEffect.TakeIn take, CancellationToken cancellation)
    {
        // A batch whose lines are gone is in.
        if (await store.Get(Partitions.Settings, PastKind.Batch(take.File, take.Batch), cancellation) is not { } row
            || await items.Load(cancellation) is not { File: { } file } || file.Id != take.File)
            return;
        if (take.Batch == 1)
            await BringMoney(file, cancellation);
        foreach (var line in row.Read(PastRows.Default.PastBatch).Lines)
            await TakeIn(file, line, cancellation);
        await items.Handle(
            PastKind.Key, CommandId.From($"{take.File}-deel-{take.Batch}"), at => new PastEvent.BatchTaken(at, take.File, take.Batch),
            cancellation: cancellation);
    }

    /// <summary>The rounds of earlier years get what all lines of the file take of them, before the first line is in.</summary>
    private async Task BringMoney(PastFile file, CancellationToken cancellation)
    {
        var lines = await PastKind.LinesOf(store, file, cancellation);
        foreach (var year in lines.Where(line => line.IsEarlier).GroupBy(line => (line.Smederij, line.Period)))
        {
            if (new Euro(year.Sum(line => line.Spent.Cents)) is var spent && spent > Euro.Zero
                && await rounds.TakeOver(Find(year.Key.Smederij), year.Key.Period, file.Id, spent, cancellation) is Outcome<RoundRefusal>.Refused)
                throw new NeedsPeopleException(
                    $"De ronde van {year.Key.Period} van {year.Key.Smederij} is nog niet klaar. Probeer het opnieuw als die besloten is.");
        }
    }

    private async Task TakeIn(PastFile file, PastLine line, CancellationToken cancellation)
    {
        var (id, content) = (line.Id, new IdeaContent(line.Title, line.Description, "", "", []));
        List<Write> also = [new Write.Insert(IdeaKeys.Content(id), Rows.Write(content, IdeaJson.Default.IdeaContent))];
        if (line.IsRunning)
            also.Add(new Write.Insert(
                IdeaKeys.Submitter(id), Rows.Write(new Person(line.Name, line.Email, line.Postcode), WorkJson.Default.Person)));
        var outcome = await ideas.TakeOver(
            store, Find(line.Smederij), id, CommandId.From($"{file.Id}-{id}"), line.At, line.Title, also, cancellation);
        if (outcome is Outcome<Refusal>.Refused)
            throw new NeedsPeopleException(
                $"Er is te weinig geld in de ronde van {line.Period} van {line.Smederij} voor regel {line.Number}. Probeer het opnieuw als er geld is.");
    }

    private SmederijSettings Find(string smederij) => settings.Current(smederij)
        ?? throw new NeedsPeopleException($"De Smederij {smederij} is er niet meer. Vraag de beheerder om de instellingen na te kijken.");
}
