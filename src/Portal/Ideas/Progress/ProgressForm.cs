using Smederijen.Portal.Uploading;

namespace Smederijen.Portal.Ideas.Progress;

/// <summary>A form about the plan as it was filled in: the event that it asks for, and the files that go with it.</summary>
/// <param name="Happening">Makes the event; it is told what the names of its pictures begin with, if it has any.</param>
public sealed record ProgressForm(
    Func<DateTimeOffset, string?, IdeaEvent> Happening, IReadOnlyList<CleanUpload> Pictures, IReadOnlyList<CleanUpload> Receipts)
{
    public const int MaxText = 2000;
    public const int MaxReceipts = 10;
    private const int MaxCount = 9999;

    /// <summary>What is wrong is added to the errors of <paramref name="typed"/>.</summary>
    public static async Task<ProgressForm> Read(ProgressStep step, Typed typed, PostedFiles files, CancellationToken cancellation) => step.Name switch
    {
        "klaar" => await Completion(typed, files, cancellation),
        "duurder" => Overrun(typed),
        "stopt" => GivingBack(typed),
        _ => await Report(typed, files, cancellation),
    };

    private static async Task<ProgressForm> Report(Typed typed, PostedFiles files, CancellationToken cancellation)
    {
        var text = typed.Text("verslag", MaxText, "Schrijf op hoe het gaat.");
        var helpers = Count(typed, "helpers");
        var hours = Count(typed, "uren");
        var pictures = await Uploads.ReadPhotos(files, "fotos", typed.Errors, cancellation);
        return new ProgressForm((at, start) => new IdeaEvent.ProgressReported(at, text, helpers, hours, start), pictures, []);
    }

    private static async Task<ProgressForm> Completion(Typed typed, PostedFiles files, CancellationToken cancellation)
    {
        var text = typed.Text("verslag", MaxText, "Schrijf op hoe het is geworden.");
        var cost = Cost(typed);
        var pictures = await Uploads.ReadPhotos(files, "fotos", typed.Errors, cancellation);
        var receipts = await Uploads.Read(files, "bonnen", typed.Errors, MaxReceipts, cancellation);
        if (pictures.Count == 0 && !typed.Errors.Has("fotos"))
            typed.Errors.Add("fotos", "Stuur een foto mee van hoe het is geworden.");
        // Also where the costs cannot be read: everything that is wrong is told at once.
        if (receipts.Count == 0 && (cost > Euro.Zero || typed.Errors.Has("kosten")) && !typed.Errors.Has("bonnen"))
            typed.Errors.Add("bonnen", "Stuur de bonnen mee: een foto of een PDF. Kostte het plan niets? Vul dan bij de kosten 0 in.");
        return new ProgressForm((at, start) => new IdeaEvent.PlanCompleted(at, cost, text, start), pictures, receipts);
    }

    private static ProgressForm Overrun(Typed typed)
    {
        var cost = Cost(typed);
        var question = typed.Text("vraag", MaxText, "Schrijf uw vraag op.");
        return new ProgressForm((at, _) => new IdeaEvent.OverrunAsked(at, cost, question), [], []);
    }

    private static ProgressForm GivingBack(Typed typed)
    {
        var reason = typed.Text("reden", MaxText, "Schrijf op waarom het plan niet doorgaat.");
        typed.CheckSure("Zet een vinkje als u zeker weet dat het plan niet doorgaat.");
        return new ProgressForm((at, _) => new IdeaEvent.MoneyGivenBack(at, reason), [], []);
    }

    private static Euro Cost(Typed typed) => typed.Euros("kosten", "Vul in hoeveel het plan kost.");

    private static int Count(Typed typed, string field)
    {
        if (typed.Plain(field).Length == 0)
            return 0;
        if (typed.Count(field) is { } number and <= MaxCount)
            return number;
        typed.Errors.Add(field, $"Vul een heel getal in van 0 tot en met {Dutch.Number(MaxCount)}, of laat dit leeg.");
        return 0;
    }
}
