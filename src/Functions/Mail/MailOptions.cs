namespace Smederijen.Functions.Mail;

/// <summary>The mail service and the sender of every mail.</summary>
public sealed class MailOptions
{
    public Uri Host { get; set; } = new("https://api.sendgrid.com");

    /// <summary>From the key vault; never in a file.</summary>
    public string ApiKey { get; set; } = "";

    public string FromAddress { get; set; } = "";

    public string FromName { get; set; } = "De Smederijen";

    /// <summary>How long one try may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
