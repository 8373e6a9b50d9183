namespace Smederijen.Browser.Tests;

/// <summary>One demo and one Chromium for all journeys that begin in the middle: its example stories are where they begin.</summary>
[CollectionDefinition(Name)]
public sealed class Demo : ICollectionFixture<Demo.Program>, ICollectionFixture<Chromium>
{
    public const string Name = "demo";

    /// <summary>The program as <c>./start --demo</c> runs it.</summary>
    public sealed class Program : IAsyncLifetime
    {
        public LocalEdition Edition { get; private set; } = null!;

        public async Task InitializeAsync() => Edition = await LocalEdition.Start(demo: true);

        public async Task DisposeAsync() => await Edition.DisposeAsync();
    }
}
