using Smederijen.LocalHost;
using Smederijen.Portal.Storage;

var (options, problem) = LocalOptions.Parse(args);
if (options is null)
{
    Console.Error.WriteLine(problem);
    return 2;
}

try
{
    await using var app = Composition.Build(options);
    await app.StartAsync();
    Welcome.Print(app.Services);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception failure) when (failure is StoreUnavailableException or IOException or InvalidOperationException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
