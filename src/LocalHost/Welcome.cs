using Microsoft.Extensions.Options;
using Smederijen.LocalHost.Staff;

namespace Smederijen.LocalHost;

/// <summary>What the terminal shows when the program is ready: where to look, and how staff get in.</summary>
internal static class Welcome
{
    public static void Print(IServiceProvider services)
    {
        var address = services.GetRequiredService<IOptions<PortalOptions>>().Value.PublicUrl;
        Console.WriteLine($"De Smederijen: {address}");
        Console.WriteLine($"Mailbox:       {new Uri(address, "/postvak")}");
        Console.WriteLine("Sign-in links for staff:");
        foreach (var (member, link) in services.GetRequiredService<SignIn>().Links())
            Console.WriteLine($"  {member.Name} ({string.Join(", ", member.Roles.Order())}): {link}");
        Console.WriteLine("Stop with Ctrl+C.");
    }
}
