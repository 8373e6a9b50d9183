using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit.Security;
using Smederijen.LocalHost.Storage;

namespace Smederijen.LocalHost.Mail;

/// <summary>The relay that mails are handed to: the settings <c>Mail__Smtp__…</c>.</summary>
/// <param name="Security">TLS from the first byte, or after STARTTLS; none only to a relay on this machine.</param>
public sealed record SmtpSettings(string Host, int Port, SecureSocketOptions Security)
{
    /// <summary>Who the program is to the relay; null where that asks nobody.</summary>
    public NetworkCredential? Login { get; init; }

    /// <summary>The only authorities that may vouch for the relay; null for those of the system.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>Connections at a time.</summary>
    public int AtOnce { get; init; } = 2;

    /// <summary>How long one mail may wait for its turn, and how long handing it over may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A connection that nobody used for so long is closed.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(10);

    private const int MostAtOnce = 20;

    private static readonly string[] Names = ["Host", "Port", "Security", "User", "Password", "PasswordFile", "CaFile", "AtOnce"];

    /// <summary>Without who it is to the relay.</summary>
    public override string ToString() => $"{Host}:{Port}";

    /// <summary>Null when no relay is set.</summary>
    /// <exception cref="CannotStartException">Settings are wrong; the message names all of them, and holds none of their values.</exception>
    public static SmtpSettings? From(IConfiguration configuration)
    {
        var given = configuration.GetSection("Mail:Smtp");
        if (!given.GetChildren().Any())
            return null;
        var wrong = new List<string>();
        var (host, security) = (HostIn(given, wrong), SecurityIn(given, wrong));
        if (host is not null && security is SecureSocketOptions.None && !IsThisMachine(host))
            wrong.Add("The setting Mail__Smtp__Security is none, and only a relay on this machine may have no TLS. Give starttls or tls.");
        var settings = new SmtpSettings(host ?? "", PortIn(given, security, wrong), security)
        {
            Login = LoginIn(given, wrong),
            Authorities = AuthoritiesIn(given, wrong),
            AtOnce = Number(given, "AtOnce", 2, MostAtOnce, wrong),
        };
        var names = Names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        wrong.AddRange(given.GetChildren().Where(child => !names.Contains(child.Key)).Select(child =>
            $"The setting Mail__Smtp__{child.Key} is not known. Give one of {string.Join(", ", Names)} behind Mail__Smtp__."));
        if (configuration["Mail:FromAddress"] is not { } address)
            wrong.Add("The setting Mail__FromAddress is missing. Give the address that mails are from, such as smederijen@example.nl.");
        else if (Sender.WhatIsWrong(address) is { } sentence)
            wrong.Add(sentence);
        return wrong.Count == 0 ? settings : throw new CannotStartException(string.Join(' ', wrong));
    }

    private static string? HostIn(IConfiguration given, List<string> wrong)
    {
        var host = given["Host"];
        if (Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6)
            return host;
        wrong.Add($"The setting Mail__Smtp__Host is {(host is null ? "missing" : "not the name of a machine")}. "
            + "Give the relay that takes your mail, such as smtp.example.nl, or leave out all of Mail__Smtp__.");
        return null;
    }

    private static SecureSocketOptions SecurityIn(IConfiguration given, List<string> wrong)
    {
        switch (given["Security"]?.ToLowerInvariant())
        {
            case null or "starttls":
                return SecureSocketOptions.StartTls;
            case "tls":
                return SecureSocketOptions.SslOnConnect;
            case "none":
                return SecureSocketOptions.None;
            default:
                wrong.Add("The setting Mail__Smtp__Security is not one of starttls, tls, none. Give starttls (often port 587) or tls (often port 465).");
                return SecureSocketOptions.StartTls;
        }
    }

    private static int PortIn(IConfiguration given, SecureSocketOptions security, List<string> wrong)
    {
        var usual = security switch
        {
            SecureSocketOptions.SslOnConnect => 465,
            SecureSocketOptions.None => 25,
            _ => 587,
        };
        return Number(given, "Port", usual, IPEndPoint.MaxPort, wrong);
    }

    private static int Number(IConfiguration given, string name, int usual, int most, List<string> wrong)
    {
        if (given[name] is not { } text)
            return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most)
            return number;
        wrong.Add($"The setting Mail__Smtp__{name} is not a number from 1 to {most}. Give one, or leave it out for {usual}.");
        return usual;
    }

    private static NetworkCredential? LoginIn(IConfiguration given, List<string> wrong)
    {
        var (user, password, file) = (given["User"], given["Password"], given["PasswordFile"]);
        if (password is not null && file is not null)
            wrong.Add("The settings Mail__Smtp__Password and Mail__Smtp__PasswordFile are both there. Give one of them.");
        else if (user is null != (password is null && file is null))
            wrong.Add("The setting Mail__Smtp__User goes with a password. Give both Mail__Smtp__User and Mail__Smtp__PasswordFile, or neither.");
        if (file is not null)
            password = Read("PasswordFile", file, wrong)?.TrimEnd('\r', '\n');
        if (user?.Length == 0 || password?.Length == 0)
            wrong.Add("The name or the password for the relay is empty. Give both, or leave both out.");
        return user is null || password is null ? null : new NetworkCredential(user, password);
    }

    private static X509Certificate2Collection? AuthoritiesIn(IConfiguration given, List<string> wrong)
    {
        if (given["CaFile"] is not { } file || Read("CaFile", file, wrong) is not { } pem)
            return null;
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            authorities.Clear();
        }
        if (authorities.Count == 0)
            wrong.Add("The setting Mail__Smtp__CaFile names a file without certificates. Give one in PEM, with -----BEGIN CERTIFICATE----- in it.");
        return authorities;
    }

    private static string? Read(string name, string file, List<string> wrong)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception failure) when (FolderFailure.Is(failure) || failure is ArgumentException or NotSupportedException)
        {
            wrong.Add($"The setting Mail__Smtp__{name} names a file that cannot be read. Give one that is there, and let the user of this program read it.");
            return null;
        }
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
