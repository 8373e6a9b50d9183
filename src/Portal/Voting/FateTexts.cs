namespace Smederijen.Portal.Voting;

/// <summary>Why an idea won or lost, in words.</summary>
public static class FateTexts
{
    public static string Won(Fate.Winner winner) => winner switch
    {
        Fate.BoughtByShares bought =>
            $"De {Dutch.Count(bought.Votes, "kiezer", "kiezers")} van dit idee konden het samen betalen uit hun deel van het geld. "
            + $"Daarna was er nog {Dutch.EuroShort(bought.LeftAfter)} over.",
        _ => $"Dit idee was aan de beurt met {Stemmen(winner.Votes)} en paste in het geld. Daarna was er nog {Dutch.EuroShort(winner.LeftAfter)} over.",
    };

    public static string Lacked(Fate fate) => fate switch
    {
        Fate.WithoutVotes => "Niemand koos dit idee.",
        Fate.DidNotFit lost => $"Het kreeg {Stemmen(lost.Votes)}. Toen het aan de beurt was, was er nog {Dutch.EuroShort(lost.LeftAtItsTurn)}. "
            + $"Het idee kost {Dutch.EuroShort(lost.Project.Cost)}: er was {Dutch.EuroShort(lost.Lacks)} te weinig.",
        Fate.SupportersShort lost => $"Het kreeg {Stemmen(lost.Votes)}. Van hun deel van het geld hadden deze kiezers samen nog {Dutch.EuroShort(lost.SupportersHad)}. "
            + $"Het idee kost {Dutch.EuroShort(lost.Project.Cost)}: er was {Dutch.EuroShort(lost.Lacks)} te weinig."
            + (lost.LeftAtItsTurn is { } left ? $" Ook in de {Dutch.EuroShort(left)} die aan het eind overbleef, paste het niet." : ""),
        Fate.BelowMinimum lost => $"Het kreeg {Stemmen(lost.Votes)}. Er waren er {Dutch.Number(lost.Minimum)} nodig.",
        Fate.AfterTheStop lost => $"Het kreeg {Stemmen(lost.Votes)}. Het tellen stopte voordat dit idee aan de beurt was.",
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate.GetType().Name, "A losing idea needs a reason."),
    };

    public static string Stemmen(int votes) => Dutch.Count(votes, "stem", "stemmen");
}
