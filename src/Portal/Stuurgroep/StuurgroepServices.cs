using Microsoft.Extensions.DependencyInjection;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Stuurgroep;

/// <summary>The wiring of the stuurgroep.</summary>
internal static class StuurgroepServices
{
    public static IServiceCollection AddStuurgroep(this IServiceCollection services) => services
        .AddSingleton<ResolutionCommands>()
        .AddSingleton<ResolutionMail>()
        .AddSingleton<ReadStuurgroep>()
        .AddSingleton<Api.ResolutionApi>()
        .AddSingleton<SpeakForSeat>()
        .AddSingleton<StuurgroepDesk>()
        .AddSingleton<ResolutionDesk>()
        .AddSingleton<IWorkKind, ResolutionWork>();
}
