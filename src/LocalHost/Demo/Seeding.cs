namespace Smederijen.LocalHost.Demo;

/// <summary>Fills a new demo with example ideas.</summary>
public sealed class Seeding
{
    public Task SeedOnce(CancellationToken cancellation) => Task.CompletedTask;
}
