namespace Smederijen.Portal.Ideas.Progress;

/// <summary>What residents can tell about the plan that they carry out: each is a form on the same page.</summary>
/// <param name="Name">Names the form in the address: <c>?stap=klaar</c>.</param>
/// <param name="Words">What the link to the form says.</param>
public sealed record ProgressStep(string Name, string Words)
{
    public static ProgressStep Report { get; } = new("verslag", "Vertellen hoe het gaat");

    public static ProgressStep Complete { get; } = new("klaar", "Het plan is klaar");

    public static ProgressStep Overrun { get; } = new("duurder", "Het plan wordt duurder");

    public static ProgressStep GiveBack { get; } = new("stopt", "Het plan gaat niet door");

    public static IReadOnlyList<ProgressStep> All { get; } = [Report, Complete, Overrun, GiveBack];

    public static ProgressStep Of(HttpRequest request) => All.FirstOrDefault(step => step.Name == request.Query["stap"]) ?? Report;

    public string AddressOn(string page) => this == Report ? page : $"{page}?stap={Name}";
}
