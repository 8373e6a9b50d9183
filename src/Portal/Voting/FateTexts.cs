namespace Smederijen.Portal.Voting;

/// <summary>Why an idea won or lost, in words.</summary>
public static class FateTexts
{
    /// <param name="drawn">Whether equals were drawn: without a draw no order of theirs changes who wins, and nothing is said of it.</param>
    public static string Won(Fate.Winner winner, Count count, bool drawn) => Reason(winner)
        + (drawn && count.Draws.FirstOrDefault(draw => draw.Winner == winner.Project.Id) is { } draw
            ? $" Het stond gelijk met {Titles(count, draw, winner)}; het lot koos dit idee."
            : "");

    private static string Reason(Fate.Winner winner) => winner switch
    {
        Fate.BoughtByShares bought =>
            $"De {Dutch.Count(bought.Votes, "kiezer", "kiezers")} van dit idee konden het samen betalen uit hun deel van het geld. "
            + $"Daarna was er nog {Dutch.EuroShort(bought.LeftAfter)} over.",
        _ => $"Dit idee was aan de beurt met {Stemmen(winner.Votes)} en paste in het geld. Daarna was er nog {Dutch.EuroShort(winner.LeftAfter)} over.",
    };

    /// <param name="drawn">As in <see cref="Won"/>.</param>
    public static string Lacked(Fate fate, Count count, bool drawn) =>
        LostDraw(fate, count, drawn) is { } draw ? ByLot(fate, Named(count, draw.Winner), Named(count, draw.Winner)) : Shortage(fate);

    /// <summary>
    /// As <see cref="Lacked"/>, to be kept with the idea and mailed: without the title of another idea, which may be hidden one day. The result
    /// of the vote names it.
    /// </summary>
    public static string LackedByItself(Fate fate, Count count, bool drawn) =>
        LostDraw(fate, count, drawn) is null ? Shortage(fate) : ByLot(fate, "een ander idee", "dat andere idee");

    private static Draw? LostDraw(Fate fate, Count count, bool drawn) => drawn
        ? count.Draws.FirstOrDefault(one => one.Winner != fate.Project.Id && one.Among.Contains(fate.Project.Id))
        : null;

    private static string ByLot(Fate fate, string equal, string winner) =>
        $"Het kreeg {Stemmen(fate.Votes)} en stond gelijk met {equal}. Het lot koos {winner}. Daarna was er voor dit idee te weinig geld over.";

    private static string Titles(Count count, Draw draw, Fate winner) =>
        string.Join(" en ", draw.Among.Where(id => id != winner.Project.Id).Select(id => Named(count, id)));

    private static string Named(Count count, string id) => $"'{count.Fates.First(fate => fate.Project.Id == id).Project.Name}'";

    private static string Shortage(Fate fate) => fate switch
    {
        Fate.WithoutVotes => "Niemand koos dit idee.",
        Fate.DidNotFit lost => $"Het kreeg {Stemmen(lost.Votes)}. Toen het aan de beurt was, was er nog {Dutch.EuroShort(lost.LeftAtItsTurn)}. "
            + $"Het idee kost {Dutch.EuroShort(lost.Project.Cost)}: er was {Dutch.EuroShort(lost.Lacks)} te weinig.",
        Fate.SupportersShort lost => $"Het kreeg {Stemmen(lost.Votes)}. Van hun deel van het geld hadden deze kiezers samen nog {Dutch.EuroShort(lost.SupportersHad)}. "
            + $"Het idee kost {Dutch.EuroShort(lost.Project.Cost)}: er was {Dutch.EuroShort(lost.Lacks)} te weinig."
            + (lost.LeftAtItsTurn is { } left ? $" Daarna telde het aantal stemmen. Toen dit idee aan de beurt was, was er nog {Dutch.EuroShort(left)}. Ook dat was te weinig." : ""),
        Fate.BelowMinimum lost => $"Het kreeg {Stemmen(lost.Votes)}. Er waren er {Dutch.Number(lost.Minimum)} nodig.",
        Fate.AfterTheStop lost => $"Het kreeg {Stemmen(lost.Votes)}. Het tellen stopte voordat dit idee aan de beurt was.",
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate.GetType().Name, "A losing idea needs a reason."),
    };

    public static string Stemmen(int votes) => Dutch.Count(votes, "stem", "stemmen");
}
