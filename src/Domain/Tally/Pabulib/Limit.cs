namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>The least and the most of something, each with the name that the file gives it; absent where it names none.</summary>
internal sealed record Limit(string LeastName, Amount? Least, string MostName, Amount? Most)
{
    private const string OneProject = "vote_type choose-1";

    public static Limit ChooseOne { get; } = new(OneProject, new Amount(1, 0, 0), OneProject, new Amount(1, 0, 0));

    public bool IsSet => Least is not null || Most is not null;

    /// <summary>The bound that this is outside of, as a sentence; null when it is within both.</summary>
    public string? Broken(Int128 millionths) =>
        Least is { } least && millionths < least.InMillionths ? $"Volgens {LeastName} is {least} het minste."
        : Most is { } most && millionths > most.InMillionths ? $"Volgens {MostName} is {most} het meeste."
        : null;
}
