using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using Smederijen.Domain;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Architecture;

/// <summary>Which folder may know which: docs/architecture.md tells why.</summary>
public sealed class The_floors_of_the_house
{
    private static readonly ArchUnitNET.Domain.Architecture House = new ArchLoader().LoadAssemblies(typeof(Effect).Assembly, typeof(House).Assembly)
        .Build();

    /// <summary>From the bottom to the top; what stands further on may know what stands before it. The root is the hall, which knows all.</summary>
    private static readonly string[] Floors =
    [
        // Tools.
        "Storage", "Text", "Watching", "Settings", "Security", "Attachments", "Styling", "Forms", "Layout", "Http", "Links", "Mail",
        "Work",
        // Kinds, with what people do to them.
        "Uploading", "Ledgers", "Ballots", "Ideas", "Meetings", "Payments", "Bookkeeping", "Rounds", "Board", "Voting", "Stuurgroep", "Plans", "Initiative", "Resending", "Guidance", "Reporting", "Delivery",
        "Governing",
        // What looks over all of them.
        "Reading", "Staff", "Api",
    ];

    private const string Portal = "Smederijen.Portal.";

    [Fact]
    public void No_two_folders_of_the_domain_know_each_other_in_a_circle() =>
        Check(SliceRuleDefinition.Slices().Matching("Smederijen.Domain.(*)").Should().BeFreeOfCycles());

    [Theory]
    [InlineData("Ideas")]
    [InlineData("Plans")]
    [InlineData("Stuurgroep")]
    public void No_two_acts_of_a_kind_know_each_other_in_a_circle(string kind) =>
        Check(SliceRuleDefinition.Slices().Matching($"{Portal}{kind}.(*)").Should().BeFreeOfCycles());

    [Fact]
    public void No_folder_of_the_portal_knows_a_higher_one()
    {
        var known = OfPortal().Where(type => FloorOf(type) < 0).Select(type => type.FullName).ToList();
        known.ShouldBeEmpty("every folder has a floor");
        Upwards((from, to) => FloorOf(to) > FloorOf(from)).ShouldBeEmpty();
    }

    [Fact]
    public void A_kind_does_not_know_the_acts_that_people_do_to_it() => Upwards((from, to) =>
        to.Room().StartsWith(from.Room() + ".", StringComparison.Ordinal) && from.Room() != "Smederijen.Portal").ShouldBeEmpty();

    [Fact]
    public void Nothing_below_knows_the_hall() => Upwards((from, to) => from.Room() != "Smederijen.Portal" && to.Room() == "Smederijen.Portal").ShouldBeEmpty();

    private static IEnumerable<IType> OfPortal() => House.Types.Where(type =>
        type.Room().StartsWith(Portal, StringComparison.Ordinal) && !type.Name.StartsWith('<'));

    private static IEnumerable<string> Upwards(Func<IType, IType, bool> isUpward) => House.Types
        .Where(type => type.Room().StartsWith("Smederijen.Portal", StringComparison.Ordinal))
        .SelectMany(type => type.Dependencies.Select(dependency => dependency.Target)
            .Where(target => target.Room().StartsWith("Smederijen.Portal", StringComparison.Ordinal) && isUpward(type, target))
            .Select(target => $"{type.FullName} knows {target.FullName}")).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The hall stands on top.</summary>
    private static int FloorOf(IType type) => type.Room() == "Smederijen.Portal"
        ? Floors.Length
        : Array.IndexOf(Floors, type.Room()[Portal.Length..].Split('.')[0]);

    private static void Check(IArchRule rule) => rule.HasNoViolations(House).ShouldBeTrue(
        string.Join('\n', rule.Evaluate(House).Where(result => !result.Passed).Select(result => result.Description)));
}

file static class Rooms
{
    /// <summary>The namespace of a type; empty for what the compiler makes.</summary>
    public static string Room(this IType type) => type.Namespace?.FullName ?? "";
}
