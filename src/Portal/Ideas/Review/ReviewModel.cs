namespace Smederijen.Portal.Ideas.Review;

/// <summary>Whom the link is for: a seat in the wijkteam, in one version of the review.</summary>
/// <param name="Holder">Name and function; null when nobody is known on that seat any more.</param>
public sealed record ReviewSeat(string Id, Contact? Holder, int Version);

/// <summary>What the review page shows. Whatever it concludes, it concludes from the idea and its history.</summary>
/// <param name="Money">What is left in the round.</param>
/// <param name="Problem">Why the last press of the button changed nothing.</param>
public sealed record ReviewModel(IdeaStory Story, ReviewSeat Seat, Euro? Money, Typed Typed, string Here, string? Problem)
{
    /// <summary>What the municipality can be asked about.</summary>
    public IReadOnlyList<MunicipalTheme> Themes { get; init; } = [];

    /// <summary>The review that this link belongs to, while it runs.</summary>
    public Panel? Running => Story.Idea.State is IdeaState.InReview { Panel: var panel } && panel.Version == Seat.Version ? panel : null;

    /// <summary>Whether the holder of this link can advise now.</summary>
    public bool CanAdvise => Running?.Find(Seat.Id) is { IsOpen: true };

    /// <summary>What the holder decided with this link; null when nothing, and when it was taken back.</summary>
    public IdeaEvent? Decided => Last is IdeaEvent.AdviceTakenBack ? null : Last;

    /// <summary>Whether the holder took the advice back and gave no other one yet.</summary>
    public bool TookBack => Last is IdeaEvent.AdviceTakenBack && CanAdvise;

    /// <summary>The meeting in which this version of the review was decided, after all that single members advised; null when it was not.</summary>
    public IdeaEvent.DecidedInMeeting? Meeting => Story.Log.Select(line => line.Event).LastOrDefault(e => e is IdeaEvent.DecidedInMeeting decided
        && decided.Version == Seat.Version && !Story.IsTakenBack(decided)) as IdeaEvent.DecidedInMeeting;

    /// <summary>What the holder typed: now, or with the advice that was taken back.</summary>
    public string Reason => Typed.Raw(ReviewForm.Reason) is { Length: > 0 } typed || !TookBack ? Typed.Raw(ReviewForm.Reason)
        : Story.Log.Select(line => line.Event).OfType<IdeaEvent.Advised>().LastOrDefault(IsDecision)?.Reason ?? "";

    /// <summary>Whether the holder can still take the advice back.</summary>
    public bool CanTakeBack => Running?.Find(Seat.Id) is { Advice: not null };

    /// <summary>When the idea ends because it was found not suitable, unless an advice is taken back; null while that is not so.</summary>
    public DateTimeOffset? RefusedAt => Running is null ? null : ((IdeaState.InReview)Story.Idea.State).RefusedAt;

    private IdeaEvent? Last => Story.Log.Select(line => line.Event).LastOrDefault(IsDecision);

    /// <summary>Questions of earlier versions with what the submitter answered, the oldest first.</summary>
    public IReadOnlyList<Conversation> Conversations => Conversation.AllOf(Story.Log);

    /// <summary>Why staff had the review begin again; null unless that is how this version began.</summary>
    public string? Restarted => Story.Log.LastOrDefault(StartsReview)?.Event switch
    {
        IdeaEvent.ReviewRestarted restarted => restarted.Reason,
        IdeaEvent.ReopenApproved => Story.Log.Select(line => line.Event).OfType<IdeaEvent.ReopenApproved>().Last(e => e.Reason.Length > 0).Reason,
        _ => null,
    };

    /// <summary>What happened after the holder decided, or else in and after the version of the review that this link was for.</summary>
    public IEnumerable<LogText> Since => LogText.Of(Story).Skip(SinceWhere());

    public string FunctionOf(string reviewer) =>
        Story.Smederij.Wijkteam.FunctionOf(reviewer) ?? "lid van het wijkteam";

    private int SinceWhere()
    {
        var decided = Story.Log.ToList().FindLastIndex(line => IsDecision(line.Event));
        if (decided >= 0)
            return decided + 1;
        var starts = Enumerable.Range(0, Story.Log.Count).Where(i => StartsReview(Story.Log[i])).ToList();
        return starts.Count >= Seat.Version ? starts[Seat.Version - 1] + 1 : 0;
    }

    private bool IsDecision(IdeaEvent e) => e switch
    {
        IdeaEvent.Advised advised => advised.Reviewer == Seat.Id && advised.Version == Seat.Version,
        IdeaEvent.ConflictDeclared declared => declared.Reviewer == Seat.Id && declared.Version == Seat.Version,
        IdeaEvent.AdviceTakenBack back => back.Reviewer == Seat.Id && back.Version == Seat.Version,
        IdeaEvent.DecidedInMeeting decided => decided.Version == Seat.Version && decided.Present.Contains(Seat.Id) && !StaysOut,
        _ => false,
    };

    private bool StaysOut => Story.Log.Any(line => line.Event is IdeaEvent.ConflictDeclared declared && declared.Reviewer == Seat.Id);

    /// <summary>Each version of a review begins with enough support, with an answer, or with a restart or a reopening by staff.</summary>
    private static bool StartsReview(LogLine line) => line.Phase == IdeaPhase.InReview
        && line.Event is IdeaEvent.SupportConfirmed or IdeaEvent.PaperSignaturesEntered or IdeaEvent.SignatureListCounted or IdeaEvent.Answered
            or IdeaEvent.ReviewRestarted or IdeaEvent.ReopenApproved;
}

/// <summary>A question of a reviewer and the answer of the submitter.</summary>
/// <param name="Reviewer">Null when they asked it together, in a meeting.</param>
public sealed record Conversation(string? Reviewer, string Question, string Answer)
{
    public static IReadOnlyList<Conversation> AllOf(IEnumerable<LogLine> log)
    {
        var all = new List<Conversation>();
        Conversation? asked = null;
        foreach (var e in log.Select(line => line.Event))
        {
            asked = e switch
            {
                IdeaEvent.Advised { Advice: Advice.Question } question => new(question.Reviewer, question.Reason!, ""),
                IdeaEvent.DecidedInMeeting { Advice: Advice.Question } question => new(null, question.Reason!, ""),
                _ => asked,
            };
            if (e is IdeaEvent.Answered answer && asked is not null)
                all.Add(asked with { Answer = answer.Text });
        }
        return all;
    }
}
