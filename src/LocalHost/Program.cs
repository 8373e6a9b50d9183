using Microsoft.AspNetCore.Connections;
using Smederijen.LocalHost;
using Smederijen.Portal.Storage;

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
    catch (Exception failure) when (failure is CannotStartException or StoreUnavailableException)
    {
        problem = failure.Message;
    }
    catch (IOException failure) when (failure.InnerException is AddressInUseException)
    {
        problem = $"Port {options.Port} is in use by another program. Stop that program, or choose another port with --port.";
    }
}
await Console.Error.WriteLineAsync(problem);
return options is null ? 2 : 1;
