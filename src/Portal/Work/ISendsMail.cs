using Smederijen.Domain;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Work;

/// <summary>A kind of item that causes mails: it writes them, and the work list sends them, tries again and lets staff print them.</summary>
public interface ISendsMail : IWorkKind
{
    /// <summary>
    /// The mails of an effect, written as the item is now. Null when the effect is no mail; empty when there is nobody to tell
    /// any more.
    /// </summary>
    /// <param name="forPaper">Staff print it: no link in it may decide anything, for more people than its reader see it.</param>
    Task<IReadOnlyList<AddressedLetter>?> Letters(WorkKey key, Effect effect, bool forPaper, CancellationToken cancellation);
}

/// <summary>A kind whose items have a log, which says when a mail went out on paper and why.</summary>
public interface IKeepsHistory : ISendsMail
{
    /// <returns>Whether it is written down now; otherwise there is no such item any more.</returns>
    Task<bool> SentOnPaper(WorkKey key, PaperPost post, CancellationToken cancellation);
}

/// <summary>A mail that went out on paper.</summary>
/// <param name="By">The staff account.</param>
/// <param name="Also">Rows that belong to the same commit; null when the mail was taken off the list meanwhile.</param>
public sealed record PaperPost(CommandId Command, Effect Effect, string By, string Reason, Func<CancellationToken, Task<IReadOnlyList<Write>?>> Also);
