using ArchUnitNET.Fluent;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using Smederijen.Domain;

namespace Smederijen.Portal.Tests.Architecture;

/// <summary>Which folder may know which.</summary>
public sealed class The_floors_of_the_house
{
    private static readonly ArchUnitNET.Domain.Architecture House = new ArchLoader().LoadAssemblies(typeof(Effect).Assembly).Build();

    [Fact]
    public void No_two_folders_of_the_domain_know_each_other_in_a_circle() => Check(SliceRuleDefinition.Slices().Matching("Smederijen.Domain.(*)").Should().BeFreeOfCycles());

    private static void Check(IArchRule rule) => rule.HasNoViolations(House).ShouldBeTrue(
        string.Join('\n', rule.Evaluate(House).Where(result => !result.Passed).Select(result => result.Description)));
}
