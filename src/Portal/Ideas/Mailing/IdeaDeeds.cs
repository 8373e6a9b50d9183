namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>What is done for the effects of an idea that concern nothing else.</summary>
public static class IdeaDeeds
{
    public static IReadOnlyList<Deed> All { get; } =
    [
        Deed.Mail<MailRoom, IdeaEffect.SendMail>((x, key, mail, forPaper, cancellation) => x.Write(IdeaKey.Of(key), mail, forPaper, cancellation)),
        Deed.Of<IdeaErasure, IdeaEffect.ErasePeople>((x, key, _, cancellation) => x.ErasePeople(IdeaKey.Of(key), cancellation)),
        Deed.Of<IdeaErasure, IdeaEffect.EraseReceipts>((x, key, _, cancellation) => x.EraseReceipts(IdeaKey.Of(key), cancellation)),
        Deed.Of<IdeaErasure, IdeaEffect.EraseScans>((x, key, _, cancellation) => x.EraseScans(IdeaKey.Of(key), cancellation)),
    ];
}
