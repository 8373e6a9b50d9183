using Smederijen.LocalHost;
using Smederijen.Portal.Attachments;

var (options, problem) = LocalOptions.Parse(args);
if (options is not null)
{
    try
    {
        if (await OtherTasks.Run(options) is { } told)
        {
            Console.WriteLine(told);
            return 0;
        }
        TemporaryFiles.LieIn(options.Temporary);
        await using var app = Composition.Build(options);
        await app.StartAsync();
        await Welcome.Print(app.Services, options);
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
