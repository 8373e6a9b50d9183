using Microsoft.Extensions.Options;
using Smederijen.LocalHost.Mail;
using Smederijen.LocalHost.Staff;
using Smederijen.Portal.Governing;

namespace Smederijen.LocalHost;

/// <summary>What the terminal shows when the program is ready: where to look, and in a demo how staff get in.</summary>
internal static class Welcome
{
    public static async Task Print(IServiceProvider services, LocalOptions options)
    {
        var portal = services.GetRequiredService<IOptions<PortalOptions>>().Value;
        Console.WriteLine($"De Smederijen: {portal.PublicUrl}");
        if (portal.ShowsDemoTools)
            Console.WriteLine($"Mailbox:       {new Uri(portal.PublicUrl, "/postvak")}");
        if (!options.Demo)
            Console.WriteLine($"Mail goes to:  {services.GetService<SmtpSettings>()?.ToString() ?? $"the folder '{Path.Combine(options.Data, "uitgaand")}'"}");
        if (services.GetRequiredService<HeldMail>().IsOn)
            Console.WriteLine($"Mail is held:  this folder was put back from a backup. Let it go with ./start --data '{options.Data}' {HeldMail.Command}");
        Console.WriteLine($"Staff:         {new Uri(portal.PublicUrl, SignInMail.Address)}");
        foreach (var line in options.Demo ? await Links(services) : Advice(services, options))
            Console.WriteLine(line);
        Console.WriteLine("Stop with Ctrl+C.");
    }

    /// <summary>Who reads the terminal of a demo may be anybody; who reads that of a real installation, or its log, may not.</summary>
    private static async Task<IEnumerable<string>> Links(IServiceProvider services) =>
    [
        $"Sign-in links for staff, for once, within {SignIn.LinkLife.Minutes} minutes; after that, choose at the address for staff:",
        .. (await services.GetRequiredService<SignIn>().Links())
            .Select(link => $"  {link.Member.Name} ({string.Join(", ", link.Member.Roles.Order())}): {link.Link}"),
    ];

    private static IEnumerable<string> Advice(IServiceProvider services, LocalOptions options)
    {
        if (services.GetRequiredService<SettingsBook>().All.Count == 0)
            yield return $"Nothing is filled in yet: a beheerder does that at {new Uri(services.GetRequiredService<IOptions<PortalOptions>>().Value.PublicUrl, SettingsDesk.Address)}";
        if (services.GetRequiredService<StaffFile>().Members.Count == 0)
            yield return $"Nobody can sign in yet: add the first beheerder with ./start --data '{options.Data}' {NewBeheerder.Command} \"Naam\" naam@gemeente.nl";
    }
}
