namespace Smederijen.Portal.Mail;

/// <summary>
/// Whether mail is kept back until the operator lets it go, as after putting back a backup. What waits is not lost; staff and supervisors have to
/// see that it waits.
/// </summary>
/// <param name="IsOn">Asked each time.</param>
public sealed record MailHold(Func<bool> IsOn)
{
    public static MailHold Never { get; } = new(() => false);
}
