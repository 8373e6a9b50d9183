namespace Smederijen.LocalHost.Mail;

/// <summary>Who every mail is from: the settings <c>Mail__FromName</c> and <c>Mail__FromAddress</c>.</summary>
public sealed record Sender(string Name, string Address)
{
    public static Sender From(IConfiguration configuration) => new(
        configuration["Mail:FromName"] ?? "De Smederijen",
        configuration["Mail:FromAddress"] ?? "smederijen@voorbeeld.example");

    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];
}
