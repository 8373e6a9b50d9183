using Smederijen.LocalHost;

var (options, problem) = LocalOptions.Parse(args);
if (options is not null)
{
    try
    {
        await using var app = Composition.Build(options);
        await app.StartAsync();
        Welcome.Print(app.Services);
        await app.WaitForShutdownAsync();
        return 0;
    }
    catch (Exception failure) when (CannotStartException.Sentence(failure, options) is { } sentence)
    {
        problem = sentence;
    }
}
await Console.Error.WriteLineAsync(problem);
return 1;
