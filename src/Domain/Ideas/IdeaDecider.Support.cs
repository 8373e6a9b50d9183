using static Smederijen.Domain.Decision<Smederijen.Domain.Ideas.Idea, Smederijen.Domain.Ideas.IdeaEffect, Smederijen.Domain.Ideas.Refusal>;
using static Smederijen.Domain.Ideas.IdeaEvent;
using static Smederijen.Domain.Ideas.IdeaState;
using static Smederijen.Domain.Ideas.Refusal;

namespace Smederijen.Domain.Ideas;

/// <content>Support of the neighbourhood: online, and on paper that two of the staff counted alike.</content>
public static partial class IdeaDecider
{
    /// <summary>How much longer an idea waits for staff who did not count yet what the neighbours brought in time.</summary>
    private const int DaysToCount = 7;

    /// <summary>The review starts by itself at the threshold.</summary>
    private static IdeaDecision CountSupport(Idea idea, IdeaEvent e, GatheringSupport s, Circumstances c) =>
        s.Supporters < c.Settings.SupportThreshold
            ? Stay(idea, e, s)
            : StartReview(idea with { State = s }, e, FirstPanel(c), c,
                Mail(MailKind.SupportReached, Addressee.Submitter), new IdeaEffect.CompareSupport());

    /// <summary>Too little support in time. Signatures that were brought in time are counted first.</summary>
    private static IdeaDecision CloseSupport(Idea idea, IdeaEvent e, GatheringSupport s) => s.Lists is null
        ? End(idea, e, IdeaPhase.NotSupported, MailKind.SupportFailed)
        : Stay(idea, e, s with { Term = new Term(Terms.DaysAfter(e.At, DaysToCount), RemindAt: null) },
            Mail(MailKind.SupportHalfway, Addressee.Submitter));

    private static IdeaDecision EnterList(Idea idea, SignatureListEntered e, GatheringSupport s) => s.Lists?.Find(e.Scan) is not null
        ? AlreadySo.Instance
        : Stay(idea, e, s with { Lists = SignatureLists.With(s.Lists, new SignatureList(e.Scan, new SignatureCount(e.By, e.Count), Since: e.At)) });

    /// <summary>A list counts once two different people said the same number, one right after the other.</summary>
    private static IdeaDecision CountList(Idea idea, SignatureListCounted e, GatheringSupport s, Circumstances c) => s.Lists?.Find(e.Scan) switch
    {
        null => AlreadySo.Instance,
        var list when list.Last == new SignatureCount(e.By, e.Count) => Refuse(CountedByYou),
        var list when list.Last.By == e.By || list.Last.Count != e.Count =>
            Stay(idea, e, s with { Lists = SignatureLists.With(s.Lists, list.After(new SignatureCount(e.By, e.Count))) }),
        var list => CountSupport(idea, e, s with { OnPaper = s.OnPaper + e.Count, Lists = s.Lists!.Without(list) }, c),
    };

    /// <summary>Fewer count from now on. A review that began goes on: staff see that the support is too little now.</summary>
    private static IdeaDecision CorrectSignatures(Idea idea, SignaturesCorrected x) =>
        (idea.State is GatheringSupport gathering ? gathering.OnPaper : idea.OnPaper ?? 0) switch
        {
            var counted when x.To == counted => AlreadySo.Instance,
            var counted when x.From != counted => Refuse(CountedSinceAgain),
            var counted when x.To > counted => Refuse(NotFewer),
            _ when idea.State is GatheringSupport s => Stay(idea, x, s with { OnPaper = x.To }),
            _ => Stay(idea with { OnPaper = x.To }, x, idea.State),
        };
}
