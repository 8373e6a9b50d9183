using Smederijen.Portal.Ideas;
using Smederijen.Portal.Initiative;
using Smederijen.Portal.Plans;

namespace Smederijen.Portal.Resending;

/// <summary>What the page after a form says, by what was sent in.</summary>
/// <param name="Received">What we have.</param>
/// <param name="Before">What stands before the address.</param>
/// <param name="After">What to do with the mail.</param>
/// <param name="Back">Where to go on meanwhile.</param>
/// <param name="IsSupport">It is support, of which nobody else may learn; two people can support with one mailbox.</param>
/// <param name="IsDone">What to say once it was confirmed; empty where that is told to nobody.</param>
public sealed record SentTexts(string Received, string Before, string After, PageLink Back, bool IsSupport = false, string IsDone = "")
{
    private const string OneStep = "Nog één stap";
    private const string GoesTo = "De mail gaat naar";
    private const string MaySupport = "Steunt u dit nog niet? Dan gaat er een mail naar";
    private const string Confirm = "Klik op de link in die mail en bevestig uw steun. Daarna telt uw steun mee.";
    private const string TakePart = "Klik op de link in die mail om mee te doen.";

    public static SentTexts Of(SentMail mail) => mail switch
    {
        { Purpose: LinkPurpose.ConfirmSubmission } => new(
            "Wij hebben uw idee ontvangen", GoesTo, "Klik op de link in die mail om uw idee te bevestigen.",
            new("Naar de Smederij", $"/smederijen/{mail.Smederij}"), IsDone: "Uw idee is bevestigd"),
        { Purpose: LinkPurpose.ConfirmSupport } => new(OneStep, MaySupport, Confirm, new("Naar het idee", PageOf(IdeaOf(mail))), IsSupport: true),
        { Purpose: LinkPurpose.PlanGroup, IsOwn: true } => new(
            "Wij hebben uw plan ontvangen", GoesTo, "Klik op de link in die mail om uw plan te bevestigen.",
            new("Naar de grote plannen", $"/smederijen/{mail.Smederij}/plannen"), IsDone: "Uw plan is bevestigd"),
        { Purpose: LinkPurpose.PlanGroup } => new(OneStep, GoesTo, TakePart, new("Naar het plan", PlanOf(mail).PublicPath)),
        { Purpose: LinkPurpose.PlanSupport } => new(
            OneStep, MaySupport, Confirm, new("Naar het plan", PlanOf(mail).PublicPath), IsSupport: true),
        { Purpose: LinkPurpose.Group } => new(
            OneStep, GoesTo, TakePart, new("Naar de initiatiefgroep", JoinGroup.PathOf(mail.Smederij))),
        _ => throw new ArgumentOutOfRangeException(nameof(mail), mail.Purpose, "A mail after a form needs words."),
    };

    public static IdeaKey IdeaOf(SentMail mail) => new(mail.Smederij, mail.Idea);

    public static PlanKey PlanOf(SentMail mail) => new(mail.Smederij, mail.Idea);

    public static string PageOf(IdeaKey idea) => $"/smederijen/{idea.Smederij}/ideeen/{idea.Id}";
}
