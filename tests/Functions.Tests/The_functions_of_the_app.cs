using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Smederijen.Functions.Http;
using Smederijen.Functions.Orchestrations;
using Smederijen.Portal;
using Smederijen.Portal.Layout;

namespace Smederijen.Functions.Tests;

/// <summary>The Azure edition serves exactly what the local edition serves.</summary>
public sealed class The_functions_of_the_app
{
    private static readonly MethodInfo[] Functions =
        [.. typeof(Composition).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)];

    private static readonly Dictionary<string, MethodInfo> Served = Functions.Where(method => Trigger(method) is not null).ToDictionary(NameOf);

    private static string NameOf(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static HttpTriggerAttribute? Trigger(MethodInfo method) =>
        method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .SingleOrDefault(trigger => trigger is not null);

    private static string Line(string name, IEnumerable<string> methods, string route) => $"{name}: {string.Join('+', methods.Select(m => m.ToUpperInvariant()).Order())} /{route.TrimStart('/')}";

    [Fact]
    public void Each_endpoint_of_the_portal_is_one_function_with_its_name_methods_and_route() =>
        Served.Where(f => f.Key != RestFunctions.Name).Select(f => Line(f.Key, Trigger(f.Value)!.Methods!, Trigger(f.Value)!.Route!)).Order()
            .ShouldBe(Endpoints.All.Select(e => Line(e.Name, e.Methods, e.Pattern == "/" ? Routes.Home : e.Pattern)).Order());

    [Fact]
    public void All_are_open_to_the_internet_and_the_portal_itself_asks_who_is_there() =>
        Served.Values.ShouldAllBe(method => Trigger(method)!.AuthLevel == AuthorizationLevel.Anonymous);

    [Fact]
    public void What_changes_something_can_wake_an_orchestration_and_what_shows_something_cannot()
    {
        foreach (var endpoint in Endpoints.All)
            Served[endpoint.Name].GetParameters().Any(p => p.ParameterType == typeof(DurableTaskClient))
                .ShouldBe(endpoint.Method != HttpMethods.Get, endpoint.Name);
    }

    [Fact]
    public void Beside_them_there_are_the_orchestrations_their_activity_and_the_sweep() =>
        Functions.Except(Served.Values).Select(NameOf).Order()
            .ShouldBe([ItemOrchestrations.Idea, nameof(PerformDue), ItemOrchestrations.Plan, ItemOrchestrations.Resolution, ItemOrchestrations.Round,
                nameof(Sweep)]);
}
