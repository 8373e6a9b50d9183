namespace Smederijen.Portal.Storage;

/// <summary>The partitions beside those of the Smederijen, each of which has its id as the name of its own.</summary>
public static class Partitions
{
    /// <summary>Keys and secrets of the installation, staff notes about it, the demo clock.</summary>
    public const string Installation = "~installatie";

    /// <summary>What the stuurgroep decides for all Smederijen together.</summary>
    public const string Stuurgroep = "stuurgroep";

    /// <summary>What is paid for all Smederijen together: one account of the municipality pays for all of them.</summary>
    public const string Payments = "betalingen";

    /// <summary>The settings of all Smederijen, of the stuurgroep and of the municipality.</summary>
    public const string Settings = "instellingen";

    /// <summary>What pages over all Smederijen show, where it is kept together.</summary>
    public const string Board = "~bord";

    /// <summary>Counters of how often an address or mailbox did something.</summary>
    public const string Limits = "~limiet";

    /// <summary>One row that is written to see whether that can be done.</summary>
    public const string Readiness = "~klaar";

    /// <summary>Links that staff sign in with, and who is signed in.</summary>
    public const string Access = "~toegang";

    /// <summary>What people reported about texts and pictures.</summary>
    public const string Reports = "~meldingen";

    /// <summary>What staff looked at of people and of money.</summary>
    public const string Looks = "~inzage";
}
