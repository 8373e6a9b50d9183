namespace Smederijen.LocalHost.Mail;

/// <summary>Who every mail is from: the settings <c>Mail__FromName</c> and <c>Mail__FromAddress</c>.</summary>
public sealed record Sender(string Name, string Address)
{
    /// <exception cref="CannotStartException">The address is none.</exception>
    public static Sender From(IConfiguration configuration)
    {
        var address = configuration["Mail:FromAddress"] ?? "smederijen@voorbeeld.example";
        return WhatIsWrong(address) is { } wrong
            ? throw new CannotStartException(wrong)
            : new Sender(configuration["Mail:FromName"] ?? "De Smederijen", address);
    }

    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];

    /// <summary>A sentence for the operator; null when mails can be from this address.</summary>
    internal static string? WhatIsWrong(string address) =>
        address.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && EmlWriter.FitsInHeader(address)
            ? null
            : "The setting Mail__FromAddress is not a mail address. Give the one that mails are from, such as smederijen@example.nl.";
}
