using Microsoft.AspNetCore.Connections;
using Smederijen.LocalHost;
using Smederijen.Portal.Storage;

var (options, problem) = LocalOptions.Parse(args);
if (options is null)
    return Stop(2, problem);
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
    return Stop(1, failure.Message);
}
catch (IOException failure) when (failure.InnerException is AddressInUseException)
{
    return Stop(1, $"Port {options.Port} is in use by another program. Stop that program, or choose another port with --port.");
}

static int Stop(int code, string message)
{
    Console.Error.WriteLine(message);
    return code;
}
