using Smederijen.Bench;
using Smederijen.Bench.Bare;
using Smederijen.Bench.Load;
using Smederijen.Bench.Scenarios;
using Smederijen.Bench.Town;

if (args is ["--bare", var bareFolder, var bytes])
{
    await BareServer.Serve(bareFolder, int.Parse(bytes, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}
if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

var folder = Directory.CreateDirectory(Path.Combine(options.Data, $"smederijen-bench-{Guid.NewGuid():N}")).FullName;
try
{
    Machine.Print();
    List<Row> alone = [];
    if (options.Includes("step"))
        alone.AddRange(await BareLoop.Measure(folder, options.Duration), await WorkflowStep.Measure(folder));
    if (options.Includes("start"))
        alone.Add(await Starting.Measure(options, "start to first answer, empty store", i => Path.Combine(folder, $"leeg-{i}"), "≤ 0.5 s"));
    Table.Print("By itself", alone);
    await Town("Empty store", "bijna-leeg", stock: 0, voters: [1, 16, 64, 256]);
    if (options.Ideas > 0)
        await Town($"{options.Ideas:N0} ideas stored", "vol", options.Ideas, voters: [64]);
    Machine.PrintLoad();
    return 0;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task Town(string title, string name, int stock, IReadOnlyList<int> voters)
{
    Console.Error.WriteLine($"filling: {title}");
    var town = new TownFolder(Path.Combine(folder, name));
    await town.Fill(stock, supported: 12_000, supportersOfOneIdea: 100_000);
    var votes = new Votes(town.Folder);
    if (options.Includes("ballots"))
        await votes.Lay(Ballots.Needed(options, voters.Count));
    List<Row> rows = [];
    if (stock > 0 && options.Includes("start"))
        rows.Add(await Starting.Measure(options, $"start to first answer, {stock:N0} ideas", _ => town.Folder, "≤ 1 s"));
    using var program = await ServerProcess.Program(options.Program, town.Folder);
    using var bare = await ServerProcess.Bare(Path.Combine(folder, $"{name}-kaal"), await PageSize.Of(program.Port, town.IdeaPages[0]));
    var ideas = new OverHttp(options, town, program, bare);
    if (options.Includes("ideas"))
        rows.AddRange(await ideas.Submissions());
    if (options.Includes("support"))
        rows.AddRange(await ideas.Confirmations());
    if (options.Includes("pages"))
        rows.AddRange(await ideas.Pages());
    if (options.Includes("ballots"))
        rows.AddRange(await new Ballots(options, votes, program, bare).Measure(voters));
    rows.Add(new Row("memory at its largest under all of this", Row.Number(program.PeakMegabytes, "MB"), Row.Number(bare.PeakMegabytes, "MB"), "≤ 120 MB"));
    Table.Print(title, rows);
}
