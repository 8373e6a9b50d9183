using System.Buffers;

namespace Smederijen.Portal.Http;

/// <summary>
/// Where to go after a sign-in. It comes along in an address, so anybody can write one: only pages of staff on this very site pass.
/// </summary>
public static class ReturnAddress
{
    /// <summary>The page that all staff begin at.</summary>
    public const string Board = "/medewerkers";

    /// <summary>The pages of who keeps the settings.</summary>
    private const string Governing = "/beheer";

    private const int Longest = 300;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_/?=&");

    /// <summary>The page that was asked for. A form that was posted is lost, so its sender begins at the board.</summary>
    public static string Of(HttpRequest asked) => HttpMethods.IsGet(asked.Method) ? Of($"{asked.Path}{asked.QueryString}") : Board;

    /// <summary>The address as it was given, or the board when it is not one of ours.</summary>
    public static string Of(string? address) =>
        address is { Length: <= Longest } && (IsIn(Board, address) || IsIn(Governing, address))
        && !address.AsSpan().ContainsAnyExcept(Plain) && !address.Contains("//", StringComparison.Ordinal)
            ? address
            : Board;

    private static bool IsIn(string pages, string address) =>
        address.StartsWith(pages, StringComparison.Ordinal) && (address.Length == pages.Length || address[pages.Length] is '/' or '?');
}
