namespace Smederijen.Portal.Settings;

/// <summary>What differs between installations.</summary>
public sealed class PortalOptions
{
    /// <summary>The address that residents use, for links in mails: <c>https://smederijen.example.nl</c>.</summary>
    public Uri PublicUrl { get; set; } = new("http://127.0.0.1:7071");

    /// <summary>The proxies before this program whose word counts, as <see cref="Http.TrustedProxies"/> reads it.</summary>
    public string TrustedProxies { get; set; } = "";

    /// <summary>How often one address or mailbox may do something; off only for measuring.</summary>
    public bool LimitRequests { get; set; } = true;

    /// <summary>How many forms with files one process takes in at once; each holds up to 55 MB of temporary files.</summary>
    public int LargeBodiesAtOnce { get; set; } = 16;

    /// <summary>How long one more waits for a place, before it is asked to come back (503).</summary>
    public TimeSpan LargeBodyPatience { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Other processes may work on the same store at the same moment, so a mail is claimed before it is sent. Off where one
    /// process owns the store.
    /// </summary>
    public bool SharesStore { get; set; }

    /// <summary>
    /// What pages over all Smederijen show is kept in a partition of its own, because reading every partition costs requests.
    /// Off where reading costs next to nothing.
    /// </summary>
    public bool KeepsBoard { get; set; }

    /// <summary>Nothing in it is real: never in a real installation.</summary>
    public bool Demo { get; set; }

    /// <summary>Leads staff to the clock and the mailbox of a demo, which are only for who sits at its machine.</summary>
    public bool ShowsDemoTools { get; set; }
}
