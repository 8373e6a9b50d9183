namespace Smederijen.Portal.Voting;

/// <summary>
/// What a voter keeps to find the ballot back in the published list: ten characters of chance (50 bits), shown as
/// <c>7K3M9-QXT0A</c>. It tells nothing about the ballot or the code.
/// </summary>
public static class TrackingNumber
{
    private const int Length = 10;

    public static string New() => RandomNumberGenerator.GetString(VoteCode.Alphabet, Length);

    public static string Shown(string number) => $"{number[..(Length / 2)]}-{number[(Length / 2)..]}";
}
