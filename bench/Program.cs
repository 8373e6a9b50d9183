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
    Table.Print("By itself",
    [
        await BareLoop.Measure(folder, options.Duration),
        await WorkflowStep.Measure(folder),
        await Starting.Measure("start to first answer, empty store", i => Path.Combine(folder, $"leeg-{i}"), "≤ 0.5 s"),
    ]);
    await Town("Empty store", "bijna-leeg", stock: 0);
    if (options.Ideas > 0)
        await Town($"{options.Ideas:N0} ideas stored", "vol", options.Ideas);
    Machine.PrintLoad();
    return 0;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task Town(string title, string name, int stock)
{
    Console.Error.WriteLine($"filling: {title}");
    var town = new TownFolder(Path.Combine(folder, name));
    await town.Fill(stock, supported: 8000, supportersOfOneIdea: 60_000);
    List<Row> rows = stock > 0 ? [await Starting.Measure($"start to first answer, {stock:N0} ideas", _ => town.Folder, "≤ 1 s")] : [];
    using var program = await ServerProcess.Program(town.Folder);
    using var bare = await ServerProcess.Bare(Path.Combine(folder, $"{name}-kaal"), await PageSize.Of(program.Port, town.IdeaPages[0]));
    rows.AddRange(await new OverHttp(options, town, program, bare).Measure());
    Table.Print(title, rows);
}
