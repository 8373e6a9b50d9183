using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Ideas.Progress;
using static System.Globalization.CultureInfo;

namespace Smederijen.LocalHost.Demo;

/// <summary>The forms of residents who tell about their plan, with drawings in place of photos and receipts.</summary>
internal static class SeedFiles
{
    /// <summary>
    /// <c>voortgang 45/180/bollen.jpg</c> holds helpers, hours and a picture, <c>afgerond 31240/bollen.jpg/bon.jpg</c> the cost
    /// in cents, the picture of the result and a receipt. Null for every other step.
    /// </summary>
    public static async Task<ProgressForm?> FormOf(SeedStep step) => step.Word switch
    {
        "voortgang" => new((at, start) => new IdeaEvent.ProgressReported(at, step.Reason, Number(step, 0), Number(step, 1), start), await Files(step, 2), []),
        "afgerond" =>
            new((at, start) =>
            new IdeaEvent.PlanCompleted(at, new Euro(Number(step, 0)), step.Reason, start), await Files(step, 1), await Files(step, 2)),
        _ => null,
    };

    private static int Number(SeedStep step, int part) => int.Parse(step.Parts[part], InvariantCulture);

    private static async Task<IReadOnlyList<CleanUpload>> Files(SeedStep step, int part)
    {
        if (step.Parts.ElementAtOrDefault(part) is not { } name)
            return [];
        using var file = typeof(SeedFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The picture '{name}' of an example step is missing from the program. Correct ideeen.json.");
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return [await CleanUpload.Lay((Sanitized.CleanFile)Sanitizer.Clean(bytes.ToArray()))];
    }
}
