using Smederijen.LocalHost.Work;

namespace Smederijen.LocalHost.Watching;

/// <summary>Tells a supervisor how it goes: <c>/gezond</c> when the process answers, <c>/klaar</c> when it can do its work.</summary>
public sealed class Readiness(WorkRunner runner, IEntityStore store)
{
    private volatile bool _serving;

    public void Begin() => _serving = true;

    public void End() => _serving = false;

    public Task<IResult> Alive(HttpContext http) => Task.FromResult(Results.Text("gezond\n"));

    public async Task<IResult> Ready(HttpContext http) => await WhatIsWrong(http.RequestAborted) is { } problem
        ? Results.Text(problem + "\n", statusCode: StatusCodes.Status503ServiceUnavailable)
        : Results.Text("klaar\n");

    private async Task<string?> WhatIsWrong(CancellationToken cancellation)
    {
        if (!_serving)
            return "Het programma start of stopt.";
        if (!runner.IsAlive)
            return "Het werk staat stil. Start het programma opnieuw en kijk in het logboek.";
        try
        {
            await store.Get(Partitions.Installation, "klaar", cancellation);
            return null;
        }
        catch (StoreUnavailableException)
        {
            return "De opslag antwoordt niet. Kijk in het logboek.";
        }
    }
}
