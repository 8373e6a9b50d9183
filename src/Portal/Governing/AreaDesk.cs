namespace Smederijen.Portal.Governing;

/// <summary>
/// Which postcodes belong to which Smederij: what two of them claim and what nobody does, and a file that brings all of it in as drafts.
/// </summary>
public sealed class AreaDesk(SettingsDesk desk, ManyDrafts many)
{
    public const string Address = $"{SettingsDesk.Address}/gebieden";
    public const string FileField = "bestand";

    public async Task<IResult> Show(HttpContext http) => Page(http, Typed.For(http), await many.All(http.RequestAborted), [], 200);

    /// <summary>The areas of now, to begin with.</summary>
    public async Task<IResult> ShowFile(HttpContext http) => new SentFile(
        "gebieden.csv", SentFile.Csv, AreaFile.Write((await many.All(http.RequestAborted)).Select(found => found.Now).OfType<SmederijSettings>(
            ).Where(one => !one.Closed)));

    /// <summary>Everything that is wrong is told; when nothing is, every Smederij whose area differs gets a draft.</summary>
    public async Task<IResult> Import(HttpContext http)
    {
        var typed = await Typed.Read(http);
        var (from, reason, today) = desk.When(typed);
        var wrong = new FileErrors();
        byte[]? file = null;
        if ((await http.Request.ReadFormAsync(http.RequestAborted)).Files.GetFile(FileField) is { Length: > 0 } sent)
            file = await wrong.Take(sent, AreaFile.MostBytes, AreaFile.TooLarge, http.RequestAborted);
        else
            typed.Errors.Add(FileField, "Kies een bestand.");
        var all = await many.All(http.RequestAborted);
        var read = file is null ? [] : AreaFile.Read(file, [.. all.Select(found => found.Now).OfType<SmederijSettings>()], wrong);
        var laid = typed.Errors.Any || wrong.All.Count > 0 ? [] : many.Laid(all, read, from);
        foreach (var (smederij, (_, change)) in read.Zip(laid))
            foreach (var fault in many.FaultsOf(change, from, today))
                wrong.Add(smederij.Name, fault);
        if (typed.Errors.Any || wrong.All.Count > 0)
            return Page(http, typed, all, wrong.All, 400);
        return await many.Draft(http, typed, laid, from, reason, wrong) is { } status
            ? Page(http, typed, all, wrong.All, status) : new SeeOther(ImportDesk.DraftsAddress);
    }

    private static PageOf<AreasPage> Page(
        HttpContext http, Typed typed, IReadOnlyList<FoundSettings> all, IReadOnlyList<FileError> wrong, int status)
    {
        var now = all.Select(found => found.Now).OfType<SmederijSettings>().ToList();
        var then = all.Select(found => found.ToCome).OfType<SmederijSettings>().ToList();
        var differs = all.Any(found => found.Draft is not null && found.ToCome is SmederijSettings becomes
            && !(found.Now is SmederijSettings was && was.Area.SequenceEqual(becomes.Area)));
        return new(new AreasModel(AreaCheck.Of(now), differs ? AreaCheck.Of(then) : null, now, typed, wrong, http.MaySomewhere(
            StaffWork.Governing)), status);
    }
}

/// <summary>What somebody may want to look at in areas.</summary>
/// <param name="Holes">By four digits: what of them nobody has.</param>
public sealed record AreaCheck(IReadOnlyList<Overlap> Overlaps, IReadOnlyList<(int Digits, IReadOnlyList<AreaPart> Parts)> Holes)
{
    /// <param name="all">Those that are closed have no say any more in whose a postcode is.</param>
    public static AreaCheck Of(IReadOnlyList<SmederijSettings> all) => OfOpen([.. all.Where(smederij => !smederij.Closed)]);

    private static AreaCheck OfOpen(IReadOnlyList<SmederijSettings> smederijen) => new(
        Area.Overlaps(smederijen),
        [
            .. Area.Of(smederijen.SelectMany(smederij => smederij.Area)).Holes().Parts.GroupBy(part => part.First.Digits)
                .Select(digits => (digits.Key, (IReadOnlyList<AreaPart>)[.. digits])),
        ]);
}

/// <param name="WithDrafts">When all drafts that there are are agreed on; null when none is about an area.</param>
/// <param name="Wrong">What is wrong with the file that was sent.</param>
public sealed record AreasModel(
    AreaCheck Now, AreaCheck? WithDrafts, IReadOnlyList<SmederijSettings> Smederijen, Typed Typed, IReadOnlyList<FileError> Wrong, Leave MayGovern);
