using System.Text.RegularExpressions;
using Smederijen.Portal.Mail;

namespace Smederijen.Portal.Tests;

/// <summary>Keeps what is sent, once per id, as a mail service does.</summary>
public sealed partial class Mailbox : IMailer
{
    private readonly List<OutgoingMail> _mails = [];

    /// <summary>All mails, the oldest first.</summary>
    public IReadOnlyList<OutgoingMail> Mails => _mails;

    /// <summary>Addresses that the mail service refuses for good.</summary>
    public HashSet<string> Refused { get; } = [];

    /// <summary>Forgets what was sent, so that the same mail is seen again.</summary>
    public void Clear() => _mails.Clear();

    public IReadOnlyList<OutgoingMail> To(string address) => [.. _mails.Where(mail => mail.ToAddress == address)];

    /// <summary>The last mail to an address; fails the test when there is none.</summary>
    public OutgoingMail LastTo(string address) =>
        To(address) is [.., var last] ? last : throw new ShouldAssertException($"Nobody mailed {address}; mailed were: {string.Join(", ", _mails.Select(mail => mail.ToAddress))}");

    [GeneratedRegex("^[a-z0-9_-]{1,200}$")]
    private static partial Regex Name();

    public Task Send(OutgoingMail mail, CancellationToken cancellation = default)
    {
        if (Refused.Contains(mail.ToAddress))
            throw new MailRefusedException("This mailbox does not exist.");
        // Of which the local edition makes the name of a file.
        Name().IsMatch(mail.Id).ShouldBeTrue(mail.Id);
        if (!_mails.Exists(sent => sent.Id == mail.Id))
            _mails.Add(mail);
        return Task.CompletedTask;
    }
}

/// <summary>What a person takes from a mail.</summary>
public static partial class Mails
{
    /// <summary>The path of the first link of our own in the text, as a person would click it: <c>/link/…</c>.</summary>
    public static string Link(this OutgoingMail mail) => mail.Links() is [var first, ..] ? first : throw new ShouldAssertException($"No link in:\n{mail.Text}");

    public static IReadOnlyList<string> Links(this OutgoingMail mail) => [.. Sealed().Matches(mail.Text).Select(match => match.Value)];

    [GeneratedRegex("/link/[A-Za-z0-9_-]+")]
    private static partial Regex Sealed();
}
