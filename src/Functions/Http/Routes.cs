namespace Smederijen.Functions.Http;

/// <summary>Routes that the Functions host has to be told in its own way.</summary>
internal static class Routes
{
    /// <summary>The root alone. An empty route would become the name of the function, and the host's own page would answer the root.</summary>
    public const string Home = "{leeg:maxlength(0)?}";

    /// <summary>Whatever is left, for every method.</summary>
    public const string Rest = "{*adres}";
}
