namespace Smederijen.Portal.Staff;

/// <summary>What staff read about an idea beyond what everybody reads.</summary>
internal static class StaffTexts
{
    public static string Advice(Seat seat) => seat switch
    {
        { Conflicted: true } => "Eigen belang",
        { Advice: Domain.Ideas.Advice.Suitable } => "Geschikt",
        { Advice: Domain.Ideas.Advice.NotSuitable } => "Niet geschikt",
        { Advice: Domain.Ideas.Advice.Question } => "Vraag",
        { Advice: Domain.Ideas.Advice.MunicipalMatter } => "Gemeentekwestie",
        { Advice: Domain.Ideas.Advice.LongTrack } => "Lange klap",
        { Advice: null } => "Nog geen advies",
        _ => throw new ArgumentOutOfRangeException(nameof(seat), seat.Advice, "Every advice needs words."),
    };

    /// <summary>Who agreed with who did it; null where one is enough, or where each has a line of their own.</summary>
    public static string? AgreedBy(IdeaEvent e) => e is IdeaEvent.DecidedInMeeting decided ? decided.AgreedBy : null;

    /// <summary>The seat or staff account that did it; null when it was somebody else, or the clock.</summary>
    public static string? By(IdeaEvent e) => e switch
    {
        IdeaEvent.Advised a => a.Reviewer,
        IdeaEvent.ConflictDeclared d => d.Reviewer,
        IdeaEvent.PaperSignaturesEntered p => p.By,
        IdeaEvent.SignatureListEntered l => l.By,
        IdeaEvent.SignatureListCounted l => l.By,
        IdeaEvent.SignaturesCorrected x => x.By,
        IdeaEvent.DecidedInMeeting d => d.By,
        IdeaEvent.ReviewerReplaced r => r.By,
        IdeaEvent.ReviewRestarted r => r.By,
        IdeaEvent.ReleaseApproved r => r.By,
        IdeaEvent.MoneyReceived m => m.By,
        IdeaEvent.WriteOffApproved w => w.By,
        IdeaEvent.LongTrackDecided d => d.By,
        IdeaEvent.OverrunAnswered o => o.By,
        IdeaEvent.ReferralRedirected r => r.By,
        IdeaEvent.ReminderAsked r => r.By,
        IdeaEvent.TermExtended x => x.By,
        IdeaEvent.Paused p => p.By,
        IdeaEvent.Resumed r => r.By,
        IdeaEvent.AmountCorrected a => a.By,
        IdeaEvent.AmountLowered a => a.By,
        IdeaEvent.PersonErased p => p.By,
        IdeaEvent.PersonCorrected p => p.By,
        IdeaEvent.NoteWritten n => n.By,
        IdeaEvent.SentByLetter l => l.By,
        IdeaEvent.LookedAt l => l.By,
        IdeaEvent.AdviceTakenBack t => t.Reviewer,
        IdeaEvent.ReopenApproved r => r.By,
        IdeaEvent.PartHidden h => h.By,
        IdeaEvent.PartRestored s => s.By,
        IdeaEvent.Stopped s => s.By,
        _ => null,
    };
}
