namespace Smederijen.LocalHost;

/// <summary>Reads the settings <c>Portal__…</c> before anything begins, so that a wrong one is told in words.</summary>
internal static class StartSettings
{
    /// <exception cref="CannotStartException">A setting is not what it should be; the message names it, never a secret in it.</exception>
    public static void Check(IConfiguration configuration)
    {
        if (configuration["Portal:PublicUrl"] is { } address && !IsSiteAddress(address))
            throw new CannotStartException(
                "The setting Portal__PublicUrl is not the address of a site. Give the one that residents use, such as https://smederijen.example.nl, with no path behind it.");
        try
        {
            var portal = configuration.GetSection("Portal").Get<PortalOptions>() ?? new PortalOptions();
            TrustedProxies.Parse(portal.TrustedProxies);
            if (portal.LargeBodiesAtOnce < 1 || portal.LargeBodyPatience < TimeSpan.Zero)
                throw new CannotStartException("The setting Portal__LargeBodiesAtOnce is below 1, or Portal__LargeBodyPatience below 0. Give higher ones, or leave them out.");
        }
        catch (FormatException wrong)
        {
            throw new CannotStartException(wrong.Message, wrong);
        }
        catch (InvalidOperationException wrong)
        {
            throw new CannotStartException($"{wrong.Message} Correct the setting (as a variable it has __ for :), or leave it out.", wrong);
        }
    }

    /// <summary>Links are made of it and a path, so a path or question of its own would be lost, and a password be shown.</summary>
    private static bool IsSiteAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" };
}
